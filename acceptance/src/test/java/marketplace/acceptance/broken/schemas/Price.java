package marketplace.acceptance.broken.schemas;

import marketplace.acceptance.broken.client.Search;

/** A contract that uses a service. */
record Price(Search foundBy) {}

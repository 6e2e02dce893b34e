package marketplace.acceptance.verify;

import marketplace.acceptance.criteria.Finding;

/** A criterion, and what was found out about it in how many seconds. */
record Verdict(int number, String title, Finding finding, double seconds) {}

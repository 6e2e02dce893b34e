/** Elasticsearch: the indexes that documents stand in, and how they get there. */
package marketplace.indexer.store;

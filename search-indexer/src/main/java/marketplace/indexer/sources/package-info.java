/** From records to changes of documents: which topic feeds which index, and how. */
package marketplace.indexer.sources;

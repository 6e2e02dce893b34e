/** Looks after indexes: fills them anew behind the readers' backs, deletes what is over, and clears away leftovers. */
package marketplace.indexer.rebuild;

/** How changes get into the index: in order, with patience, and with an eye on what may be committed. Plain Java. */
package marketplace.indexer.domain;

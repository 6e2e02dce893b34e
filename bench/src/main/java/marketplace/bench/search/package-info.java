/** Searching, and how products come into the search. */
package marketplace.bench.search;

/** How quickly topics come into the tables of the data lake. */
package marketplace.bench.lake;

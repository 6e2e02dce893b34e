/** What can be asked for over HTTP: runs of the export, and what is in the tables. */
package marketplace.hadoop.runs;

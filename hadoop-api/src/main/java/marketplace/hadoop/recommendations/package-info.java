/** Recommendations on demand: runs of the job, which is a process of its own, one at a time. */
package marketplace.hadoop.recommendations;

/** How measuring is done: in pairs, at growing sizes; and how it is told. It knows nothing of what is measured. */
package marketplace.bench.measure;

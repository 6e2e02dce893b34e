/** A sink for Kafka Connect that writes each record as one line of a file, once. */
package marketplace.connect.file;

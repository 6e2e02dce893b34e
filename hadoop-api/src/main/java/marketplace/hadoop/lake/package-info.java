/** The tables: Iceberg's, in a catalogue on HDFS. What a commit promises is told by {@link marketplace.hadoop.lake.TopicTable}. */
package marketplace.hadoop.lake;

/** From topics into tables: what is read, when it is committed, and what happens if something is away. */
package marketplace.hadoop.export;

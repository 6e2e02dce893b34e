/** The upkeep of tables while they are read and written: small files become large ones, and what nobody needs goes. */
package marketplace.hadoop.upkeep;

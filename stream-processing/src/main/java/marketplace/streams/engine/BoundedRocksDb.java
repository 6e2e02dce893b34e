package marketplace.streams.engine;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Holds all stores of this process together to one small piece of memory, whatever their number: by default each takes
 * 50 MB for itself, and there is one for each partition and segment. What does not fit is read from files, which the
 * operating system caches as it can.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long MEGABYTE = 1024 * 1024;
    /** Blocks, indexes and filters; write buffers count against it. */
    private static final long CACHE = 24 * MEGABYTE;

    private static final long ALL_WRITE_BUFFERS = 12 * MEGABYTE;
    private static final long WRITE_BUFFER = 4 * MEGABYTE;

    /** Shared by all stores, so nobody closes it: it lives as long as the process. */
    private static final class Shared {
        private static final Cache CACHE_OF_ALL;
        private static final WriteBufferManager BUFFERS_OF_ALL;

        static {
            RocksDB.loadLibrary();
            CACHE_OF_ALL = new LRUCache(CACHE);
            BUFFERS_OF_ALL = new WriteBufferManager(ALL_WRITE_BUFFERS, CACHE_OF_ALL);
        }
    }

    /** For Kafka Streams. */
    public BoundedRocksDb() {}

    @Override
    public void setConfig(final String storeName, final Options options, final Map<String, Object> configs) {
        // Made by Kafka Streams: it holds settings, such as the filter, that a new one would not have.
        final BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE_OF_ALL);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.BUFFERS_OF_ALL);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(final String storeName, final Options options) {}
}

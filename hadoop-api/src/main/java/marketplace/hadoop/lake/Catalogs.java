package marketplace.hadoop.lake;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;

/** Opens the catalogue. */
@Factory
final class Catalogs {
    private static final String NAME = "lake";

    /**
     * A NameNode that is away is told within seconds: whoever asks has a thread to keep and a health to report. Three
     * replicas are written to as many nodes as are alive.
     */
    private static final Map<String, String> HADOOP = Map.of(
            "ipc.client.connect.timeout", "3000",
            "ipc.client.connect.max.retries", "2",
            "ipc.client.connect.max.retries.on.timeouts", "1",
            "ipc.client.connect.retry.interval", "500",
            "ipc.client.rpc-timeout.ms", "20000",
            "dfs.client.socket-timeout", "10000",
            "dfs.client.block.write.replace-datanode-on-failure.best-effort", "true",
            "dfs.client.block.write.locateFollowingBlock.retries", "7");

    @Singleton
    Configuration hadoop(
            @Property(name = "lake.hadoop")
                    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    final Map<String, String> more) {
        final Configuration configuration = new Configuration();
        HADOOP.forEach(configuration::set);
        more.forEach(configuration::set);
        return configuration;
    }

    @Singleton
    @Bean(preDestroy = "close")
    OpenCatalog catalog(
            final LakeSettings settings,
            @Property(name = "lake.properties")
                    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    final Map<String, String> more,
            final Configuration hadoop,
            final Clock clock) {
        final Map<String, String> properties = new HashMap<>(more);
        properties.put(CatalogProperties.WAREHOUSE_LOCATION, settings.warehouse());
        // Of two commits in this process one waits for the other, and not for five seconds.
        properties.putIfAbsent(CatalogProperties.LOCK_ACQUIRE_INTERVAL_MS, "100");
        if (CatalogUtil.ICEBERG_CATALOG_TYPE_HADOOP.equals(settings.catalog())) {
            final SafeCatalog catalog = new SafeCatalog(clock);
            catalog.setConf(hadoop);
            catalog.initialize(NAME, properties);
            return new OpenCatalog(catalog);
        }
        properties.put(CatalogUtil.ICEBERG_CATALOG_TYPE, settings.catalog());
        return new OpenCatalog(CatalogUtil.buildIcebergCatalog(NAME, properties, hadoop));
    }

    /** The catalogue, with an end. */
    record OpenCatalog(Catalog tables) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (tables instanceof final Closeable closeable) {
                closeable.close();
            }
        }
    }
}

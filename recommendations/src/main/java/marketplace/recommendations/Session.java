package marketplace.recommendations;

import java.util.HashMap;
import java.util.Map;
import marketplace.recommendations.signals.Lake;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** A Spark session as the job wants it. Whatever was given with the start, {@code --conf} or a master, comes first. */
final class Session {
    private Session() {}

    static SparkSession start(final Options options) {
        final SparkConf conf = new SparkConf();
        final Map<String, String> usual = new HashMap<>(Map.of(
                "spark.app.name", "recommendations " + options.runId(),
                "spark.ui.enabled", "false",
                "spark.sql.session.timeZone", "UTC",
                "spark.serializer", "org.apache.spark.serializer.KryoSerializer",
                "spark.kryoserializer.buffer.max", "512m",
                "spark.log.level", "WARN"));
        if (conf.get("spark.master", "local[*]").startsWith("local")) {
            usual.put("spark.driver.host", "127.0.0.1");
            usual.put("spark.driver.bindAddress", "127.0.0.1");
            // Two cores have no use for two hundred tasks.
            usual.put("spark.sql.shuffle.partitions", "16");
        }
        options.warehouse().ifPresent(warehouse -> usual.putAll(Lake.settings(warehouse, options.catalogType())));
        usual.forEach(conf::setIfMissing);
        return SparkSession.builder().config(conf).getOrCreate();
    }
}

package marketplace.service;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running service: its beans and its HTTP server.
 *
 * <p>Settings come, the later the weaker, from the environment, the service's {@code application.yml}, and
 * {@code service.yml} of this module.
 */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /** Weaker than every other source of settings. */
    private static final int WEAKEST = -1000;

    private final EmbeddedServer server;

    private Service(final EmbeddedServer server) {
        this.server = server;
    }

    /** Runs a service until the process is told to stop. If it does not come up, says why in a line and exits with 1. */
    @SuppressWarnings("SystemOut") // The last word of a process that gives up is for whoever started it.
    public static void run(final Class<?> application) {
        try {
            final Service service = start(application, Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
        } catch (RuntimeException e) {
            LOG.error("The service did not start", e);
            System.err.println(StartFailure.inWords(e));
            System.exit(1);
        }
    }

    /**
     * Starts a service in this process.
     *
     * @param settings stronger than all others
     */
    public static Service start(final Class<?> application, final Map<String, Object> settings) {
        final ApplicationContext context = ApplicationContext.builder()
                .mainClass(application)
                .packages(application.getPackageName())
                .deduceEnvironment(false)
                .banner(false)
                .propertySources(defaults())
                .properties(settings)
                .build();
        try {
            context.start();
            final EmbeddedServer server = context.getBean(EmbeddedServer.class);
            server.start();
            LOG.info("Serving on {}", server.getURI());
            return new Service(server);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Where it answers. */
    public String url() {
        return "http://" + server.getHost() + ":" + server.getPort();
    }

    /** What the service is made of. */
    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    @Override
    public void close() {
        server.stop();
        context().close();
    }

    private static PropertySource defaults() {
        try (InputStream yaml = Service.class.getResourceAsStream("/service.yml")) {
            return PropertySource.of("service", new YamlPropertySourceLoader().read("service", yaml), WEAKEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

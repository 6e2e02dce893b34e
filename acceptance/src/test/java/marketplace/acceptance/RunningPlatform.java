package marketplace.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a platform that runs: one for all of them, started for the first that needs it unless a test before has
 * done so, stopped after the last. A test that stops something starts it again.
 */
final class RunningPlatform implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Marketplace.class;
    }

    @Override
    public Marketplace resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var shared = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Shared.class, type -> new Shared(), Shared.class);
        return parameter.isAnnotated(NotStarted.class) ? shared.marketplace : shared.running();
    }

    private static final class Shared implements AutoCloseable {
        private final Marketplace marketplace =
                new Marketplace(Path.of("target", "platform").toAbsolutePath());
        private boolean mayRun;

        Marketplace running() {
            if (!mayRun) {
                mayRun = true;
                start();
            }
            return marketplace;
        }

        private void start() {
            try {
                if (marketplace.run("status").status() != 0) {
                    marketplace.must("down", "--wipe");
                    System.out.println(marketplace.must("up", "--detach", "--verbose"));
                }
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                marketplace.must("down");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package marketplace.testing;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts what {@link Engines} asks for, and hands it out. */
final class EnginesExtension implements BeforeAllCallback, ParameterResolver {
    private static final Namespace OURS = Namespace.create(EnginesExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        engines(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningEngines.class;
    }

    @Override
    public RunningEngines resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return engines(context);
    }

    /** The engines of a class, which are those of its tests; with one instance for all tests, that is made first. */
    private static RunningEngines engines(ExtensionContext context) {
        var asked = AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), Engines.class, context.getEnclosingTestClasses())
                .map(annotation -> Engine.withNeeds(List.of(annotation.value())))
                .orElseThrow();
        return context.getStore(OURS)
                .getOrComputeIfAbsent(asked, wanted -> shared(context).with(wanted), RunningEngines.class);
    }

    /** Held by the run's own store, which closes it after the last class. */
    private static SharedEngines shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(
                        SharedEngines.class, type -> SharedEngines.open(Settings.ofThisProcess()), SharedEngines.class);
    }
}

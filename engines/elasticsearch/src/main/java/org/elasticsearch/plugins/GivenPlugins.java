package org.elasticsearch.plugins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.env.Environment;

/** Plugins that are on the class path already. The type of a loaded plugin is known in this package only. */
public final class GivenPlugins extends PluginsService {
    private final List<LoadedPlugin> loaded;

    public GivenPlugins(Environment environment, List<Plugin> plugins) {
        super(
                environment.settings(),
                environment.configDir(),
                PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false));
        loaded = plugins.stream().map(GivenPlugins::loaded).toList();
    }

    private static LoadedPlugin loaded(Plugin plugin) {
        var type = plugin.getClass();
        var descriptor = new PluginDescriptor(
                type.getName(),
                "on the class path",
                "NA",
                Build.current().version(),
                Integer.toString(Runtime.version().feature()),
                type.getName(),
                null,
                List.of(),
                false,
                false,
                false,
                false);
        return new LoadedPlugin(descriptor, plugin, type.getClassLoader());
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return loaded;
    }
}

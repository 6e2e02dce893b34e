package org.elasticsearch.node;

import java.util.List;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.GivenPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/**
 * A node whose plugins are objects that it is given, rather than folders that it looks for. What a node is made of can
 * be replaced in this package only.
 */
public final class PluggedNode extends Node {
    /** A node that is not started yet. It holds its data folder from here on. */
    public PluggedNode(Environment environment, List<Plugin> plugins) {
        super(NodeConstruction.prepareConstruction(
                environment,
                null,
                new NodeServiceProvider() {
                    @Override
                    PluginsService newPluginService(Environment prepared, PluginsLoader none) {
                        return new GivenPlugins(prepared, plugins);
                    }
                },
                true));
    }
}

package marketplace.indexer.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ExpandWildcard;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.add_block.IndicesBlockOptions;
import co.elastic.clients.json.JsonData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;

/** Makes indexes, looks at them, puts one in the place of another. */
@Singleton
public final class Indexes {
    private static final String EXISTS = "resource_already_exists_exception";

    private final ElasticsearchClient client;
    private final Clock clock;

    Indexes(final ElasticsearchClient client, final Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The index behind a shelf's name; nothing if there is no such name. */
    public Optional<LiveIndex> behind(final Shelf shelf) throws StoreUnavailableException {
        return ask("look at " + shelf.name(), () -> {
            final Map<String, IndexState> found = client.indices()
                    .get(request -> request.index(shelf.name()).ignoreUnavailable(true))
                    .result();
            if (found.size() > 1) {
                throw new IOException("the alias " + shelf.name() + " is over several indexes: " + found.keySet());
            }
            return found.entrySet().stream()
                    .map(entry -> live(entry.getKey(), entry.getValue()))
                    .findFirst();
        });
    }

    private static LiveIndex live(final String name, final IndexState state) {
        final Map<String, JsonData> meta =
                Optional.ofNullable(state.mappings()).map(TypeMapping::meta).orElse(Map.of());
        return new LiveIndex(
                name,
                state.aliases().keySet(),
                said(meta, IndexDefinition.VERSION, Integer.class).orElse(0),
                said(meta, IndexDefinition.TOPIC_ID, String.class).orElse(""),
                said(meta, IndexDefinition.HAS_GAPS, Boolean.class).orElse(false));
    }

    private static <T> Optional<T> said(final Map<String, JsonData> meta, final String name, final Class<T> type) {
        return Optional.ofNullable(meta.get(name)).map(value -> value.to(type));
    }

    /** Makes the first index of a shelf, with its names; it is fine if somebody else just did. */
    public void createFirst(
            final Shelf shelf, final IndexDefinition definition, final String topicId, final boolean hasGaps)
            throws StoreUnavailableException {
        final Set<String> aliases = new LinkedHashSet<>(List.of(shelf.name(), shelf.family()));
        final String name = IndexNames.first(shelf, definition.version());
        if (!create(name, definition.request(aliases, topicId, hasGaps))
                && behind(shelf).isEmpty()) {
            throw new StoreUnavailableException(name + " is there, but not behind the alias " + shelf.name());
        }
    }

    /** Makes an index that nobody can find yet, to be filled. */
    public String createNext(
            final Shelf shelf, final IndexDefinition definition, final String topicId, final boolean hasGaps)
            throws StoreUnavailableException {
        final String name = IndexNames.next(shelf, definition.version(), clock.instant());
        create(name, definition.request(Set.of(), topicId, hasGaps));
        return name;
    }

    /** False if there is an index of that name already. */
    private boolean create(final String name, final String body) throws StoreUnavailableException {
        return ask("make " + name, () -> {
            try {
                return client.indices()
                        .create(request -> request.index(name).withJson(new StringReader(body)))
                        .acknowledged();
            } catch (final ElasticsearchException e) {
                if (EXISTS.equals(e.error().type())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** Remembers that nothing is missing in an index any more. */
    public void hasNoGaps(final String index) throws StoreUnavailableException {
        ask("note that " + index + " is whole", () -> {
            final Map<String, JsonData> meta = new HashMap<>(client.indices()
                    .getMapping(request -> request.index(index))
                    .result()
                    .get(index)
                    .mappings()
                    .meta());
            meta.put(IndexDefinition.HAS_GAPS, JsonData.of(false));
            return client.indices().putMapping(request -> request.index(index).meta(meta));
        });
    }

    /**
     * In one step, takes all names from an index and gives them to a filled one. Whoever asks by name reads the one or the
     * other, and nothing between; requests that have found the old one already still need it for a moment.
     */
    public void replace(final LiveIndex old, final String index) throws StoreUnavailableException {
        ask("put " + index + " in the place of " + old.name(), () -> {
            client.indices().refresh(request -> request.index(index));
            return client.indices().updateAliases(request -> {
                for (final String alias : old.aliases()) {
                    request.actions(action ->
                            action.remove(remove -> remove.index(old.name()).alias(alias)));
                    request.actions(action -> action.add(add -> add.index(index).alias(alias)));
                }
                return request;
            });
        });
    }

    /** From when this returns on, nothing is written to an index; whoever tries is told to come later. */
    public void freeze(final String index) throws StoreUnavailableException {
        ask("freeze " + index, () -> client.indices()
                .addBlock(request -> request.index(index).block(IndicesBlockOptions.Write)));
    }

    /** Lets an index be written to again. */
    public void thaw(final String index) throws StoreUnavailableException {
        ask("thaw " + index, () -> client.indices().putSettings(request -> request.index(index)
                .settings(settings -> settings.blocks(blocks -> blocks.write(false)))));
    }

    /** Deletes an index; it is fine if it is gone already. */
    public void delete(final String index) throws StoreUnavailableException {
        ask("delete " + index, () -> client.indices()
                .delete(request -> request.index(index).ignoreUnavailable(true)));
    }

    /** All indexes of ours for shelves of a family, each with its aliases. */
    public Map<String, Set<String>> ofFamily(final String family) throws StoreUnavailableException {
        return ask("list the indexes of " + family, () -> {
            final Map<String, Set<String>> all = new TreeMap<>();
            client.indices()
                    .get(request -> request.index(family + "-*")
                            .expandWildcards(ExpandWildcard.Open)
                            .allowNoIndices(true))
                    .result()
                    .forEach((name, state) -> IndexNames.shelf(name)
                            .filter(shelf -> shelf.equals(family) || shelf.startsWith(family + "-"))
                            .ifPresent(shelf -> all.put(name, state.aliases().keySet())));
            return all;
        });
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T ask(final String what, final Question<T> question) throws StoreUnavailableException {
        try {
            return question.ask();
        } catch (final ElasticsearchException e) {
            throw new StoreUnavailableException("Elasticsearch did not " + what + ": " + e.getMessage(), e);
        } catch (final IOException e) {
            throw new StoreUnavailableException("Elasticsearch did not " + what + ": " + e, e);
        }
    }
}

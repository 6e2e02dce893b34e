package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import marketplace.tool.load.Http;

/** What can be checked of the documentation in seconds. Its commands are run by a test of the build. */
final class Documentation implements Criterion {
    /** The operations of the story, and who has them. */
    private static final Map<String, List<String>> OPERATIONS = new TreeMap<>(Map.of(
            "shop-api", List.of("set_products", "set_ban_products"),
            "client-api", List.of("get_product_info"),
            "hadoop-api", List.of("get_data", "get_recommendations")));

    private final Path readme;

    /** @param home the checkout */
    Documentation(final Path home) {
        this.readme = home.resolve("README.md");
    }

    @Override
    public int number() {
        return 10;
    }

    @Override
    public String title() {
        return "the documentation is true";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        for (final Map.Entry<String, List<String>> api : OPERATIONS.entrySet()) {
            final String address = ground.platform().address(api.getKey());
            final JsonNode document = ground.http().ask(Http.get(address + "/swagger/openapi.json"));
            evidence.holds(
                    document.findValuesAsText("operationId").containsAll(api.getValue()),
                    "%s: OpenAPI %s names %s",
                    api.getKey(),
                    document.path("openapi").asText(),
                    String.join(", ", api.getValue()));
            evidence.holds(
                    ground.http().text(Http.get(address + "/docs")).contains("swagger"),
                    "%s: /docs shows it",
                    api.getKey());
        }
        parts(ground, evidence);
        return evidence.finding();
    }

    private void parts(final Ground ground, final Evidence evidence) throws IOException {
        final Set<String> named = PortTable.parts(Files.readString(readme));
        final Set<String> strangers = new TreeSet<>(named);
        strangers.removeAll(ground.platform().parts());
        evidence.holds(
                !named.isEmpty() && strangers.isEmpty(),
                "the %d parts whose ports the README names are there%s",
                named.size(),
                strangers.isEmpty() ? "" : ", but not " + String.join(", ", strangers));
        evidence.leftOut("every command of the README is run by ReadmeIT, which ./mvnw verify runs, and not here");
    }
}

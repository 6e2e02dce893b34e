package marketplace.catalogue;

import java.io.StringReader;

/** Catalogues for tests. */
final class Catalogues {
    /** Two topics, one of them mirrored, and who works with them. */
    static final String SMALL = """
            defaults:
              partitions: 2
              replication: 3
              config: {min.insync.replicas: 2, retention.ms: 86400000}
            topics:
              - name: orders
                about: What was ordered.
                cluster: primary
                mirrored: true
                key: order_id
                value: marketplace.events.ProductBan
                config: {cleanup.policy: compact}
                written-by: [shop]
                read-by: [billing, lake]
              - name: insights
                about: What was learnt.
                cluster: target
                partitions: 1
                key: topic
                written-by: [lake]
            principals:
              - name: shop
                about: Sells.
                clusters: [primary]
              - name: billing
                about: Bills.
                clusters: [primary]
                groups: [billing*, invoices]
                transactions: [billing-*]
                dead-letters: true
              - name: lake
                about: Keeps.
                clusters: [target]
                groups: [lake]
              - name: mirror
                about: Copies.
                clusters: [primary, target]
                mirrors: true
                also:
                  - {cluster: target, topic: mm2-*, operations: [CREATE, WRITE]}
              - name: watcher
                about: Looks.
                clusters: [primary, target]
                groups: [watcher]
                also:
                  - {cluster: primary, topic: "*", operations: [READ]}
            """;

    private Catalogues() {}

    static Catalogue small() {
        return read(SMALL);
    }

    static Catalogue read(String yaml) {
        return CatalogueReader.read("test.yaml", new StringReader(yaml));
    }
}

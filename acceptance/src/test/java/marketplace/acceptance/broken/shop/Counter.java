package marketplace.acceptance.broken.shop;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import marketplace.acceptance.broken.client.Search;
import marketplace.acceptance.broken.local.Ports;
import marketplace.acceptance.broken.shop.domain.Basket;

/** A service that imports another, uses the launcher, has a field injected and prints a stack trace. */
public final class Counter {
    @Inject
    Basket basket;

    /** Like the one of any framework: the rule goes by the name. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Inject {}

    Search search(Ports ports) {
        return new Search(basket + "@" + ports);
    }

    static void complain(Exception trouble) {
        trouble.printStackTrace();
    }
}

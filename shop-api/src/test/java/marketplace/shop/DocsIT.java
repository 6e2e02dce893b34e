package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import marketplace.testing.browser.Browser;
import marketplace.testing.browser.Page;
import org.junit.jupiter.api.Test;

/** What somebody sees who opens the documentation and tries it out. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class DocsIT {
    private static final String SET_PRODUCTS = "[id$=set_products]";
    private static final String SET_BANS = "[id$=set_ban_products]";

    @Test
    void a_product_is_banned_by_typing_its_id_in_a_browser(final RunningEngines engines) throws IOException {
        try (ShopApi shop = ShopApi.on(engines);
                Browser browser = Browser.open()) {
            final Page page = browser.page();
            tryOut(page, shop, SET_BANS);
            page.type(SET_BANS + " tr[data-param-name=product_id] input", "typed-3");
            execute(page, SET_BANS, 1);
            page.picture(Path.of("target", "docs-bans.png"));

            assertThat(shop.get("/ban_products").body()).contains("typed-3");
        }
    }

    @Test
    void set_products_can_be_tried_out_in_a_browser(final RunningEngines engines) throws IOException {
        try (ShopApi shop = ShopApi.on(engines);
                Browser browser = Browser.open()) {
            final Page page = browser.page();
            tryOut(page, shop, SET_PRODUCTS);
            execute(page, SET_PRODUCTS, 5);
            page.picture(Path.of("target", "docs.png"));

            assertThat(page.requests())
                    .extracting(URI::getAuthority)
                    .containsOnly(URI.create(shop.url()).getAuthority());
        }
    }

    private static void tryOut(final Page page, final ShopApi shop, final String operation) {
        page.visit(shop.url() + "/docs");
        page.click(operation + " .opblock-summary-control");
        page.click(operation + " .try-out__btn");
    }

    /** Returns when the page shows the answer. */
    private static void execute(final Page page, final String operation, final int accepted) {
        page.click(operation + " .execute");
        page.waitUntil("[...document.querySelectorAll('" + operation + " .live-responses-table .highlight-code')]"
                + ".some(answer => /\"accepted\":\\s*" + accepted + "/.test(answer.textContent))");
    }
}

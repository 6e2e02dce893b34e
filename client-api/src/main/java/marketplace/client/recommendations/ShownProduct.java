package marketplace.client.recommendations;

import java.math.BigDecimal;

/** What is shown of a product beside its recommendation. */
public record ShownProduct(String name, String brand, BigDecimal amount, String currency) {}

package marketplace.acceptance.broken.garage;

/** In the same nameless room as the car. */
final class Wheel {
    private Wheel() {}
}

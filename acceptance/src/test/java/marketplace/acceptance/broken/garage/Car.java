package marketplace.acceptance.broken.garage;

/** In a room that the table does not name. */
final class Car {
    private Car() {}
}

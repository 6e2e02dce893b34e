package marketplace.local.platform;

/** Where a part stands. */
public enum PartState {
    WAITING,
    STARTING,
    READY,
    STOPPING,
    STOPPED,
    /** It did not become ready, or left without being asked. */
    FAILED;

    /** Whether nothing more happens by itself. */
    public boolean isOver() {
        return this == READY || this == STOPPED || this == FAILED;
    }

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

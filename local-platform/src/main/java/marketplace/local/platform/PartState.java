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

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

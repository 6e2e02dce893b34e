package marketplace.local.platform;

/** Hears of every change. Called from many threads, one call at a time for each part. */
@FunctionalInterface
public interface PlatformListener {
    void changed(PartStatus status);
}

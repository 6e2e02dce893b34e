package marketplace.local.platform;

/**
 * Tells whether an engine really serves. It is asked again and again while the engine starts, must answer within a
 * few seconds, and may throw while the engine is not there yet: that counts as a no.
 */
@FunctionalInterface
public interface Readiness {
    boolean isReady() throws Exception;
}

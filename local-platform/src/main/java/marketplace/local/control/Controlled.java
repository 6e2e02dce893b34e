package marketplace.local.control;

import marketplace.local.platform.PartFailed;

/** What can be asked of a running platform from outside its process. */
public interface Controlled {
    StatusReport status();

    void start(String part) throws PartFailed, InterruptedException;

    void stop(String part) throws InterruptedException;

    void kill(String part) throws InterruptedException;

    /** Begins to stop everything; returns at once. */
    void down();
}

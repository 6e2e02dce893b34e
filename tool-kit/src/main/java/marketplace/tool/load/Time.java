package marketplace.tool.load;

import java.util.concurrent.locks.LockSupport;

/** The time as the load sees it. */
public interface Time {
    /** The time that everything else here is measured by. */
    Time REAL = new Time() {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void await(final long moment) throws InterruptedException {
            for (long left = moment - now(); left > 0; left = moment - now()) {
                LockSupport.parkNanos(left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    };

    /** Nanoseconds since whenever. */
    long now();

    /** Returns when it is that late, at once if it is later. */
    void await(long moment) throws InterruptedException;
}

package marketplace.schemas;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A map that holds at most so many entries, give or take what several threads put in at the same moment. When it is
 * full some entry leaves; what left can be had again from where it came.
 */
final class BoundedCache<K, V> {
    private final ConcurrentMap<K, V> entries = new ConcurrentHashMap<>();
    private final int most;

    BoundedCache(final int most) {
        this.most = most;
    }

    /** The value, or null where there is none. */
    V get(final K key) {
        return entries.get(key);
    }

    void put(final K key, final V value) {
        if (entries.size() >= most && !entries.containsKey(key)) {
            final Iterator<K> some = entries.keySet().iterator();
            if (some.hasNext()) {
                entries.remove(some.next());
            }
        }
        entries.put(key, value);
    }

    void remove(final K key, final V value) {
        entries.remove(key, value);
    }

    int size() {
        return entries.size();
    }
}

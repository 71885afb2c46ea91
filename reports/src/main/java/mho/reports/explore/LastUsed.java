package mho.reports.explore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Parts of answers that the next questions share: the few last used are kept. Threads may share it; two that need the same at once both
 * make it, for each may be told to stop.
 *
 * @param <T> what is kept; equal keys, equal parts
 */
final class LastUsed<T> {
    private final Map<Object, T> kept;

    LastUsed(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, T> eldest) {
                return size() > most;
            }
        };
    }

    T get(Object key, Supplier<T> maker) {
        synchronized (kept) {
            T known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        T made = maker.get();
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }
}

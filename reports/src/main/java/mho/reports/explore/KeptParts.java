package mho.reports.explore;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Parts of answers that the next questions share: the few last used are kept, as long as there is memory. Threads may share it; two that
 * need the same at once both make it, for each may be told to stop.
 *
 * @param <T> what is kept; equal keys, equal parts
 */
final class KeptParts<T> {
    private final Map<Object, SoftReference<T>> kept;

    KeptParts(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<T>> eldest) {
                return size() > most;
            }
        };
    }

    T get(Object key, Supplier<T> maker) {
        synchronized (kept) {
            SoftReference<T> known = kept.get(key);
            T part = known == null ? null : known.get();
            if (part != null) {
                return part;
            }
        }
        T made = maker.get();
        synchronized (kept) {
            kept.put(key, new SoftReference<>(made));
        }
        return made;
    }
}

package mho.reports.run;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parts that later questions share: the few last used are kept, as long as there is memory. Threads may share it; two that need the same at
 * once both make it, for each may be told to stop.
 *
 * @param <T> what is kept; equal keys, equal parts
 */
public final class KeptParts<T> {
    private final Map<Object, SoftReference<T>> kept;

    public KeptParts(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<T>> eldest) {
                return size() > most;
            }
        };
    }

    /** Of this key, if it is still there. */
    public @Nullable T find(Object key) {
        synchronized (kept) {
            SoftReference<T> known = kept.get(key);
            return known == null ? null : known.get();
        }
    }

    /** Of this key, made where it is not there. */
    public T get(Object key, Supplier<? extends T> maker) {
        T known = find(key);
        if (known != null) {
            return known;
        }
        T made = maker.get();
        synchronized (kept) {
            kept.put(key, new SoftReference<>(made));
        }
        return made;
    }
}

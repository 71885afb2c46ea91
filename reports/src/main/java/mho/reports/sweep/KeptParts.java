package mho.reports.sweep;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parts that later points may share: the last few, as long as there is memory for them. Threads may share it. */
final class KeptParts {
    private static final int MOST = 256;

    private final Map<Object, SoftReference<Object>> parts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<Object>> eldest) {
            return size() > MOST;
        }
    };

    /** Of this key, if it is still there. */
    @Nullable
    Object find(Object key) {
        synchronized (parts) {
            SoftReference<Object> kept = parts.get(key);
            return kept == null ? null : kept.get();
        }
    }

    /** Of this key, made where it is not there; whoever makes it does so outside of any lock. */
    @SuppressWarnings("unchecked") // parts of one key are of one kind
    <T> T get(Object key, Supplier<T> maker) {
        Object known = find(key);
        if (known != null) {
            return (T) known;
        }
        T made = maker.get();
        synchronized (parts) {
            parts.put(key, new SoftReference<>(made));
        }
        return made;
    }
}

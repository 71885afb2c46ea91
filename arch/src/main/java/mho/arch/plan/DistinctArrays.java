package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays, each kept once, numbered in the order in which they first come. */
final class DistinctArrays {
    private final List<int[]> list = new ArrayList<>();
    private final Map<Key, Integer> ids = new HashMap<>();

    /** An array as a key; its hash is computed once. */
    private record Key(int[] values, int hash) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && hash == key.hash && Arrays.equals(values, key.values);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    List<int[]> list() {
        return list;
    }

    int size() {
        return list.size();
    }

    /** The number of an array, which nobody may change from then on. */
    int id(int[] values) {
        Integer id = ids.putIfAbsent(new Key(values, Arrays.hashCode(values)), list.size());
        if (id != null) {
            return id;
        }
        list.add(values);
        return list.size() - 1;
    }
}

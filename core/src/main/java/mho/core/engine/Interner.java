package mho.core.engine;

import java.util.Arrays;

/**
 * Keeps one copy of each distinct block of words (hash-consing). A block's first word must settle its length, so that no
 * block is the beginning of another.
 */
final class Interner {
    private final Ints words = new Ints();
    private final Ints starts = new Ints();
    // Open addressing with linear probing; an entry's number plus one, zero where free.
    private int[] table = new int[64];

    /** Where the next block is to be written. */
    Ints words() {
        return words;
    }

    /**
     * Closes the block written since {@code begin}. If an equal one was there already, the new one is forgotten.
     *
     * @return the block's number, dense from 0
     */
    int close(int begin) {
        int length = words.size() - begin;
        int mask = table.length - 1;
        int slot = slot(words.hashRange(begin, words.size()));
        for (; table[slot] != 0; slot = (slot + 1) & mask) {
            int start = starts.get(table[slot] - 1);
            if (start + length <= begin && words.equalRanges(start, begin, length)) {
                words.truncate(begin);
                return table[slot] - 1;
            }
        }
        starts.add(begin);
        table[slot] = starts.size();
        if (starts.size() > table.length / 2) {
            rehash();
        }
        return starts.size() - 1;
    }

    int start(int number) {
        return starts.get(number);
    }

    int[] starts() {
        return starts.toArray();
    }

    int size() {
        return starts.size();
    }

    private void rehash() {
        int[] old = table;
        table = new int[2 * old.length];
        int mask = table.length - 1;
        Arrays.stream(old).filter(entry -> entry != 0).sorted().forEach(entry -> {
            int end = entry == starts.size() ? words.size() : starts.get(entry);
            int slot = slot(words.hashRange(starts.get(entry - 1), end));
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = entry;
        });
    }

    private int slot(int hash) {
        return hash >>> Integer.numberOfLeadingZeros(table.length - 1);
    }
}

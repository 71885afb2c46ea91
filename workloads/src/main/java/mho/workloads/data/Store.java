package mho.workloads.data;

/** Numbers one after the other, held as small as they can be. */
sealed interface Store permits Store.Bytes, Store.Floats {
    int length();

    float at(int i);

    /** The same numbers in another order: number i is number {@code from[i % from.length]} of its stretch of that length. */
    Store rearranged(int[] from);

    /** Unsigned bytes. */
    record Bytes(byte[] bytes) implements Store {
        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public float at(int i) {
            return bytes[i] & 0xFF;
        }

        @Override
        public Store rearranged(int[] from) {
            byte[] moved = new byte[bytes.length];
            for (int start = 0; start < bytes.length; start += from.length) {
                for (int i = 0; i < from.length; i++) {
                    moved[start + i] = bytes[start + from[i]];
                }
            }
            return new Bytes(moved);
        }
    }

    record Floats(float[] floats) implements Store {
        @Override
        public int length() {
            return floats.length;
        }

        @Override
        public float at(int i) {
            return floats[i];
        }

        @Override
        public Store rearranged(int[] from) {
            float[] moved = new float[floats.length];
            for (int start = 0; start < floats.length; start += from.length) {
                for (int i = 0; i < from.length; i++) {
                    moved[start + i] = floats[start + from[i]];
                }
            }
            return new Floats(moved);
        }
    }
}

package mho.workloads.data;

import java.util.function.IntUnaryOperator;

/** Numbers one after the other, held as small as they can be. */
sealed interface NumberStore permits NumberStore.Bytes, NumberStore.Floats {
    int length();

    float at(int i);

    /** So many numbers, number i being the one at {@code from(i)} here. */
    NumberStore picked(int length, IntUnaryOperator from);

    /** Unsigned bytes: pixels. */
    final class Bytes implements NumberStore {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int length() {
            return bytes.length;
        }

        @Override
        public float at(int i) {
            return unsigned(i);
        }

        int unsigned(int i) {
            return bytes[i] & 0xFF;
        }

        @Override
        public NumberStore picked(int length, IntUnaryOperator from) {
            byte[] picked = new byte[length];
            for (int i = 0; i < length; i++) {
                picked[i] = bytes[from.applyAsInt(i)];
            }
            return new Bytes(picked);
        }
    }

    final class Floats implements NumberStore {
        private final float[] floats;

        Floats(float[] floats) {
            this.floats = floats;
        }

        @Override
        public int length() {
            return floats.length;
        }

        @Override
        public float at(int i) {
            return floats[i];
        }

        @Override
        public Floats picked(int length, IntUnaryOperator from) {
            float[] picked = new float[length];
            for (int i = 0; i < length; i++) {
                picked[i] = floats[from.applyAsInt(i)];
            }
            return new Floats(picked);
        }

        /** As bytes if they look like pixels: whole numbers from 0 to 255, not all of them 0 or 1. */
        NumberStore compact() {
            byte[] bytes = new byte[floats.length];
            boolean beyondOne = false;
            for (int i = 0; i < floats.length; i++) {
                int whole = (int) floats[i];
                if (whole != floats[i] || whole < 0 || whole > 255) {
                    return this;
                }
                beyondOne |= whole > 1;
                bytes[i] = (byte) whole;
            }
            return beyondOne ? new Bytes(bytes) : this;
        }
    }
}

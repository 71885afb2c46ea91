package mho.workloads.network;

import mho.core.yaml.BadInput;

/**
 * A feature map: {@code channels} values at each of {@code height} x {@code width} positions, counted row-major
 * ({@code y * width + x}). A vector of n is (n, 1, 1); a sequence of T vectors of D is (D, 1, T).
 */
public record Shape(int channels, int height, int width) {
    public Shape {
        if (channels < 1 || height < 1 || width < 1 || (long) height * width > Integer.MAX_VALUE) {
            throw new BadInput(
                    "a shape of %d x %d x %d is not possible: every extent is 1 or more, positions up to 2^31 - 1"
                            .formatted(channels, height, width));
        }
    }

    public static Shape vector(int values) {
        return new Shape(values, 1, 1);
    }

    public static Shape sequence(int values, int steps) {
        return new Shape(values, 1, steps);
    }

    public int positions() {
        return height * width;
    }

    public long size() {
        return (long) channels * positions();
    }

    public boolean samePositions(Shape other) {
        return height == other.height && width == other.width;
    }

    /** As messages print it: channels x height x width. */
    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }
}

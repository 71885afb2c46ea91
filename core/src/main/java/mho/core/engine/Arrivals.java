package mho.core.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** When the images of a run become available, in ticks: each at the same time as the one before or later. */
public final class Arrivals {
    /** Any number of images, all at tick 0. */
    public static final Arrivals AT_ONCE = new Arrivals(null);

    // Null if all are there at once.
    private final long @Nullable [] ticks;

    private Arrivals(long @Nullable [] ticks) {
        this.ticks = ticks;
    }

    /**
     * One image at each of these times.
     *
     * @throws IllegalArgumentException unless 0 ≤ each ≤ the next ≤ {@link Clock#HORIZON}
     */
    public static Arrivals at(long... ticks) {
        long before = 0;
        for (int image = 0; image < ticks.length; image++) {
            if (ticks[image] < before || ticks[image] > Clock.HORIZON) {
                throw new IllegalArgumentException("image " + image + " comes at tick " + ticks[image] + ", after "
                        + before + ": give times that do not decrease, up to " + Clock.HORIZON);
            }
            before = ticks[image];
        }
        return new Arrivals(ticks.clone());
    }

    /** Images that come. */
    public int images() {
        return ticks == null ? Integer.MAX_VALUE : ticks.length;
    }

    /** When the image comes. */
    public long tick(int image) {
        return ticks == null ? 0 : ticks[image];
    }

    /** Of the first {@code images} those that have come by then; {@code known} of them are known to have. */
    int by(long now, int known, int images) {
        if (ticks == null) {
            return images;
        }
        int come = known;
        while (come < images && ticks[come] <= now) {
            come++;
        }
        return come;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arrivals same && Arrays.equals(ticks, same.ticks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ticks);
    }
}

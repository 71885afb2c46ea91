package mho.arch.topology;

/** One dimension of a grid. */
enum GridDimension {
    /** From end to end. */
    OPEN {
        @Override
        int next(int at, int target, int length) {
            return at + Integer.compare(target, at);
        }

        @Override
        int links(int length) {
            return 2 * (length - 1);
        }
    },
    /** The last is a neighbour of the first. Of two they are neighbours anyway: a second link is not laid. */
    CLOSED {
        /** The shorter way round; upwards if both are as long. */
        @Override
        int next(int at, int target, int length) {
            int upwards = Math.floorMod(target - at, length);
            if (upwards == 0) {
                return at;
            }
            return Math.floorMod(2L * upwards <= length ? at + 1 : at - 1, length);
        }

        @Override
        int links(int length) {
            return length > 2 ? 2 * length : OPEN.links(length);
        }
    };

    abstract int next(int at, int target, int length);

    /** One for each direction. */
    abstract int links(int length);

    /** Of one within it. */
    static int neighbours(int length) {
        return Math.min(2, length - 1);
    }
}

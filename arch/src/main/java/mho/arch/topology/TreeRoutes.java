package mho.arch.topology;

import java.util.stream.IntStream;

/** Routers level by level, the lowest first, the root last; on each level from left to right. */
final class TreeRoutes implements RouterNetwork {
    private final int radix;

    /** Routers on each level. */
    private final int[] wide;

    /** Number of the first router on each level, and behind the last how many there are. */
    private final int[] first;

    TreeRoutes(int places, int radix) {
        this.radix = radix;
        this.wide = IntStream.iterate(places, n -> n > 0, n -> n == 1 ? 0 : 1 + (n - 1) / radix)
                .toArray();
        this.first = new int[wide.length + 1];
        for (int level = 0; level < wide.length; level++) {
            first[level + 1] = first[level] + wide[level];
        }
    }

    @Override
    public String name() {
        return "tree";
    }

    @Override
    public int routers() {
        return first[wide.length];
    }

    @Override
    public long links() {
        return 2L * (routers() - 1);
    }

    @Override
    public int ports(int tiles) {
        int most = tiles + above(0);
        for (int level = 1; level < wide.length; level++) {
            most = Math.max(most, Math.min(radix, wide[level - 1]) + above(level));
        }
        return most;
    }

    private int above(int level) {
        return level < wide.length - 1 ? 1 : 0;
    }

    @Override
    public int columns() {
        return wide[0];
    }

    @Override
    public int outer(int column, boolean farSide) {
        return routers() - 1;
    }

    @Override
    public int apart() {
        return wide.length > 1 ? 1 : 0;
    }

    @Override
    public int next(int router, int target) {
        if (router == target) {
            return target;
        }
        int level = level(router);
        int index = router - first[level];
        int below = level(target);
        int ancestor = target - first[below];
        for (; below < level; below++) {
            if (below == level - 1 && ancestor / radix == index) {
                return first[below] + ancestor;
            }
            ancestor /= radix;
        }
        return first[level + 1] + index / radix;
    }

    /** "(index,level)". */
    @Override
    public String at(int router) {
        int level = level(router);
        return "(" + (router - first[level]) + "," + level + ")";
    }

    private int level(int router) {
        int level = 0;
        while (router >= first[level + 1]) {
            level++;
        }
        return level;
    }
}

package mho.arch.map;

import mho.workloads.network.Axis;

/** The input indices of one direction that an output index reads: from its first to its last, evenly spaced. */
final class Taps {
    private Taps() {}

    /**
     * Distance between neighbouring indices. Taps that are {@code dilation} apart on an input stretched by {@code up} meet every
     * dilation / gcd(up, dilation)-th index.
     */
    static int distance(Axis axis) {
        int a = axis.up();
        int b = axis.dilation();
        while (b != 0) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        return axis.dilation() / a;
    }
}

package mho.reports.metrics;

/** What each figure means: the words of the README and of every page's footnotes. */
public enum Definition {
    OP(
            "op",
            "one multiply or one add: a multiply-accumulate is two. Bias and activation are not counted; strides and padding are, as the mathematics has them"),
    LATENCY_OF_A_LAYER(
            "latency of a layer", "first step of its first window to the end of its last, of the first input"),
    LATENCY("latency", "input available (t = 0) to last output, of the first input"),
    INTERVAL(
            "interval",
            "(t_N - t_1) / (N - 1) between finished inputs, N >= 2. With one input it is the latency, and the report says so"),
    ENERGY(
            "energy",
            "of one inference: every action's count x price, and the leakage of all parts of the chips in use over the interval"),
    RATE("rate", "ops / interval"),
    OPS_PER_JOULE(
            "ops per joule",
            "ops / energy; the same number is operations per second per watt. A layer's leaves out leakage, which has a row of its own"),
    UTILIZATION("utilization of the network", "rate over the peak of the chips in use"),
    UTILIZATION_OF_A_LAYER(
            "utilization of a layer",
            "busy part of its own arrays while it is active (first start to last finish, all inputs), the mean over its arrays; of digital layers, that of the bottleneck"),
    BOTTLENECK_OF_A_LAYER(
            "bottleneck of a layer",
            "of the resources it uses, the one busy, with anybody's work, for the largest part of the time the layer is active, over its servers"),
    BOTTLENECK(
            "bottleneck of the network",
            "the resource that each input keeps busy longest, averaged over its servers: no input can follow another faster"),
    BUFFER_BYTES("bytes through buffers", "accesses to tile buffers, reads and writes, x the width of one"),
    NETWORK_BYTES(
            "bytes through the network",
            "flits, pulses or bits between tiles x what one carries, counted anew on every hop"),
    INTENSITY(
            "operational intensity",
            "ops per byte moved, through the buffers or through the network: two points a layer. Roofs of the roofline: the peak of the chips in use, and bytes per second of all their buffers, or ports, segments or wires, x intensity"),
    SQNR(
            "SQNR",
            "energy of a layer's outputs in floating point, activation included, over that of the deviation from them"),
    CLIPPED("clipped", "part of the conversions beyond the converters' range"),
    SATURATED("saturated", "part of the integrations at the integrators' limit"),
    DRIVER_INPUTS_CLIPPED("driver inputs clipped", "part of a layer's inputs beyond the drivers' codes"),
    NETWORK_INPUTS_CLIPPED(
            "network inputs clipped", "part of the network's inputs beyond the codes of the buffers that keep them"),
    OUTPUTS_CLIPPED("outputs clipped", "part of the outputs beyond the codes of the buffers that keep them"),
    MEAN_INPUT("mean input", "over the largest: density of ones, mean pulse over the longest"),
    ROWS_DRIVEN("rows driven", "part of the rows' phases with anything but zero");

    private final String figure;
    private final String words;

    Definition(String figure, String words) {
        this.figure = figure;
        this.words = words;
    }

    public String figure() {
        return figure;
    }

    public String words() {
        return words;
    }
}

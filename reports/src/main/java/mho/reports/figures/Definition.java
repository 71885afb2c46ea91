package mho.reports.figures;

/** What each figure means: the words of the README and of every page's footnotes. */
public enum Definition {
    OP(
            "op",
            "one multiply or one add: a multiply-accumulate is two. Bias and activation are not counted; strides and padding are, as the mathematics has them"),
    LATENCY_OF_A_LAYER(
            "latency of a layer",
            "first step of its first window to the end of its last, of one input with the chip to itself"),
    LEAST_INTERVAL(
            "least interval of a layer",
            "what each input keeps the busiest of the layer's own arrays busy: no input can follow another faster through this layer, whatever else is fast. Layers without arrays have none"),
    LATENCY("latency", "input available (t = 0) to last output, of one input with the chip to itself"),
    STREAM_LATENCY(
            "latency in the stream",
            "first step of an input's first window to its last output, while inputs follow one another at the steady interval: the mean of those the interval is measured on"),
    ARRIVAL_LATENCY(
            "latency of arrivals",
            "from when an input comes to its last output, waiting included, of inputs that come from outside (--arrivals) to a chip that is empty at first: the distribution over all of them. Percentiles are right to four digits"),
    OFFERED_LOAD(
            "offered load",
            "mean rate at which inputs come x interval. Above 1 the queue grows without end, and latencies depend on the number of inputs"),
    INTERVAL(
            "interval",
            "steady time between finished inputs. Inputs are let in until the last ones settle: intervals repeat (in groups of up to four, to 0.1 %), or the means of the four quarters of the latter half differ by at most 0.5 %; none is shorter than the busiest resource allows; and inputs begin as fast as they are finished. Where that has not come about after 64 inputs (large networks: 32 million events and 8 inputs; small ones: 2 million events), the report says so and how far they differ. The interval is their mean, but never below what the busiest resource needs for an input. With one input it is the latency, and the report says so"),
    ENERGY(
            "energy",
            "of one inference: every action's count x price, and the leakage of all parts of the chips in use over the interval"),
    POWER("power", "average of the chips in use: energy of one inference over the interval; of a part likewise"),
    RATE("rate", "ops / interval"),
    OPS_PER_JOULE(
            "ops per joule",
            "ops / energy; the same number is operations per second per watt. A layer's leaves out leakage, which has a row of its own"),
    UTILIZATION("utilization of the network", "rate over the peak of the chips in use"),
    UTILIZATION_OF_A_LAYER(
            "utilization of a layer",
            "busy part of its own arrays while it is active (first start to last finish, all inputs), the mean over its arrays; of digital layers, that of the bottleneck"),
    WRITING(
            "writing once",
            "every weight into every copy, before the first input: cells in use (references and unit columns too) x pulses of a cell, and the reads that verify them; bringing the weights to the chip is not in it. In no other figure"),
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

    /** The words as a sentence. */
    public String sentence() {
        return sentence(words);
    }

    /** Any definition as a sentence. */
    public static String sentence(String definition) {
        return Character.toUpperCase(definition.charAt(0)) + definition.substring(1) + ".";
    }
}

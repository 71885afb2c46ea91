package mho.arch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.Concat;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Kernel;
import mho.workloads.network.Layer;
import mho.workloads.network.LocallyConnected;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Pool;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Reduction;
import mho.workloads.network.Shape;

/** Small networks drawn from a seed: maps that branch and join, sequences, one head. */
public final class RandomNetworks {
    private final Random random;
    private final NetworkBuilder builder;
    private final int widest;

    private RandomNetworks(long seed, int widest) {
        this.random = Seeds.random(seed);
        this.widest = widest;
        this.builder = Network.builder("random-" + seed, "", "");
    }

    /** Maps of up to 9 by 9, up to {@code widest} channels, about {@code layers} layers, branches joined by adds and concats. */
    public static Network branching(long seed, int layers, int widest) {
        return new RandomNetworks(seed, widest).map(layers, true);
    }

    /** As {@link #branching}, each layer reading only the one before it. */
    public static Network chain(long seed, int layers, int widest) {
        return new RandomNetworks(seed, widest).map(layers, false);
    }

    /** Sequences through recurrent layers. */
    public static Network sequence(long seed, int widest) {
        return new RandomNetworks(seed, widest).steps();
    }

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private Network map(int layers, boolean branches) {
        int last = builder.input("input", new Shape(upTo(widest), upTo(9), upTo(9)));
        for (int i = 0; i < layers; i++) {
            last = branches && random.nextInt(3) == 0 ? block(last, i) : single(last, "layer" + i);
        }
        if (random.nextBoolean()) {
            builder.add("head", new Dense(upTo(widest), random.nextBoolean(), false), last);
        }
        return builder.build();
    }

    private Network steps() {
        int last = builder.input("input", Shape.sequence(upTo(widest), upTo(7)));
        for (int i = 0; i < 2; i++) {
            Recurrent.Cell cell = Recurrent.Cell.values()[random.nextInt(3)];
            last = builder.add("recurrent" + i, new Recurrent(cell, upTo(widest), true), last);
        }
        builder.add("head", new Dense(upTo(widest), true, true), last);
        return builder.build();
    }

    /** A branch of one to three layers that keep the map, joined with a shortcut. */
    private int block(int input, int id) {
        Shape shape = builder.shape(input);
        boolean add = random.nextBoolean();
        int way = input;
        for (int i = upTo(3); i > 0; i--) {
            int size = 1 + 2 * random.nextInt(3);
            Kernel kernel = Kernel.square(size, 1, size / 2);
            way = builder.add("block" + id + "-" + i, new Conv(kernel, shape.channels(), 1, true), way);
        }
        int beside = random.nextBoolean()
                ? input
                : builder.add("block" + id + "-beside", new Conv(Kernel.point(), shape.channels(), 1, false), input);
        Layer join = add ? new Elementwise(Elementwise.Operator.ADD) : new Concat(Concat.Along.CHANNELS);
        return builder.add("block" + id, join, List.of(way, beside));
    }

    private int single(int input, String name) {
        List<Layer> candidates = candidates(builder.shape(input));
        for (Layer layer : candidates) {
            try {
                Activation activation =
                        layer.takesActivation() && random.nextBoolean() ? Activation.RELU : Activation.NONE;
                String tried = layer == candidates.get(0) ? name : name + "-point";
                return builder.add(tried, layer, List.of(input), activation, 0, null);
            } catch (BadInput doesNotFit) {
                // the kernel is larger than the map; the next candidate fits
            }
        }
        throw new AssertionError("the last candidate fits always");
    }

    private List<Layer> candidates(Shape shape) {
        int size = upTo(4);
        Kernel kernel = new Kernel(
                size,
                upTo(4),
                upTo(3),
                upTo(3),
                random.nextInt(size),
                random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3),
                upTo(2),
                upTo(2));
        List<Layer> layers = new ArrayList<>();
        switch (random.nextInt(8)) {
            case 0 -> layers.add(new Pool(Reduction.MAX, kernel, random.nextBoolean()));
            case 1 -> layers.add(new Pool(Reduction.AVERAGE, Kernel.square(size, upTo(2), 0), false));
            case 2 -> layers.add(new LocallyConnected(kernel, upTo(4), true));
            case 3 -> layers.add(new Conv(kernel, shape.channels() * upTo(2), shape.channels(), true));
            case 4 -> layers.add(new ActivationLayer(Activation.SIGMOID));
            default -> layers.add(new Conv(kernel, upTo(widest), 1, random.nextBoolean()));
        }
        layers.add(new Conv(Kernel.point(), upTo(widest), 1, true));
        return layers;
    }
}

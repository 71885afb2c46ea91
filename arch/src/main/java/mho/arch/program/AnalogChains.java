package mho.arch.program;

import java.util.List;
import java.util.stream.IntStream;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.Tiling;
import mho.arch.element.AnalogTiming;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Placement;
import mho.arch.plan.Stage;
import mho.arch.plan.StageEdge;
import mho.core.engine.ModelSaysNo;
import mho.periphery.neuron.Neuron;

/**
 * Layers that hand voltages on. Nothing between two converters stores, so a layer's arrays are taken from the moment its inputs are on their
 * rows until whoever is last behind it has been read:
 *
 * <pre>held = taken + the longest that any reader is held</pre>
 *
 * <p>That is what one step would do that takes all arrays of a chain for the sum of their times: a layer's arrays are free again when its
 * readers' are, so none of them ever waits for a vector before.
 */
final class AnalogChains {
    private final TimingView chip;
    private final Placement placement;
    private final int[] taken;
    private final int[] held;

    AnalogChains(TimingView chip, Placement placement) {
        this.chip = chip;
        this.placement = placement;
        List<Stage> stages = placement.pipeline().stages();
        this.taken = new int[stages.size()];
        this.held = new int[stages.size()];
        for (int id = stages.size() - 1; id >= 0; id--) {
            Stage stage = stages.get(id);
            AnalogTiming analog = chip.kinds().get(stage.kind()).element().analog();
            if (stage.tiling() != null && analog != null) {
                checkOneChip(stage, stage);
                taken[id] = cycles(stage, stage.tiling(), analog);
                held[id] += taken[id];
                holdWhoeverDrives(stage, held[id]);
            }
        }
    }

    /** Cycles until a stage's sums are there. */
    int taken(Stage stage) {
        return taken[stage.id()];
    }

    /** Cycles that its arrays are taken. */
    int held(Stage stage) {
        return held[stage.id()];
    }

    /** Readers come behind whom they read, so that this is known before it is asked for. */
    private void holdWhoeverDrives(Stage stage, int cycles) {
        if (!stage.rim().in()) {
            for (StageEdge reading : stage.inputs()) {
                Stage producer = placement.pipeline().stages().get(reading.producer());
                held[producer.id()] = Math.max(held[producer.id()], cycles);
                checkOneChip(producer, stage);
            }
        }
    }

    private int cycles(Stage stage, Tiling tiling, AnalogTiming analog) {
        KindView kind = chip.kinds().get(stage.kind());
        int outputs = Math.max(1, tiling.cells() / tiling.layout().cellsPerWeight());
        boolean bends = !stage.rim().out() && !stage.work().isNone();
        return analog.cycles(stage.rim(), outputs, bends ? functionSeconds(stage, kind) : 0);
    }

    /** Every output has a circuit of its own: what waited for one would have to be kept. */
    private double functionSeconds(Stage stage, KindView kind) {
        Neuron neuron = kind.digital().activation();
        long most = 0;
        for (CopyPlacement site : sites(stage)) {
            for (CopyPlacement.Fragment fragment : site.fragments()) {
                most = Math.max(most, (long)
                        Math.ceil(fragment.outputs().of(stage.node().output().channels())));
            }
        }
        if (most > neuron.count()) {
            throw new ModelSaysNo(
                    "layer %s hands %d voltages on from one tile, and every one of them needs a circuit of its own for its function; %s has %d: give more (--set %s=%d)"
                            .formatted(
                                    stage.node().name(),
                                    most,
                                    chip.chip(),
                                    neuron.count(),
                                    kind.in("tile.activation.count"),
                                    most));
        }
        return neuron.latencySeconds();
    }

    /** Currents meet, and voltages arrive, on the chip where they are. */
    private void checkOneChip(Stage from, Stage to) {
        for (int site = 0; from == to && site < sites(to).size(); site++) {
            if (chips(to, site).distinct().count() > 1) {
                refuse(from, to);
            }
        }
        if (from != to
                && IntStream.concat(chips(from, 0), chips(to, 0)).distinct().count() > 1) {
            refuse(from, to);
        }
    }

    private List<CopyPlacement> sites(Stage stage) {
        return placement.seats().get(stage.id()).sites();
    }

    private IntStream chips(Stage stage, int site) {
        return sites(stage).get(site).fragments().stream()
                .mapToInt(fragment -> fragment.tile() / chip.fabric().tiles());
    }

    private void refuse(Stage from, Stage to) {
        throw new ModelSaysNo(
                "%s as voltages, and they stand on several chips of %s, between which links carry codes: give chips more tiles (--set tiles=%d), or convert every layer's results (--set tile.core.analog-link=null)"
                        .formatted(
                                from == to
                                        ? "arrays of layer " + to.node().name() + " hand their sums to one another"
                                        : "layer " + from.node().name() + " hands its values to "
                                                + to.node().name(),
                                chip.chip(),
                                Math.multiplyExact(chip.fabric().tiles(), placement.chips())));
    }
}

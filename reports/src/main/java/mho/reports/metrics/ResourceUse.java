package mho.reports.metrics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import mho.arch.plan.SpareArrays;
import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import mho.core.engine.Model;
import org.jspecify.annotations.Nullable;

/** How busy resources are. */
final class ResourceUse {
    private static final String NOTHING = "nothing";

    private final RunResult run;
    private final RunTimes times;
    private final MachineSide side;
    private final Model model;

    ResourceUse(RunResult run, RunTimes times, MachineSide side) {
        this.side = side;
        this.run = run;
        this.times = times;
        this.model = run.program().model();
    }

    /** A resource and the part of the time it was busy. */
    record Busy(String resource, double fraction) {}

    /** Of the resources a layer uses, the one busy for the largest part of the time the layer is active, whoever keeps it busy. */
    Busy bottleneck(int stage) {
        BitSet resources = run.program().resources().get(stage);
        Busy busiest = new Busy(NOTHING, 0);
        for (int r = resources.nextSetBit(0); r >= 0; r = resources.nextSetBit(r + 1)) {
            double fraction = fraction(stage, r);
            if (fraction > busiest.fraction) {
                busiest = new Busy(model.resourceName(r), fraction);
            }
        }
        return busiest;
    }

    /** The mean over a layer's own arrays; that of its bottleneck where it has none. */
    double utilization(int stage) {
        BitSet own = run.program().pipelines().get(stage);
        return own.isEmpty()
                ? bottleneck(stage).fraction
                : own.stream().mapToDouble(r -> fraction(stage, r)).average().orElse(0);
    }

    /** What each input keeps the busiest of the layer's own arrays busy; null where it has none. */
    @Nullable
    Double leastIntervalS(int stage) {
        BitSet own = run.program().pipelines().get(stage);
        return own.isEmpty()
                ? null
                : RunTimes.seconds(
                        own.stream().mapToDouble(this::busyTicks).max().orElse(0));
    }

    /** What each input keeps a resource busy, averaged over its servers. */
    private double busyTicks(int resource) {
        return (double) run.timeline().busy(resource)
                / model.servers(resource)
                / run.images()
                / run.placement().batch();
    }

    private double fraction(int stage, int resource) {
        long active = times.activeTicks(stage);
        return active == 0
                ? 0
                : run.timeline().busyWhileActive(run.program().beginnings()[stage], resource)
                        / ((double) active * model.servers(resource));
    }

    /** The resource that every input keeps busy longest. */
    Bottleneck limit() {
        int longest = -1;
        double most = 0;
        for (int r = 0; r < model.resources(); r++) {
            double ticks = busyTicks(r);
            if (ticks > most) {
                most = ticks;
                longest = r;
            }
        }
        if (longest < 0) {
            return new Bottleneck(NOTHING, 0, 0, List.of(), null, null);
        }
        List<String> layers = new ArrayList<>();
        double utilization = 0;
        for (int stage = 0; stage < run.program().resources().size(); stage++) {
            if (run.program().resources().get(stage).get(longest)) {
                layers.add(model.stageName(stage));
                utilization = Math.max(utilization, fraction(stage, longest));
            }
        }
        return new Bottleneck(
                model.resourceName(longest),
                RunTimes.seconds(most),
                utilization,
                layers,
                next(model.resourceSetBy(longest)),
                spare(longest));
    }

    /** What would be busiest if all that a key sets were twice as fast: a bound, for what waits less may come together more. */
    private Bottleneck.Next next(String key) {
        int longest = 0;
        double most = 0;
        for (int r = 0; r < model.resources(); r++) {
            double ticks = busyTicks(r) / (model.resourceSetBy(r).equals(key) ? 2 : 1);
            if (ticks > most) {
                most = ticks;
                longest = r;
            }
        }
        return new Bottleneck.Next(key, model.resourceName(longest), RunTimes.seconds(most));
    }

    /** Beside the layer whose arrays a resource is. */
    private @Nullable SpareArrays spare(int resource) {
        for (Stage stage : run.placement().pipeline().stages()) {
            if (!run.placement().takesTurns()
                    && run.program().pipelines().get(stage.id()).get(resource)) {
                return side.spare(stage);
            }
        }
        return null;
    }
}

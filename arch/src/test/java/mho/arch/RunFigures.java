package mho.arch;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.Component;
import mho.arch.element.WriteOnce;
import mho.arch.plan.Stage;
import mho.arch.power.StaticEnergy;
import mho.arch.run.RunResult;
import mho.arch.write.AllWeights;
import mho.core.engine.Clock;
import org.jspecify.annotations.Nullable;

/** Everything that a report says of a chip and of networks on it: what a number of a chip file may change. */
public final class RunFigures {
    private RunFigures() {}

    public static Map<String, Double> ofChip(ChipSpec chip) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("peak", chip.peakOpsPerSecond());
        figures.put("storage", chip.storageBytes());
        for (Component component : Inventory.of(chip).components()) {
            figures.put(component.path() + " area", component.chipAreaM2());
            figures.put(component.path() + " power", component.chipPowerW());
            figures.put(component.path() + " leakage", component.chipLeakageW());
        }
        return figures;
    }

    /** Of two inputs or more, one after the other. */
    public static Map<String, Double> ofRun(RunResult run) {
        Map<String, Double> figures = new TreeMap<>();
        String name = run.network().node(1).name();
        figures.put(name + " chips", (double) run.placement().chips());
        figures.put(name + " capacity", (double) Arrays.hashCode(run.placement().capacity()));
        for (Stage stage : run.placement().pipeline().stages()) {
            String layer = name + " " + stage.node().name();
            figures.put(layer + " energy", RunInvariants.energyJ(run, stage.id()));
            figures.put(layer + " start", (double) run.timeline().start(stage.id(), 0));
            figures.put(layer + " finish", (double) run.timeline().finish(stage.id(), 0));
            figures.put(layer + " next", (double) run.timeline().finish(stage.id(), 1));
            figures.put(layer + " arrays", (double) stage.arrays());
        }
        figures.put(name + " latency", (double) run.alone().finish(0));
        double interval = run.pace().intervalTicks() / Clock.TICKS_PER_SECOND;
        for (StaticEnergy.Line line : StaticEnergy.of(run, interval)) {
            figures.put(name + " " + line.component() + " " + line.kind(), line.energyJ());
        }
        return figures;
    }

    /** What it takes to write all weights once. */
    public static Map<String, Double> ofWriting(RunResult run) {
        String name = run.network().node(1).name();
        WriteOnce written = AllWeights.of(Given.chipOf(run), run.placement(), run.inventory());
        return Map.of(
                name + " written in", stated(written.seconds()),
                name + " written for", stated(written.joules()),
                name + " life", stated(written.lifeUsed()));
    }

    private static double stated(@Nullable Double figure) {
        return figure == null ? -1 : figure;
    }
}

package mho.reports.metrics;

import java.util.List;
import mho.arch.chip.Roofline;
import mho.arch.element.WriteOnce;
import mho.arch.plan.SpareArrays;
import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import org.jspecify.annotations.Nullable;

/** A reference machine, which has no tiles, no arrays and no parts. */
record RooflineSide(Roofline machine, RunResult run) implements MachineSide {
    @Override
    public Report.Circuits circuits() {
        return new Report.Circuits(machine.technology(), null, null);
    }

    @Override
    public Report.Peak peak() {
        return new Report.Peak(machine.peakOpsPerSecond(), run.inventory().peakPowerW(), null, null);
    }

    @Override
    public @Nullable Integer tiles() {
        return null;
    }

    @Override
    public @Nullable Long arrays() {
        return null;
    }

    @Override
    public List<String> absent() {
        return List.of();
    }

    @Override
    public List<String> unusual() {
        return List.of();
    }

    @Override
    public Totals.InUse inUse() {
        return new Totals.InUse(1, 1, null, null, run.inventory().areaM2());
    }

    @Override
    public @Nullable WriteOnce programming() {
        return null;
    }

    @Override
    public ZeroSkipping zeros() {
        return ZeroSkipping.NONE;
    }

    @Override
    public LayerRow.@Nullable Held held(Stage stage) {
        return null;
    }

    @Override
    public LayerRow.@Nullable Bytes bytes(Stage stage) {
        return null;
    }

    @Override
    public @Nullable SpareArrays spare(Stage stage) {
        return null;
    }

    @Override
    public List<String> warnings(Totals totals, List<ComponentRow> components) {
        return List.of();
    }
}

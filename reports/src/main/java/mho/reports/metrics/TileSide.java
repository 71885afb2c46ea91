package mho.reports.metrics;

import java.util.ArrayList;
import java.util.List;
import mho.arch.chip.AbsentParts;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.UnusualFigures;
import mho.arch.element.WriteOnce;
import mho.arch.plan.Placement;
import mho.arch.plan.SpareArrays;
import mho.arch.plan.Stage;
import mho.arch.plan.StagePlacement;
import mho.arch.run.RunResult;
import mho.arch.write.AllWeights;
import org.jspecify.annotations.Nullable;

/** A chip of tiles that hold layers. */
record TileSide(ChipSpec chip, RunResult run, Traffic traffic) implements MachineSide {
    TileSide(ChipSpec chip, RunResult run) {
        this(chip, run, new Traffic(chip, run));
    }

    @Override
    public Report.Circuits circuits() {
        return new Report.Circuits(chip.technology(), chip.temperature(), chip.adcBitsShort());
    }

    @Override
    public Report.Peak peak() {
        return new Report.Peak(
                chip.peakOpsPerSecond(),
                run.inventory().peakPowerW(),
                traffic.bufferBytesPerS(),
                traffic.networkBytesPerS());
    }

    @Override
    public Integer tiles() {
        return chip.tiles();
    }

    @Override
    public Long arrays() {
        return chip.arraysPerChip();
    }

    @Override
    public List<String> absent() {
        return AbsentParts.of(chip);
    }

    @Override
    public List<String> unusual() {
        return UnusualFigures.of(chip, run.inventory());
    }

    @Override
    public Totals.InUse inUse() {
        Placement placement = run.placement();
        double areaM2 = placement.chips() * run.inventory().areaM2();
        return new Totals.InUse(
                placement.chips(), chip.chips() / placement.chips(), placement.tiles(), placement.arrays(), areaM2);
    }

    @Override
    public WriteOnce programming() {
        return AllWeights.of(chip, run.placement(), run.inventory());
    }

    @Override
    public ZeroSkipping zeros() {
        return ZeroSkipping.of(chip);
    }

    @Override
    public LayerRow.Held held(Stage stage) {
        StagePlacement seats = run.placement().seats().get(stage.id());
        return new LayerRow.Held(
                run.placement().copies(stage),
                run.placement().arrays(stage),
                seats.allTiles().length,
                stage.rowsLeftOut(),
                stage.columnsLeftOut());
    }

    @Override
    public LayerRow.Bytes bytes(Stage stage) {
        return new LayerRow.Bytes(traffic.bufferBytes(stage.id()), traffic.networkBytes(stage.id()));
    }

    @Override
    public @Nullable SpareArrays spare(Stage stage) {
        return SpareArrays.beside(chip.timingView(), run.placement(), stage);
    }

    @Override
    public List<String> warnings(Totals totals, List<ComponentRow> components) {
        List<String> warnings = new ArrayList<>(IdleLeakage.warnings(totals, chip, run, components));
        if (doesNotFit()) {
            warnings.add(
                    "the weights do not fit the arrays all at once, so layers take turns on them and arrays are written anew for every layer of every input; where the weights come from is neither timed nor charged (weights={kind: reloaded, port: {…}} states it, mapping.batch shares a turn, mapping.schedule=spatial refuses it)");
        }
        return warnings;
    }

    /** Whether layers take turns though nobody asked for it. */
    private boolean doesNotFit() {
        return run.placement().takesTurns()
                && chip.mapping().schedule() == null
                && chip.mapping().batch() == null
                && chip.weights() == null;
    }
}

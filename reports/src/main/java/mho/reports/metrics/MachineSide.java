package mho.reports.metrics;

import java.util.List;
import mho.arch.element.WriteOnce;
import mho.arch.plan.SpareArrays;
import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import org.jspecify.annotations.Nullable;

/** What a report says of the kind of machine that a network ran on; null where that kind has no such thing. */
interface MachineSide {
    static MachineSide of(RunResult run) {
        return run.chip().<MachineSide>as(chip -> new TileSide(chip, run), machine -> new RooflineSide(machine, run));
    }

    Report.Circuits circuits();

    Report.Peak peak();

    /** Of a chip. */
    @Nullable
    Integer tiles();

    /** Of a chip. */
    @Nullable
    Long arrays();

    /** Parts that a chip file may name and this one does not. */
    List<String> absent();

    /** What nobody builds. */
    List<String> unusual();

    Totals.InUse inUse();

    @Nullable
    WriteOnce programming();

    ZeroSkipping zeros();

    LayerRow.@Nullable Held held(Stage stage);

    LayerRow.@Nullable Bytes bytes(Stage stage);

    /** Beside a layer that could stand more often. */
    @Nullable
    SpareArrays spare(Stage stage);

    /** What is to be known of what idles. */
    List<String> warnings(Totals totals, List<ComponentRow> components);
}

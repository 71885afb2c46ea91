package mho.reports.validate;

import java.util.List;
import java.util.Objects;
import mho.arch.element.WriteOnce;

/** What is published of writing cells, against the writing of one full array of 256 x 256. */
final class WritingRows {
    private static final int ROWS = 256;

    private WritingRows() {}

    static List<ValidationRow> rows() {
        WriteOnce mnsim = ReferenceRuns.written(
                "tile.core.array.cell.device=mnsim-default", "tile.core.array.write.parallel=256");
        WriteOnce spikes = ReferenceRuns.written(
                "tile.core.array.write={pulse: 50.88 ns, pulses: 16, energy: 3.91 nJ, parallel: 65536}");
        return List.of(
                ValidationRow.within(
                        0,
                        "MNSIM, writing 256 rows",
                        "s",
                        ROWS * 10e-9,
                        Objects.requireNonNull(mnsim.seconds()),
                        PublishedSources.MNSIM_WRITE),
                ValidationRow.within(
                        0,
                        "PipeLayer, writing an array",
                        "s",
                        16 * 50.88e-9,
                        Objects.requireNonNull(spikes.seconds()),
                        PublishedSources.PIPELAYER),
                ValidationRow.within(
                        0,
                        "PipeLayer, writing a cell",
                        "J",
                        16 * 3.91e-9,
                        Objects.requireNonNull(spikes.joules()) / spikes.cells(),
                        PublishedSources.PIPELAYER));
    }
}

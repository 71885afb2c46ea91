package mho.reports.validate;

import java.util.List;
import java.util.function.Supplier;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.periphery.readout.AccelergyGrid;

/** Every published figure that mho is held to. */
public final class Validation {
    private Validation() {}

    /** Some rows about one thing. */
    private record Part(String about, Supplier<List<ValidationRow>> rows) {}

    private static final List<Part> PARTS = List.of(
            new Part("ISAAC, Table I", IsaacTableRows::rows),
            new Part("ISAAC, one array", IsaacRunRows::pipeline),
            new Part("VGG-16 on balanced ISAAC", IsaacRunRows::balancedVgg),
            new Part("VGG-16 on 16 chips", IsaacRunRows::fullVgg),
            new Part("HERMES, 1-phase", HermesRows::onePhase),
            new Part("HERMES, 4-phase", HermesRows::fourPhases),
            new Part("TPU v1", TpuRows::chip),
            new Part("TPU v1, blocks of weights", TpuRows::blocks),
            new Part("TPU v1, applications", TpuRows::applications),
            new Part("DaDianNao", DaDianNaoRows::rows),
            new Part("Digital and analog tiles", HybridRows::rows),
            new Part("Accelergy", Validation::accelergy),
            new Part("Other nodes", TechnologyRows::rows),
            new Part("Other temperatures", TemperatureRows::rows),
            new Part("Writing", WritingRows::rows),
            new Part("RPU", RpuRows::rows),
            new Part("Marinella 2018", MarinellaRows::rows),
            new Part("PipeLayer", PipeLayerRows::rows),
            new Part("Phase-change memory that learns", LearningPcmRows::rows),
            new Part("Machines", ComparedRows::shipped));

    /** Computes all of them, several at once; what cannot be computed is a row that does not hold. */
    public static List<ValidationRow> rows() {
        return PARTS.parallelStream().map(Validation::rowsOf).toList().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Those that need no simulation: the chips' own tables. */
    public static List<ValidationRow> tables() {
        return IsaacTableRows.rows();
    }

    private static List<ValidationRow> rowsOf(Part part) {
        try {
            return part.rows.get();
        } catch (BadInput | ModelSaysNo e) {
            return List.of(ValidationRow.failed(part.about, String.valueOf(e.getMessage()), ""));
        }
    }

    private static List<ValidationRow> accelergy() {
        List<AccelergyGrid.Point> points = AccelergyGrid.points();
        double worst = points.stream()
                .mapToDouble(AccelergyGrid.Point::relativeError)
                .max()
                .orElseThrow();
        String name = "Accelergy ADC regression, worst of " + points.size() + " grid points";
        return List.of(new ValidationRow(
                name,
                "its own figures",
                String.format(java.util.Locale.ROOT, "within %.1e", worst),
                null,
                null,
                "",
                worst,
                "± 0.01 %",
                worst <= 1e-4 && points.size() == 210,
                false,
                false,
                PublishedSources.ACCELERGY));
    }
}

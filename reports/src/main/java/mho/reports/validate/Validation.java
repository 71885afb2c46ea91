package mho.reports.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.periphery.readout.AccelergyGrid;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoProgress;
import mho.reports.tornado.TornadoQuestion;
import mho.reports.tornado.Tornados;

/** Every published figure that mho is held to. */
public final class Validation {
    private static final String ISAAC = "isaac-ce";
    private static final String TPU = "tpu-v1";

    /** Files of rows that come with mho: a new one is the file and a name here. */
    private static final List<String> FILES = List.of(
            "machines",
            "worked-examples",
            "puma",
            "ibm-34",
            "neurram-48",
            "photonic",
            "row-logic",
            "machines-on-a-matrix",
            "prime",
            "reno",
            "timely",
            "raella",
            "successors");

    private Validation() {}

    /**
     * Some rows about one thing.
     *
     * @param chips which they are about
     * @param rows those about a chip; about all, where it is empty
     */
    private record Part(String about, List<String> chips, Function<String, List<ValidationRow>> rows) {

        /** Rows about one chip, or none. */
        static Part of(String about, String chip, Supplier<List<ValidationRow>> rows) {
            return new Part(about, chip.isEmpty() ? List.of() : List.of(chip), asked -> rows.get().stream()
                    .map(row -> row.of(chip))
                    .toList());
        }

        /** Rows of a file. */
        static Part file(String name) {
            ComparedRows file = ComparedRows.shipped(name);
            return new Part(
                    name,
                    file.machines(),
                    asked -> file.kept(row -> asked.isEmpty() || row.machines().contains(asked)));
        }
    }

    private static List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(
                Part.of("ISAAC, Table I", ISAAC, IsaacTableRows::rows),
                Part.of("ISAAC, one array", ISAAC, IsaacRunRows::pipeline),
                Part.of("VGG-16 on balanced ISAAC", ISAAC, IsaacRunRows::balancedVgg),
                Part.of("VGG-16 on 16 chips", ISAAC, IsaacRunRows::fullVgg),
                Part.of("HERMES, 1-phase", "hermes-64-1phase", HermesRows::onePhase),
                Part.of("HERMES, 4-phase", "hermes-64-4phase", HermesRows::fourPhases),
                Part.of("TPU v1", TPU, TpuRows::chip),
                Part.of("TPU v1, blocks of weights", TPU, TpuRows::blocks),
                Part.of("TPU v1, applications", TPU, TpuRows::applications),
                Part.of("DaDianNao", "dadiannao", DaDianNaoRows::rows),
                Part.of("Digital and analog tiles", "hybrid-256", HybridRows::rows),
                Part.of("Accelergy", "", Validation::accelergy),
                Part.of("Other nodes", "", TechnologyRows::rows),
                Part.of("Other temperatures", "", TemperatureRows::rows),
                Part.of("Writing", "", WritingRows::rows),
                Part.of("RPU", "rpu", RpuRows::rows),
                Part.of("Marinella 2018", "marinella-2018", MarinellaRows::rows),
                Part.of("PipeLayer", "pipelayer", PipeLayerRows::rows),
                Part.of("Burr et al., phase-change memory that learns", "pcm-2015", LearningPcmRows::pairs),
                Part.of("Ambrogio et al., capacitors beside it", "pcm-3t1c", LearningPcmRows::withCapacitors)));
        FILES.forEach(name -> parts.add(Part.file(name)));
        return parts;
    }

    /** Computes all of them, several at once; what cannot be computed is a row that does not hold. */
    public static List<ValidationRow> rows() {
        return rows("");
    }

    /** Those about a chip; about all, where it is empty. */
    public static List<ValidationRow> rows(String chip) {
        return parts().parallelStream()
                .filter(part -> chip.isEmpty() || part.chips.contains(chip))
                .map(part -> rowsOf(part, chip))
                .toList()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What assumptions rows hang on: those that files state, about a chip, or about all where it is empty. Others are sums and pipelines of
     * published tables.
     */
    public static List<Tornado> tornados(String chip, TornadoProgress progress) {
        List<TornadoQuestion> questions = FILES.stream()
                .flatMap(file ->
                        ComparedRows.shipped(file)
                                .questions(
                                        row -> chip.isEmpty() || row.machines().contains(chip))
                                .stream())
                .toList();
        return Tornados.of(questions, progress);
    }

    /** Chips that some row is about, in the order of rows. */
    public static List<String> chips() {
        return parts().stream().flatMap(part -> part.chips.stream()).distinct().toList();
    }

    /** Those that need no simulation: the chips' own tables. */
    public static List<ValidationRow> tables() {
        return IsaacTableRows.rows();
    }

    private static List<ValidationRow> rowsOf(Part part, String chip) {
        try {
            return part.rows.apply(chip);
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
                ValidationRow.Proof.AGREES,
                PublishedSources.ACCELERGY,
                "",
                "",
                ""));
    }
}

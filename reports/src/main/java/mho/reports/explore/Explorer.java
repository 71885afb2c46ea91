package mho.reports.explore;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import mho.arch.chip.ChipFiles;
import mho.arch.machine.Values;
import mho.arch.run.TimedRun;
import mho.core.yaml.MapNode;
import mho.core.yaml.ReadableFiles;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.explain.ExplainedRun;
import mho.reports.explain.Explanation;
import mho.reports.run.InputCache;
import mho.reports.run.KeptParts;
import mho.reports.run.PreparedRun;
import mho.reports.run.Progress;
import mho.workloads.data.ShippedDataSets;
import mho.workloads.zoo.Zoo;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about designs. Networks, data, timelines and values are kept for the next question: where prices alone change, or
 * nothing that a key depends on, nothing is simulated. What is read are files that come with mho, those of the design that it was begun
 * with, and those that were uploaded.
 */
final class Explorer implements AutoCloseable {
    private static final int MOST_TIMELINES = 12;
    private static final int MOST_VALUES = 8;

    private final AskedDesign first;
    private final Scratch scratch;
    private final ReadableFiles readable;
    private final NamedInputs inputs = new NamedInputs();
    private final InputCache library = InputCache.shared();
    private final KeptParts<TimedRun> timelines = new KeptParts<>(MOST_TIMELINES);
    private final KeptParts<Values> values = new KeptParts<>(MOST_VALUES);

    private Explorer(AskedDesign first, Scratch scratch, ReadableFiles readable) {
        this.first = first;
        this.scratch = scratch;
        this.readable = readable;
    }

    /**
     * Begins with a design, whose files are read.
     *
     * @throws mho.core.yaml.BadInput for whatever is wrong with it
     */
    static Explorer of(AskedDesign first, Scratch scratch) {
        ReadableFiles noted = ReadableFiles.noted();
        noted.during(() -> PreparedRun.of(first.config(new NamedInputs())).withData());
        return new Explorer(first, scratch, noted.alone(scratch.folder()));
    }

    AskedDesign first() {
        return first;
    }

    Scratch scratch() {
        return scratch;
    }

    List<String> chips() {
        return with(first.choice("chip"), ChipFiles.names());
    }

    List<String> networks() {
        return with(first.choice("network"), Zoo.names());
    }

    List<String> data() {
        return with(first.choice("data"), ShippedDataSets.names());
    }

    private static List<String> with(String own, List<String> names) {
        Set<String> all = new LinkedHashSet<>(own.isEmpty() ? List.of() : List.of(own));
        all.addAll(names);
        return List.copyOf(all);
    }

    /**
     * A design and its parameters, before it is known what it comes to.
     *
     * @param unset its chip before anything was set
     */
    record Resolved(RunConfig config, List<ParameterRow> parameters, MapNode unset) {}

    /** Throws {@link mho.core.yaml.BadInput} for whatever is wrong with it. */
    Resolved resolve(AskedDesign asked) {
        return bounded(() -> {
            AskedDesign here = scratch.here(asked);
            RunConfig config = here.config(inputs);
            MapNode unset = here.settings().isEmpty()
                    ? config.chip()
                    : here.unset().config(inputs).chip();
            return new Resolved(config, ParameterRow.of(config.chip(), unset), unset);
        });
    }

    /**
     * What is certain of it before its inputs follow one another; nothing where that is known from before, and the answer about to come.
     *
     * @throws mho.core.yaml.BadInput for whatever is wrong with the files it names
     * @throws mho.core.engine.ModelSaysNo if the network does not fit
     */
    Certain certain(RunConfig config) {
        return bounded(() -> {
            PreparedRun run = PreparedRun.of(config, library);
            if (timelines.find(run.timeKey()) != null && config.data() == null) {
                return new Certain(List.of(), null);
            }
            TimedRun alone = run.alone();
            List<CertainFigure> figures = CertainFigure.of(run, alone);
            return alone == null || config.data() != null // which count what parts do otherwise
                    ? new Certain(figures, null)
                    : new Certain(figures, new Answer(config, config.loadChip(), alone, run.report(alone, null)));
        });
    }

    /**
     * What is certain of a design.
     *
     * @param first what one input alone comes to, drawn until inputs have followed one another; null where it says too little
     */
    record Certain(List<CertainFigure> figures, @Nullable Answer first) {}

    /**
     * What it comes to.
     *
     * @throws mho.core.yaml.BadInput for whatever is wrong with the files it names
     * @throws mho.core.engine.ModelSaysNo if the network does not fit or the run gets stuck
     */
    Answer answer(RunConfig config, Progress progress) {
        return bounded(() -> {
            PreparedRun run = PreparedRun.of(config, library).withData();
            TimedRun timed = timelines.get(run.timeKey(), () -> run.time(progress, phase -> {}));
            return new Answer(config, config.loadChip(), timed, run.report(timed, values(run, progress)));
        });
    }

    private @Nullable Values values(PreparedRun run, Progress progress) {
        Object key = run.valuesKey();
        return key == null ? null : values.get(key, () -> requireNonNull(run.values(1, progress, phase -> {})));
    }

    /** What a figure is made of. */
    Explanation why(RunConfig config, String figure, Progress progress) {
        Answer answer = answer(config, progress);
        return bounded(() -> ExplainedRun.of(config, 1, progress, answer.timed(), answer.report())
                .explain(figure));
    }

    /** Figures that can be taken apart. */
    List<String> explained(Answer answer) {
        return new ArrayList<>(taken(answer).figures());
    }

    /** What a report's page unfolds. */
    List<Explanation> unfolded(Answer answer) {
        return bounded(() -> taken(answer).beyondTheLedger(false));
    }

    private static ExplainedRun taken(Answer answer) {
        return ExplainedRun.of(answer.config(), 1, Progress.NONE, answer.timed(), answer.report());
    }

    private <T> T bounded(Supplier<T> work) {
        return readable.during(work);
    }

    @Override
    public void close() {
        scratch.close();
    }
}

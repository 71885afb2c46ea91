package mho.reports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.plan.Cuts;
import mho.arch.program.Program;
import mho.arch.run.InputCount;
import mho.arch.run.InputPrices;
import mho.arch.run.Run;
import mho.arch.run.TimedRun;
import mho.core.engine.SpanListener;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.workloads.network.Network;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.zoo.Zoo;

/** A run, what its watcher was told, and its trace read back. */
record ExampleTraces(TimedRun timed, List<Told> told, byte[] file, JsonNode json, TraceNote note) {
    /** One reservation as the engine told it. */
    record Told(int server, int stage, int image, int window, long ready, long start, long end) {}

    static ExampleTraces of(TraceRange range, String chip, Network network, int images, String... settings) {
        ChipSpec spec = Chips.load(
                        chip, Arrays.stream(settings).map(Setting::parse).toList())
                .spec();
        List<Told> told = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceWriter[] writer = new TraceWriter[1];
        TimedRun timed = Run.time(
                spec.timingView(),
                InputPrices.NONE,
                network.folded(),
                Cuts.of(spec, network.folded()),
                InputCount.exactly(images),
                (placement, program) -> {
                    writer[0] = TraceWriter.to(out, range, placement, program, images);
                    return watching(writer[0], told);
                },
                phase -> {});
        byte[] file = out.toByteArray();
        return new ExampleTraces(timed, told, file, read(file), Objects.requireNonNull(writer[0].note()));
    }

    static ExampleTraces of(TraceRange range, String chip, String network, int images, String... settings) {
        return of(range, chip, Zoo.load(network), images, settings);
    }

    static Network network(String text) {
        return NetworkFile.parse(Yaml.parse("test.yaml", text));
    }

    private static JsonNode read(byte[] file) {
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Femtoseconds of a time in the file. */
    static long ticks(JsonNode micros) {
        return Math.round(micros.asDouble() * 1e9);
    }

    /** Nanoseconds as viewers have them. */
    static long viewed(JsonNode micros) {
        return (long) (micros.asDouble() * 1000);
    }

    Timeline timeline() {
        return timed.stream();
    }

    Program program() {
        return timed.program();
    }

    /** Size of the JSON. */
    long bytes() {
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return content.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode about() {
        return json.get("otherData");
    }

    /** Events of a phase: X is a span, C a counter, M a name. */
    List<JsonNode> events(String phase) {
        return StreamSupport.stream(json.get("traceEvents").spliterator(), false)
                .filter(event -> event.get("ph").asText().equals(phase))
                .toList();
    }

    /** Spans of servers. */
    List<JsonNode> spans() {
        return events("X").stream()
                .filter(event -> event.get("pid").asInt() != Tracks.LAYERS)
                .toList();
    }

    List<JsonNode> layers() {
        return events("X").stream()
                .filter(event -> event.get("pid").asInt() == Tracks.LAYERS)
                .toList();
    }

    private static Watcher watching(SpanListener writer, List<Told> told) {
        SpanListener both = new SpanListener() {
            @Override
            public void busy(int server, int stage, int image, int window, long ready, long start, long end) {
                told.add(new Told(server, stage, image, window, ready, start, end));
                writer.busy(server, stage, image, window, ready, start, end);
            }

            @Override
            public void held(int edge, long now, long windows) {
                writer.held(edge, now, windows);
            }

            @Override
            public void ended(Timeline timeline) {
                writer.ended(timeline);
            }
        };
        return new Watcher() {
            @Override
            public void progress(long events, long now) {}

            @Override
            public SpanListener spans() {
                return both;
            }
        };
    }
}

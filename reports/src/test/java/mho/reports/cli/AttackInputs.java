package mho.reports.cli;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands with files of every kind, changed at random, and settings of every parameter that is listed. */
final class AttackInputs {
    private static final String[] CHIPS = {"analog-256", "isaac-ce", "hermes-64-1phase", "hermes-64-4phase"};
    private static final String[] DEVICES = {
        "pcm-hermes-1",
        "pcm-joshi",
        "rram-wan",
        "taox-hfox",
        "sonos",
        "stt-mram",
        "hzo-fefet",
        "mnsim-default",
        "cmo-hfox"
    };
    private static final String NETWORK =
            """
            network: small
            input: [2, 8, 8]
            layers:
              - conv: {name: c1, out: 6, kernel: 3, stride: 1, pad: 1, dilation: 1, groups: 1, activation: relu}
              - residual:
                  layers:
                    - conv: {out: 6, kernel: 3, pad: same, norm: true, copies: 2}
              - pool: {kind: max, kernel: 2, stride: 2, pad: 0, ceil: true}
              - resize: {scale: 2, mode: linear}
              - reshape: {to: [6, 1, 64]}
              - gru: {hidden: 5, steps: 64, bidirectional: true}
              - repeat: {times: 2, layers: [{dense: {out: 7, per-position: true}}]}
              - global-pool: {kind: average}
              - dense: {name: last, out: 4}
            """;
    private static final String SWEEP =
            """
            sweep: s
            base: {chip: analog-256, network: lenet5, images: 1}
            vary:
              tile.core.adc.bits: {from: 4, to: 8, count: 2}
              tile.core.array.cell.programming-error: {from: 1 %, to: 10 %, count: 2, scale: log}
            sample: random 2
            """;
    private static final String SEARCH =
            """
            search: s
            base: {chip: analog-256, network: mlp, images: 1}
            vary:
              tile.core.adc.bits: 4..8
              tile.core.array.rows: {from: 64, to: 256, factor: 2}
              tile.core.array.cell.programming-error: [1 %, 5 %, 10 %]
            tie: []
            constraints: [area_mm2 < 400]
            pareto: [energy_j min, latency_s min]
            budget: 4 points
            population: 4
            seed: 1
            """;
    private static final String[] OPTIONS = {
        "--images",
        "--seed",
        "--jobs",
        "--batch",
        "--dim",
        "--input",
        "--data",
        "--labels",
        "--normalise",
        "--calibration",
        "--calibration-data",
        "--time",
        "--chip",
        "--network",
        "--set",
        "--trace",
        "--trace-from",
        "--trace-to",
        "--trace-size",
        "--json",
        "--csv",
        "--vary",
        "--sample",
        "--constraint",
        "--pareto",
        "--max-points",
        "--config",
        "--keep",
        "--name",
        "--fail-if",
        "--html",
        "--help",
        "-x"
    };

    /** What is attacked, the command and, where it writes one, its directory. */
    record Attack(String kind, String[] command) {}

    /** One of a chip's, as it is listed. */
    private record Parameter(String chip, String path, String value, String unit) {
        /** Its own value larger or smaller, another of its dimension, or anything. */
        String other(Random random) {
            Matcher number = Pattern.compile("^[\\d.]+").matcher(value);
            String unit = this.unit.equals("whole number") || this.unit.equals("1") ? "" : " " + this.unit;
            return switch (random.nextInt(4)) {
                case 0, 1 -> number.find()
                        ? scaled(Double.parseDouble(number.group()), random) + value.substring(number.end())
                        : AttackText.value(random);
                case 2 -> (1 + random.nextInt(9)) + "e" + (random.nextInt(30) - 20) + unit;
                default -> AttackText.value(random);
            };
        }

        private static String scaled(double by, Random random) {
            double[] factors = {0, 0.5, 1 / 3.0, 2, 4, 10, 0.1, 1e3, 1e-3, 1e6, 1e-6, 1e9, 1e12};
            double scaled = by * factors[random.nextInt(factors.length)];
            return scaled == Math.rint(scaled) && scaled < 1e18
                    ? String.valueOf((long) scaled)
                    : String.valueOf(scaled);
        }
    }

    private static final Pattern MANY_POINTS =
            Pattern.compile("(count:|random|latin-hypercube|budget:) *[1-9]\\d{2,18}\\b");

    private final Path folder;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<ModelProto> models = AttackModel.all();
    private final List<Path> plainModels = new ArrayList<>();
    private final Path plainData;
    private final Path plainRun;

    AttackInputs(Path folder) throws IOException {
        this.folder = folder;
        for (String name : CHIPS) {
            JsonNode rows = new ObjectMapper()
                    .readTree(
                            CommandRun.mho("list", "parameters", name, "--json").out())
                    .get("rows");
            rows.forEach(row -> parameters.add(new Parameter(
                    name,
                    row.get("parameter").asText(),
                    row.get("value").asText(),
                    row.get("unit").asText())));
        }
        for (ModelProto model : models) {
            plainModels.add(Files.write(folder.resolve("plain" + plainModels.size() + ".onnx"), model.toByteArray()));
        }
        plainData = Files.write(folder.resolve("plain.npy"), AttackData.plain());
        plainRun = folder.resolve("plain-run");
        CommandRun.mho(values(plainModels.get(0), plainData, CHIPS[0], "--out", plainRun.toString()));
    }

    /** As they are, they compute; else the attack would attack nothing. */
    List<String[]> unchanged() {
        List<String[]> all = new ArrayList<>();
        for (Path model : plainModels) {
            all.add(values(
                    model,
                    plainData,
                    CHIPS[0],
                    "--out",
                    folder.resolve("plain-run" + all.size()).toString()));
        }
        return all;
    }

    private static String text(String resource) throws IOException {
        try (var in = AttackInputs.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One command; its files are written to the place. */
    Attack attack(Random random, Path place) throws IOException {
        String out = place.resolve("out").toString();
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new Attack("set", set(random, out));
            case 3 -> new Attack("chip", chip(random, place, out));
            case 4 -> {
                Path file = Files.writeString(place.resolve("network.yaml"), AttackText.changed(NETWORK, random));
                yield new Attack("network", run("--network", file.toString(), "--images", "1", "--out", out));
            }
            case 5 -> new Attack("device", device(random, place, out));
            case 6 -> {
                Path file =
                        Files.writeString(place.resolve("sweep.yaml"), fewPoints(AttackText.changed(SWEEP, random)));
                yield new Attack("sweep", new String[] {"sweep", file.toString(), "--jobs", "1", "--out", out});
            }
            case 7 -> {
                Path file = Files.write(place.resolve("data"), AttackData.changed(random));
                yield random.nextInt(4) > 0
                        ? new Attack("data", values(model(random), file, CHIPS[0], "--out", out))
                        : new Attack(
                                "labels",
                                values(model(random), plainData, CHIPS[0], "--labels", file.toString(), "--out", out));
            }
            case 8 -> {
                String text = Files.readString(plainRun.resolve("config.yaml"));
                Path file = Files.writeString(place.resolve("config.yaml"), AttackText.changed(text, random));
                yield new Attack("config", run("--config", file.toString(), "--out", out));
            }
            case 9 -> new Attack("command", command(random, out));
            case 10 -> {
                Path file =
                        Files.writeString(place.resolve("search.yaml"), fewPoints(AttackText.changed(SEARCH, random)));
                yield new Attack("search", new String[] {"search", file.toString(), "--jobs", "1", "--out", out});
            }
            case 11 -> {
                String text = Files.readString(Path.of("examples", "puma-config.py"));
                Path file = Files.writeString(place.resolve("config.py"), AttackText.changed(text, random));
                yield new Attack(
                        "config.py",
                        random.nextBoolean()
                                ? new String[] {"show", file.toString()}
                                : run("--chip", file.toString(), "--network", "mlp", "--images", "1", "--out", out));
            }
            default -> {
                byte[] model = AttackModel.changed(models.get(random.nextInt(models.size())), random);
                Path file = Files.write(place.resolve("model.onnx"), model);
                yield new Attack("onnx", values(file, plainData, CHIPS[0], "--out", out));
            }
        };
    }

    /** Of one parameter mostly, on the chip that has it. */
    private String[] set(Random random, String out) {
        Parameter first = parameter(random);
        List<String> sets = new ArrayList<>(List.of("--set", first.path + "=" + first.other(random)));
        while (random.nextInt(4) == 0) {
            Parameter more = parameter(random);
            sets.addAll(List.of("--set", more.path + "=" + more.other(random)));
        }
        List<String> all = new ArrayList<>(
                random.nextInt(4) == 0
                        ? List.of("show", first.chip)
                        : random.nextBoolean()
                                ? List.of("run", "--chip", first.chip, "--network", "mlp", "--out", out)
                                : List.of(values(model(random), plainData, first.chip, "--out", out)));
        all.addAll(sets);
        return all.toArray(new String[0]);
    }

    private Parameter parameter(Random random) {
        return parameters.get(random.nextInt(parameters.size()));
    }

    private String[] chip(Random random, Path place, String out) throws IOException {
        String chip = text("/mho/arch/chips/" + CHIPS[random.nextInt(CHIPS.length)] + ".yaml");
        Path file = Files.writeString(place.resolve("chip.yaml"), AttackText.changed(chip, random));
        return random.nextInt(4) == 0
                ? values(model(random), plainData, file.toString(), "--out", out)
                : run("--chip", file.toString(), "--network", "mlp", "--images", "1", "--out", out);
    }

    private String[] device(Random random, Path place, String out) throws IOException {
        String device = text("/mho/periphery/devices/" + DEVICES[random.nextInt(DEVICES.length)] + ".yaml");
        Path file = Files.writeString(place.resolve("device.yaml"), AttackText.changed(device, random));
        String on = CHIPS[random.nextInt(CHIPS.length)];
        return values(
                model(random),
                plainData,
                on,
                "--time",
                random.nextBoolean() ? "0 s" : "1year",
                "--set",
                "tile.core.array.cell.device=" + file,
                "--out",
                out);
    }

    /** Options of all commands with values that may not be theirs. */
    private String[] command(Random random, String out) {
        String[] commands = {"run", "sweep", "show", "list", "compare", "validate", "help", "completion"};
        List<String> all = new ArrayList<>();
        String command = commands[random.nextInt(5 + random.nextInt(4) / 3 * 3)];
        all.add(command);
        if (command.equals("run") || command.equals("sweep")) {
            all.addAll(List.of("--network", "mlp", "--out", out));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            all.add(OPTIONS[random.nextInt(OPTIONS.length)]);
            switch (random.nextInt(6)) {
                case 0, 1 -> all.add(AttackText.value(random));
                case 2 -> all.add(setting(random));
                case 3 -> all.add(plainRun.toString());
                case 4 -> all.add(model(random).toString());
                default -> {
                    // none
                }
            }
        }
        return all.toArray(new String[0]);
    }

    /** A sweep of thousands of points is work that was asked for, shown with time left, and no fault. */
    private static String fewPoints(String sweep) {
        return MANY_POINTS.matcher(sweep).replaceAll("$1 64");
    }

    private String setting(Random random) {
        Parameter any = parameter(random);
        return any.path + "=" + any.other(random);
    }

    private Path model(Random random) {
        return plainModels.get(random.nextInt(plainModels.size()));
    }

    private static String[] run(String... more) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private static String[] values(Path model, Path data, String chip, String... more) {
        List<String> all = new ArrayList<>(List.of("--chip", chip, "--network", model.toString(), "--data"));
        all.addAll(List.of(data.toString(), "--calibration", "4"));
        all.addAll(List.of(more));
        return run(all.toArray(new String[0]));
    }

    @Override
    public String toString() {
        return "inputs in " + folder;
    }
}

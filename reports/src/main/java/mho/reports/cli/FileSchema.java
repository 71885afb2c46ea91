package mho.reports.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mho.arch.chip.ChipFiles;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.periphery.device.Devices;
import mho.reports.config.RunConfig;
import mho.reports.config.TrainingConfig;
import mho.reports.medium.Json;
import mho.reports.search.SearchQuestion;
import mho.reports.sweep.SweepQuestion;
import mho.reports.validate.ComparedRows;
import mho.workloads.network.file.NetworkFile;

/** Kinds of files that mho reads, and what they may say as a JSON Schema, made from the records that they are read as. */
enum FileSchema {
    CHIP(ChipFiles::schema),
    NETWORK(NetworkFile::schema),
    SWEEP(SweepQuestion::schema),
    SEARCH(SearchQuestion::schema),
    DEVICE(Devices::schema),
    ROWS(ComparedRows::schema),
    RUN(RunConfig::schema),
    TRAINING(TrainingConfig::schema);

    private static final int WIDTH = 140;

    private final Supplier<Map<String, Object>> schema;

    FileSchema(Supplier<Map<String, Object>> schema) {
        this.schema = schema;
    }

    /** As the command line calls it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws {@link BadInput} for a word that none has. */
    static FileSchema of(String word) {
        return Arrays.stream(values())
                .filter(file -> file.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("mho schema " + MessageText.plain(word) + ": expected one of " + words()));
    }

    static String words() {
        return Arrays.stream(values()).map(FileSchema::word).collect(Collectors.joining(", "));
    }

    /** The file that editors look for. */
    String file() {
        return word() + ".schema.json";
    }

    /** The schema, on many lines. */
    String json() {
        return Json.object(json -> {
            for (Map.Entry<String, Object> entry : schema.get().entrySet()) {
                json.putTree(entry.getKey(), entry.getValue(), WIDTH);
            }
        });
    }
}

package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.Yaml;
import mho.periphery.device.Devices;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas against all files that come along, by a validator of others. */
class FileSchemaTest {
    private static final Path SCHEMAS = Path.of("../schemas");
    private static final String FIRST_LINE = "# yaml-language-server: $schema=";

    private static JsonSchema schema(FileSchema file) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(CommandRun.mho("schema", file.word()).out(), InputFormat.JSON);
    }

    /** Aliases are resolved first: the validator takes one for its name. */
    private static List<String> problems(JsonSchema schema, String yaml) {
        String whole = yaml.contains(": *") ? Yaml.write(Yaml.parse("file.yaml", yaml)) : yaml;
        return schema.validate(whole, InputFormat.YAML).stream()
                .map(Objects::toString)
                .toList();
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(ChipFiles.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(FileSchema.class)
    void what_stands_in_the_folder_is_what_the_command_prints(FileSchema kind) {
        assertThat(SCHEMAS.resolve(kind.file()))
                .as("schemas are of before; mho schema --into schemas")
                .hasContent(kind.json());
    }

    @ParameterizedTest
    @CsvSource({
        "CHIP, ../arch/src/main/resources/mho/arch/chips, 49",
        "NETWORK, ../workloads/src/main/resources/mho/workloads/zoo, 40",
        "DEVICE, ../periphery/src/main/resources/mho/periphery/devices, 30",
        "ROWS, src/main/resources/mho/reports/validate, 13",
    })
    void the_first_line_of_a_file_that_comes_along_leads_an_editor_to_its_schema(
            FileSchema kind, Path folder, int atLeast) throws IOException {
        int files = 0;
        for (Path file : yaml(folder)) {
            if (!file.endsWith("index.yaml")) {
                assertThat(schemaOf(file)).as(file.toString()).isEqualTo(SCHEMAS.resolve(kind.file()));
                files++;
            }
        }
        assertThat(files).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void the_first_line_of_an_example_leads_to_the_schema_that_it_fits() throws IOException {
        for (Path file : yaml(Path.of("examples"))) {
            if (!file.endsWith("conv-timeloop.yaml")) {
                String kind = schemaOf(file).getFileName().toString().replace(".schema.json", "");
                assertThat(problems(schema(FileSchema.of(kind)), Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".yaml")).toList();
        }
    }

    /** As an editor finds it. */
    private static Path schemaOf(Path file) throws IOException {
        String line = Files.readString(file).lines().findFirst().orElse("");
        assertThat(line).as(file.toString()).startsWith(FIRST_LINE);
        return file.resolveSibling(line.substring(FIRST_LINE.length())).normalize();
    }

    @Test
    void every_row_that_comes_along_fits() throws IOException {
        for (Path file : yaml(Path.of("src/main/resources/mho/reports/validate"))) {
            assertThat(problems(schema(FileSchema.ROWS), Files.readString(file)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void what_a_run_and_a_training_write_fits(@TempDir Path dir) throws IOException {
        CommandRun.mho("run", "--network", "mlp", "--out", dir.resolve("run").toString());
        assertThat(problems(schema(FileSchema.RUN), Files.readString(dir.resolve("run/config.yaml"))))
                .isEmpty();
        CommandRun.mho(
                "train",
                "--network",
                "mlp",
                "--chip",
                "analog-train",
                "--data",
                "fashion-mnist-1000",
                "--epochs",
                "1",
                "--images",
                "10",
                "--tests",
                "10",
                "--ideal",
                "--out",
                dir.resolve("training").toString());
        assertThat(problems(schema(FileSchema.TRAINING), Files.readString(dir.resolve("training/config.yaml"))))
                .isEmpty();
    }

    @Test
    void every_chip_that_comes_along_fits() throws IOException {
        JsonSchema schema = schema(FileSchema.CHIP);
        for (String name : ChipFiles.names()) {
            assertThat(problems(schema, resource("/mho/arch/chips/" + name + ".yaml")))
                    .as(name)
                    .isEmpty();
        }
        assertThat(problems(schema, Files.readString(Path.of("examples/my-chip.yaml"))))
                .isEmpty();
    }

    @Test
    void every_device_that_comes_along_fits() throws IOException {
        JsonSchema schema = schema(FileSchema.DEVICE);
        for (String name : Devices.names()) {
            assertThat(problems(schema, resource("/mho/periphery/devices/" + name + ".yaml")))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void every_network_that_comes_along_fits() {
        JsonSchema schema = schema(FileSchema.NETWORK);
        int files = 0;
        for (String name : Zoo.names()) {
            String file;
            try {
                file = Zoo.file(name);
            } catch (BadInput onnx) {
                continue;
            }
            assertThat(problems(schema, file)).as(name).isEmpty();
            files++;
        }
        assertThat(files).isGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileSchema.class,
            names = {"SWEEP", "SEARCH"})
    void every_question_that_comes_along_fits(FileSchema kind) throws IOException {
        JsonSchema schema = schema(kind);
        int files = 0;
        try (Stream<Path> examples = Files.list(Path.of("examples"))) {
            for (Path file :
                    examples.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file);
                if (text.lines().anyMatch(line -> line.startsWith(kind.word() + ":"))) {
                    assertThat(problems(schema, text)).as(file.toString()).isEmpty();
                    files++;
                }
            }
        }
        assertThat(files).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHIP    | {extends: isaac-ce, chip: x, tile: {core: {adc: {kind: sarr}}}}",
                "CHIP    | {extends: isaac-ce, chip: x, tyle: {}}",
                "CHIP    | {extends: isaac-ce, chip: x, chips: -1}",
                "CHIP    | {chip: x, tiles: 4}",
                "DEVICE  | {device: x, levels: many}",
                "NETWORK | {network: x, input: 4, layers: [{dens: {out: 3}}]}",
                "NETWORK | {network: x, input: 4, layers: [{dense: {out: 0}}]}",
                "NETWORK | {network: x, input: 4}",
                "SWEEP   | {sweep: x, vary: [a]}",
                "SEARCH  | {search: x, vary: {a: 1}, population: 2}",
                "ROWS    | {rows: [{row: x, of: interval, tolerance: 1 %}]}",
                "RUN     | {images: 0, seed: 1, network: {}, chip: {}}",
                "TRAINING | {network: {name: mlp}, data: mnist, training: {epochs: none}, chip: {}}",
            })
    void what_does_not_fit_is_told(FileSchema file, String yaml) {
        assertThat(problems(schema(file), yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(FileSchema.class)
    void what_keys_mean_is_told(FileSchema file) {
        assertThat(file.json()).startsWith("{\n  \"$schema\"").contains("\"description\"");
    }
}

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemas against all files that come along, by a validator of others. */
class FileSchemaTest {
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

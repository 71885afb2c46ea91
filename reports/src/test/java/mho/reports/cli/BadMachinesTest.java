package mho.reports.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference machines that cannot be, and what cannot be asked of one. */
class BadMachinesTest {
    private static CommandCase set(String name, String setting, String message) {
        return CommandCase.of(name, "show", "k80", "--set", setting).says(2, message);
    }

    private static CommandCase run(String name, String message, String... more) {
        String[] words = Stream.concat(Stream.of("run", "--network", "fmnist-lenet", "--chip", "k80"), Stream.of(more))
                .toArray(String[]::new);
        return CommandCase.of(name, words).says(2, message);
    }

    static Stream<CommandCase> cases() {
        return Stream.of(
                run(
                        "values",
                        "data: k80 is a reference machine (kind: roofline), whose arithmetic is not modelled: leave --data out, or take a chip of tiles",
                        "--data",
                        "fashion-mnist-1000"),
                run(
                        "inputs one by one to a batch",
                        "arrivals: inputs come one by one, and k80 takes them in batches of 16: let every input go through for itself (--set mapping.batch=1)",
                        "--arrivals",
                        "1 kHz"),
                set(
                        "another kind",
                        "kind=tiles",
                        "--set kind=tiles: kind: what kind of machine a chip is cannot be set; another chip is chosen by --chip, or by chip in the base of a sweep"),
                set(
                        "tiles",
                        "tiles=4",
                        "--set tiles=4: tiles: unknown key, known here: chip, about, source, technology, area, precision, peak, memory, efficiency, mapping, overhead, power, assumed, set-by"),
                set(
                        "no peak",
                        "peak={}",
                        "k80.yaml:2:1: a reference machine needs a peak and a memory: give peak={NAME: {bits: 8 bit, rate: 2.6 TOP/s}} and memory={NAME: {capacity: 8 GiB, bandwidth: 51 GB/s}}"),
                set(
                        "no batch",
                        "mapping.batch=0",
                        "--set mapping.batch=0: mapping.batch: must be at least 1, found \"0\""),
                set(
                        "operands nobody has a rate for",
                        "precision.values=64",
                        "--set precision.values=64: precision.values: expected a number of bits such as 16 bit, found \"64\" without a unit"),
                set(
                        "more than the peak",
                        "efficiency.value=1.5",
                        "--set efficiency.value=1.5: efficiency.value: must be at most 1, found \"1.5\""),
                set(
                        "a batch that is none",
                        "efficiency.from-batch={many: 0.5}",
                        "k80.yaml:25:3: efficiency: from-batch: its keys are batches, whole numbers such as 64, found \"many\""),
                set(
                        "memories out of order",
                        "memory.on-chip.capacity=20 GiB",
                        "k80.yaml:2:1: memory.gddr5 holds no more than memory.on-chip: give the levels from the smallest up"),
                set(
                        "more power at rest than at work",
                        "power.idle=100 W",
                        "k80.yaml:32:8: power: busy: a machine draws at rest no more than at work, found idle 100.0 W and busy 98.0 W: give a busy power from idle up"),
                CommandCase.of("an unknown kind", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: c\nkind: rooflin\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:2:7: kind: expected one of tiles, roofline, found \"rooflin\", did you mean \"roofline\"?"),
                CommandCase.of("a variant of another kind", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "extends: isaac-ce\nkind: roofline\n")
                        .says(
                                2,
                                "{dir}/chip.yaml:2:7: kind: isaac-ce is of kind tiles, and what extends it is of the same: leave kind out, or extend a chip of the kind that is meant"),
                CommandCase.of(
                                "a network that no memory holds",
                                "run",
                                "--network",
                                "vgg16",
                                "--chip",
                                "k80",
                                "--set",
                                "memory.gddr5.capacity=100 MB")
                        .says(
                                1,
                                "k80: the 553.4 MB of weights of vgg16 are more than memory.gddr5, the largest of k80, holds, 100 MB: give narrower operands (precision.values), or a larger memory (memory.gddr5.capacity)"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneClearMessage(CommandCase one, @TempDir Path directory) throws IOException {
        one.check(directory);
    }
}

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
                        "arrivals: inputs come one by one, and k80 takes them in batches of 16: let every input go through for itself (--set batch=1)",
                        "--arrivals",
                        "1 kHz"),
                set(
                        "another kind",
                        "kind=tiles",
                        "--set kind=tiles: kind: what kind of machine a chip is cannot be set; another chip is chosen by --chip, or by chip in the base of a sweep"),
                set(
                        "tiles",
                        "tiles=4",
                        "--set tiles=4: tiles: unknown key, known here: about, area, assumed, batch, chip"),
                set("no peak", "peak={}", "peak"),
                set("no batch", "batch=0", "batch"),
                set("operands nobody has a rate for", "precision.values=64", "precision"),
                set("more than the peak", "efficiency.value=1.5", "efficiency"),
                set("a batch that is none", "efficiency.from-batch={many: 0.5}", "efficiency"),
                set("memories out of order", "memory.on-chip.capacity=20 GiB", "memory"),
                set("more power at rest than at work", "power.idle=100 W", "power"),
                CommandCase.of("an unknown kind", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: c\nkind: rooflin\n")
                        .says(2, "kind"),
                CommandCase.of("a variant of another kind", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "extends: isaac-ce\nkind: roofline\n")
                        .says(2, "kind"),
                CommandCase.of("a machine of nothing", "show", "{dir}/chip.yaml")
                        .file("chip.yaml", "chip: c\nkind: roofline\n")
                        .says(2, "missing"),
                CommandCase.of(
                                "a network that no memory holds",
                                "run",
                                "--network",
                                "vgg16",
                                "--chip",
                                "k80",
                                "--set",
                                "memory.gddr5.capacity=100 MB")
                        .says(1, "fit"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneClearMessage(CommandCase one, @TempDir Path directory) throws IOException {
        one.check(directory);
    }
}

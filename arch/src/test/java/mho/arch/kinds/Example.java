package mho.arch.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.MapNode;
import mho.core.yaml.NumericLeaf;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.periphery.array.Cell;
import mho.periphery.device.Devices;
import mho.periphery.learning.UpdateLaw;
import mho.periphery.model.PricedPart;
import org.jspecify.annotations.Nullable;

/** A small chip that uses a kind, from the file that is called after family and kind; a kind without one fails. */
public final class Example {
    private static final String FOLDER = "/mho/arch/kinds/";
    private static final List<String> SMALL = List.of(
            "chips=4",
            "tiles=6",
            "mesh.columns=2",
            "tile.cores=1",
            "tile.core.array.rows=32",
            "tile.core.array.columns=24");

    /**
     * @param at where the kind stands: in the chip file or, if there is a device, in that
     * @param with settings that the kind wants beside it
     * @param small whether the chip is made small in the usual way first
     * @param device a device file, whose cells the chip has
     * @param dead numbers of the kind that change nothing, each with the reason
     * @param noValues why nothing computes with it
     */
    private record Said(
            @Default("analog-256") String chip,
            String at,
            YamlNode part,
            @Default("[]") List<String> with,
            @Default("true") boolean small,
            @Nullable YamlNode device,
            @Default("{}") Map<String, String> dead,
            @Nullable String noValues) {}

    private final ChipKind kind;
    private final Said said;

    private Example(ChipKind kind, Said said) {
        this.kind = kind;
        this.said = said;
    }

    static Example of(ChipKind kind) {
        try (InputStream in = Example.class.getResourceAsStream(FOLDER + kind.file())) {
            if (in == null) {
                throw new AssertionError(
                        "no chip shows the kind \"%s\" of %s: add arch/src/test/resources%s%s with `at` (where it stands in a chip file) and `part` (what stands there, figures stated); where wanted `chip`, `with` (settings beside it), `device` (the file it stands in), `dead` (numbers that change nothing: why), `no-values` (why nothing computes with it)"
                                .formatted(kind.name(), kind.family().getSimpleName(), FOLDER, kind.file()));
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Example(kind, Binder.bind(Yaml.parse(kind.file(), text), Said.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of all parts that have figures. */
    public static Stream<Example> ofPricedParts() {
        return ChipKind.all()
                .filter(kind -> kind.type() instanceof Class<?> type && PricedPart.class.isAssignableFrom(type))
                .map(Example::of);
    }

    /** A kind's record, as a chip or a device of the example has it. */
    static <T> T part(Class<T> family, ChipKind kind) {
        Example example = of(kind);
        Object read = example.said.device() == null ? example.chip() : Devices.load(example.deviceFile("", ""));
        return family.cast(Objects.requireNonNull(ChipKind.find(kind.type(), read), kind::toString));
    }

    /** What the example of a kind sets in a chip file, as on the command line. */
    public static String setting(Class<?> family, String kind) {
        ChipKind named = ChipKind.of(family)
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow();
        Said said = of(named).said;
        return said.at() + "=\n" + Yaml.write(said.part());
    }

    public String at() {
        return said.at();
    }

    /** The whole chip, as a file of its own would have it. */
    public String text() {
        return Yaml.write(load("", "").tree());
    }

    boolean computes() {
        return said.noValues() == null;
    }

    Map<String, String> dead() {
        return said.dead();
    }

    ChipSpec chip() {
        return with("", "");
    }

    /** Every number of the kind, its defaults as they would be written. */
    List<NumericLeaf> numbers() {
        MapNode tree = said.device() == null ? load("", "").tree() : device();
        return NumericLeaves.of(tree).stream()
                .filter(leaf -> leaf.path().startsWith(said.at() + "."))
                .toList();
    }

    /** The same with another number, or whatever it may be, at a place of the kind. */
    ChipSpec with(String path, String value) {
        return load(path, value).spec();
    }

    /** What the cells of a chip learn from a course of pulses; nothing where the example has no device, or one that does not learn. */
    List<Object> learnt(ChipSpec chip) {
        if (said.device() == null || !(ChipKind.find(Cell.class, chip) instanceof Cell cell)) {
            return List.of();
        }
        UpdateLaw law = cell.made().update();
        return law == null ? List.of() : Lesson.of(law);
    }

    private Chips.Loaded load(String path, String value) {
        List<Setting> settings = new ArrayList<>();
        (said.small() ? SMALL : List.<String>of()).forEach(s -> settings.add(Setting.parse(s)));
        said.with().forEach(s -> settings.add(Setting.parse(s)));
        if (said.device() == null) {
            settings.add(new Setting(said.at(), said.part()));
            if (!path.isEmpty()) {
                settings.add(Setting.parse(path + "=" + value));
            }
        } else {
            settings.add(Setting.parse("tile.core.array.cell.device=" + deviceFile(path, value)));
        }
        return Chips.load(said.chip(), settings);
    }

    private MapNode device() {
        return ((MapNode) Objects.requireNonNull(said.device())).with(said.at(), said.part());
    }

    private String deviceFile(String path, String value) {
        MapNode file =
                path.isEmpty() ? device() : Setting.parse(path + "=" + value).applyTo(device());
        try {
            Path written = Files.createTempFile("device", ".yaml");
            written.toFile().deleteOnExit();
            Files.writeString(written, Yaml.write(file));
            return written.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}

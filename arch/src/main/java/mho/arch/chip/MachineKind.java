package mho.arch.chip;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Spelling;
import mho.core.yaml.YamlNode;

/** What kinds of machine a chip file may be of, and how the file of each is read. One that names no kind is of tiles. */
enum MachineKind {
    TILES("tiles", ChipSpec.class) {
        @Override
        ChipFile bound(MapNode tree) {
            TileKindChecks.oneOrSeveral(tree);
            ChipSpec spec;
            try {
                spec = Binder.bind(tree.without(KEY), ChipSpec.class);
            } catch (BadInput refused) {
                throw TileKindChecks.withoutTile(tree, refused);
            }
            ChipChecks.check(spec, tree);
            return spec;
        }

        @Override
        MapNode carried(MapNode before, MapNode after) {
            return StatedFigures.carried(before, after);
        }
    },
    /** Its figures are the whole machine's, and follow nothing. */
    ROOFLINE("roofline", Roofline.class) {
        @Override
        ChipFile bound(MapNode tree) {
            return Binder.bind(tree.without(KEY), Roofline.class);
        }

        @Override
        MapNode carried(MapNode before, MapNode after) {
            return after;
        }
    };

    static final String KEY = "kind";

    private final String name;
    private final Class<? extends Record> type;

    MachineKind(String name, Class<? extends Record> type) {
        this.name = name;
        this.type = type;
    }

    /** @throws BadInput for a kind that there is not */
    static MachineKind of(MapNode tree) {
        YamlNode kind = tree.get(KEY);
        if (kind == null) {
            return TILES;
        }
        String text = kind instanceof ScalarNode scalar ? scalar.text() : "";
        return Arrays.stream(values())
                .filter(known -> known.name.equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(kind, text));
    }

    private static BadInput unknown(YamlNode kind, String text) {
        List<String> names = Arrays.stream(values()).map(known -> known.name).collect(Collectors.toList());
        String meant = Spelling.closest(text, names);
        return BadInput.at(
                kind.mark(),
                KEY,
                "expected one of " + String.join(", ", names) + ", found " + kind.describe()
                        + (meant == null ? "" : ", did you mean \"" + meant + "\"?"));
    }

    /** What its files may say. */
    List<Parameter> parameters() {
        return Parameters.of(type);
    }

    /** How its files are written, besides the file that they extend. */
    JsonSchema.FileKind schema() {
        return new JsonSchema.FileKind(type, new TreeMap<>(Map.of(KEY, List.of(name), "extends", List.of())));
    }

    /** How files call it. */
    String called() {
        return name;
    }

    /** @throws BadInput for whatever is wrong with the file */
    abstract ChipFile bound(MapNode tree);

    /** A changed file with the figures it inherits made to fit. */
    abstract MapNode carried(MapNode before, MapNode after);

    /** With the default of every absent key written in. */
    MapNode filled(MapNode tree) {
        return Binder.withDefaults(tree, type);
    }

    MapNode inherited(MapNode base, MapNode over) {
        return Binder.inherited(base, over, type);
    }
}

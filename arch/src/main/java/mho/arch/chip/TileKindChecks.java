package mho.arch.chip;

import java.util.List;
import java.util.regex.Pattern;
import mho.arch.element.Problems;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Spelling;
import mho.core.yaml.YamlNode;
import mho.workloads.network.LayerWords;

/** Whether a kind of tiles is named as a path can name it, and computes layers that there are. */
final class TileKindChecks {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private TileKindChecks() {}

    /** @throws BadInput for a file that speaks of its tile where it names several kinds of tiles */
    static void oneOrSeveral(MapNode tree) {
        YamlNode tile = tree.get("tile");
        if (!(tree.get("tiles") instanceof MapNode kinds)) {
            return;
        }
        List<String> paths = kinds.keys().stream()
                .filter(key -> kinds.get(key) instanceof MapNode)
                .map(key -> "tiles." + key)
                .toList();
        if (tile != null) {
            throw BadInput.at(
                    tile.mark(),
                    "tile",
                    "is that of a chip with one kind of tiles, and this one has several: say which (%s), or take tile away (tile=null)"
                            .formatted(String.join(", ", paths)));
        }
    }

    /** What is wrong with a file, together with that it states no tile at all, which is looked at last. */
    static BadInput withoutTile(MapNode tree, BadInput refused) {
        boolean told = refused.parts().stream()
                .anyMatch(part -> String.valueOf(part.getMessage()).contains(ChipSpec.NO_TILE));
        return told || tree.get("tile") != null || tree.get("tiles") instanceof MapNode
                ? refused
                : BadInput.all(List.of(refused, BadInput.at(tree.mark(), ChipSpec.NO_TILE)));
    }

    static void name(ChipFace face, Problems problems) {
        if (!face.path().isOnly() && !NAME.matcher(face.name()).matches()) {
            problems.refuse(
                    "tiles",
                    "a kind of tiles cannot be called %s: its name is of small letters, digits and dashes, as in digital"
                            .formatted(MessageText.quoted(face.name())));
        }
    }

    static void does(ChipFace face, Problems problems) {
        String path = face.path().text() + ".does";
        List<String> words = face.does() == null ? List.of() : face.does();
        if (words.isEmpty()) {
            problems.refuse(path, "lists no layer, and such tiles would do nothing; leave it out, and they do any");
        }
        for (String word : words) {
            if (!LayerWords.all().contains(word)) {
                String meant = Spelling.closest(word, LayerWords.all());
                problems.refuse(
                        path,
                        "no layer is called %s%s"
                                .formatted(
                                        MessageText.quoted(word),
                                        meant == null
                                                ? "; there are " + String.join(", ", LayerWords.all())
                                                : ", did you mean \"" + meant + "\"?"));
            }
        }
    }
}

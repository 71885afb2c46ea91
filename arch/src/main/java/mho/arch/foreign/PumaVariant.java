package mho.arch.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;

/** A chip file that extends {@code puma}, while it comes about: every key stands where the script gives it. */
final class PumaVariant {
    private static final String CHIP = "puma";
    private static final String ABOUT =
            "The chip of a config.py of puma-simulator: puma, with what the file says in the place of what puma says. Instructions and their memories take power and no time here.";
    private static final String PRICES =
            "puma-simulator 930dfcd, include/constants.py, which has one price whatever the bits or ports";

    private final Mark file;
    private final List<ScalarNode> remarks = new ArrayList<>();
    private MapNode chip;

    /** @param stem the name of the script, from which the chip has its own */
    PumaVariant(Mark file, String stem) {
        this.file = file;
        this.chip = MapNode.empty(file)
                .put("chip", text(file, stem.startsWith(CHIP) ? stem : CHIP + "-" + stem))
                .put("extends", text(file, CHIP))
                .put("about", text(file, ABOUT));
    }

    /** A key, where one of the numbers that it comes from is given. */
    void put(String path, Object value, GivenNumber... from) {
        for (GivenNumber given : from) {
            Mark mark = given.mark();
            if (mark != null) {
                chip = chip.with(path, new ScalarNode(mark, String.valueOf(value), false));
                return;
            }
        }
    }

    /** Prices of puma-simulator's, in the place of those that are stated for something else. */
    void price(String part, Mark mark, Map<String, String> figures, String... away) {
        new TreeMap<>(figures).forEach((figure, price) -> {
            chip = chip.with(part + "." + figure, new ScalarNode(mark, Objects.requireNonNull(price), false));
            chip = chip.with(part + ".assumed." + figure, text(mark, PRICES));
        });
        without(part, mark, away);
    }

    /** Prices of a model, in the place of those that are stated for something else. */
    void model(String part, String model, Mark mark, String... away) {
        chip = chip.with(part + ".model", text(mark, model));
        without(part, mark, away);
    }

    private void without(String part, Mark mark, String... away) {
        for (String figure : away) {
            chip = chip.with(part + "." + figure, new ScalarNode(mark, "", false));
        }
    }

    void remark(String sentence) {
        remarks.add(text(file, sentence));
    }

    MapNode made() {
        return remarks.isEmpty() ? chip : chip.put("remarks", new ListNode(file, List.copyOf(remarks)));
    }

    private static ScalarNode text(Mark mark, String text) {
        return new ScalarNode(mark, text, true);
    }
}

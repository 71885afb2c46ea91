package mho.reports.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a section. */
public sealed interface Block {

    /** A paragraph. */
    record Prose(String text) implements Block {}

    /** Figures to be seen at once. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * One of them.
     *
     * @param aside a second reading of the same figure, or what it is a part of; may be empty
     * @param meaning definition, shown on demand and in print; may be empty
     * @param figure whose parts a click unfolds; null where the page has none
     */
    record Fact(String label, String value, String aside, String meaning, @Nullable String figure) {
        public Fact(String label, String value, String aside, String meaning) {
            this(label, value, aside, meaning, null);
        }
    }

    /**
     * A picture, drawn by the function of the page's script that has its id.
     *
     * @param about what is drawn and how to read it
     * @param choices what the reader can change
     * @param table id of the table with the same numbers, for those who do not see the picture
     */
    record Chart(String id, String title, String about, List<Choice> choices, String table) implements Block {
        public Chart {
            choices = List.copyOf(choices);
        }

        public Chart(String id, String title, String about, String table) {
            this(id, title, about, List.of(), table);
        }
    }

    /**
     * One thing a reader can choose about a chart.
     *
     * @param key name the chart's function knows it by
     * @param options what there is to choose from
     * @param chosen index of the option taken at first
     */
    record Choice(String key, String label, List<String> options, int chosen) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Numbers, to be sorted by any column. */
    record Table(DataTable table) implements Block {}

    /** Text as it stands, such as a file; folded away if long. */
    record Listing(String id, String title, String text, boolean folded) implements Block {}

    /** What only some want to see: a heading to unfold. */
    record Folded(String title, List<Block> blocks) implements Block {
        public Folded {
            blocks = List.copyOf(blocks);
        }
    }

    /** The table with a caption, folded under it. */
    static Block folded(DataTable table) {
        return new Folded(table.caption(), List.of(new Table(table)));
    }

    /** Two charts side by side where there is room. */
    record Pair(Chart left, @Nullable Chart right) implements Block {}
}

package mho.site;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** Texts as Markdown. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String title) {
        text.append("#".repeat(level)).append(' ').append(escaped(title)).append("\n\n");
        return this;
    }

    /** Markdown as it is. */
    Markdown paragraph(String markdown) {
        text.append(markdown).append("\n\n");
        return this;
    }

    /** Text that keeps its lines. */
    Markdown listing(String lines) {
        text.append("```\n").append(lines.stripTrailing()).append("\n```\n\n");
        return this;
    }

    /** @param cells of each row, as Markdown */
    Markdown table(List<String> head, List<List<String>> cells) {
        row(head);
        row(head.stream().map(each -> "---").toList());
        cells.forEach(this::row);
        text.append('\n');
        return this;
    }

    private void row(List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Columns of a CSV table by their names, whose underscores become spaces. */
    Markdown columns(List<CSVRecord> records, List<String> columns) {
        return table(
                columns.stream().map(name -> name.replace('_', ' ')).toList(),
                records.stream()
                        .map(each -> columns.stream()
                                .map(name -> escaped(each.get(name)))
                                .toList())
                        .toList());
    }

    /** Plain text, none of whose characters means anything. */
    static String escaped(String plain) {
        return plain.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1").replace("\n", " ");
    }

    static String code(String plain) {
        return "`" + plain.replace("|", "\\|") + "`";
    }

    static String link(String text, String page) {
        return "[" + escaped(text) + "](" + page + ")";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

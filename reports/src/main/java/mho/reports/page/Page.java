package mho.reports.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole page.
 *
 * @param title in the window's bar and at the top
 * @param lead what it is, in one sentence
 * @param sections in order; they make the list of contents
 * @param scripts names of the resources that add what this page alone has, such as report.js for its charts
 * @param data what the charts are drawn from
 */
public record Page(String title, String lead, List<Section> sections, List<String> scripts, ChartData data) {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "mho.reports.page");
    private static final int ROOM = 1 << 20;

    public Page {
        sections = List.copyOf(sections);
        scripts = List.copyOf(scripts);
    }

    /** The page as a file that stands alone. */
    public String html() {
        StringOutput out = new StringOutput(ROOM);
        TEMPLATES.render("page.jte", this, out);
        // Templates keep the blanks their control structures are indented by.
        return out.toString();
    }

    String style() {
        return Asset.text("page.css");
    }

    /** Everything that runs: the charting library, what all pages share, what this one adds. */
    String code() {
        return Stream.concat(Stream.of("echarts.js", "page.js"), scripts.stream())
                .map(Asset::text)
                .collect(Collectors.joining("\n"));
    }
}

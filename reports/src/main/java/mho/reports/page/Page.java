package mho.reports.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole page.
 *
 * @param title in the window's bar and at the top
 * @param lead what it is, in one sentence
 * @param sections in order; they make the list of contents
 * @param script name of the resource that adds this page's charts, such as report.js
 * @param data what the charts are drawn from
 */
public record Page(String title, String lead, List<Section> sections, String script, ChartData data) {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "mho.reports.page");
    private static final int ROOM = 1 << 20;

    public Page {
        sections = List.copyOf(sections);
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
        return List.of("echarts.js", "page.js", script).stream()
                .map(Asset::text)
                .collect(Collectors.joining("\n"));
    }
}

package mho.reports.page;

import mho.reports.medium.Json;

/**
 * Data for a page's charts: JSON that stands in a script element. In JSON the characters that could end the element, or begin a comment
 * in it, occur in strings alone, where they may as well be written as escapes.
 */
public record ChartData(String json) {
    public ChartData {
        json = json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    public static ChartData of(Json.Content content) {
        return new ChartData(Json.line(content));
    }
}

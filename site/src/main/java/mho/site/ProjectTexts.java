package mho.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** READMEs and the guide, as pages: links between them lead to pages, those to other files to copies of them. */
final class ProjectTexts {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");

    /** Sections of READMEs that say what is not modelled. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(?m)^#{2,3} (?:What it leaves out|What is left out|Left out[^\\n]*)\\n(.*?)(?=^#{1,3} |\\z)",
            Pattern.DOTALL);

    private static final Pattern HEADING = Pattern.compile("#{1,4} .*");

    /** Files of the project that are pages, in order. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("README.md", "readme");
        for (String module : new String[] {"core", "workloads", "periphery", "arch", "reports"}) {
            PAGES.put(module + "/README.md", module);
        }
        PAGES.put("GUIDE.md", "guide");
        PAGES.put("site/README.md", "site");
        PAGES.put("cluster/README.md", "cluster");
    }

    private final Path project;
    private final SiteDirectory to;

    ProjectTexts(Path project, SiteDirectory to) {
        this.project = project;
        this.to = to;
    }

    void write() throws IOException {
        Markdown left = new Markdown()
                .heading(1, "What is left out")
                .paragraph("What the models do not have, module by module, as their READMEs say it.");
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            String text = Files.readString(project.resolve(page.getKey()));
            String linked = linked(text, Path.of(page.getKey()));
            to.page(page.getValue(), anchored(linked));
            Matcher section = LEFT_OUT.matcher(linked);
            while (section.find()) {
                left.heading(2, page.getValue()).paragraph(section.group(1).strip());
            }
        }
        to.page("left-out", left.toString());
    }

    /** @param file whose text it is, from the project's directory */
    private String linked(String text, Path file) throws IOException {
        Matcher link = LINK.matcher(text);
        StringBuilder out = new StringBuilder();
        while (link.find()) {
            Path target =
                    Path.of("").resolve(file).resolveSibling(link.group(1)).normalize();
            String anchor = link.group(2) == null ? "" : link.group(2);
            String page = PAGES.get(target.toString().replace('\\', '/'));
            String href = page == null ? copied(target) : page + ".html" + anchor;
            link.appendReplacement(out, Matcher.quoteReplacement("](" + href + ")"));
        }
        link.appendTail(out);
        return out.toString();
    }

    /** Before each heading an anchor of the name that links between READMEs use: small letters, digits and hyphens. */
    private static String anchored(String text) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        for (String line : text.split("\n", -1)) {
            code ^= line.startsWith("```");
            if (!code && HEADING.matcher(line).matches()) {
                String title = line.replaceFirst("^#+ +", "").toLowerCase(Locale.ROOT);
                String slug = title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
                out.append("<a id=\"").append(slug).append("\"></a>\n\n");
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private String copied(Path file) throws IOException {
        String name = "files/" + file.toString().replace('\\', '/');
        Files.write(to.asItIs(name), Files.readAllBytes(project.resolve(file)));
        return name;
    }
}

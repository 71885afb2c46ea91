package mho.site;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Links of a folder of pages that lead nowhere: to a file that is not there, out of the folder, or to a place that a page does not have. Addresses on other
 * machines are not asked.
 */
public final class DeadLinks {
    private final Path site;
    private final Map<Path, Set<String>> places = new HashMap<>();

    DeadLinks(Path site) {
        this.site = site;
    }

    /** @param args the folder; ends with an exception that names every dead link */
    public static void main(String[] args) throws IOException {
        Path site = Path.of(args[0]).toRealPath();
        List<String> dead = new DeadLinks(site).found();
        if (!dead.isEmpty()) {
            throw new IllegalStateException(dead.size() + " dead links:\n" + String.join("\n", dead));
        }
    }

    /** One line each: the page, the link, what is wrong. */
    List<String> found() throws IOException {
        List<String> dead = new ArrayList<>();
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        if (pages.isEmpty()) {
            dead.add(site + ": no pages");
        }
        for (Path page : pages) {
            for (Element element :
                    Jsoup.parse(page).select("a[href], link[href], img[src], script[src], iframe[src]")) {
                String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                String wrong = wrong(page, link);
                if (wrong != null) {
                    dead.add(site.relativize(page) + ": " + link + " (" + wrong + ")");
                }
            }
        }
        return dead;
    }

    private @Nullable String wrong(Path page, String link) throws IOException {
        if (link.isEmpty() || link.matches("(?i)(https?|mailto|data|javascript):.*") || link.startsWith("//")) {
            return null;
        }
        int hash = link.indexOf('#');
        String file = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
        String place = hash < 0 ? "" : URLDecoder.decode(link.substring(hash + 1), StandardCharsets.UTF_8);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!target.startsWith(site)) {
            return "leads out of the site";
        }
        if (!Files.isRegularFile(target)) {
            return "no such file";
        }
        return place.isEmpty()
                        || !target.toString().endsWith(".html")
                        || places(target).contains(place)
                ? null
                : "no such place";
    }

    private Set<String> places(Path page) throws IOException {
        Set<String> known = places.get(page);
        if (known == null) {
            Document document = Jsoup.parse(page);
            known = document.select("[id], a[name]").stream()
                    .flatMap(element -> Stream.of(element.id(), element.attr("name")))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            places.put(page, known);
        }
        return known;
    }
}

package mho.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide leads to files that are there, and fits a screen. */
class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHORT = Pattern.compile("`([A-Z])` for `([^`]+)`|`([A-Z])` stands for `([^`]+)`");
    private static final Pattern PATH = Pattern.compile("`([\\w-]+/[\\w./-]+)`");
    private static final int WIDTH = 120;

    @Test
    void everyPathOfItIsThere() throws IOException {
        String guide = Files.readString(ROOT.resolve("GUIDE.md"));
        Map<String, String> roots = new java.util.HashMap<>();
        SHORT.matcher(guide)
                .results()
                .forEach(found -> roots.put(
                        found.group(1) == null ? found.group(3) : found.group(1),
                        found.group(2) == null ? found.group(4) : found.group(2)));
        assertThat(roots).hasSize(5);
        List<String> missing = new ArrayList<>();
        List<String> paths =
                PATH.matcher(guide).results().map(MatchResult::group).distinct().toList();
        for (String quoted : paths) {
            String path = quoted.substring(1, quoted.length() - 1);
            String first = path.substring(0, path.indexOf('/'));
            String whole = roots.getOrDefault(first, first) + path.substring(path.indexOf('/'));
            if (!Files.exists(ROOT.resolve(whole))) {
                missing.add(whole);
            }
        }
        assertThat(paths).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    @Test
    void itsTextFitsAScreen() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("GUIDE.md")))
                .filteredOn(line -> !line.startsWith("|"))
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(WIDTH));
    }
}

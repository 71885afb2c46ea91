package mho.workloads.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** Which of several files of a folder, or arrays of an npz file, are the inputs and their labels; told by their names. */
record InputsAndLabels(String inputs, @Nullable String labels) {
    private static final int MOST_LISTED = 8;
    private static final String PACKED = "gz";

    private static final Set<String> OF_LABELS =
            Set.of("label", "labels", "target", "targets", "class", "classes", "y");
    private static final Set<String> OF_INPUTS = Set.of("image", "images", "input", "inputs", "data", "features", "x");

    private static final Set<String> TRAINING = Set.of("train", "training");

    /** Words of names, in the order they are looked for: a network is judged by what it has not seen. */
    private static final List<Set<String>> SPLITS = List.of(
            Set.of("t10k", "test", "testing"),
            Set.of("val", "valid", "validation", "dev"),
            Set.of(), // what is called none of these
            TRAINING);

    /**
     * The test set if there is one, else the validation set, else what is called neither, else the training set.
     *
     * @param rank how many extents other than 1 an array has whose name does not tell what it is: labels have at most one
     * @throws BadInput if there is nothing to choose or more than one thing
     */
    static InputsAndLabels of(String where, List<String> names, ToIntFunction<String> rank) {
        for (Set<String> split : SPLITS) {
            List<String> candidates = names.stream()
                    .filter(name -> split(name).equals(split))
                    .sorted()
                    .toList();
            InputsAndLabels choice = within(where, candidates, rank);
            if (choice != null) {
                return choice;
            }
        }
        throw new BadInput(where + ": holds no inputs (IDX, .npy, .npz or .csv)"
                + (names.isEmpty() ? "" : " beside " + listed(names)) + "; give the file of the inputs by its path");
    }

    /**
     * The training set that belongs to inputs of this name: what is called the same but for the word that tells sets apart. Null if there is
     * none, or the inputs are the training set themselves.
     */
    static @Nullable String training(String name, Collection<String> names) {
        if (split(name).equals(TRAINING)) {
            return null;
        }
        return names.stream()
                .filter(other -> split(other).equals(TRAINING) && subject(other).equals(subject(name)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether a name says that its inputs are to test or to validate with. */
    static boolean isHeldOut(String name) {
        return SPLITS.subList(0, 2).contains(split(name));
    }

    /** The words of a name that do not say which set it is. */
    private static List<String> subject(String name) {
        return words(name).stream()
                .filter(word -> !word.equals(PACKED) && SPLITS.stream().noneMatch(split -> split.contains(word)))
                .toList();
    }

    private static Set<String> split(String name) {
        List<String> words = words(name);
        return SPLITS.stream()
                .filter(split -> words.stream().anyMatch(split::contains))
                .findFirst()
                .orElse(Set.of());
    }

    private static @Nullable InputsAndLabels within(String where, List<String> names, ToIntFunction<String> rank) {
        List<String> labels = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String name : names) {
            List<String> words = words(name);
            if (words.stream().anyMatch(OF_LABELS::contains)) {
                labels.add(name);
            } else if (words.stream().anyMatch(OF_INPUTS::contains)) {
                inputs.add(name);
            } else {
                others.add(name);
            }
        }
        if (inputs.isEmpty() && others.size() == 2 && labels.isEmpty()) {
            others.forEach(name -> (rank.applyAsInt(name) > 1 ? inputs : labels).add(name));
        } else if (inputs.isEmpty()) {
            inputs.addAll(others);
        }
        if (inputs.size() > 1 || labels.size() > 1) {
            throw new BadInput(where + ": " + listed(inputs.size() > 1 ? inputs : labels)
                    + " could all be the " + (inputs.size() > 1 ? "inputs" : "labels")
                    + ", give the file of the inputs and that of the labels by their paths");
        }
        return inputs.isEmpty() ? null : new InputsAndLabels(inputs.get(0), labels.isEmpty() ? null : labels.get(0));
    }

    private static List<String> words(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
    }

    private static String listed(List<String> names) {
        return names.stream().limit(MOST_LISTED).map(MessageText::plain).collect(Collectors.joining(", "))
                + (names.size() > MOST_LISTED ? ", …" : "");
    }
}

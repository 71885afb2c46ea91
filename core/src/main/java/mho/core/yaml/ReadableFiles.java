package mho.core.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;

/**
 * Which files may be read by name while something is done for somebody else: some folders and files, and nothing beside them. It holds on
 * the thread that does it, for whatever goes through {@link GivenPath}; elsewhere everything may be read. Symbolic links are followed
 * before it is asked whether a file may be read.
 */
public final class ReadableFiles {
    private static final ThreadLocal<@Nullable ReadableFiles> HERE = new ThreadLocal<>();
    private static final int LONGEST = 300;

    private final Set<Path> places = ConcurrentHashMap.newKeySet();
    private final boolean noting;

    private ReadableFiles(Set<Path> places, boolean noting) {
        places.forEach(place -> this.places.add(real(place)));
        this.noting = noting;
    }

    /** Everything may be read, and is noted: {@link #alone} allows the same another time. */
    public static ReadableFiles noted() {
        return new ReadableFiles(Set.of(), true);
    }

    /** What was noted, and one folder more, and nothing else. */
    public ReadableFiles alone(Path folder) {
        Set<Path> all = new LinkedHashSet<>(places);
        all.add(folder);
        return new ReadableFiles(all, false);
    }

    /** Does something within these bounds. */
    public <T> T during(Supplier<T> work) {
        ReadableFiles before = HERE.get();
        HERE.set(this);
        try {
            return work.get();
        } finally {
            HERE.set(before);
        }
    }

    /** The path itself; throws {@link BadInput} where there is something that this thread may not read. */
    static Path checked(Path path) {
        if (!mayRead(path)) {
            throw new BadInput(MessageText.plain(path.toString(), LONGEST)
                    + ": lies outside of what may be read here; upload the file, or name it on the command line");
        }
        return path;
    }

    static boolean mayRead(Path path) {
        ReadableFiles here = HERE.get();
        return here == null || here.allows(path);
    }

    /** What is not there can be read by nobody, and is told as elsewhere. */
    private boolean allows(Path path) {
        if (!Files.exists(path)) {
            return true;
        }
        Path real = real(path);
        if (noting) {
            places.add(real);
            return true;
        }
        return places.stream().anyMatch(real::startsWith);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}

package mho.reports.sweep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.reports.files.RunDirectory;
import mho.reports.files.WholeFile;
import mho.reports.form.sweep.PointsCsv;
import mho.reports.medium.CellTable;
import mho.reports.medium.ParquetFile;

/** Where a sweep lives, or whatever else computes points. One process at a time has it; the lock ends with the process, however that ends. */
final class SweepDirectory implements AutoCloseable {
    static final String QUESTION = "sweep.yaml";
    private static final String LOCK = ".lock";
    private static final String POINTS = "points";

    private final Path path;
    private final FileChannel lock;

    private SweepDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes it, or opens that of the same sweep; throws {@link BadInput} if it is anything else or somebody else's. */
    static SweepDirectory open(Path path, SweepQuestion question) {
        return open(path, new PointsAsked(QUESTION, "sweep", question.name(), question.yaml()));
    }

    /** The same for whatever asks for points. */
    static SweepDirectory open(Path path, PointsAsked asked) {
        SweepDirectory directory = locked(path, asked);
        try {
            directory.claim(asked);
            return directory;
        } catch (BadInput e) {
            directory.close();
            throw e;
        }
    }

    private static SweepDirectory locked(Path path, PointsAsked asked) {
        try {
            refuseForeign(path, asked);
            Files.createDirectories(path);
            refuseLinks(path);
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (channel.tryLock() == null) {
                channel.close();
                throw busy(path, asked);
            }
            return new SweepDirectory(path, channel);
        } catch (OverlappingFileLockException e) {
            throw busy(path, asked);
        } catch (FileAlreadyExistsException e) {
            throw new BadInput(
                    "--out " + path + ": cannot be made, " + e.getFile() + " is a file; give another directory");
        } catch (AccessDeniedException e) {
            throw new BadInput("--out " + path + ": may not be written, give another directory");
        } catch (IOException e) {
            throw new BadInput("--out " + path + ": cannot be made (" + IoReason.of(e) + "), give another directory");
        }
    }

    /** Nothing is written where somebody else's link leads. */
    private static void refuseLinks(Path path) {
        for (String name : List.of(LOCK, POINTS, PointStore.NAME)) {
            if (Files.isSymbolicLink(path.resolve(name))) {
                throw new BadInput(path.resolve(name)
                        + ": is a link, and nothing is written through it; remove it, or give another --out");
            }
        }
    }

    private static void refuseForeign(Path path, PointsAsked asked) throws IOException {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(asked.file()))) {
            return;
        }
        try (Stream<Path> content = Files.list(path)) {
            if (content.anyMatch(file -> !file.endsWith(LOCK) && !isDraft(file))) {
                throw new BadInput("--out " + path + ": holds other files and no " + asked.kind()
                        + "; nothing is written over, give another directory");
            }
        }
    }

    private static BadInput busy(Path path, PointsAsked asked) {
        return new BadInput(
                path + ": another mho is at work on this " + asked.kind() + "; wait for it, or give another --out");
    }

    private void claim(PointsAsked asked) {
        Path file = path.resolve(asked.file());
        if (!Files.exists(file)) {
            write(asked.file(), asked.yaml());
            return;
        }
        String theirs = Yaml.read(file) instanceof MapNode map && map.get(asked.kind()) instanceof ScalarNode name
                ? name.text()
                : "";
        if (!theirs.equals(asked.name())) {
            throw new BadInput("%s: holds the %s %s, not %s; give another --out, or another name to the %s"
                    .formatted(
                            path,
                            asked.kind(),
                            MessageText.quoted(theirs),
                            MessageText.quoted(asked.name()),
                            asked.kind()));
        }
    }

    PointStore store() {
        return PointStore.open(path);
    }

    Path path() {
        return path;
    }

    /** Replaces a file, at once or not at all. */
    void write(String name, String content) {
        Path file = path.resolve(name);
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw PointStore.unwritable(file, e);
        }
    }

    /** The same of a table, as a Parquet file. */
    void writeParquet(String name, CellTable table) {
        Path file = path.resolve(name);
        try {
            WholeFile.write(
                    file,
                    draft -> ParquetFile.write(
                            table,
                            Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
        } catch (IOException e) {
            throw PointStore.unwritable(file, e);
        }
    }

    /** Whether there is something of that name. */
    boolean has(String name) {
        return Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    boolean hasPoint(String sha256) {
        return Files.isDirectory(point(sha256));
    }

    /** All files of a point, at once or not at all. */
    void writePoint(String sha256, Map<String, String> files) {
        if (!hasPoint(sha256)) {
            RunDirectory.named(point(sha256)).write(files);
        }
    }

    private Path point(String sha256) {
        return path.resolve(POINTS).resolve(PointsCsv.shortHash(sha256));
    }

    /** What a killed process left half-written. */
    void sweepUp() {
        for (Path folder : List.of(path, path.resolve(POINTS))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> drafts = Files.list(folder)) {
                    for (Path draft : drafts.filter(SweepDirectory::isDraft).toList()) {
                        delete(draft);
                    }
                } catch (IOException e) {
                    throw PointStore.unwritable(folder, e);
                }
            }
        }
    }

    private static boolean isDraft(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".mho-") || name.endsWith(".draft");
    }

    private static void delete(Path draft) throws IOException {
        try (Stream<Path> all = Files.walk(draft)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw PointStore.unwritable(path, e);
        }
    }
}

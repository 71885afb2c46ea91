package mho.workloads.onnx.graph;

import static mho.workloads.onnx.graph.Refusal.quoted;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Tensors whose bytes stand in files beside the model. A location is a relative path that stays inside the model's own
 * folder, symbolic links followed; anything else is refused, so a model cannot make mho read other files.
 */
final class ExternalData {
    private final Path folder;

    ExternalData(Path folder) {
        this.folder = folder;
    }

    ConstantValues values(TensorProto proto, ElementType type, int count) {
        Map<String, String> entries = proto.getExternalDataList().stream()
                .collect(Collectors.toMap(
                        StringStringEntryProto::getKey, StringStringEntryProto::getValue, (first, second) -> second));
        String location = entries.getOrDefault("location", "");
        Path file = file(location);
        long offset = number(entries, "offset", 0);
        long needed = type.bytesOf(count);
        long length = number(entries, "length", needed);
        long size = size(file);
        if (length != needed) {
            throw new Refusal("external data has length " + length + " where " + needed + " bytes are needed");
        }
        if (offset > size - needed) {
            throw new Refusal("external data file " + quoted(location) + " ends at byte " + size + ", before " + needed
                    + " bytes from " + offset + ", copy the whole file again");
        }
        return new RawValues(type, count, mapped(file, offset, needed));
    }

    /** Why a tensor's file is not there; null if it is, or cannot be what the model says. */
    @Nullable
    String missing(TensorProto proto) {
        String location = proto.getExternalDataList().stream()
                .filter(entry -> entry.getKey().equals("location"))
                .map(StringStringEntryProto::getValue)
                .reduce("", (first, second) -> second);
        try {
            Path relative = Path.of(location);
            Path file = folder.resolve(relative).normalize();
            boolean inside = !location.isEmpty() && !relative.isAbsolute() && file.startsWith(folder);
            return inside && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                    ? "external data file " + quoted(location) + " is missing, copy it beside the model (into "
                            + folder.getFileName() + ")"
                    : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private Path file(String location) {
        if (location.isEmpty()) {
            throw new Refusal("external data without a location");
        }
        try {
            Path relative = Path.of(location);
            Path file = folder.resolve(relative).normalize();
            if (relative.isAbsolute() || !file.startsWith(folder)) {
                throw escape(location);
            }
            if (!Files.isRegularFile(file)) {
                throw new Refusal("external data file " + quoted(location)
                        + " is missing, copy it beside the model (into " + folder.getFileName() + ")");
            }
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw escape(location);
            }
            return file;
        } catch (InvalidPathException | IOException e) {
            throw new Refusal("external data file " + quoted(location) + " cannot be read");
        }
    }

    private static Refusal escape(String location) {
        return new Refusal("external data file " + quoted(location)
                + " leads out of the model's folder, only files inside it are read");
    }

    private static long number(Map<String, String> entries, String key, long otherwise) {
        String text = entries.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for every unusable number
        }
        throw new Refusal("external data has " + key + " " + quoted(text) + ", a whole number of bytes is needed");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new Refusal("external data file " + quoted(String.valueOf(file.getFileName())) + " cannot be read");
        }
    }

    /** Maps the bytes when first asked for, so that a run that needs no values reads none. */
    private static Supplier<ByteBuffer> mapped(Path file, long offset, long length) {
        return new Supplier<>() {
            private ByteBuffer buffer = ByteBuffer.allocate(0);

            @Override
            public synchronized ByteBuffer get() {
                if (buffer.capacity() == 0 && length > 0) {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                        buffer = channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
                    } catch (IOException e) {
                        throw new BadInput(file + ": cannot be read any more, restore the model's external data");
                    }
                }
                return buffer.duplicate();
            }
        };
    }
}

package mho.reports.config;

import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.reports.medium.Digest;
import mho.workloads.network.Network;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;

/** An ONNX file that a run refers to. */
final class OnnxFile {
    private OnnxFile() {}

    static String sha256(Path file) {
        return Digest.sha256(file);
    }

    /** @param sha256 what the file was when the configuration was written; null if it may be anything */
    static Network read(String path, @Nullable String sha256, OnnxOptions options) {
        Path file = GivenPath.toRead(path);
        if (sha256 != null && !sha256.equals(Digest.sha256(file))) {
            throw new BadInput(path + ": not the file the configuration was written for (its SHA-256 differs);"
                    + " give the file with --network to run what it is now");
        }
        return OnnxReader.read(file, options);
    }
}

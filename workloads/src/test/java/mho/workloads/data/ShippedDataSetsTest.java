package mho.workloads.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.onnx.OnnxOptions;
import mho.workloads.onnx.OnnxReader;
import org.junit.jupiter.api.Test;

/** The set that comes along, against figures of the published one. */
class ShippedDataSetsTest {
    private static final Shape IMAGE = new Shape(1, 28, 28);

    private final DataSet set = DataReader.read("fashion-mnist-1000", null, null, IMAGE);

    @Test
    void aThousandImagesOfTenClasses() {
        assertThat(set).hasToString("fashion-mnist-1000: 1,000 inputs of 1 x 28 x 28, 10 classes, x / 255");
        int[] ofClass = new int[10];
        IntStream.range(0, 1000).forEach(i -> ofClass[set.label(i)]++);
        assertThat(ofClass).containsExactly(107, 105, 111, 93, 115, 87, 97, 95, 95, 95);
    }

    @Test
    void labelsAreThoseOfTheTestSet() {
        assertThat(IntStream.range(0, 10).map(set::label)).containsExactly(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
    }

    @Test
    void pixelsAreExactlyWhatFloatDivisionBy255Gives() {
        float[] values = set.batch(0, 1000).values();
        assertThat(values).hasSize(784_000);
        for (float value : values) {
            int pixel = Math.round(value * 255);
            assertThat(value).isEqualTo(pixel / 255f);
        }
    }

    @Test
    void aNetworkOfVectorsReadsThemRowByRow() {
        DataSet flat = ShippedDataSets.load("fashion-mnist-1000", null, Shape.vector(784));
        assertThat(flat.batch(3, 2).values()).isEqualTo(set.batch(3, 2).values());
    }

    @Test
    void theTrainedNetworkOfTheTestsTakesThem() throws URISyntaxException {
        URL model =
                Objects.requireNonNull(ShippedDataSetsTest.class.getResource("/mho/workloads/zoo/fmnist_lenet.onnx"));
        Network network = OnnxReader.read(Path.of(model.toURI()), OnnxOptions.DEFAULT);
        assertThat(network.nodes().get(0).output()).isEqualTo(set.shape());
    }

    @Test
    void anotherNameOrShapeIsRefused() {
        assertThatThrownBy(() -> ShippedDataSets.load("mnist", null, IMAGE))
                .isInstanceOf(BadInput.class)
                .hasMessage("no built-in data is called \"mnist\", there is fashion-mnist-1000;"
                        + " a folder or file is given by its path");
        assertThatThrownBy(() -> ShippedDataSets.load("fashion-mnist-1000", null, new Shape(1, 32, 32)))
                .isInstanceOf(BadInput.class)
                .hasMessage("fashion-mnist-1000: holds inputs of 28 x 28, the network wants 1 x 32 x 32;"
                        + " give data of that shape or another network");
    }
}

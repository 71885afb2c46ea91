package mho.workloads.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuroSimTableTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private Network read(String... rows) throws IOException {
        Path file = Files.write(folder.resolve("NetWork.csv"), List.of(rows));
        return NetworkFile.parse(NeuroSimTable.read(file));
    }

    /** The layers of VGG-8 as its readers count them: 32 x 32 maps stay that large, and two pools of 2 leave 8192 values. */
    @Test
    void padding_and_pools_follow_from_what_the_next_row_reads() throws IOException {
        Network vgg8 = NetworkFile.parse(NeuroSimTable.read(Path.of("../reports/examples/vgg8-neurosim.csv")));
        long convolutions = 1024L * 9 * (3 * 128 + 128 * 128)
                + 256L * 9 * (128 * 256 + 256 * 256)
                + 64L * 9 * (256 * 512 + 512 * 512);
        assertThat(vgg8.macs()).isEqualTo(convolutions + 8192L * 1024 + 1024 * 10);
        assertThat(vgg8.results().get(0).shape().size()).isEqualTo(10);
    }

    @Test
    void a_row_without_a_stride_has_one_of_1_and_unpadded_kernels_stay_so() throws IOException {
        Network lenet = read("28,28,1,5,5,6,1", "12,12,6,5,5,16,1", "1,1,256,1,1,10,0");
        assertThat(lenet.macs()).isEqualTo(24L * 24 * 25 * 6 + 8L * 8 * 25 * 6 * 16 + 2560);
    }

    /** The rows of ResNet-18 as NeuroSim ships them have its shortcuts of 1 x 1 kernels; those without a kernel are in no row. */
    @Test
    void shortcuts_are_added_to_what_they_stand_beside() throws IOException {
        Network network = read(
                "56,56,64,3,3,64,0,1",
                "56,56,64,3,3,128,0,2",
                "28,28,128,3,3,128,0,1",
                "56,56,64,1,1,128,0,2",
                "28,28,128,3,3,512,1,1",
                "1,1,512,1,1,1000,0,1");
        assertThat(network.nodes().stream().map(Node::name))
                .containsExactly("input", "layer1", "layer2", "layer3", "layer4", "sum4", "layer5", "pool5", "layer6");
        Node sum = network.nodes().get(5);
        assertThat(sum.inputs().stream().map(id -> network.node(id).name())).containsExactly("layer3", "layer4");
        assertThat(network.node(network.nodes().get(4).inputs().get(0)).name()).isEqualTo("layer1");
    }

    /** All rows of ResNet-18 as NeuroSim V1.3 ships them: the products are those of the zoo's network. */
    @Test
    void resnet18_has_the_products_of_the_network_it_is() throws IOException {
        Network network = read(
                "224,224,3,7,7,64,1,2",
                "56,56,64,3,3,64,0,1",
                "56,56,64,3,3,64,0,1",
                "56,56,64,3,3,64,0,1",
                "56,56,64,3,3,64,0,1",
                "56,56,64,3,3,128,0,2",
                "28,28,128,3,3,128,0,1",
                "56,56,64,1,1,128,0,2",
                "28,28,128,3,3,128,0,1",
                "28,28,128,3,3,128,0,1",
                "28,28,128,3,3,256,0,2",
                "14,14,256,3,3,256,0,1",
                "28,28,128,1,1,256,0,2",
                "14,14,256,3,3,256,0,1",
                "14,14,256,3,3,256,0,1",
                "14,14,256,3,3,512,0,2",
                "7,7,512,3,3,512,0,1",
                "14,14,256,1,1,512,0,2",
                "7,7,512,3,3,512,0,1",
                "7,7,512,3,3,512,1,1",
                "1,1,512,1,1,1000,0,1");
        assertThat(network.macs()).isEqualTo(Zoo.load("resnet18").macs());
    }

    @Test
    void what_is_no_such_row_is_told_with_its_line() {
        refused("NetWork.csv:2:1: found 3 columns, a layer of NeuroSim has 7 or 8", "8,8,3,3,3,8,0,1", "1,2,3");
        refused(
                "NetWork.csv:1:1: column 4, height of the kernel: expected a whole number of 1 or more, found \"x\"",
                "8,8,3,x,3,8,0,1");
        refused("NetWork.csv:1:1: column 7, whether a pool follows: expected 0 or 1, found \"2\"", "8,8,3,3,3,8,2,1");
        refused("NetWork.csv: holds no layer", "");
        refused(
                "NetWork.csv:1:1: reads 8 x 8 x 3 and gives 6 x 6 x 8 or, padded, 8 x 8 x 8; the next row reads 8 x 8 x 11;"
                        + " a network with branches other than shortcuts is written as a .yaml file",
                "8,8,3,3,3,8,0,1",
                "8,8,11,3,3,8,0,1");
    }

    private void refused(String message, String... rows) {
        assertThatThrownBy(() -> read(rows)).isInstanceOf(BadInput.class).hasMessageContaining(message);
    }
}

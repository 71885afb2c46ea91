package mho.workloads.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.network.file.NetworkFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeloopProblemTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("problem.yaml"), text);
    }

    private Network read(String text) throws IOException {
        return NetworkFile.parse(TimeloopProblem.read(file(text)));
    }

    private static Node layer(Network network) {
        return network.nodes().get(1);
    }

    @Test
    void a_problem_of_CiMLoop_is_a_layer_of_as_many_products() {
        Path example = Path.of("../reports/examples/conv-timeloop.yaml");
        assertThat(TimeloopProblem.isOne(example)).isTrue();
        Network network = NetworkFile.parse(TimeloopProblem.read(example));
        assertThat(layer(network).macs()).isEqualTo(64L * 128 * 28 * 28 * 9);
        assertThat(network.node(0).output().toString()).contains("57"); // (28 - 1) 2 + 3
    }

    @Test
    void sizes_beside_the_shape_are_read_and_both_sides_are_their_own() throws IOException {
        Network network = read(
                "problem:\n  shape: cnn-layer\n  C: 2\n  M: 4\n  R: 5\n  S: 3\n  P: 10\n  Q: 7\n  N: 1\n  Hdilation: 2\n");
        assertThat(layer(network).macs()).isEqualTo(2L * 4 * 5 * 3 * 10 * 7);
        assertThat(network.node(0).output().height()).isEqualTo(7 - 1 + 2 * 2 + 1);
        assertThat(network.node(0).output().width()).isEqualTo(10 - 1 + 4 + 1);
    }

    @Test
    void groups_see_only_each_other() throws IOException {
        Network network = read("problem:\n  instance: {C: 1, M: 1, G: 32, R: 3, S: 3, P: 8, Q: 8}\n");
        assertThat(layer(network).macs()).isEqualTo(32L * 9 * 64);
    }

    @Test
    void one_vector_is_a_dense_layer_and_rows_of_vectors_are_windows() throws IOException {
        assertThat(layer(read("problem:\n  instance: {C: 100, M: 10}\n")).windows())
                .isEqualTo(1);
        Node rows = layer(read("problem:\n  instance: {C: 768, M: 768, P: 128, X: 8, Y: 8}\n"));
        assertThat(rows.windows()).isEqualTo(128);
        assertThat(rows.macs()).isEqualTo(768L * 768 * 128);
    }

    @Test
    void what_no_layer_can_be_is_told_with_its_line() {
        refused(
                "problem.yaml:2:23: problem: K is no dimension of a convolution",
                "problem:\n  instance: {C: 1, K: 5}\n");
        refused(
                "problem: C: expected a whole number of 1 or more, found \"0\"",
                "problem:\n  instance: {C: 0, M: 5}\n");
        refused("write N: 1, and ask for 4 inputs by --images 4", "problem:\n  instance: {C: 1, M: 5, N: 4}\n");
        refused("problem: says no M; give channels in (C) and out (M)", "problem:\n  instance: {C: 1}\n");
        refused("problem: expected a mapping with an instance", "problem: 5\n");
    }

    private void refused(String message, String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadInput.class).hasMessageContaining(message);
    }
}

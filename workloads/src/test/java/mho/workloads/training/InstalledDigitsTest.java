package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.workloads.data.DataDescription;
import mho.workloads.data.DataSet;
import mho.workloads.data.Preparation;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole training sets, where they are installed (MHO_MNIST, MHO_FASHION_MNIST, or Debian's dataset-fashion-mnist). */
@Tag("long")
class InstalledDigitsTest {
    /** Of the files as they were first published, unpacked. */
    private static final Map<String, String> SUMS = Map.of(
            "train-images-idx3-ubyte", "6bbc9ace898e44ae57da46a324031adb",
            "train-labels-idx1-ubyte", "a25bea736e30d166cdddb491f175f624",
            "t10k-images-idx3-ubyte", "2646ac647ad5339dbf082846283269ea",
            "t10k-labels-idx1-ubyte", "27ae3e4e09519cfbb04c329615203637");

    private static Trainer trainer(DataDescription data, String network, TrainingSpec spec) {
        Network read = Zoo.load(network);
        Shape wanted = read.node(0).output();
        DataSet training = null;
        try {
            training = data.training(wanted);
        } catch (BadInput absent) {
            assumeTrue(false, absent.getMessage());
        }
        return Trainer.of(
                read, spec, LearningMatrices.FLOAT, java.util.Objects.requireNonNull(training), data.test(wanted));
    }

    @Test
    void anEpochOfFashionMnistTeachesMoreThanFourOfFive() {
        TrainingSpec spec = TrainingSpec.of(1, 1, RateSchedule.of(0.01), 1);
        EpochRecord record =
                trainer(DataDescription.of("fashion-mnist"), "rpu-mlp", spec).epoch();
        assertThat(record.testAccuracy()).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"rpu-mlp, 28, 28, 0.92", "pcm-mlp, 22, 24, 0.93", "neurosim-mlp, 20, 20, 0.88"})
    void anEpochOfMnistTeachesTheNetworksOfTheField(String network, int rows, int columns, double least) {
        boolean cut = rows < 28;
        DataDescription data = new DataDescription(
                "mnist", null, new Preparation(cut ? List.of(rows, columns) : null, rows == 20 ? 0.5 : null));
        Loss loss = rows == 20 ? Loss.SQUARED : Loss.CROSS_ENTROPY;
        TrainingSpec spec = new TrainingSpec(
                1, 1, RateSchedule.of(rows == 20 ? 0.1 : 0.01), loss, new Initialisation.Xavier(), Map.of(), true, 1);
        assertThat(trainer(data, network, spec).epoch().testAccuracy()).isGreaterThan(least);
    }

    @Test
    void theFilesOfMnistAreThoseThatWerePublished() throws IOException, NoSuchAlgorithmException {
        String folder = System.getenv("MHO_MNIST");
        assumeTrue(folder != null, "MHO_MNIST is not set");
        for (Map.Entry<String, String> file : SUMS.entrySet()) {
            byte[] bytes = Files.readAllBytes(Path.of(folder, file.getKey()));
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes)))
                    .isEqualTo(file.getValue());
        }
    }
}

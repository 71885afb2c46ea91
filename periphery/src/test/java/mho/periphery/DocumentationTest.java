package mho.periphery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.periphery.array.Array;
import mho.periphery.device.Device;
import mho.periphery.driver.Driver;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.interconnect.CircuitSegment;
import mho.periphery.interconnect.Router;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.OffChipMemory;
import mho.periphery.memory.Register;
import mho.periphery.neuron.Neuron;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
import mho.periphery.scheme.LearningReads;
import mho.periphery.scheme.UpdateScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {

    static Stream<Class<?>> circuits() {
        return Stream.of(
                Driver.class,
                Array.class,
                Integration.class,
                Readout.class,
                Neuron.class,
                Buffer.class,
                Register.class,
                OffChipMemory.class,
                Wires.class,
                Router.class,
                CircuitSegment.class,
                ChipLink.class,
                Device.class,
                UpdateScheme.class,
                LearningReads.class);
    }

    @ParameterizedTest
    @MethodSource("circuits")
    void everyParameterSaysWhatItMeansAndEveryQuantityHasAUnit(Class<?> circuit) {
        assertThat(Parameters.of(circuit)).isNotEmpty();
        for (Parameter parameter : Parameters.of(circuit)) {
            boolean choice = parameter.path().endsWith("kind");
            assertThat(choice || !parameter.doc().isBlank())
                    .as("%s of %s says what it means", parameter.path(), circuit)
                    .isTrue();
            boolean plain = parameter.path().endsWith("input-activity")
                    || parameter.path().endsWith("skip-zeros");
            if (parameter.type().equals("number") && !plain) {
                assertThat(parameter.unit()).as("unit of %s", parameter).isNotNull();
            }
        }
    }
}

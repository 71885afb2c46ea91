package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mho.arch.run.ArrivalProcess;
import mho.core.engine.Arrivals;
import mho.core.yaml.Kinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way in which inputs come from outside owes those who ask it; each is made from what its record is made of. */
final class ArrivalContractTest {
    private static final int INPUTS = 50;
    private static final Map<Class<?>, Object> EXAMPLES = Map.of(
            double.class,
            1e6,
            long.class,
            7L,
            List.class,
            LongStream.range(0, INPUTS).mapToObj(i -> i * i * 1000).toList());

    static Stream<ArrivalProcess> kinds() {
        return Kinds.of(ArrivalProcess.class).stream().map(ArrivalContractTest::made);
    }

    private static ArrivalProcess made(Class<?> kind) {
        Class<?>[] types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(EXAMPLES::get).toArray();
        assertThat(values)
                .as("%s is made of something new: give EXAMPLES a value of each of %s", kind, Arrays.toString(types))
                .doesNotContainNull();
        try {
            return (ArrivalProcess) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(kind.getName(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void inputs_come_one_after_another_the_first_of_more_as_the_first_of_few(ArrivalProcess process) {
        Arrivals few = process.first(INPUTS / 2);
        Arrivals all = process.first(INPUTS);
        for (int i = 1; i < INPUTS; i++) {
            assertThat(all.tick(i)).isGreaterThanOrEqualTo(all.tick(i - 1));
        }
        for (int i = 0; i < INPUTS / 2; i++) {
            assertThat(few.tick(i)).isEqualTo(all.tick(i));
        }
        assertThat(process.first(INPUTS)).isEqualTo(all);
        assertThat(process.most()).isGreaterThanOrEqualTo(INPUTS);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_rate_is_that_of_the_times_give_or_take_chance(ArrivalProcess process) {
        Arrivals all = process.first(INPUTS);
        double seconds = (all.tick(INPUTS - 1) - all.tick(0)) / 1e15;
        double deviations = Math.abs((INPUTS - 1) / seconds / process.perSecond(INPUTS) - 1) * Math.sqrt(INPUTS);
        assertThat(deviations).as("standard deviations of a Poisson count").isLessThan(3);
        assertThat(process.told()).isNotBlank();
    }
}

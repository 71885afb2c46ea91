package mho.workloads.network;

import static mho.workloads.network.Seeds.between;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceptiveFieldTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("mho.workloads.network.Seeds#many")
    void whatAConvolutionNeedsIsWhatItsLoopsTouch(long seed) {
        Random random = new Random(seed);
        Shape in = new Shape(1, between(random, 1, 9), between(random, 1, 9));
        Kernel kernel = fitting(random, in);
        Shape out = kernel.outputOf(1, in, random.nextBoolean());
        ReceptiveField field = kernel.over(in, out);

        int stillNeeded = in.positions();
        int[] kept = field.keptFrom();
        int[] last = field.lastNeeded();
        for (int w = out.positions() - 1; w >= 0; w--) {
            TreeSet<Integer> touched = touched(kernel, in, w / out.width(), w % out.width());
            String what = "window %d of %s over %s".formatted(w, kernel, in);
            assertThat(field.neededTaps(w)).as(what).isEqualTo(touched.size());
            assertThat(field.firstNeeded(w)).as(what).isEqualTo(touched.isEmpty() ? -1 : touched.first());
            assertThat(field.lastNeeded(w)).as(what).isEqualTo(touched.isEmpty() ? -1 : touched.last());
            assertThat(last[w]).as(what).isEqualTo(field.lastNeeded(w));
            assertThat(kept[w]).as(what).isEqualTo(stillNeeded);
            stillNeeded = touched.isEmpty() ? stillNeeded : Math.min(stillNeeded, touched.first());
        }
    }

    @Test
    void aWindowWhollyInPaddingNeedsNothing() {
        ReceptiveField field = Kernel.square(1, 2, 1).over(new Shape(1, 1, 1), new Shape(1, 2, 2));
        assertThat(field.lastNeeded()).containsExactly(-1, -1, -1, -1);
        assertThat(field.neededTaps(0)).isZero();
        assertThat(field.keptFrom()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void everyWindowOfAWholeFieldNeedsAndReadsTheWholeMap() {
        ReceptiveField field = ReceptiveField.whole(new Shape(7, 3, 4), new Shape(1, 2, 1));
        assertThat(field.lastNeeded()).containsExactly(11, 11);
        assertThat(field.neededTaps(1)).isEqualTo(12);
        assertThat(field.keptFrom()).containsExactly(0, 12);
    }

    @Test
    void behindABarrierAWindowWaitsForAllAndReadsItsOwn() {
        ReceptiveField field = ReceptiveField.identity(2, 2).behind(6);
        assertThat(field.lastNeeded()).containsExactly(5, 5, 5, 5);
        assertThat(field.firstNeeded(3)).isZero();
        assertThat(field.neededTaps(3)).isEqualTo(1);
        assertThat(field.keptFrom()).containsExactly(0, 0, 0, 6);
        assertThat(field.positions()).isEqualTo(6);
    }

    @Test
    void positionsAreCountedRowMajor() {
        ReceptiveField field = Kernel.square(2, 2, 0).over(new Shape(1, 4, 4), new Shape(1, 2, 2));
        assertThat(field.lastNeeded()).containsExactly(5, 7, 13, 15);
        assertThat(List.of(field.firstNeeded(0), field.firstNeeded(1), field.firstNeeded(2), field.firstNeeded(3)))
                .containsExactly(0, 2, 8, 10);
    }

    /** A kernel that leaves something of its input. */
    static Kernel fitting(Random random, Shape in) {
        while (true) {
            Kernel kernel = new Kernel(
                    between(random, 1, 5),
                    between(random, 1, 5),
                    between(random, 1, 4),
                    between(random, 1, 4),
                    between(random, 0, 4),
                    between(random, 0, 4),
                    between(random, 0, 4),
                    between(random, 0, 4),
                    between(random, 1, 3),
                    between(random, 1, 3));
            if (in.height() + kernel.padTop() + kernel.padBottom() >= (kernel.height() - 1) * kernel.dilationH() + 1
                    && in.width() + kernel.padLeft() + kernel.padRight()
                            >= (kernel.width() - 1) * kernel.dilationW() + 1) {
                return kernel;
            }
        }
    }

    private static TreeSet<Integer> touched(Kernel kernel, Shape in, int y, int x) {
        TreeSet<Integer> touched = new TreeSet<>();
        for (int i = 0; i < kernel.height(); i++) {
            for (int j = 0; j < kernel.width(); j++) {
                int row = y * kernel.strideH() - kernel.padTop() + i * kernel.dilationH();
                int column = x * kernel.strideW() - kernel.padLeft() + j * kernel.dilationW();
                if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                    touched.add(row * in.width() + column);
                }
            }
        }
        return touched;
    }
}

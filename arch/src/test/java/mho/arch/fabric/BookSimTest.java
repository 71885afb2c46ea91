package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import mho.periphery.interconnect.Channels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Latencies of an 8 x 8 mesh, along the rows first, beside those of an independent cycle-accurate simulator of routers, BookSim 2 (Jiang et
 * al., "A detailed and flexible cycle-accurate network-on-chip simulator", ISPASS 2013), with the same delay without load. {@code
 * booksim.csv} has its curves: {@code real4x8} are routers of 4 channels of 8 flits that switch flit by flit, {@code hold4x16} of 4 channels
 * of 16 flits whose switch stays with a packet. No figure of the model is fitted to them.
 */
final class BookSimTest {
    /** Latency at saturation, in latencies without load. */
    private static final double SATURATED = 3;

    private record Row(String pattern, int flits, String router, double rate, double latency) {
        private static Row of(String line) {
            String[] fields = line.split(",");
            return new Row(
                    fields[0],
                    Integer.parseInt(fields[1]),
                    fields[2],
                    Double.parseDouble(fields[4]),
                    Double.parseDouble(fields[5]));
        }

        Curve curve() {
            return new Curve(pattern, flits, router);
        }

        @Override
        public String toString() {
            return pattern + " " + flits + " " + router + " at " + rate;
        }
    }

    private record Curve(String pattern, int flits, String router) {
        List<Row> rows() {
            return all().filter(row -> row.curve().equals(this))
                    .sorted(Comparator.comparingDouble(Row::rate))
                    .toList();
        }

        /** Where latency is three times that of the lowest rate; the highest rate there is where it never is. */
        double saturation() {
            List<Row> rows = rows();
            double most = SATURATED * rows.get(0).latency();
            for (int i = 1; i < rows.size(); i++) {
                Row row = rows.get(i);
                Row before = rows.get(i - 1);
                if (row.latency() > most) {
                    double part = (most - before.latency()) / (row.latency() - before.latency());
                    return before.rate() + part * (row.rate() - before.rate());
                }
            }
            return rows.get(rows.size() - 1).rate();
        }

        boolean saturates() {
            List<Row> rows = rows();
            return rows.get(rows.size() - 1).latency() > SATURATED * rows.get(0).latency();
        }

        double simulated(double rate, int cycles) {
            Channels channels = router.equals("real4x8") ? new Channels(false, 4, 8, 1) : new Channels(true, 4, 16, 1);
            return new Traffic(channels, Traffic.Pattern.valueOf(pattern.toUpperCase(Locale.ROOT)), flits, cycles, 1)
                    .latency(rate);
        }
    }

    private static Stream<Row> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BookSimTest.class.getResourceAsStream("booksim.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Row::of).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Row> belowSaturation() {
        return all().filter(row -> row.rate() <= 0.8 * row.curve().saturation());
    }

    /** Short packets and long, both ways to switch, all patterns: what takes a second each. */
    static Stream<Row> some() {
        List<String> named = List.of(
                "uniform 1 real4x8 at 0.249342",
                "uniform 8 real4x8 at 0.20",
                "uniform 16 real4x8 at 0.25",
                "uniform 8 hold4x16 at 0.20",
                "uniform 16 hold4x16 at 0.20",
                "uniform 64 hold4x16 at 0.09",
                "transpose 8 real4x8 at 0.08",
                "transpose 4 hold4x16 at 0.11",
                "neighbor 16 real4x8 at 0.60");
        return belowSaturation()
                .filter(row -> named.stream().anyMatch(name -> row.toString().startsWith(name)));
    }

    static Stream<Curve> curves() {
        return all().map(Row::curve).distinct();
    }

    static Stream<Curve> saturating() {
        return curves().filter(Curve::saturates);
    }

    static Stream<Curve> someSaturating() {
        return Stream.of(
                new Curve("uniform", 1, "real4x8"),
                new Curve("uniform", 16, "real4x8"),
                new Curve("uniform", 8, "hold4x16"));
    }

    @ParameterizedTest
    @MethodSource("some")
    void latency_is_that_of_an_independent_simulator(Row row) {
        compare(row, 20_000);
    }

    @Tag("booksim")
    @ParameterizedTest
    @MethodSource("belowSaturation")
    void latency_is_that_of_an_independent_simulator_over_all_its_curves(Row row) {
        compare(row, 20_000);
    }

    private static void compare(Row row, int cycles) {
        double share = row.rate() / row.curve().saturation();
        double simulated = row.curve().simulated(row.rate(), cycles);
        assertThat(simulated / row.latency()).as("%s", row).isEqualTo(1, within(share <= 0.6 ? 0.05 : 0.10));
    }

    @ParameterizedTest
    @MethodSource("someSaturating")
    void saturation_is_that_of_an_independent_simulator(Curve curve) {
        saturates(curve, 10_000);
    }

    @Tag("booksim")
    @ParameterizedTest
    @MethodSource("saturating")
    void saturation_is_that_of_an_independent_simulator_over_all_its_curves(Curve curve) {
        saturates(curve, 20_000);
    }

    /** At nine tenths of it latency is not yet three times that without load, at eleven tenths it is. */
    private static void saturates(Curve curve, int cycles) {
        double most = SATURATED * curve.rows().get(0).latency();
        assertThat(curve.simulated(0.9 * curve.saturation(), cycles))
                .as("%s", curve)
                .isLessThan(most);
        assertThat(curve.simulated(1.1 * curve.saturation(), cycles))
                .as("%s", curve)
                .isGreaterThan(most);
    }
}

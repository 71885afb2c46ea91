package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** All that a timeline says, to hold one against another bit by bit. */
final class SameTimeline {
    private SameTimeline() {}

    static void assertSame(String what, Model model, Timeline actual, Timeline expected) {
        assertThat(actual.images()).as(what + ": images").isEqualTo(expected.images());
        assertThat(actual.end()).as(what + ": end").isEqualTo(expected.end());
        assertThat(actual.events()).as(what + ": events").isEqualTo(expected.events());
        assertThat(startAndFinish(actual, model)).as(what + ": times").isEqualTo(startAndFinish(expected, model));
        assertThat(tallies(actual, model)).as(what + ": tallies").isEqualTo(tallies(expected, model));
        assertThat(residence(actual, model)).as(what + ": residence").isEqualTo(residence(expected, model));
    }

    private static long[] startAndFinish(Timeline t, Model model) {
        LongStream.Builder all = LongStream.builder();
        for (int s = 0; s < model.stages(); s++) {
            for (int i = 0; i < t.images(); i++) {
                all.add(t.start(s, i)).add(t.finish(s, i));
            }
        }
        return all.build().toArray();
    }

    private static long[] tallies(Timeline t, Model model) {
        LongStream.Builder all = LongStream.builder();
        for (int r = 0; r < model.resources(); r++) {
            all.add(t.busy(r));
            for (int s = 0; s < model.stages(); s++) {
                all.add(t.busyWhileActive(s, r));
            }
        }
        for (int e = 0; e < model.edges(); e++) {
            all.add(t.peakHeld(e));
        }
        for (int recipe = 0; recipe < model.recipes(); recipe++) {
            all.add(t.jobs(recipe));
        }
        return all.build().toArray();
    }

    private static List<BigInteger> residence(Timeline t, Model model) {
        List<BigInteger> all = new ArrayList<>();
        for (int s = 0; s < model.stages(); s++) {
            all.add(t.sojournSum(s));
            all.add(t.inFlightIntegral(s));
        }
        return all;
    }
}

package mho.arch.fabric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.TimingView;
import mho.core.engine.Cycles;
import mho.core.engine.ModelBuilder;
import mho.periphery.interconnect.ChipLink;
import org.jspecify.annotations.Nullable;

/**
 * Carries results between any two tiles of the system: the chip's own fabric to a link, from chip to chip along the chain, the other
 * chip's fabric from its link. A multicast crosses every link once and fans out where it arrives.
 */
public final class Interconnect {
    /** Stands for the outside world, which reaches the system through a link of its own before the first chip. */
    public static final int OUTSIDE = -2;

    private static final double PICO = 1e12;

    /** In place of a step of what goes no further. */
    private static final int NOWHERE = -1;

    /** Links are timed in picoseconds. */
    private static final Cycles CYCLES = new Cycles("link", "a faster link (link.bandwidth)");

    private final ModelBuilder model;
    private final Attachments ends;
    private final Switching switching;
    private final @Nullable ChipLink link;
    private final Map<String, Integer> links = new HashMap<>();

    public Interconnect(ModelBuilder model, TimingView chip) {
        this.model = model;
        this.link = chip.fabric().link();
        this.ends = Attachments.of(chip);
        this.switching = Switching.of(model, chip, ends);
    }

    /** Positions of so many channels that the fabric carries side by side. */
    public int bundle(int channels) {
        return Math.max(1, switching.lanes() / channels);
    }

    /**
     * @param from sending tile, or {@link #OUTSIDE}
     * @param to receiving tiles, the sender not among them; none for a position of the input that nobody reads, which gets no further
     *     than the input link
     * @return for each receiving tile, the step after which it has everything
     */
    public int[] carry(Draft draft, int after, int from, int[] to, Load load) {
        return new Multicast(draft, to, load, lane(from, to)).run(after, from);
    }

    /** That of the sender's column; what comes from outside takes that of its first receiver's. */
    private int lane(int from, int[] to) {
        if (from != OUTSIDE) {
            return ends.lane(from);
        }
        return Arrays.stream(to).min().stream().map(ends::lane).findAny().orElse(0);
    }

    /** The steps after which a multicast is at a chip's links. */
    private record Onward(int next, int previous) {}

    /** One multicast while its steps are written. */
    private final class Multicast {
        private final Draft draft;
        private final int[] to;
        private final Load load;
        private final int lane;
        private final int[] arrived;
        private final int firstChip;
        private final int lastChip;

        Multicast(Draft draft, int[] to, Load load, int lane) {
            this.draft = draft;
            this.to = to;
            this.load = load;
            this.lane = lane;
            this.arrived = new int[to.length];
            this.firstChip = ends.chip(Arrays.stream(to).min().orElse(0));
            this.lastChip = ends.chip(Arrays.stream(to).max().orElse(0));
        }

        int[] run(int after, int from) {
            if (from == OUTSIDE) {
                int entered = cross(after, OUTSIDE, 0);
                forwards(0, onChip(entered, 0, Attachments.hub(false, lane), true, false).next);
            } else {
                int chip = ends.chip(from);
                Onward onward = onChip(after, chip, from, true, true);
                forwards(chip, onward.next);
                backwards(chip, onward.previous);
            }
            return arrived;
        }

        /** From chip to chip, one after the other: there may be more of them than calls have room within one another. */
        private void forwards(int from, int sent) {
            int step = sent;
            for (int chip = from; step != NOWHERE; chip++) {
                int crossed = cross(step, chip, chip + 1);
                step = onChip(crossed, chip + 1, Attachments.hub(false, lane), true, false).next;
            }
        }

        private void backwards(int from, int sent) {
            int step = sent;
            for (int chip = from; step != NOWHERE; chip--) {
                int crossed = cross(step, chip, chip - 1);
                step = onChip(crossed, chip - 1, Attachments.hub(true, lane), false, true).previous;
            }
        }

        /** To the receivers on a chip, and to its links towards the chips behind and before it. */
        private Onward onChip(int after, int chip, int from, boolean forwards, boolean backwards) {
            int[] local = IntStream.range(0, to.length)
                    .filter(i -> ends.chip(to[i]) == chip)
                    .toArray();
            boolean next = forwards && lastChip > chip;
            boolean previous = backwards && firstChip < chip;
            IntStream hubs = IntStream.concat(
                    next ? IntStream.of(Attachments.hub(true, lane)) : IntStream.empty(),
                    previous ? IntStream.of(Attachments.hub(false, lane)) : IntStream.empty());
            int[] targets =
                    IntStream.concat(Arrays.stream(local).map(i -> to[i]), hubs).toArray();
            if (targets.length == 0) {
                return new Onward(NOWHERE, NOWHERE);
            }
            int[] steps = switching.carry(draft, after, chip, from, targets, load);
            for (int i = 0; i < local.length; i++) {
                arrived[local[i]] = steps[i];
            }
            return new Onward(next ? steps[local.length] : NOWHERE, previous ? steps[steps.length - 1] : NOWHERE);
        }

        private int cross(int after, int fromChip, int toChip) {
            if (link == null) {
                return after; // a chip without links is alone: its inputs are at hand
            }
            int resource = links.computeIfAbsent(
                    new LinkWay(fromChip, toChip, fromChip == OUTSIDE ? 0 : lane).resource(),
                    n -> model.resource(n, model.clock(Clocks.SELF_TIMED), 1, 0, "link.bandwidth"));
            draft.act(ChipSpec.LINK, load.bytes());
            int busy = CYCLES.of(link.busySeconds(load.bytes()) * PICO);
            return draft.step(after, resource, busy, CYCLES.plus(busy, CYCLES.rounded(link.delay() * PICO)));
        }
    }
}

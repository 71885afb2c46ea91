package mho.core.engine;

import java.util.stream.IntStream;

/**
 * All that decides what happens next in a run, told relative to now and to the images finished: two equal states are
 * followed by the same events, so much later and for so many images further, as long as no stage comes to the last
 * image. It holds for models without lines whose images have all come.
 *
 * <p>What is written is prefix-free: after equal words the next word means the same. So states are equal where all words
 * are, and for no other reason.
 */
final class EngineState {
    private final Clock[] clocks;
    private final FlowControl flow;
    private final Servers servers;
    private final Jobs jobs;
    private final RadixHeap agenda;
    private final long[][] finish;
    private final RadixHeap rest = new RadixHeap();

    EngineState(Model model, FlowControl flow, Servers servers, Jobs jobs, RadixHeap agenda, long[][] finish) {
        clocks = clocksInUse(model);
        this.flow = flow;
        this.servers = servers;
        this.jobs = jobs;
        this.agenda = agenda;
        this.finish = finish;
    }

    /** Those that steps are counted by. */
    private static Clock[] clocksInUse(Model model) {
        boolean[] used = new boolean[model.clocks.length];
        int[] claims = model.claims;
        for (int claim = 0; claim < claims.length; claim += Claim.RESOURCES + claims[claim + Claim.WIDTH]) {
            used[claims[claim + Claim.CLOCK]] = true;
            if (claims[claim + Claim.ALIGN] >= 0) {
                used[claims[claim + Claim.ALIGN]] = true;
            }
        }
        return IntStream.range(0, used.length)
                .filter(clock -> used[clock])
                .mapToObj(clock -> model.clocks[clock])
                .toArray(Clock[]::new);
    }

    /** About how many words all of it takes, or looking for them. */
    long size() {
        return servers.count() + 8L * agenda.size() + 8L * finish.length;
    }

    /** Where the clocks and the stages stand: little to write, and seldom the same where the rest is not. */
    void writePlaces(StateWords to, long now) {
        for (Clock clock : clocks) {
            to.add(clock.phase(now));
        }
        flow.writePlaces(to);
        to.add(agenda.size());
    }

    /** All of it; the rest is left out as soon as it differs from what it is compared with. */
    void write(StateRecord to, long now) {
        writePlaces(to, now);
        if (to.sameSoFar()) {
            flow.writeRest(to);
            writeFinishes(to, now);
        }
        if (to.sameSoFar()) {
            servers.write(to, now);
        }
        if (to.sameSoFar()) {
            writeAgenda(to, now);
        }
    }

    /** Of images under way: all windows of one may be done, and only those of an earlier image not. */
    private void writeFinishes(StateWords to, long now) {
        for (int stage = 0; stage < finish.length; stage++) {
            for (int image = flow.imagesArrived(stage); image < flow.imagesBegun(stage); image++) {
                long last = finish[stage][image];
                to.add(last == 0 ? 1 : last - now);
            }
        }
    }

    /** What is to come, in order; jobs are numbered as they turn up, for where they lie decides nothing. */
    private void writeAgenda(StateRecord to, long now) {
        agenda.copyTo(rest);
        int[] numbers = new int[jobs.room()];
        int known = 0;
        while (!rest.isEmpty() && to.sameSoFar()) {
            long what = rest.pop();
            to.add(rest.time() - now);
            if (what < 0) {
                to.add(what);
                continue;
            }
            int job = (int) (what >>> 32);
            to.add((int) what);
            to.add(numbers[job]);
            if (numbers[job] == 0) {
                numbers[job] = ++known;
                jobs.write(to, job, flow.imagesFinished(), now);
            }
        }
    }

    /** The latest time that anything is reserved or scheduled for. */
    long latest() {
        agenda.copyTo(rest);
        while (!rest.isEmpty()) {
            rest.pop();
        }
        return Math.max(rest.time(), servers.allFree());
    }

    /**
     * Moves on to the same state so many images further and so many ticks later.
     *
     * @param since when the state was the same; what has not been touched since never is
     */
    void moveOn(int images, long ticks, long since, long now) {
        flow.moveOn(images);
        servers.moveOn(ticks, since, now);
        jobs.moveOn(images, ticks);
        agenda.moveOn(ticks);
    }
}

package mho.core.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes of every step of a run which other made it ready; there is one only where somebody asks why. */
final class Causes {
    private final Model model;
    private final Servers servers;
    private final Jobs jobs;
    /** Steps that have reserved and not handed on, by job and step; of a train, by each of the steps it may end with. */
    private final Map<Long, Cause> underWay = new HashMap<>();
    /** The stage that each server was last reserved by. */
    private final int[] holder;

    private final @Nullable Cause[] last;
    private @Nullable Cause now;
    private boolean opening;
    private int decides;
    private long free;
    private int heldBy;

    Causes(Model model, Servers servers, Jobs jobs) {
        this.model = model;
        this.servers = servers;
        this.jobs = jobs;
        holder = new int[model.servers()];
        Arrays.fill(holder, Cause.NONE);
        last = new Cause[model.stages()];
    }

    /** Whether the steps that become ready from here on are a window's first. */
    void opening(boolean is) {
        opening = is;
    }

    /** An image has come: what starts now, nothing else made ready. */
    void arrives() {
        now = null;
    }

    /** Before a step reserves: of the servers it will get, the one that is free last decides when it starts. */
    void reserves(int job, int claim) {
        decides = Cause.NONE;
        free = 0;
        heldBy = Cause.NONE;
        int width = model.claims[claim + Claim.WIDTH];
        for (int i = 0; i < width; i++) {
            int resource = model.claims[claim + Claim.RESOURCES + i];
            int server = servers.next(resource);
            if (decides == Cause.NONE || servers.free(server) > free) {
                decides = resource;
                free = servers.free(server);
                heldBy = holder[server];
            }
            holder[server] = jobs.stage(job);
        }
    }

    /** It has reserved, and hands on at {@code end}. */
    void reserved(int job, int step, long ready, long start, long end) {
        Cause cause = cause(job, decides, false, ready, start);
        cause.end = end;
        underWay.put(key(job, step), cause);
    }

    /** A train stands at its first line. */
    void stands(int job, int step, long ready, long start) {
        decides = model.claims[~model.code[step + RecipeCode.CLAIM] + Claim.RESOURCES];
        free = 0;
        heldBy = Cause.NONE;
        endsWith(job, step, cause(job, decides, true, ready, start));
    }

    private Cause cause(int job, int resource, boolean train, long ready, long start) {
        return new Cause(now, jobs.stage(job), jobs.window(job), opening, resource, train, ready, start, free, heldBy);
    }

    /** A train, or a branch of it, ends at a line that leads out. */
    private void endsWith(int job, int step, Cause train) {
        int line = model.lineOf[model.claims[~model.code[step + RecipeCode.CLAIM] + Claim.RESOURCES]];
        if (model.exits[line]) {
            underWay.put(key(job, step), train);
            return;
        }
        int next = model.code[step + RecipeCode.NEXT];
        if (next > 0) {
            endsWith(job, step + next, train);
        } else if (next < 0) {
            int list = step - next;
            for (int i = 1; i <= model.code[list]; i++) {
                endsWith(job, step + model.code[list + i], train);
            }
        }
    }

    /** A step hands on: what becomes ready now does so because of it. Branches of a train end each at their time. */
    void handsOn(int job, int step, long at) {
        Cause cause = underWay.remove(key(job, step));
        if (cause == null) {
            throw new IllegalStateException("a step hands on that never began");
        }
        now = cause.train ? ended(cause, at) : cause;
    }

    private static Cause ended(Cause train, long at) {
        Cause branch = new Cause(
                train.before,
                train.stage,
                train.window,
                train.opens,
                train.resource,
                true,
                train.ready,
                train.start,
                train.free,
                train.holder);
        branch.end = at;
        return branch;
    }

    /** A window of the stage is done by what is handed on now. */
    void done(int stage) {
        last[stage] = now;
    }

    /** What the last window of each stage was done by. */
    @Nullable
    Cause[] last() {
        return last;
    }

    private static long key(int job, int step) {
        return (long) job << 32 | step;
    }
}

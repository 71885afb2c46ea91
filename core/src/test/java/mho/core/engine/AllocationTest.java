package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void aHundredTimesTheEventsAllocateNoMoreThanTheImagesTimes() {
        SmallModel lab = new SmallModel();
        RecipeBuilder r = lab.model.recipe();
        int fork = r.step(lab.resource("read"), 1, 1);
        int left = r.step(new int[] {lab.resource("left"), lab.resource("both")}, 2, 2, 0);
        int right = r.step(lab.resource("right"), 5, 3);
        int join = r.step(lab.resource("add"), 1, 1);
        r.after(left, fork).after(right, fork).after(join, left).after(join, right);
        int first = lab.stage("first", 100, r.build(), 0);
        int second = lab.stage("second", 100, lab.recipe(lab.resource("next"), 6, 6), 3);
        int[] each = new int[100];
        for (int w = 0; w < each.length; w++) {
            each[w] = w;
        }
        lab.model.edge(first, second, each, each, 30);
        Model model = lab.model.build();
        run(model, 300);
        long few = run(model, 3);
        long many = run(model, 300);
        // 297 more images, 148,500 more events: two stages' start and finish, 32 bytes an image, and no more.
        assertThat(many - few).isLessThan(297 * 32 + 4096);
    }

    @Test
    void imagesThatComeOneByOneOverEdgesThatLagAllocateNoMore() {
        SmallModel lab = new SmallModel();
        int first = lab.stage("first", 100, lab.recipe(lab.resource("a"), 2, 2), 0);
        int second = lab.stage("second", 100, lab.recipe(lab.resource("b"), 3, 3), 3);
        int[] each = new int[100];
        java.util.Arrays.setAll(each, w -> w);
        lab.model.edge(first, second, each, each, 230, 2);
        Model model = lab.model.build();
        long[] times = new long[300];
        java.util.Arrays.setAll(times, n -> 3100L * n);
        Arrivals arrivals = Arrivals.at(times);
        allocated(model, 300, arrivals, 200);
        long few = allocated(model, 3, arrivals, 200);
        long many = allocated(model, 300, arrivals, 200);
        // Beside the stages' start and finish, 32 bytes an image, the agenda holds what is still to come.
        assertThat(many - few).isLessThan(297 * (32 + 64) + 4096);
    }

    @Test
    void trainsThatCrossLinesAllocateNoMore() {
        SmallModel lab = new SmallModel();
        lab.model.relay(new Relay(lab.clock, 2, 4, 1, false));
        int in = lab.model.line("in", false, "key");
        int on = lab.model.line("on", false, "key");
        int out = lab.model.line("out", true, "key");
        int side = lab.model.line("side", true, "key");
        RecipeBuilder r = lab.model.recipe();
        int train = r.onwards(r.train(in, 4, 2), on);
        r.onwards(train, out);
        r.onwards(train, side);
        lab.stage("trains", 100, r.build(), 5);
        Model model = lab.model.build();
        // Four units over four lines, and two ends.
        allocated(model, 300, Arrivals.AT_ONCE, 1800);
        long few = allocated(model, 3, Arrivals.AT_ONCE, 1800);
        long many = allocated(model, 300, Arrivals.AT_ONCE, 1800);
        assertThat(many - few).isLessThan(297 * 16 + 4096);
    }

    private static long run(Model model, int images) {
        return allocated(model, images, Arrivals.AT_ONCE, 500);
    }

    @Test
    void runsThatLeaveOutWhatTheyRepeatAllocateNoMoreForMoreImages() {
        SmallModel lab = new SmallModel();
        int first = lab.stage("first", 10, lab.recipe(lab.resource("a", 3, 1), 2, 2), 4);
        int second = lab.stage("second", 10, lab.recipe(lab.resource("b"), 3, 3), 3);
        int[] each = new int[10];
        java.util.Arrays.setAll(each, w -> w);
        lab.model.edge(first, second, each, each, 15);
        Model model = lab.model.build();
        allocated(model, 3000, Arrivals.AT_ONCE, 20, Watcher.NONE);
        long few = allocated(model, 100, Arrivals.AT_ONCE, 20, Watcher.NONE);
        long many = allocated(model, 3000, Arrivals.AT_ONCE, 20, Watcher.NONE);
        assertThat(many - few).isLessThan(2900 * 32 + 4096);
    }

    private static long allocated(Model model, int images, Arrivals arrivals, long eventsPerImage) {
        return allocated(model, images, arrivals, eventsPerImage, SeeingAll.WATCHER);
    }

    private static long allocated(Model model, int images, Arrivals arrivals, long eventsPerImage, Watcher watcher) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        Timeline timeline = Engine.run(model, images, Inflow.ALL, arrivals, watcher);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;
        assertThat(timeline.events()).isEqualTo(images * eventsPerImage);
        return allocated;
    }
}

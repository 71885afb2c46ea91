package mho.core.engine;

import it.unimi.dsi.fastutil.longs.LongHeapIndirectPriorityQueue;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import it.unimi.dsi.fastutil.objects.ObjectHeapPriorityQueue;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The HOLD model (Jones, "An empirical comparison of priority-queue and event-set implementations", CACM 29(4), 1986): with so
 * many events pending, take the earliest and schedule one a random delay later. An operation is one such pair.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HeapBenchmark {
    private static final int DELAYS = 1 << 16;

    @Param({"1000", "100000"})
    int pending;

    /** Whole cycles of a chip's clocks, as the engine has them; or any number of ticks up to 2³⁰, without ties. */
    @Param({"cycles", "random"})
    String delays = "cycles";

    private final long[] delay = new long[DELAYS];
    private int next;
    private long sequence;

    private final RadixHeap radix = new RadixHeap();
    private final PriorityQueue<Event> javaUtil = new PriorityQueue<>();
    private final ObjectHeapPriorityQueue<Event> fastutilObject = new ObjectHeapPriorityQueue<>();
    private final LongHeapPriorityQueue fastutilLong = new LongHeapPriorityQueue();
    private long[] times = new long[0];
    private LongHeapIndirectPriorityQueue fastutilIndirect = new LongHeapIndirectPriorityQueue(times);

    private static final class Event implements Comparable<Event> {
        long time;
        long sequence;
        long payload;

        @Override
        public int compareTo(Event other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(sequence, other.sequence);
        }
    }

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < DELAYS; i++) {
            delay[i] = delays.equals("random") ? random.nextLong(1L << 30) : cycles(random);
        }
        times = new long[pending];
        fastutilIndirect = new LongHeapIndirectPriorityQueue(times);
        for (int i = 0; i < pending; i++) {
            long time = delay();
            radix.push(time, i);
            javaUtil.add(event(time, i));
            fastutilObject.enqueue(event(time, i));
            fastutilLong.enqueue(time);
            times[i] = time;
            fastutilIndirect.enqueue(i);
        }
    }

    @Benchmark
    public long radixHeap() {
        long payload = radix.pop();
        radix.push(radix.time() + delay(), payload);
        return payload;
    }

    /** First in, first out at equal times by a sequence number; the object is reused. */
    @Benchmark
    public long javaUtilPriorityQueue() {
        Event event = javaUtil.remove();
        event.time += delay();
        event.sequence = sequence++;
        javaUtil.add(event);
        return event.payload;
    }

    /** As java.util's. */
    @Benchmark
    public long fastutilObjectHeap() {
        Event event = fastutilObject.dequeue();
        event.time += delay();
        event.sequence = sequence++;
        fastutilObject.enqueue(event);
        return event.payload;
    }

    /** Times alone: no payload, and equal times in any order. */
    @Benchmark
    public long fastutilLongHeap() {
        long time = fastutilLong.dequeueLong();
        fastutilLong.enqueue(time + delay());
        return time;
    }

    /** Times with a payload; equal times in any order. */
    @Benchmark
    public long fastutilIndirectHeap() {
        int payload = fastutilIndirect.dequeue();
        times[payload] += delay();
        fastutilIndirect.enqueue(payload);
        return payload;
    }

    private long delay() {
        return delay[next++ & (DELAYS - 1)];
    }

    private Event event(long time, long payload) {
        Event event = new Event();
        event.time = time;
        event.sequence = sequence++;
        event.payload = payload;
        return event;
    }

    /** 1 to 16 cycles of 1 ns (buses, registers), 1 to 128 of 781.25 ps (converters), 1 to 22 of 100 ns (arrays). */
    private static long cycles(SplittableRandom random) {
        int kind = random.nextInt(10);
        if (kind < 7) {
            return 1_000_000L * random.nextInt(1, 17);
        }
        return kind < 9 ? 781_250L * random.nextInt(1, 129) : 100_000_000L * random.nextInt(1, 23);
    }
}

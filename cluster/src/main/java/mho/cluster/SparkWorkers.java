package mho.cluster;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mho.core.engine.ModelSaysNo;
import mho.reports.sweep.PointGroup;
import mho.reports.sweep.PointWorkers;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Executors of Spark: a group of points is a task, and a task whose executor is lost is given to another one. */
final class SparkWorkers implements PointWorkers {
    private static final long PATIENCE_MS = 60_000;
    private static final long LOOK_MS = 100;

    private final JavaSparkContext spark;
    private final String address;
    private volatile boolean closing;

    SparkWorkers(JavaSparkContext spark, String address) {
        this.spark = spark;
        this.address = address;
    }

    /** Cores that have come; the first has to before anything is cut into groups. */
    @Override
    public int slots() {
        boolean processes = !address.matches("local(\\[.*)?");
        long waited = 0;
        while (processes && spark.sc().getExecutorMemoryStatus().size() <= 1) { // the driver is one of them
            if (waited >= PATIENCE_MS) {
                throw new ModelSaysNo("no worker of " + address + " came in " + PATIENCE_MS / 1000
                        + " s; start one, or free one (cluster/README.md); nothing is lost");
            }
            waited += LOOK_MS;
            sleep();
        }
        return Math.max(spark.defaultParallelism(), 1);
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void compute(List<PointGroup> groups, Consumer<PointGroup.Computed> done, Consumer<String> told) {
        if (groups.isEmpty()) {
            return;
        }
        spark.sc().addSparkListener(new Losses(told));
        RDD<PointGroup> tasks = spark.parallelize(groups, groups.size()).rdd();
        List<Object> all = IntStream.range(0, groups.size()).boxed().collect(Collectors.toList());
        ClassTag<PointGroup.Computed> tag = ClassTag$.MODULE$.apply(PointGroup.Computed.class);
        Taker taker = new Taker(done);
        try {
            spark.sc()
                    .runJob(tasks, new Task(), CollectionConverters.asScala(all).toSeq(), taker, tag);
        } catch (Exception e) { // Scala throws what it does not declare
            RuntimeException own = taker.failure.get();
            throw own != null
                    ? own
                    : new ModelSaysNo("the cluster has given up (" + firstLine(e)
                            + "); finished points are kept, and the same command goes on from there");
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason told");
    }

    @Override
    public void close() {
        closing = true;
        spark.close();
    }

    /** Tells of executors that went before their time. */
    private final class Losses extends SparkListener {
        private final Consumer<String> told;

        Losses(Consumer<String> told) {
            this.told = told;
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            if (!closing) {
                told.accept("a worker is lost ("
                        + removed.reason().lines().findFirst().orElse("no reason told")
                        + "); what it was at is computed again");
            }
        }
    }

    /** What an executor does. */
    private static final class Task extends AbstractFunction2<TaskContext, Iterator<PointGroup>, PointGroup.Computed>
            implements Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public PointGroup.Computed apply(TaskContext context, Iterator<PointGroup> group) {
            return group.next().compute();
        }
    }

    /** What is done here with what comes back; Spark calls it from one thread, and would tell nobody what went wrong in it. */
    private static final class Taker extends AbstractFunction2<Object, PointGroup.Computed, BoxedUnit> {
        private final Consumer<PointGroup.Computed> done;
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

        Taker(Consumer<PointGroup.Computed> done) {
            this.done = done;
        }

        @Override
        public BoxedUnit apply(Object index, PointGroup.Computed group) {
            try {
                done.accept(group);
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
                throw e;
            }
            return BoxedUnit.UNIT;
        }
    }
}

package mho.workloads.training;

import java.util.List;
import java.util.function.IntConsumer;
import mho.workloads.data.DataSet;

/** Examples of an epoch that follow one another as {@link Staleness} has them; none is on its way when it ends. */
final class StaleExamples {
    private final List<ExampleMemory> memories;
    private final TrainingPlan plan;
    private final Loss loss;
    private final DataSet training;
    private final Met met;
    private final PassSteps steps;
    private final int behind;

    /** Who is told of an answer. */
    interface Met {
        /** @param lost the loss of that example of the training set */
        void met(ExampleMemory memory, int example, double lost);
    }

    /** @param memories as many as examples are on their way at once, or as there are */
    StaleExamples(
            List<ExampleMemory> memories,
            TrainingPlan plan,
            Staleness staleness,
            Loss loss,
            DataSet training,
            Met met) {
        this.memories = memories;
        this.plan = plan;
        this.loss = loss;
        this.training = training;
        this.met = met;
        this.steps = memories.get(0).steps();
        this.behind =
                staleness.behind() == null ? steps.mostBehind() : Math.min(staleness.behind(), steps.mostBehind());
    }

    /**
     * @param order of the examples
     * @param tallies of every layer, which are told what it met
     * @param done told how many examples have been learnt
     */
    void run(int[] order, float rate, LayerTally[] tallies, IntConsumer done) {
        new Stream(order, rate, tallies).run(done);
    }

    private void learnt(int layer) {
        for (LearningMatrix matrix : plan.layers().get(layer).matrices()) {
            matrix.exampleEnds();
            matrix.batchEnds();
        }
    }

    /** Examples on their way, by their turn: the first of them, and the next that comes in. */
    private final class Stream {
        private final int[] order;
        private final float rate;
        private final LayerTally[] tallies;

        /** Step in which an example came in, of each in its turn. */
        private final int[] entered;

        private int first;
        private int next;

        Stream(int[] order, float rate, LayerTally[] tallies) {
            this.order = order;
            this.rate = rate;
            this.tallies = tallies;
            this.entered = new int[order.length];
        }

        void run(IntConsumer done) {
            IntConsumer learnt = StaleExamples.this::learnt;
            for (int step = 0; first < entered.length; step++) {
                if (next < entered.length && mayEnter(step)) {
                    entered[next] = step;
                    training.copy(order[next], memory(next).input());
                    next++;
                }
                for (int turn = first; turn < next; turn++) {
                    work(turn, step - entered[turn], learnt);
                }
                if (step - entered[first] == steps.last()) {
                    first++;
                    done.accept(first);
                }
            }
        }

        /** Once the example that is one more in front than may be has been learnt everywhere. */
        private boolean mayEnter(int step) {
            int before = next - 1 - behind;
            return next - first < memories.size() && (before < 0 || step >= entered[before] + steps.mostBehind() + 1);
        }

        private ExampleMemory memory(int turn) {
            return memories.get(turn % memories.size());
        }

        private void work(int turn, int step, IntConsumer learnt) {
            ExampleMemory memory = memory(turn);
            if (step == steps.lossStep()) {
                int example = order[turn];
                met.met(memory, example, memory.lost(loss, training.label(example)));
            }
            memory.reverseAndUpdate(step, rate, learnt);
            if (step == steps.last()) {
                memory.tell(tallies);
            }
            memory.forward(step);
        }
    }
}

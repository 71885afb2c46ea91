package mho.arch.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import mho.arch.element.Tally;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;

/**
 * Runs a data set through a network on arrays and compares with the same network in floating point. Inputs go in batches of a size that
 * follows from the network alone, batches are counted in their order: the outcome is the same for any number of threads.
 */
public final class Evaluation {
    private final ProgrammedNetwork programmed;
    private final Network network;
    private final Reference reference;
    private final DataSet data;
    private final int batch;

    private Evaluation(ProgrammedNetwork programmed, Reference reference) {
        reference.check(programmed.network());
        this.programmed = programmed;
        this.network = programmed.network();
        this.reference = reference;
        this.data = reference.data();
        this.batch = reference.batch();
    }

    /**
     * Computes.
     *
     * @param reference the same network in floating point on the inputs to compute, with labels or without
     * @param calibration what the network was calibrated on, as the outcome tells
     * @param threads that share the batches
     * @param done told how many inputs are done, from time to time, by one thread at a time
     */
    public static Values of(
            ProgrammedNetwork programmed, Reference reference, DataSet calibration, int threads, IntConsumer done) {
        return new Evaluation(programmed, reference).run(calibration, threads, done);
    }

    private Values run(DataSet calibration, int threads, IntConsumer done) {
        Map<Integer, Tally> tallies = new TreeMap<>();
        Answers answers = new Answers(0, 0, 0);
        Tally inputs = new Tally();
        Tally outputs = new Tally();
        int images = 0;
        for (Outcome outcome : outcomes(threads, done)) {
            outcome.tallies().forEach((node, tally) -> tallies.computeIfAbsent(node, n -> new Tally())
                    .add(tally));
            answers = answers.and(outcome.answers());
            inputs.add(outcome.inputs());
            outputs.add(outcome.outputs());
            images += outcome.images();
        }
        int all = images;
        return new Values(
                all,
                calibration.size(),
                calibration.name(),
                data.labelled() ? (double) answers.right() / all : null,
                data.labelled() ? (double) answers.rightInFloat() / all : null,
                (double) answers.agreed() / all,
                LayerValues.sqnrDb(outputs),
                LayerValues.outputsClipped(inputs),
                tallies.entrySet().stream()
                        .map(entry -> LayerValues.of(entry.getKey(), entry.getValue(), all))
                        .toList(),
                programmed.remarks());
    }

    private List<Outcome> outcomes(int threads, IntConsumer done) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int from = 0; from < data.size(); from += batch) {
                int first = from;
                running.add(pool.submit(() -> compute(first)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            int images = 0;
            for (Future<Outcome> future : running) {
                outcomes.add(future.get());
                images += outcomes.get(outcomes.size() - 1).images();
                done.accept(images);
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private record Answers(int right, int rightInFloat, int agreed) {
        Answers and(Answers other) {
            return new Answers(right + other.right, rightInFloat + other.rightInFloat, agreed + other.agreed);
        }
    }

    private record Outcome(int images, Answers answers, Tally inputs, Tally outputs, Map<Integer, Tally> tallies) {}

    private Outcome compute(int from) {
        Batch inputs = data.batch(from, Math.min(batch, data.size() - from));
        Reference.Floats floats = reference.of(from, inputs);
        ChipArithmetic arithmetic = ChipArithmetic.of(programmed);
        arithmetic.begin(from);
        Map<Integer, Tally> tallies = new TreeMap<>();
        List<Batch> made = new Interpreter(network, arithmetic).run(List.of(inputs), (node, batch) -> {
            float[] wanted = floats.layers().get(node.id());
            if (wanted != null) {
                arithmetic.tally(node.id()).compare(wanted, batch.values());
                tallies.put(node.id(), arithmetic.tally(node.id()));
            }
        });
        Tally stored = new Tally();
        for (Node node : network.nodes()) {
            if (node.isInput()) {
                stored.add(arithmetic.tally(node.id()));
            }
        }
        Tally outputs = new Tally();
        for (int i = 0; i < made.size(); i++) {
            outputs.compare(floats.outputs().get(i).values(), made.get(i).values());
        }
        return new Outcome(
                inputs.count(), answers(from, floats.outputs().get(0), made.get(0)), stored, outputs, tallies);
    }

    private Answers answers(int from, Batch floats, Batch made) {
        Answers answers = new Answers(0, 0, 0);
        for (int i = 0; i < made.count(); i++) {
            int answer = largest(made, i);
            int inFloat = largest(floats, i);
            int label = data.labelled() ? data.label(from + i) : -1;
            answers = answers.and(
                    new Answers(answer == label ? 1 : 0, inFloat == label ? 1 : 0, answer == inFloat ? 1 : 0));
        }
        return answers;
    }

    /** The first of the largest outputs. */
    private static int largest(Batch batch, int input) {
        int size = (int) batch.shape().size();
        int best = 0;
        for (int i = 1; i < size; i++) {
            if (batch.values()[input * size + i] > batch.values()[input * size + best]) {
                best = i;
            }
        }
        return best;
    }
}

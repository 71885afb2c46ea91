package mho.reports.search;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Turns knobs of offspring. What has been asked before would tell nothing, and on knobs of few values most offspring have been: such a one is
 * turned on until it is new, or drawn anew. Every second one is the most promising of many, by what the points so far foretell; the others are
 * left to chance, so that a wrong foresight does not lead all of them astray.
 */
final class NewDesigns implements Alterer<DoubleGene, DesignScore> {
    /** Part of the offspring of two that is turned even where it is new. */
    private static final double TURNED = 0.5;

    private static final int TRIES = 40;

    /** Of every second one of the offspring, so many designs nearby or anywhere, of which the most promising is taken. */
    private static final int CHOICES = 24;

    private final DesignSpace space;
    private final Trials trials;

    NewDesigns(DesignSpace space, Trials trials) {
        this.space = space;
        this.trials = trials;
    }

    @Override
    public AltererResult<DoubleGene, DesignScore> alter(
            Seq<Phenotype<DoubleGene, DesignScore>> population, long generation) {
        RandomGenerator random = RandomRegistry.random();
        Foresight foresight = trials.foresight();
        Set<List<Double>> taken = new HashSet<>();
        List<Phenotype<DoubleGene, DesignScore>> altered = new ArrayList<>();
        for (Phenotype<DoubleGene, DesignScore> one : population) {
            double[] design = space.snapped(places(one.genotype()));
            if (one.isEvaluated() || random.nextDouble() < TURNED) {
                design = space.turned(design, random);
            }
            double[] next = foresight == null || altered.size() % 2 == 1
                    ? renewed(design, taken, random)
                    : chosen(foresight, design, taken, random);
            taken.add(DesignSpace.key(next));
            altered.add(Phenotype.of(genotype(next), generation));
        }
        return new AltererResult<>(ISeq.of(altered), altered.size());
    }

    private double[] chosen(Foresight foresight, double[] design, Set<List<Double>> taken, RandomGenerator random) {
        List<double[]> choices = new ArrayList<>();
        for (int i = 0; i < CHOICES; i++) {
            double[] next = i == 0 ? design : i % 4 == 3 ? space.drawn(random) : space.turned(design, random);
            choices.add(renewed(next, taken, random));
        }
        return foresight.best(choices);
    }

    /** The design itself where it is new, else one nearby, else any. */
    private double[] renewed(double[] design, Set<List<Double>> taken, RandomGenerator random) {
        double[] next = design;
        for (int tried = 0; tried < TRIES; tried++) {
            if (trials.isNew(next) && !taken.contains(DesignSpace.key(next))) {
                return next;
            }
            next = tried < TRIES / 2 ? space.turned(tried % 4 == 3 ? next : design, random) : space.drawn(random);
        }
        return next;
    }

    static double[] places(Genotype<DoubleGene> genotype) {
        return genotype.chromosome().as(DoubleChromosome.class).toArray();
    }

    static Genotype<DoubleGene> genotype(double[] places) {
        DoubleGene[] genes = new DoubleGene[places.length];
        for (int i = 0; i < genes.length; i++) {
            genes[i] = DoubleGene.of(places[i], 0, 1);
        }
        return Genotype.of(DoubleChromosome.of(genes));
    }
}

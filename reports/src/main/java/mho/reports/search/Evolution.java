package mho.reports.search;

import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * NSGA-II on designs: half of a generation are the best of the one before, by fronts and within a front by how lonely they are; the other half
 * are their offspring. One thread draws all that is drawn, so that equal seeds have equal designs.
 *
 * @param population designs of a generation
 */
record Evolution(DesignSpace space, int population, Trials trials) {
    /** Part of the offspring that has two parents. */
    private static final double CROSSED = 0.9;

    /** Chance of a knob to come from the other parent. */
    private static final double SWAPPED = 0.3;

    /** @param first designs to begin with, at least one */
    void run(List<double[]> first, RandomGenerator random) {
        RandomRegistry.using(random, drawing -> evolve(first, drawing));
    }

    private void evolve(List<double[]> first, RandomGenerator random) {
        Engine<DoubleGene, DesignScore> engine = new Engine.Builder<DoubleGene, DesignScore>(
                        this::scored, () -> NewDesigns.genotype(space.drawn(random)))
                .populationSize(population)
                .offspringFraction(0.5)
                .survivorsSelector(new NSGA2Selector<DoubleGene, DesignScore>(
                        DesignScore::dominance, DesignScore::compare, DesignScore::distance, DesignScore::objectives))
                .offspringSelector(new UFTournamentSelector<DoubleGene, DesignScore>(
                        DesignScore::dominance, DesignScore::compare, DesignScore::distance, DesignScore::objectives))
                .alterers(new UniformCrossover<>(CROSSED, SWAPPED), new NewDesigns(space, trials))
                .maximalPhenotypeAge(Integer.MAX_VALUE)
                .executor(Runnable::run)
                .maximizing()
                .build();
        List<Phenotype<DoubleGene, DesignScore>> begun = new ArrayList<>();
        first.forEach(design -> begun.add(Phenotype.of(NewDesigns.genotype(design), 1)));
        EvolutionStart<DoubleGene, DesignScore> start = EvolutionStart.of(ISeq.of(begun), 1);
        while (trials.goesOn()) {
            start = engine.evolve(start).next();
        }
    }

    private ISeq<Phenotype<DoubleGene, DesignScore>> scored(Seq<Phenotype<DoubleGene, DesignScore>> generation) {
        List<double[]> asked = generation.stream()
                .filter(Phenotype::nonEvaluated)
                .map(one -> places(one.genotype()))
                .toList();
        Iterator<DesignScore> scores = asked.isEmpty()
                ? List.<DesignScore>of().iterator()
                : trials.scores(asked).iterator();
        return generation.stream()
                .map(one -> one.isEvaluated() ? one : one.withFitness(scores.next()))
                .collect(ISeq.toISeq());
    }

    private double[] places(Genotype<DoubleGene> genotype) {
        return space.snapped(NewDesigns.places(genotype));
    }
}

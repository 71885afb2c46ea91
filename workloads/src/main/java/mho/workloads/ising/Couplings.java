package mho.workloads.ising;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An energy of binary units x of 0 and 1: {@code E(x) = constant - sum over i < j of J(i, j) x(i) x(j) - sum over i of h(i) x(i)}, the
 * form of a Boltzmann machine (Ackley, Hinton and Sejnowski, Cognitive Science 9, 1985). J is symmetric and has no diagonal.
 */
public final class Couplings {
    private final double constant;
    private final double[] fields;
    private final int[][] partners;
    private final double[][] strengths;

    private Couplings(double constant, double[] fields, int[][] partners, double[][] strengths) {
        this.constant = constant;
        this.fields = fields;
        this.partners = partners;
        this.strengths = strengths;
    }

    public int units() {
        return fields.length;
    }

    /** The field h of a unit. */
    public double field(int unit) {
        return fields[unit];
    }

    /** Row i holds J(i, j) of all j; units x units. */
    public float[][] matrix() {
        float[][] matrix = new float[units()][units()];
        for (int i = 0; i < units(); i++) {
            for (int k = 0; k < partners[i].length; k++) {
                matrix[i][partners[i][k]] = (float) strengths[i][k];
            }
        }
        return matrix;
    }

    /** Fields h of all units. */
    public float[] fields() {
        float[] all = new float[units()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) fields[i];
        }
        return all;
    }

    /** The units that a unit is coupled with; ours, to be read. */
    int[] partners(int unit) {
        return partners[unit];
    }

    /** Pairs of units that are coupled. */
    public long pairs() {
        long ends = 0;
        for (int[] each : partners) {
            ends += each.length;
        }
        return ends / 2;
    }

    /** The weakest coupling or field there is; 0 where there is none. */
    public double smallestStrength() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < units(); i++) {
            if (fields[i] != 0) {
                smallest = Math.min(smallest, Math.abs(fields[i]));
            }
            for (double strength : strengths[i]) {
                smallest = Math.min(smallest, Math.abs(strength));
            }
        }
        return smallest < Double.POSITIVE_INFINITY ? smallest : 0;
    }

    /** Of all units, the root of the mean square that its couplings and field add up to: what a field is like where units are on at random. */
    public double usualStep() {
        double squares = 0;
        for (int i = 0; i < units(); i++) {
            squares += fields[i] * fields[i];
            for (double strength : strengths[i]) {
                squares += strength * strength;
            }
        }
        return Math.sqrt(squares / units());
    }

    /** What turning a unit on takes off the energy: h(i) + sum over j of J(i, j) x(j). */
    public double localField(int unit, boolean[] on) {
        double sum = fields[unit];
        for (int k = 0; k < partners[unit].length; k++) {
            sum += on[partners[unit][k]] ? strengths[unit][k] : 0;
        }
        return sum;
    }

    /** The energy of a state. */
    public double energy(boolean[] on) {
        double energy = constant;
        for (int i = 0; i < units(); i++) {
            if (on[i]) {
                energy -= (fields[i] + localField(i, on)) / 2; // each pair is met twice
            }
        }
        return energy;
    }

    /** The most by which one unit may change the energy; 0 where nothing is coupled. */
    public double largestStep() {
        double largest = 0;
        for (int i = 0; i < units(); i++) {
            double up = Math.max(0, fields[i]);
            double down = Math.max(0, -fields[i]);
            for (double strength : strengths[i]) {
                up += Math.max(0, strength);
                down += Math.max(0, -strength);
            }
            largest = Math.max(largest, Math.max(up, down));
        }
        return largest;
    }

    /** Adds products of units up to an energy; those named twice add up. */
    public static final class Sum {
        private double constant;
        private final double[] linear;
        private final Map<Long, Double> pairs = new TreeMap<>();

        /** @param units of which there are 1 or more */
        public Sum(int units) {
            this.linear = new double[units];
        }

        /** An energy whatever the units do. */
        public Sum add(double energy) {
            constant += energy;
            return this;
        }

        /** An energy while a unit is on. */
        public Sum add(double energy, int unit) {
            linear[unit] += energy;
            return this;
        }

        /** An energy while both are on; a unit with itself is the unit. */
        public Sum add(double energy, int one, int other) {
            if (one == other) {
                return add(energy, one);
            }
            long key = (long) Math.min(one, other) * linear.length + Math.max(one, other);
            pairs.merge(key, energy, Double::sum);
            return this;
        }

        public Couplings couplings() {
            int units = linear.length;
            int[] degrees = new int[units];
            pairs.values().removeIf(energy -> energy == 0);
            for (long key : pairs.keySet()) {
                degrees[(int) (key / units)]++;
                degrees[(int) (key % units)]++;
            }
            int[][] partners = new int[units][];
            double[][] strengths = new double[units][];
            for (int i = 0; i < units; i++) {
                partners[i] = new int[degrees[i]];
                strengths[i] = new double[degrees[i]];
            }
            int[] filled = new int[units];
            pairs.forEach((key, energy) -> {
                int one = (int) (key / units);
                int other = (int) (key % units);
                partners[one][filled[one]] = other;
                strengths[one][filled[one]++] = -energy;
                partners[other][filled[other]] = one;
                strengths[other][filled[other]++] = -energy;
            });
            double[] fields = Arrays.stream(linear).map(energy -> 0 - energy).toArray();
            return new Couplings(constant, fields, partners, strengths);
        }
    }
}

package mho.workloads.ising;

import java.util.List;

/**
 * Divides the nodes of a graph in two so that the edges between the parts weigh the most. Unit i says in which part node i is, and
 * {@code cut(x) = sum over edges of w (x(i) + x(j) - 2 x(i) x(j))}, which is the energy with its sign turned.
 *
 * @param nodes numbered from 0
 */
public record MaxCut(int nodes, List<WeightedEdge> edges) implements BinaryProblem {
    public MaxCut {
        edges = List.copyOf(edges);
    }

    /** Between two nodes, which are not the same. */
    public record WeightedEdge(int from, int to, double weight) {}

    @Override
    public Couplings couplings() {
        Couplings.Sum sum = new Couplings.Sum(nodes);
        for (WeightedEdge edge : edges) {
            sum.add(-edge.weight, edge.from).add(-edge.weight, edge.to).add(2 * edge.weight, edge.from, edge.to);
        }
        return sum.couplings();
    }

    @Override
    public String measure() {
        return "cut";
    }

    @Override
    public double measured(boolean[] on) {
        return edges.stream()
                .mapToDouble(edge -> on[edge.from] == on[edge.to] ? 0 : edge.weight)
                .sum();
    }

    @Override
    public boolean isMoreBetter() {
        return true;
    }
}

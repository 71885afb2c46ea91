package mho.workloads.ising;

import static mho.workloads.ising.ProblemFile.bad;
import static mho.workloads.ising.ProblemFile.whole;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/**
 * A graph as the generator rudy (Rinaldi) writes it: a line "nodes edges", then a line "from to weight" for each edge, nodes counted from
 * 1; a weight left out is 1. Empty lines do not count.
 */
final class RudyGraph {
    /** Couplings of as many units are a matrix of 256 MiB. */
    static final int MOST_NODES = 8192;

    private RudyGraph() {}

    static MaxCut read(String where, List<String> lines) {
        int nodes = 0;
        int promised = 0;
        List<MaxCut.WeightedEdge> edges = new ArrayList<>();
        Set<Long> met = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).strip();
            int line = i + 1;
            if (text.isEmpty()) {
                continue;
            }
            String[] words = text.split("\\s+", -1);
            if (nodes == 0) {
                if (words.length != 2) {
                    throw bad(where, line, "expected \"nodes edges\", as in \"800 19176\"; begin the file with them");
                }
                nodes = whole(where, line, words[0], 1, MOST_NODES, "number of nodes");
                promised = whole(where, line, words[1], 0, Integer.MAX_VALUE, "number of edges");
                continue;
            }
            if (words.length != 2 && words.length != 3) {
                throw bad(where, line, "expected \"from to weight\", has " + words.length + " words; mend that line");
            }
            int from = whole(where, line, words[0], 1, nodes, "node") - 1;
            int to = whole(where, line, words[1], 1, nodes, "node") - 1;
            if (from == to) {
                throw bad(where, line, "an edge from node " + words[0] + " to itself can never be cut; leave it out");
            }
            if (!met.add((long) Math.min(from, to) * nodes + Math.max(from, to))) {
                throw bad(
                        where,
                        line,
                        "the edge from " + words[0] + " to " + words[1]
                                + " stands there already; state it once, with the sum of the weights");
            }
            edges.add(new MaxCut.WeightedEdge(from, to, words.length == 2 ? 1 : weight(where, line, words[2])));
        }
        if (nodes == 0) {
            throw new BadInput(where + ": is empty; begin it with \"nodes edges\", as in \"800 19176\"");
        }
        if (edges.size() != promised) {
            throw new BadInput(where + ": the first line promises " + promised + " edges and " + edges.size()
                    + " follow; mend the first line, or is the file cut off?");
        }
        return new MaxCut(nodes, edges);
    }

    private static double weight(String where, int line, String text) {
        try {
            double weight = Double.parseDouble(text);
            if (Math.abs(weight) <= 1e9) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw bad(where, line, MessageText.quoted(text) + " is no weight, a number within 1e9 of zero; mend that line");
    }
}

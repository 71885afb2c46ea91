package mho.reports.explain;

import java.util.List;

/**
 * Why a figure is what it is.
 *
 * @param figure as it was asked for
 * @param of which run: network and chip
 * @param path of times, the critical path, in order; empty of others
 * @param causes of accuracies, what each effect takes; empty of others
 * @param remarks what follows from it, a sentence each
 */
public record Explanation(
        String figure,
        String of,
        FigureTree tree,
        List<PathStretch> path,
        List<CausedLoss> causes,
        List<String> remarks) {
    public Explanation {
        path = List.copyOf(path);
        causes = List.copyOf(causes);
        remarks = List.copyOf(remarks);
    }
}

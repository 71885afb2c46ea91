package mho.workloads.values;

import mho.core.yaml.BadInput;
import mho.workloads.network.Embedding;
import mho.workloads.network.Node;

/** Rows of a table looked up by tokens. */
final class TableLookup {
    private TableLookup() {}

    static void look(Node node, Embedding layer, Batch tokens, Batch out) {
        float[] table = CheckedWeights.values(node, CheckedWeights.needed(node).tensors(), "table");
        if (table == null) {
            throw CheckedWeights.lacking(node);
        }
        int width = layer.width();
        for (int p = 0; p < tokens.values().length; p++) {
            float token = tokens.values()[p];
            int row = (int) (token < 0 ? token + layer.vocabulary() : token);
            if (row < 0 || row >= layer.vocabulary() || token != Math.rint(token)) {
                throw new BadInput("%s: looks up token %s, its table has rows 0 to %d"
                        .formatted(node.name(), token, layer.vocabulary() - 1));
            }
            System.arraycopy(table, row * width, out.values(), p * width, width);
        }
    }
}

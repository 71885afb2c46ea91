package mho.workloads.onnx.lowering;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each operator is placed. A new operator is one line in the file of its family. */
final class LoweringRules {
    private static final Map<String, LoweringRule> RULES = new HashMap<>();

    private LoweringRules() {}

    static {
        Convolutions.register();
        Poolings.register();
        Products.register();
        Recurrences.register();
        Lookups.register();
        Activations.register();
        ElementwiseOperators.register();
        Norms.register();
        Softmaxes.register();
        Reductions.register();
        Views.register();
        Quantised.register();
        Slices.register();
        Joins.register();
        Resizings.register();
    }

    static @Nullable LoweringRule of(String operator) {
        return RULES.get(operator);
    }

    static void put(LoweringRule rule, String... operators) {
        for (String operator : operators) {
            if (RULES.put(operator, rule) != null) {
                throw new IllegalStateException(operator + " has two rules");
            }
        }
    }
}

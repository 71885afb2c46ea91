package mho.workloads.onnx.shape;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules by operator. A new operator is one line in the file of its family. */
final class Table {
    private static final Map<String, Rule> RULES = new HashMap<>();

    private Table() {}

    static {
        SourceRules.register();
        UnaryRules.register();
        BinaryRules.register();
        SlidingRules.register();
        ProductRules.register();
        ViewRules.register();
        PartRules.register();
        PickRules.register();
        ReduceRules.register();
        RecurrentRules.register();
        ResizeRules.register();
        NormRules.register();
        QuantRules.register();
    }

    static @Nullable Rule of(String operator) {
        return RULES.get(operator);
    }

    static void put(Rule rule, String... operators) {
        for (String operator : operators) {
            if (RULES.put(operator, rule) != null) {
                throw new IllegalStateException(operator + " has two rules");
            }
        }
    }
}

package mho.workloads.onnx.shape;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules by operator. A new operator is one line in the file of its family. */
final class ShapeRules {
    private static final Map<String, ShapeRule> RULES = new HashMap<>();

    private ShapeRules() {}

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

    static @Nullable ShapeRule of(String operator) {
        return RULES.get(operator);
    }

    static void put(ShapeRule rule, String... operators) {
        for (String operator : operators) {
            if (RULES.put(operator, rule) != null) {
                throw new IllegalStateException(operator + " has two rules");
            }
        }
    }
}

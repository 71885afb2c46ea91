package mho.workloads.values;

import mho.core.yaml.BadInput;
import mho.workloads.network.Activation;
import mho.workloads.network.Node;

/** A function of one value, evaluated in double precision. */
public record Function(Activation activation) {
    /** @throws BadInput for functions whose parameters the network does not keep */
    static Function of(Node node, Activation activation) {
        switch (activation) {
            case LEAKY_RELU, PRELU, CLIP, ELU, SELU, CELU, HARD_SIGMOID, POWER, GELU -> throw new BadInput(
                    "%s: values through %s are not computed, its parameters are not kept; leave out --data for time and energy alone"
                            .formatted(node.name(), activation.label()));
            default -> {
                return new Function(activation);
            }
        }
    }

    public double at(double x) {
        return switch (activation) {
            case NONE -> x;
            case RELU -> Math.max(0, x);
            case RELU6 -> Math.min(6, Math.max(0, x));
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case SILU -> x / (1 + Math.exp(-x));
            case HARD_SWISH -> x * Math.max(0, Math.min(1, x / 6 + 0.5));
            case MISH -> x * Math.tanh(Math.log1p(Math.exp(x)));
            case SOFTPLUS -> Math.log1p(Math.exp(-Math.abs(x))) + Math.max(x, 0);
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SQRT -> Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            case ABSOLUTE -> Math.abs(x);
            case NEGATE -> -x;
            case SIGN -> Math.signum(x);
            case SINE -> Math.sin(x);
            case COSINE -> Math.cos(x);
            case FLOOR -> Math.floor(x);
            case CEILING -> Math.ceil(x);
            case ROUND -> Math.rint(x);
            default -> throw new IllegalStateException(activation.label());
        };
    }
}

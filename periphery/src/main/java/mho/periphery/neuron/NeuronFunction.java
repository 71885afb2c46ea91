package mho.periphery.neuron;

/** The functions that a neuron circuit is built for. */
public enum NeuronFunction {
    RELU {
        @Override
        public double of(double x) {
            return Math.max(x, 0);
        }

        @Override
        NeuronResponse exact() {
            return (values, from, to) -> {
                for (int i = from; i < to; i++) {
                    values[i] = Math.max(values[i], 0f);
                }
            };
        }
    },
    SIGMOID {
        @Override
        public double of(double x) {
            return 1 / (1 + Math.exp(-x));
        }
    },
    TANH {
        @Override
        public double of(double x) {
            return Math.tanh(x);
        }
    };

    /** The function itself. */
    public abstract double of(double x);

    /** The function as digital logic of ample precision computes it. */
    NeuronResponse exact() {
        return (values, from, to) -> {
            for (int i = from; i < to; i++) {
                values[i] = (float) of(values[i]);
            }
        };
    }
}

package mho.workloads.training;

import java.util.List;
import mho.workloads.network.Function;

/** A function of each value, y = f(x): the errors behind it times f'(x). */
record FunctionPlan(Function function) implements PassMaker {
    @Override
    public Pass over(List<Signal> in, Signal out) {
        return new Each(in.get(0), out);
    }

    private final class Each implements Pass {
        private final Signal in;
        private final Signal out;

        Each(Signal in, Signal out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public void forward() {
            float[] y = out.values();
            System.arraycopy(in.values(), 0, y, 0, y.length);
            function.apply(y, 0, y.length);
        }

        @Override
        public void reverse() {
            if (in.learns()) {
                float[] y = out.values();
                Slopes.multiply(function, in.values(), y, 0, out.errors(), 0, in.errors(), 0, y.length);
            }
        }
    }
}

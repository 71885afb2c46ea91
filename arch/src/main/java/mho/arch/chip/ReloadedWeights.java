package mho.arch.chip;

import mho.core.yaml.Kind;
import mho.workloads.task.Keeping;
import org.jspecify.annotations.Nullable;

/** Arrays are written with a layer's weights before it is used; a network whose weights all fit is written once. */
@Kind("reloaded")
public record ReloadedWeights(@Nullable WeightPort port) implements WeightSource {
    @Override
    public Keeping keeping() {
        return Keeping.WRITTEN;
    }

    @Override
    public int fifo() {
        return 0;
    }

    @Override
    public boolean always() {
        return false;
    }
}

package mho.workloads.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurrent layer while it is trained: the same steps, and what each of them made on the way comes out behind its outputs, as it is
 * wanted again when errors come back. No file states one: {@link TrainingNetwork} makes them.
 *
 * @param layer as the network has it
 */
public record RecurrentKept(Recurrent layer) implements Layer {
    @Override
    public String kind() {
        return layer.kind();
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        Shape plain = layer.outputOf(inputs);
        return Shape.sequence(Math.addExact(plain.channels(), layer.stepsBack().kept()), plain.width());
    }

    @Override
    public @Nullable Matrix matrix(List<Shape> inputs, Shape output) {
        return layer.matrix(inputs, output);
    }

    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        return layer.work(inputs, output);
    }

    @Override
    public List<DigitalWork> earlierPasses() {
        return layer.earlierPasses();
    }

    @Override
    public boolean recurrent() {
        return true;
    }

    /** Its outputs alone. */
    @Override
    public int ownChannels(Shape output) {
        return output.channels() - layer.stepsBack().kept();
    }

    @Override
    public boolean hasGradient() {
        return true;
    }
}

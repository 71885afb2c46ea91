package mho.workloads.network.file;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.workloads.network.Activation;
import mho.workloads.network.Concat;
import mho.workloads.network.Recurrent;
import mho.workloads.network.Recurrent.Cell;
import mho.workloads.network.Recurrent.Details;
import mho.workloads.network.Shape;
import mho.workloads.network.Slice;
import org.jspecify.annotations.Nullable;

/** Layers that read a sequence and remember. */
sealed interface RecurrentSpec extends LayerSpec {
    record Memory(
            @Doc("values of the state") int hidden,
            @Doc("steps the sequence is expected to have") @Nullable Integer steps,
            @Doc("a second one that reads from the end, its output beside the first's") @Default("false")
                    boolean bidirectional,
            @Doc("only the state after the last step comes out") @Default("false") boolean last,
            @Doc("whether the gates have biases") @Default("true") boolean bias) {

        void add(NetworkAssembly assembly, Cell cell, String kind, LayerPlace place) {
            add(assembly, new Recurrent(cell, hidden, bias), kind, place);
        }

        void add(NetworkAssembly assembly, Recurrent layer, String kind, LayerPlace place) {
            int input = assembly.input(place);
            Shape sequence = assembly.shape(input);
            if (steps != null && steps != sequence.width()) {
                throw assembly.refusal(
                        "steps", "its input (%s) has %d steps, not %d".formatted(sequence, sequence.width(), steps));
            }
            String name = assembly.nameOf(kind, place);
            int out = bidirectional
                    ? addBoth(assembly, layer, name, input)
                    : lastOf(assembly, name, assembly.add(name, layer, input));
            assembly.call(place, name, out);
        }

        /** The backward pass is a forward pass over the reversed sequence; its last step is that at the start. */
        private int addBoth(NetworkAssembly assembly, Recurrent layer, String name, int input) {
            int forward = assembly.add(name + "-forward", layer, input);
            int turned = assembly.add(name + "-turned", Slice.reversed(assembly.shape(input)), input);
            int backward = assembly.add(name + "-backward", layer, turned);
            int back = last
                    ? lastOf(assembly, name + "-backward", backward)
                    : assembly.add(name + "-back", Slice.reversed(assembly.shape(backward)), backward);
            List<Integer> both = List.of(lastOf(assembly, name + "-forward", forward), back);
            return assembly.add(name, new Concat(Concat.Along.CHANNELS), both, Activation.NONE, 0);
        }

        private int lastOf(NetworkAssembly assembly, String name, int sequence) {
            return last ? assembly.add(name + "-last", Slice.last(assembly.shape(sequence)), sequence) : sequence;
        }
    }

    @Kind("lstm")
    record Lstm(@Inline LayerPlace place, @Inline Memory memory) implements RecurrentSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            memory.add(assembly, Cell.LSTM, "lstm", place);
        }
    }

    @Kind("gru")
    record Gru(
            @Inline LayerPlace place,
            @Inline Memory memory,
            @Doc("the reset gate multiplies the state, not its product: two passes a step, one after the other")
                    @Default("false")
                    boolean resetBefore)
            implements RecurrentSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            Details usual = Recurrent.usual(Cell.GRU);
            Details details = new Details(usual.functions(), !resetBefore, usual.clip(), false, false);
            memory.add(assembly, new Recurrent(Cell.GRU, memory.hidden(), memory.bias(), details), "gru", place);
        }
    }

    @Kind("rnn")
    record Rnn(@Inline LayerPlace place, @Inline Memory memory) implements RecurrentSpec {
        @Override
        public void addTo(NetworkAssembly assembly) {
            memory.add(assembly, Cell.RNN, "rnn", place);
        }
    }
}

package mho.arch.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.arch.chip.TimingView.KindView;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Node;
import mho.workloads.network.Partner;

/**
 * Which kind of tiles does which layer. A layer with weights is done by the first kind that does it. Digital work stays where its first
 * input is made, unless that kind does not name it and another one does.
 */
final class KindChoice {
    private final List<KindView> kinds;
    /** Of every layer so far. */
    private final List<Integer> chosen = new ArrayList<>();

    private KindChoice(List<KindView> kinds) {
        this.kinds = kinds;
    }

    /**
     * Of every layer, the place of its kind.
     *
     * @param layers producers before consumers, each by its id
     * @throws ModelSaysNo if no kind does a layer
     */
    static List<Integer> of(List<KindView> kinds, List<Node> layers) {
        KindChoice choice = new KindChoice(kinds);
        for (Node layer : layers) {
            choice.chosen.add(layer.matrix() == null ? choice.digital(layer) : choice.withWeights(layer));
        }
        return List.copyOf(choice.chosen);
    }

    private int withWeights(Node layer) {
        for (int k = 0; k < kinds.size(); k++) {
            if (kinds.get(k).does() == null || kinds.get(k).lists(layer.kind())) {
                return k;
            }
        }
        String path = kinds.get(kinds.size() - 1).path().text();
        List<String> listed = new ArrayList<>(
                Objects.requireNonNull(kinds.get(kinds.size() - 1).does()));
        listed.add(layer.kind());
        throw new ModelSaysNo("layer %s is a %s, which no kind of tiles does: let one do it (%s.does=[%s])"
                .formatted(layer.name(), layer.kind(), path, String.join(", ", listed)));
    }

    private int digital(Node layer) {
        Partner partner = layer.partner();
        if (partner != null) {
            return chosen.get(partner.node());
        }
        int made = layer.inputs().isEmpty() ? 0 : chosen.get(layer.inputs().get(0));
        if (kinds.get(made).lists(layer.kind())) {
            return made;
        }
        for (int k = 0; k < kinds.size(); k++) {
            if (kinds.get(k).lists(layer.kind())) {
                return k;
            }
        }
        return made;
    }
}

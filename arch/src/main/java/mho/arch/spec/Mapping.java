package mho.arch.spec;

import java.util.Map;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;

/** How layers are copied to balance the pipeline. */
public record Mapping(
        @Scales(why = "it says which parts work, not what one costs")
                @Doc(
                        "one: single copies; balanced: in proportion to windows, the smallest map once; fill: as many as there are arrays for")
                @Default("balanced")
                Copying copies,
        @Scales(why = "it says which parts work, not what one costs")
                @Doc("Copies of single layers by name, over anything else")
                @Default("{}")
                Map<String, Integer> layers) {

    public enum Copying {
        ONE,
        BALANCED,
        FILL
    }

    /** Copies of a layer, or 0 where the plan decides. */
    public int copiesOf(String layer, int statedByNetwork) {
        Integer named = layers.get(layer);
        return named != null ? named : statedByNetwork;
    }
}

package mho.reports.compare;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Sources;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of all runs that a setting stands in, and its key: they say who set it. A figure followed where all runs were given the same
 * one and some carried it over to what else was set. A power that follows becomes the energy of an action, so that the two are looked at
 * together.
 *
 * @param maps one entry a run
 */
record SettingOrigin(List<? extends @Nullable YamlNode> maps, String key) {
    /** Of what has no mapping of its own: items of lists, notes. */
    static final SettingOrigin NONE = new SettingOrigin(List.of(), "");

    private static final String POWER = "power";
    private static final String ENERGY = "energy";

    /** One entry a run: who set the figure, or what became of it; null where nobody did. */
    List<@Nullable String> by(int runs) {
        List<@Nullable String> by = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            by.add(run < maps.size() ? origin(run) : null);
        }
        return by;
    }

    private @Nullable String origin(int at) {
        String own = setter(at, key);
        String other = setter(at, otherKey());
        return own == null && text(at, key) == null && Sources.statedAs(other) != null ? other : own;
    }

    private String otherKey() {
        return key.equals(POWER) ? ENERGY : key.equals(ENERGY) ? POWER : key;
    }

    private @Nullable String text(int run, String of) {
        return maps.get(run) instanceof MapNode map ? ConfigDifference.text(map.get(of)) : null;
    }

    private @Nullable String setter(int run, String of) {
        return maps.get(run) instanceof MapNode map
                        && map.get(Sources.SET_BY) instanceof MapNode setters
                        && setters.get(of) instanceof ScalarNode setter
                ? setter.text()
                : null;
    }

    /** Whether nobody asked for another value: it only followed. */
    boolean followed() {
        boolean followed = false;
        String first = null;
        for (int run = 0; run < maps.size(); run++) {
            String stated = stated(run, key);
            String other = otherKey();
            if (stated == null) {
                stated = stated(run, other);
            }
            followed |= Sources.statedAs(setter(run, key)) != null || Sources.statedAs(setter(run, other)) != null;
            if (stated == null || (run > 0 && !ConfigDifference.isSame(first, stated))) {
                return false;
            }
            first = stated;
        }
        return followed;
    }

    /** The figure as it was given, before it followed. */
    private @Nullable String stated(int run, String of) {
        String text = text(run, of);
        String before = Sources.statedAs(setter(run, of));
        return text == null || before == null ? text : before;
    }
}

package mho.arch.topology;

import java.util.Arrays;
import java.util.stream.Stream;
import mho.core.yaml.Binder;
import mho.core.yaml.Kind;
import mho.core.yaml.Yaml;

/** All there are, found by the family itself. */
public final class Topologies {
    private Topologies() {}

    /** As a chip file names them. */
    public static Stream<String> names() {
        return Arrays.stream(Topology.class.getPermittedSubclasses())
                .map(kind -> kind.getAnnotation(Kind.class).value());
    }

    static Stream<Topology> all() {
        return names().map(Topologies::named);
    }

    public static Topology named(String name) {
        return Binder.bind(Yaml.parse("test.yaml", name), Topology.class);
    }
}

package mho.workloads.zoo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Network;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.onnx.OnnxReader;

/** The built-in networks. */
public final class Zoo {
    private static final Index INDEX = Binder.bind(tree("index"), Index.class);

    private Zoo() {}

    record Index(List<String> networks, Map<String, Trained> trained, Map<String, Alias> aliases) {}

    /** A network with its weights. */
    record Trained(String file, String about, String source) {}

    /** Another name, with what it stands for. */
    record Alias(String of, String about, String source) {}

    /** Names in the order of the index, those with weights behind the others, aliases last. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(INDEX.networks);
        names.addAll(INDEX.trained.keySet());
        names.addAll(INDEX.aliases.keySet());
        return List.copyOf(names);
    }

    public static boolean has(String name) {
        return names().contains(name);
    }

    /** Throws {@link BadInput} for a name it does not know. */
    public static Network load(String name) {
        Alias alias = INDEX.aliases.get(name);
        if (alias != null) {
            return new Network(name, alias.about, alias.source, load(alias.of).nodes());
        }
        Trained trained = INDEX.trained.get(name);
        if (trained != null) {
            Network read = OnnxReader.read(resource(trained.file), trained.file);
            return new Network(name, trained.about, trained.source, read.nodes());
        }
        if (!INDEX.networks.contains(name)) {
            throw new BadInput("no built-in network is called " + MessageText.quoted(name) + ", there are "
                    + String.join(", ", names()));
        }
        return NetworkFile.parse(tree(name));
    }

    /** Whether a network is written as a YAML file. */
    public static boolean isFile(String name) {
        Alias alias = INDEX.aliases.get(name);
        return INDEX.networks.contains(alias == null ? name : alias.of);
    }

    /** The file of a network, as it is written; throws {@link BadInput} for one that is none of YAML. */
    public static String file(String name) {
        Alias alias = INDEX.aliases.get(name);
        String own = alias == null ? name : alias.of;
        if (!INDEX.networks.contains(own)) {
            throw new BadInput(MessageText.quoted(name) + " is no network file of the zoo; those are "
                    + String.join(", ", INDEX.networks));
        }
        return new String(resource(own + ".yaml"), StandardCharsets.UTF_8);
    }

    private static YamlNode tree(String name) {
        String file = name + ".yaml";
        return Yaml.parse(file, new String(resource(file), StandardCharsets.UTF_8));
    }

    private static byte[] resource(String file) {
        try (InputStream in = Zoo.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + file + " cannot be read", e);
        }
    }
}

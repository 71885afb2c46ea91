package mho.periphery.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.GivenPath;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.core.yaml.Spelling;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;

/** Finds device files: those that come with mho by name, others by path. */
public final class Devices {

    private static final List<String> NAMES = List.of(
            "ideal",
            "pcm-joshi",
            "pcm-hermes-1",
            "pcm-hermes-2",
            "rram-wan",
            "rram-milo",
            "cmo-hfox",
            "sonos",
            "nor-flash",
            "stt-mram",
            "mnsim-default",
            "ag-si",
            "taox-tio2",
            "taox-hfox",
            "pcmo",
            "alox-hfo2",
            "gst-pcm",
            "gst-pcm-pair",
            "epiram",
            "hzo-fefet",
            "reram-es",
            "reram-sb",
            "capacitor-rpu",
            "ecram-li",
            "ecram-mo",
            "rpu-idealized",
            "rpu-gokmen-vlasov",
            "pcm-pair",
            "reram-om",
            "reram-hfo2",
            "capacitor-3t1c",
            "fefet-2t1f",
            "neurosim-ideal",
            "enode");
    private static final Map<String, Device> READ = new ConcurrentHashMap<>();

    private Devices() {}

    /** Devices that come with mho. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * @param nameOrPath a name from {@link #names()}, or a path to a file
     * @throws BadInput for a name there is not, or whatever is wrong with the file
     */
    public static Device load(String nameOrPath) {
        if (NAMES.contains(nameOrPath)) {
            return READ.computeIfAbsent(nameOrPath, name -> Binder.bind(tree(name), Device.class));
        }
        check(nameOrPath);
        return Binder.bind(Yaml.read(GivenPath.toRead(nameOrPath)), Device.class);
    }

    /**
     * A device whose pulses do something else.
     *
     * @param update laid over the device's own law: keys it does not name stay, another kind replaces the whole
     * @throws BadInput for a name there is not, or whatever is wrong with the file or the law
     */
    public static Device load(String nameOrPath, MapNode update) {
        if (update.keys().isEmpty()) {
            return load(nameOrPath);
        }
        check(nameOrPath);
        YamlNode file = NAMES.contains(nameOrPath) ? tree(nameOrPath) : Yaml.read(GivenPath.toRead(nameOrPath));
        return file instanceof MapNode map
                ? Binder.bind(map.put("update", update.laidOver(map.get("update"))), Device.class)
                : Binder.bind(file, Device.class);
    }

    /** Throws {@link BadInput} with the remedy when there is no device of that name and no such file. */
    public static void check(String nameOrPath) {
        if (NAMES.contains(nameOrPath) || GivenPath.exists(nameOrPath)) {
            return;
        }
        String meant = Spelling.closest(nameOrPath, NAMES);
        throw new BadInput("no device is called " + MessageText.quoted(nameOrPath)
                + (meant == null
                        ? ", give a file or one of " + String.join(", ", NAMES)
                        : ", did you mean \"" + meant + "\"?"));
    }

    /** The tree of a device that comes with mho. */
    static YamlNode tree(String name) {
        String file = name + ".yaml";
        try (InputStream in = Devices.class.getResourceAsStream("/mho/periphery/devices/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the device file " + file + " is missing from the program");
            }
            return Yaml.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** How device files are written, as a JSON Schema. */
    public static Map<String, Object> schema() {
        return JsonSchema.of("device file of mho", Device.class);
    }

    /** What device files may say. */
    public static List<Parameter> parameters() {
        return Parameters.of(Device.class);
    }

    /** The file of a device that comes with mho, or one's own; throws {@link BadInput} where there is none, or it is no mapping. */
    public static MapNode file(String nameOrPath) {
        load(nameOrPath);
        YamlNode file = NAMES.contains(nameOrPath) ? tree(nameOrPath) : Yaml.read(GivenPath.toRead(nameOrPath));
        return (MapNode) file;
    }
}

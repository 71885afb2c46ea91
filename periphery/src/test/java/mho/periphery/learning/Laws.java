package mho.periphery.learning;

import java.util.Objects;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import mho.periphery.device.Devices;

/** Laws as files have them. */
final class Laws {
    private Laws() {}

    static UpdateLaw law(String yaml) {
        return Binder.bind(Yaml.parse("law.yaml", yaml), UpdateLaw.class);
    }

    static UpdateLaw ofDevice(String name) {
        return Objects.requireNonNull(Devices.load(name).update(), name);
    }
}

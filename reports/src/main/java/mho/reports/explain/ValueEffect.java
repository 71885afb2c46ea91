package mho.reports.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mho.arch.chip.ChipFace;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.periphery.device.Device;
import mho.periphery.device.Devices;
import org.jspecify.annotations.Nullable;

/** Something that makes a chip compute other values than it should, and the settings of the chip file that take it away. */
enum ValueEffect {
    PROGRAMMING(
            "programming errors", device -> device.programmingError() != null || device.errorOverWindow() > 0, true) {
        @Override
        List<String> off() {
            return List.of(CELL + "programming-error=0");
        }
    },
    READ("read noise", device -> device.readNoise() != null, true) {
        @Override
        List<String> off() {
            return List.of(CELL + "read-error=0");
        }
    },
    SPREAD("cells that differ from one another", device -> device.spread() > 0, true) {
        @Override
        List<String> off() {
            return List.of(CELL + "spread=0");
        }
    },
    STUCK("stuck cells", device -> device.stuckOn() > 0 || device.stuckOff() > 0, true) {
        @Override
        List<String> off() {
            return List.of(CELL + "stuck-on=0", CELL + "stuck-off=0");
        }
    },
    LEVELS("few conductances of a cell", device -> device.levels() != null, false) {
        @Override
        List<String> off() {
            return List.of(CELL + "levels=16777216");
        }
    },
    CURVE("cells that do not obey Ohm", device -> device.ivNonlinearity() > 0, true) {
        @Override
        List<String> off() {
            return List.of(CELL + "iv-nonlinearity=0");
        }
    },
    WIRES("resistance of wires", device -> false, true) {
        @Override
        List<String> off() {
            return List.of("tile.core.array.wires.row=0 Ohm", "tile.core.array.wires.column=0 Ohm");
        }
    },
    SAMPLES("errors of integration", device -> false, true) {
        @Override
        List<String> off() {
            return List.of("tile.core.integration.error=0");
        }
    },
    CONVERTERS("differences between converters", device -> false, true) {
        @Override
        List<String> off() {
            return List.of(ADC + "offset-error=0", ADC + "gain-error=0", ADC + "nonlinearity=0");
        }
    },
    BITS("bits of converters", device -> false, false) {
        @Override
        List<String> off() {
            return List.of(ADC + "bits=16");
        }

        @Override
        List<Setting> unpriced(ChipFace face) {
            return Stream.of("model=null", "power=null", "energy=0 pJ", "area=0 um2")
                    .map(text -> Setting.parse(face.path().in(ADC) + text))
                    .toList();
        }
    };

    private static final String CELL = "tile.core.array.cell.";
    private static final String ADC = "tile.core.adc.";
    private static final String DEVICE = CELL + "device";

    private final String label;
    private final Predicate<Device> ofDevice;
    private final boolean nothingIsZero;

    ValueEffect(String label, Predicate<Device> ofDevice, boolean nothingIsZero) {
        this.label = label;
        this.ofDevice = ofDevice;
        this.nothingIsZero = nothingIsZero;
    }

    String label() {
        return label;
    }

    /** What takes it away, as {@code --set} has it, on a chip of one kind of tile. */
    abstract List<String> off();

    /** What takes it away from the tiles of a kind; empty where they do not have it. */
    List<Setting> off(MapNode chip, ChipFace face) {
        if (chip.find(face.path().in("tile.core.array")) == null) {
            return List.of();
        }
        boolean device = ofDevice.test(device(chip, face));
        List<Setting> settings = new ArrayList<>();
        for (String text : off()) {
            String[] set = text.split("=", 2);
            if (device && set[0].startsWith(CELL)
                    || states(chip.find(face.path().in(set[0])))) {
                settings.add(Setting.parse(face.path().in(set[0]) + "=" + set[1]));
                restated(set[0], chip, face, settings);
            }
        }
        return settings;
    }

    /** Without a price, where no model covers what takes the effect away: values do not ask for one. */
    List<Setting> unpriced(ChipFace face) {
        return List.of();
    }

    /** Figures stated for as many bits have to be stated again for others; values do not ask for them. */
    private static void restated(String set, MapNode chip, ChipFace face, List<Setting> settings) {
        if (set.equals(ADC + "bits")) {
            for (String part : List.of(ADC, ADC + "generator.")) {
                for (String figure : List.of("energy", "power", "area", "leakage")) {
                    String path = face.path().in(part + figure);
                    if (chip.find(path) instanceof ScalarNode stated && !stated.isNull()) {
                        settings.add(Setting.parse(path + "=" + stated.text()));
                    }
                }
            }
        }
    }

    private boolean states(@Nullable Object node) {
        return node instanceof ScalarNode scalar
                && !scalar.isNull()
                && !(nothingIsZero && scalar.text().strip().matches("0(\\.0*)?( .*)?"));
    }

    private static Device device(MapNode chip, ChipFace face) {
        return chip.find(face.path().in(DEVICE)) instanceof ScalarNode name
                ? Devices.load(name.text())
                : Devices.load("ideal");
    }
}

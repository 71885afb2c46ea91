package mho.core.yaml;

import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;

/**
 * One override: a dotted path and the value that goes there.
 *
 * @param by who sets it, "sweep axis tile.core.adc.bits"; null where the value's mark says it
 * @param merges whether a mapping is laid over the one that stands there, as {@code extends} means it, or takes its place
 */
public record Setting(String path, YamlNode value, @Nullable String by, boolean merges) {
    public Setting(String path, YamlNode value) {
        this(path, value, null, false);
    }

    /**
     * The path of a name in a mapping: {@code mapping.layers["conv.1"]}.
     *
     * @param mapping its path
     * @return null for a name that no path can hold
     */
    public static @Nullable String path(String mapping, String name) {
        return StandingParameters.canBeNamed(name)
                ? Path.parse(mapping, Mark.of(mapping)).key(name).toString()
                : null;
    }

    /** The same, set by somebody else. */
    public Setting by(String other) {
        return new Setting(path, value, other, merges);
    }

    /** The same, with the keys that its mapping does not name left as they are. */
    public Setting merging() {
        return new Setting(path, value, by, true);
    }

    /** Reads "tile.core.adc.bits=6"; the value is YAML, so "tile.buffer={kind: sram, size: 64 KiB}" works too. */
    public static Setting parse(String text) {
        return parse("--set", text, "VALUE, for example tile.core.adc.bits=6");
    }

    /**
     * The same of another option.
     *
     * @param wanted what stands behind the equals sign, for messages: "VALUES, for example tile.core.adc.bits=4..8"
     */
    public static Setting parse(String option, String text, String wanted) {
        Mark mark = Mark.of(option + " " + text);
        int equals = text.indexOf('=');
        if (equals <= 0 || text.substring(equals + 1).isBlank()) {
            throw BadInput.at(Mark.of(option + " " + MessageText.plain(text)), "expected PATH=" + wanted);
        }
        String path = text.substring(0, equals).strip();
        return new Setting(path, Composer.compose(mark, text.substring(equals + 1)));
    }

    /** The file with this setting made. */
    public MapNode applyTo(MapNode file) {
        return file.with(path, merges && value instanceof MapNode over ? over.laidOver(file.find(path)) : value);
    }
}

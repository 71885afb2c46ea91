package mho.core.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What may be written at one place of a file.
 *
 * @param path dotted path; "[]" stands for each item of a list, "*" for each name of a mapping
 * @param type "number", "whole number", "text", "true or false", "one of sar, ramp"
 * @param unit the SI unit of a number, which may be written with any prefix; null for plain numbers and everything else
 * @param defaultValue as written; null when there is none
 * @param required whether the key must be there, if the mapping that it stands in is
 * @param partMayLack whether that mapping need not be there
 * @param numeric whether it is a number or a list of numbers
 * @param when the kinds it belongs to, "tile.core.adc.kind = sar"; empty when it is always there
 */
public record Parameter(
        String path,
        String type,
        @Nullable String unit,
        @Nullable String defaultValue,
        boolean required,
        boolean partMayLack,
        String doc,
        boolean numeric,
        String when) {
    /** The same under one condition more. */
    public Parameter onlyIf(String condition) {
        return new Parameter(
                path,
                type,
                unit,
                defaultValue,
                required,
                partMayLack,
                doc,
                numeric,
                when.isEmpty() ? condition : condition + ", " + when);
    }

    /** Whether the kinds that it belongs to are those of a file; of what is in a list, each item has its own, and nothing holds. */
    public boolean holdsIn(MapNode file) {
        for (String condition : when.isEmpty() ? new String[0] : when.split(", ")) {
            String[] sides = condition.split(" = ", 2);
            if (sides[0].contains("[]")
                    || sides[0].contains("*")
                    || !(file.find(sides[0]) instanceof ScalarNode kind)
                    || !kind.text().equals(sides[1])) {
                return false;
            }
        }
        return true;
    }
}

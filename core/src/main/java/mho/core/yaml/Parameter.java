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
 * @param bounds of the number, or of each in it; null where there is none
 * @param when the kinds it belongs to, "tile.core.adc.kind = sar", with "(usual)" behind one that is meant where none is named; empty
 *     when it is always there
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
        @Nullable NumberBounds bounds,
        String when) {
    /** Behind the condition of a kind that is meant where a file names none. */
    static final String WHERE_NONE_IS_NAMED = " (usual)";

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
                bounds,
                when.isEmpty() ? condition : condition + ", " + when);
    }

    /** The same of another place, where it always is. */
    Parameter at(String other) {
        return new Parameter(other, type, unit, defaultValue, required, partMayLack, doc, numeric, bounds, "");
    }

    /** Whether the kinds that it belongs to are those of a file; of what is in a list, each item has its own, and nothing holds. */
    public boolean holdsIn(MapNode file) {
        for (String condition : when.isEmpty() ? new String[0] : when.split(", ")) {
            boolean usual = condition.endsWith(WHERE_NONE_IS_NAMED);
            String[] sides = condition.replace(WHERE_NONE_IS_NAMED, "").split(" = ", 2);
            if (sides[0].contains("[]") || sides[0].contains("*") || !isOfKind(file, sides[0], sides[1], usual)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfKind(MapNode file, String path, String kind, boolean usual) {
        YamlNode stated = file.find(path);
        return stated == null
                ? usual && file.find(path.substring(0, Math.max(0, path.lastIndexOf('.')))) instanceof MapNode
                : stated instanceof ScalarNode scalar && scalar.text().equals(kind);
    }
}

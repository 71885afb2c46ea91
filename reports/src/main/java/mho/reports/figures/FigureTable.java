package mho.reports.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mho.reports.medium.Json;

/**
 * The figures of one subject, in the order of their fields in JSON.
 *
 * @param subject for people: "a layer"
 */
public record FigureTable<T>(String subject, List<Figure<T>> figures) {
    public FigureTable {
        figures = List.copyOf(figures);
    }

    /** Of this key; throws where there is none. */
    public Figure<T> figure(String key) {
        return figures.stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(subject + " has no figure " + key));
    }

    /** Those that show in a place, in the order they stand there; where parts are not told apart, with the figures of its parts. */
    public List<Figure<T>> in(Place place) {
        if (place.nests()) {
            return ordered(figures, place);
        }
        List<Figure<T>> all = new ArrayList<>();
        ordered(figures, place).forEach(figure -> all.addAll(figure.content().flat(figure, place)));
        return all;
    }

    /** Those of several tables of one subject, as of one. */
    static <T> List<Figure<T>> in(Place place, List<FigureTable<T>> tables) {
        List<Figure<T>> all = new ArrayList<>();
        tables.forEach(table -> all.addAll(table.figures));
        return ordered(all, place);
    }

    private static <T> List<Figure<T>> ordered(List<Figure<T>> figures, Place place) {
        List<Figure<T>> all =
                new ArrayList<>(figures.stream().filter(f -> f.showsIn(place)).toList());
        for (Figure<T> figure : List.copyOf(all)) {
            String after = figure.column(place).after();
            if (after != null) {
                all.remove(figure);
                all.add(after.isEmpty() ? 0 : indexOf(after, all, place) + 1, figure);
            }
        }
        return all;
    }

    private static <T> int indexOf(String key, List<Figure<T>> figures, Place place) {
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("nothing of the name " + key + " shows in " + place);
    }

    public void write(Json json, T subject) throws IOException {
        write(json, subject, Place.JSON);
    }

    /** As fields of a JSON object. */
    public void write(Json json, T subject, Place place) throws IOException {
        for (Figure<T> figure : in(place)) {
            figure.content().write(json, figure.column(place).heading(), subject, place);
        }
    }

    /** The fields of its JSON, with the figure of each: "layers[].energy_j". */
    public List<Field> fields(String before) {
        List<Field> fields = new ArrayList<>();
        for (Figure<T> figure : in(Place.JSON)) {
            FigureTable<?> inside = figure.content().inside();
            String path = before + figure.key() + figure.content().mark();
            if (inside == null) {
                fields.add(new Field(path, figure));
            } else {
                fields.addAll(inside.fields(path));
            }
        }
        return fields;
    }

    /** A field of a JSON file. */
    public record Field(String path, Figure<?> figure) {}
}

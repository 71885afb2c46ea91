package mho.reports.form.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.reports.medium.Csv;
import mho.reports.solve.Solved;

/** The files of solved equations. */
public final class SolvedFiles {
    private SolvedFiles() {}

    /** By their names. */
    public static Map<String, String> of(Solved solved) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config.yaml", solved.config().yaml());
        files.put("solved.json", SolvedJson.of(solved));
        files.put("corrections.csv", corrections(solved));
        files.put("solution.csv", solution(solved));
        return files;
    }

    /** A line for each correction, and one for before the first. */
    public static String corrections(Solved solved) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < solved.left().size(); i++) {
            lines.add(List.of(Integer.toString(i), Csv.exact(solved.left().get(i))));
        }
        return Csv.of(List.of("correction", "left"), lines);
    }

    /** A line for each unknown, counted from 1. */
    private static String solution(Solved solved) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < solved.x().length; i++) {
            lines.add(List.of(Integer.toString(i + 1), Csv.exact(solved.x()[i])));
        }
        return Csv.of(List.of("unknown", "value"), lines);
    }
}

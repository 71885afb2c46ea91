package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.YamlNode;

/** Which combinations of the axes' values become points. */
sealed interface Sample permits GridSample, ZippedSample, RandomSample, LatinHypercubeSample {
    Pattern DRAWN = Pattern.compile("(random|latin-hypercube)\\s+(\\d{1,9})");

    static Sample parse(String text) {
        Matcher drawn = DRAWN.matcher(text.strip());
        if (drawn.matches() && Integer.parseInt(drawn.group(2)) > 0) {
            int points = Integer.parseInt(drawn.group(2));
            return drawn.group(1).equals("random") ? new RandomSample(points) : new LatinHypercubeSample(points);
        }
        return switch (text.strip()) {
            case "all" -> new GridSample();
            case "zip" -> new ZippedSample();
            default -> throw new BadInput("sample " + MessageText.quoted(text)
                    + ": expected all, zip, random N or latin-hypercube N, such as random 200");
        };
    }

    /** How many points there will be. Throws {@link BadInput} where the axes do not suit. */
    long count(List<Axis> axes);

    /** The points, each with one value for every axis. */
    List<List<YamlNode>> points(List<Axis> axes, long seed);

    /** For people: "all combinations". */
    String about();

    /** The values one by one; throws {@link BadInput} if the axis has them only in between. */
    static List<YamlNode> listed(Axis axis) {
        if (axis.spread() instanceof AxisValues.Listed listed) {
            return listed.values();
        }
        throw new BadInput("vary." + axis.path()
                + ": give a step, a factor or a count, or draw the points (sample: random N or latin-hypercube N)");
    }

    static List<List<YamlNode>> listed(List<Axis> axes) {
        List<List<YamlNode>> values = new ArrayList<>();
        axes.forEach(axis -> values.add(listed(axis)));
        return values;
    }
}

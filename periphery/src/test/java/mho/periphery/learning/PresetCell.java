package mho.periphery.learning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One cell of a preset of aihwkit, computed anew from its table of parameters and the equations as they are printed, in double precision, one
 * cell after another with Java's own normals: it shares nothing with what it is held against.
 */
final class PresetCell {
    private final Map<String, String> preset;
    private final Map<String, Double> figures = new HashMap<>();
    private final Random random;
    private final double up;
    private final double down;
    private final double high;
    private final double low;
    private final double reference;
    private final double gammaUp;
    private final double gammaDown;
    private double kept;
    private double shown;

    PresetCell(Map<String, String> preset, Random random) {
        this.preset = preset;
        this.random = random;
        double aboveBound = figure("w_max") * (1 + figure("w_max_dtod") * random.nextGaussian());
        double belowBound = figure("w_min") * (1 + figure("w_min_dtod") * random.nextGaussian());
        if (belowBound > aboveBound) {
            double other = aboveBound;
            aboveBound = belowBound;
            belowBound = other;
        }
        high = Math.abs(aboveBound);
        low = -Math.abs(belowBound);
        double draw = figure("dw_min_dtod") * random.nextGaussian();
        double gain = flag("dw_min_dtod_log_normal") ? Math.exp(draw) : 1 + draw;
        double asymmetry = figure("up_down_dtod") * random.nextGaussian();
        double bias = figure("up_down");
        up = figure("dw_min") * Math.abs(gain + asymmetry + (bias > 0 ? 0 : bias));
        down = figure("dw_min") * Math.abs(gain - asymmetry - (bias > 0 ? bias : 0));
        gammaUp = Math.abs(figure("gamma_up") + figure("gamma_up_dtod") * random.nextGaussian());
        gammaDown = Math.abs(figure("gamma_down") + figure("gamma_down_dtod") * random.nextGaussian());
        double programmed = figure("reference_std") * random.nextGaussian();
        double symmetry = flag("subtract_symmetry_point") ? (up - down) / (up / high - down / low) : 0;
        reference = model().startsWith("SoftBoundsReference") ? programmed + symmetry : 0;
        set(0);
    }

    private void set(double weight) {
        kept = Math.max(low - reference, Math.min(high - reference, weight));
        show();
    }

    private void show() {
        shown = kept + figure("write_noise_std") * figure("dw_min") * random.nextGaussian();
    }

    double shown() {
        return shown;
    }

    void pulse(boolean upwards) {
        double noise = figure("dw_min_std") * random.nextGaussian();
        boolean multiplies = flag("mult_noise");
        kept += switch (model()) {
            case "ConstantStepDevice" -> upwards ? up * (1 + noise) : -down * (1 + noise);
            case "LinearStepDevice" -> linear(upwards, noise, multiplies);
            case "SoftBoundsReferenceDevice" -> softBounds(upwards, noise, multiplies);
            case "ExpStepDevice" -> exponential(upwards, noise);
            default -> throw new IllegalArgumentException(model());
        };
        kept = Math.max(low - reference, Math.min(high - reference, kept));
        show();
    }

    private double linear(boolean upwards, double noise, boolean multiplies) {
        double size = upwards ? up : down;
        double slope = upwards ? -gammaUp * up / figure("w_max") : -gammaDown * down / figure("w_min");
        double step = multiplies ? (slope * kept + size) * (1 + noise) : slope * kept + size * (1 + noise);
        return upwards ? step : -step;
    }

    private double softBounds(boolean upwards, double noise, boolean multiplies) {
        double v = kept + reference;
        double left = 1 - v / (upwards ? high : low);
        double step = (upwards ? up : down) * (multiplies ? left * (1 + noise) : left + noise);
        return upwards ? step : -step;
    }

    private double exponential(boolean upwards, double noise) {
        double z = 2 * figure("a") * kept / (high - low) + figure("b");
        double factor = upwards
                ? 1 - figure("A_up") * Math.exp(figure("gamma_up") * z)
                : 1 - figure("A_down") * Math.exp(-figure("gamma_down") * z);
        double step = (upwards ? up : -down) * Math.max(factor, 0);
        return step + noise * (Math.abs(step) + figure("dw_min_std_add") + figure("dw_min_std_slope") * Math.abs(kept));
    }

    private String model() {
        return text("model");
    }

    private double figure(String key) {
        return figures.computeIfAbsent(key, k -> text(k).isEmpty() ? 0 : Double.parseDouble(text(k)));
    }

    private boolean flag(String key) {
        return text(key).equals("True");
    }

    private String text(String key) {
        return Objects.requireNonNull(preset.get(key), key);
    }

    /** All presets by their name. */
    static Map<String, Map<String, String>> presets() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PresetCell.class.getResourceAsStream("aihwkit-presets.csv")),
                StandardCharsets.UTF_8))) {
            List<String[]> lines = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toList());
            Map<String, Map<String, String>> presets = new TreeMap<>();
            for (String[] row : lines.subList(1, lines.size())) {
                Map<String, String> preset = new TreeMap<>();
                for (int i = 0; i < lines.get(0).length; i++) {
                    preset.put(lines.get(0)[i], row[i]);
                }
                presets.put(row[0], preset);
            }
            return presets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

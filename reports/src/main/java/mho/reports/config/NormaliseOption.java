package mho.reports.config;

import java.util.Arrays;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.workloads.data.Normalisation;

/** What {@code --normalise} says: scale:mean:deviation, as in 1/255:0.286:0.353, or with a mean and a deviation for each channel. */
public final class NormaliseOption {
    private NormaliseOption() {}

    public static Normalisation parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length == 3) {
            try {
                return new Normalisation(number(parts[0]), numbers(parts[1]), numbers(parts[2]));
            } catch (NumberFormatException e) {
                // said below
            }
        }
        throw new BadInput(
                "--normalise " + MessageText.plain(text)
                        + ": expected scale:mean:deviation, such as 1/255:0.286:0.353, or 1/255:0.485,0.456,0.406:0.229,0.224,0.225");
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(",", -1))
                .mapToDouble(NormaliseOption::number)
                .toArray();
    }

    private static double number(String text) {
        String[] ratio = text.trim().split("/", 2);
        double above = Double.parseDouble(ratio[0]);
        return ratio.length == 1 ? above : above / Double.parseDouble(ratio[1]);
    }
}

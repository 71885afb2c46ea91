package mho.arch.foreign;

import static java.util.stream.Collectors.joining;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.arch.foreign.ScriptNames.Assigned;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The converters of a script. puma-simulator takes the time of a matrix from the first of its converters, whose bits are those of
 * {@code adc_res_new} under its number, or else {@code adc_res}. All converters of a chip are alike here: they have the most bits of these.
 */
final class PumaConverters {
    /** For which {@code puma} states prices that no law takes elsewhere. */
    private static final int STATED_BITS = 8;

    private static final int MOST_NAMED = 8;
    private static final Pattern NUMBERED = Pattern.compile("matrix_adc_(0|[1-9][0-9]{0,8})");

    private final ScriptNames names;
    private final GivenNumber matrices;
    private final @Nullable Assigned table;
    private final Map<String, ScriptValue> own;

    PumaConverters(ScriptNames names, GivenNumber matrices) {
        this.names = names;
        this.matrices = matrices;
        this.table = names.get("adc_res_new");
        this.own = table == null ? Map.of() : entries(table);
    }

    private static Map<String, ScriptValue> entries(Assigned table) {
        return table.value()
                .table(BadInput.at(
                        table.mark(),
                        "adc_res_new",
                        "expected a dictionary, as in {'matrix_adc_0': 8}, found "
                                + MessageText.plain(table.value().shown())));
    }

    void into(PumaVariant chip) {
        GivenNumber usual = GivenNumber.of(names, "adc_res", STATED_BITS);
        GivenNumber each = GivenNumber.of(names, "num_adc_per_matrix", 2);
        List<String> firsts = own.keySet().stream()
                .filter(name -> isFirst(name, each.value()))
                .toList();
        IntSummaryStatistics bits = firsts.stream().mapToInt(this::bits).summaryStatistics();
        if (firsts.size() < matrices.value()) {
            bits.accept(usual.value());
        }
        int most = bits.getMax();
        if (bits.getMin() < most) {
            chip.remark("adc_res_new gives matrices converters that differ: all have the most bits, " + most);
        }
        tellOthers(chip, firsts, most);
        Mark mark = firsts.isEmpty() || table == null ? usual.mark() : table.mark();
        chip.put("tile.core.adc.bits", most, new GivenNumber(mark, most));
        if (mark != null && most != STATED_BITS) {
            chip.model("tile.core.adc", "sar-puma", mark, "energy", "area");
        }
    }

    private boolean isFirst(String name, int each) {
        Matcher numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) {
            return false;
        }
        int number = Integer.parseInt(numbered.group(1));
        return number % each == 0 && number / each < matrices.value();
    }

    private void tellOthers(PumaVariant chip, List<String> firsts, int most) {
        List<String> others = own.keySet().stream()
                .filter(name -> !firsts.contains(name) && bits(name) != most)
                .toList();
        if (!others.isEmpty()) {
            chip.remark("adc_res_new: "
                    + others.stream().limit(MOST_NAMED).map(MessageText::plain).collect(joining(", "))
                    + (others.size() > MOST_NAMED ? ", …" : "")
                    + " are as the first of their matrix, from which puma-simulator takes its times");
        }
    }

    private int bits(String name) {
        Mark mark = Objects.requireNonNull(table).mark();
        return GivenNumber.whole(name, Objects.requireNonNull(own.get(name)), mark, 1);
    }
}

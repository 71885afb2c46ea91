package mho.arch.foreign;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mho.arch.foreign.ScriptNames.Assigned;
import mho.arch.foreign.ScriptValue.Amount;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;
import mho.core.yaml.Spelling;
import org.jspecify.annotations.Nullable;

/** The names of puma-simulator's {@code config.py}: what of them is taken over, and why the rest is not. */
final class PumaNames {
    /** Names that change the chip, or that must say what this chip is. */
    private static final Set<String> TAKEN = Set.of(
            "num_bits",
            "input_prec",
            "weight_width",
            "xbar_bits",
            "num_matrix",
            "xbar_size",
            "dac_res",
            "adc_res",
            "adc_res_new",
            "num_ALU",
            "dataMem_size",
            "num_ima",
            "edram_size",
            "edram_buswidth",
            "cmesh_c",
            "flit_width",
            "num_tile_max",
            "noc_num_port",
            "num_node",
            "inference",
            "training",
            "MVMU_ver");

    /** Names that lead to nothing here, by the reason. */
    private static final Map<String, List<String>> LEFT = left();

    /** Names whose values follow from others, as puma-simulator's own file works them out. */
    private static final List<String> FOLLOW =
            List.of("data_width", "xbdata_width", "phy2log_ratio", "packet_width", "receive_buffer_width");

    private static final int MOST_NAMED = 12;

    private final ScriptNames names;
    private final Mark file;

    PumaNames(ScriptNames names, Mark file) {
        this.names = names;
        this.file = file;
    }

    private static Map<String, List<String>> left() {
        Map<String, List<String>> left = new LinkedHashMap<>();
        left.put(
                "a converter stands behind every array, as its times suppose",
                List.of("num_adc", "num_adc_per_matrix"));
        left.put("calibration finds where the point stands", List.of("int_bits", "frac_bits"));
        left.put(
                "instructions and their memories take power and no time, as in puma",
                List.of(
                        "addr_width",
                        "instrn_width",
                        "instrnMem_size",
                        "tile_instrnMem_size",
                        "num_bits_tileId",
                        "datamem_off"));
        left.put("as in puma, sixteen buffers of 128 B", List.of("receive_buffer_depth"));
        left.put("the mapping finds how many tiles a network takes", List.of("num_tile_compute", "num_tile"));
        left.put("packets are simulated one by one", List.of("noc_inj_rate", "num_inj_max"));
        left.put("of training and of digital units alone", List.of("lr", "sparse_opt"));
        left.put(
                "of the simulator's own run",
                List.of(
                        "cycles_max",
                        "debug",
                        "xbar_record",
                        "encrypted",
                        "authenticated",
                        "cypher_name",
                        "cypher_hash"));
        return left;
    }

    /** Throws {@link BadInput} for a file that is about something else, and for a name that is nearly one that is missing. */
    void check() {
        if (names.all().stream().noneMatch(TAKEN::contains)) {
            throw BadInput.at(
                    file,
                    "sets no name of puma-simulator's config.py (num_bits, xbar_size, num_ima, …); give that file, or a chip file (.yaml)");
        }
        Map<String, String> missing = new TreeMap<>();
        TAKEN.stream().filter(name -> names.get(name) == null).forEach(name -> missing.put(spoken(name), name));
        for (String name : names.all()) {
            Assigned assigned = names.get(name);
            String meant = isUnknown(name) ? Spelling.closest(spoken(name), missing.keySet()) : null;
            if (meant != null && assigned != null) {
                throw BadInput.at(
                        assigned.mark(),
                        MessageText.plain(name),
                        "is no name of puma-simulator's config.py, did you mean \"" + missing.get(meant) + "\"?");
            }
        }
    }

    /** As {@link Spelling} compares names. */
    private static String spoken(String name) {
        return MessageText.plain(name).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A helper that others are worked out from is none. */
    private boolean isUnknown(String name) {
        return !TAKEN.contains(name)
                && !FOLLOW.contains(name)
                && LEFT.values().stream().noneMatch(left -> left.contains(name))
                && !names.isUsed(name);
    }

    /**
     * One sentence on whatever the file says and the chip has not; null where that is nothing.
     *
     * @param derived what the names that follow from others come to here
     */
    @Nullable
    String notCarried(Map<String, Double> derived) {
        List<String> parts = new ArrayList<>();
        LEFT.forEach((why, left) ->
                add(parts, left.stream().filter(name -> names.get(name) != null).toList(), why));
        add(
                parts,
                FOLLOW.stream().filter(name -> isOther(name, derived.get(name))).toList(),
                "they follow from others");
        add(
                parts,
                names.all().stream()
                        .filter(this::isUnknown)
                        .map(MessageText::plain)
                        .toList(),
                "no names of puma-simulator's");
        add(parts, names.passed(), "lines that set nothing");
        return parts.isEmpty()
                ? null
                : "of puma-simulator's configuration not carried over: " + String.join("; ", parts);
    }

    private boolean isOther(String name, @Nullable Double derived) {
        Assigned assigned = names.get(name);
        return assigned != null
                && !(assigned.value() instanceof Amount amount && derived != null && amount.value() == derived);
    }

    private static void add(List<String> parts, List<String> left, String why) {
        if (!left.isEmpty()) {
            String more = left.size() > MOST_NAMED ? ", …" : "";
            parts.add(left.stream().limit(MOST_NAMED).collect(joining(", ")) + more + " (" + why + ")");
        }
    }
}

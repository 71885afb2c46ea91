package mho.arch.foreign;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mho.arch.foreign.ScriptNames.Assigned;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.workloads.foreign.ForeignText;

/**
 * The chip that a {@code config.py} of puma-simulator describes, as a chip file that extends {@code puma}: what the file says is changed,
 * what it leaves out is as there. A unit is what stands for one matrix: as many arrays as its weights take cells. As puma-simulator's
 * times suppose, a converter stands behind every array, and a stage lasts as long as the conversions of an array's columns, 1 ns each.
 * Prices that {@code puma} states for other converters, drivers, buffers and routers are those of its {@code include/constants.py}, or
 * follow by the laws of their parts. Whatever of the file changes nothing is told in the chip's remarks. The file is never run.
 */
public final class PumaConfig {
    private static final String ENDING = ".py";
    private static final int STATED_CONCENTRATION = 4;
    private static final int STATED_FLIT = 32;
    private static final List<Integer> PRICED_DACS = List.of(1, 2, 4, 8, 16);
    private static final int LARGE_ROUTER = 8;
    /** A router has ports to them beside those to its tiles. */
    private static final int NEIGHBOURS = 4;

    private final ScriptNames names;
    private final PumaVariant chip;

    private PumaConfig(ScriptNames names, PumaVariant chip) {
        this.names = names;
        this.chip = chip;
    }

    /** Whether a file is one, by its name. */
    public static boolean isOne(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** Reads a file; throws {@link BadInput} that tells file, line and remedy. */
    public static MapNode read(Path file) {
        String name = file.toString();
        ScriptNames names = ScriptNames.of(ScriptLines.of(name, ForeignText.lines(file)));
        PumaNames known = new PumaNames(names, Mark.of(name));
        known.check();
        PumaVariant chip = new PumaVariant(Mark.of(name), ForeignText.stem(file));
        new PumaConfig(names, chip).read(known);
        return chip.made();
    }

    private void read(PumaNames known) {
        requireInference();
        requireAnalog();
        GivenNumber bits = number("num_bits", 16);
        GivenNumber cellBits = number("xbar_bits", 2);
        GivenNumber width = number("edram_buswidth", 256);
        GivenNumber matrices = number("num_matrix", 2);
        unit(bits, cellBits);
        inputs(bits, cellBits, matrices);
        new PumaConverters(names, matrices).into(chip);
        tile(matrices, width);
        network();
        double valuesAcross = (double) width.value() / bits.value();
        String left = known.notCarried(Map.of(
                "data_width",
                (double) bits.value(),
                "xbdata_width",
                (double) bits.value(),
                "phy2log_ratio",
                (double) bits.value() / cellBits.value(),
                "packet_width",
                valuesAcross,
                "receive_buffer_width",
                valuesAcross));
        if (left != null) {
            chip.remark(left);
        }
    }

    private GivenNumber number(String name, int usual) {
        return GivenNumber.of(names, name, usual);
    }

    private void requireInference() {
        GivenNumber inference = GivenNumber.of(names, "inference", 1, 0);
        GivenNumber training = GivenNumber.of(names, "training", 0, 0);
        Mark asked = inference.value() == 0 ? inference.mark() : training.value() != 0 ? training.mark() : null;
        if (asked != null) {
            throw BadInput.at(
                    asked,
                    inference.value() == 0 ? "inference" : "training",
                    "crossbars that go backwards and take updates are not in puma, which infers alone; set inference = 1 and training = 0, or take a chip that learns (pipelayer, analog-train)");
        }
    }

    private void requireAnalog() {
        Assigned unit = names.get("MVMU_ver");
        if (unit != null && !unit.value().key().equals("Analog")) {
            throw BadInput.at(
                    unit.mark(),
                    "MVMU_ver",
                    "puma multiplies in analog crossbars, found "
                            + MessageText.plain(unit.value().shown()) + "; set MVMU_ver = \"Analog\"");
        }
    }

    /** What stands for one matrix: arrays and what is behind each. */
    private void unit(GivenNumber bits, GivenNumber cellBits) {
        GivenNumber weights = GivenNumber.of(names, "weight_width", bits);
        GivenNumber size = number("xbar_size", 128);
        chip.put("tile.core.weights.bits", weights.value(), weights);
        chip.put("tile.core.array.cell.bits", cellBits.value(), cellBits);
        for (String part : List.of("tile.core.arrays", "tile.core.adc.count", "tile.core.shift-add.count")) {
            chip.put(part, bits.over(cellBits), bits, cellBits);
        }
        for (String side : List.of("tile.core.array.rows", "tile.core.array.columns")) {
            chip.put(side, size.value(), size);
        }
        for (String stage : List.of("tile.core.array.read-time", "tile.core.merge")) {
            chip.put(stage, size.value() + " ns", size);
        }
        if (weights.value() != bits.value()) {
            chip.remark(
                    "weight_width is not num_bits: arrays that puma-simulator leaves idle hold further weights here");
        }
    }

    /** What an array's rows are given, and by what. */
    private void inputs(GivenNumber bits, GivenNumber cellBits, GivenNumber matrices) {
        GivenNumber values = GivenNumber.of(names, "input_prec", bits);
        GivenNumber weights = GivenNumber.of(names, "weight_width", bits);
        GivenNumber dac = number("dac_res", 1);
        GivenNumber memory = number("dataMem_size", 1024);
        chip.put("precision.values", values.value() + " bit", values);
        chip.put("precision.partial-sums", values.value() + weights.value() + " bit", values, weights);
        driver(dac);
        // as in puma: what all arrays read, written and read within an instruction, which has a stage a phase and two
        // more
        int stages = values.over(dac) + 2;
        long bytes = 2L * bits.over(cellBits) * values.value() / Byte.SIZE;
        chip.put(
                "tile.core.input-register.bandwidth",
                Math.max(1, (bytes + stages - 1) / stages) + " GB/s",
                values,
                bits,
                cellBits,
                dac);
        int part = Math.max(1, memory.value() / matrices.value());
        chip.put("tile.core.input-register.size", part + " B", memory, matrices);
    }

    private void driver(GivenNumber dac) {
        chip.put("tile.core.driver.bits", dac.value(), dac);
        Mark mark = dac.mark();
        if (mark == null || dac.value() == PRICED_DACS.get(0)) {
            return;
        }
        if (!PRICED_DACS.contains(dac.value())) {
            throw BadInput.at(
                    mark,
                    "dac_res",
                    "puma-simulator has prices for 1, 2, 4, 8, 16 bits, found " + dac.value()
                            + "; choose one of these");
        }
        chip.price("tile.core.driver", mark, Map.of("energy", "448.8 fJ", "area", "0.167 um2"), "power");
    }

    private void tile(GivenNumber matrices, GivenNumber width) {
        GivenNumber cores = number("num_ima", 8);
        GivenNumber lanes = number("num_ALU", 4);
        GivenNumber buffer = number("edram_size", 64);
        chip.put("tile.cores", cores.times(matrices, "num_ima x num_matrix"), cores, matrices);
        chip.put("tile.units.vfu.count", cores.value(), cores);
        chip.put("tile.units.vfu.lanes", lanes.value(), lanes);
        chip.put("tile.buffer.size", buffer.value() + " KiB", buffer);
        chip.put("tile.buffer.width", width.value() + " bit", width);
        chip.put("tile.output-register.bandwidth", GivenNumber.ceil(width.value(), Byte.SIZE) + " GB/s", width);
        Mark mark = buffer.mark();
        if (mark != null && buffer.value() == 128 && width.value() == 256) {
            chip.model("tile.buffer", "edram-puma", mark, "energy", "leakage", "area");
        }
    }

    private void network() {
        GivenNumber tiles = number("num_tile_max", 138);
        GivenNumber nodes = number("num_node", 4);
        GivenNumber concentration = number("cmesh_c", STATED_CONCENTRATION);
        GivenNumber flit = number("flit_width", STATED_FLIT);
        chip.put("tiles", tiles.value(), tiles);
        chip.put("chips", nodes.value(), nodes);
        chip.put("mesh.concentration", concentration.value(), concentration);
        int columns = (int) Math.ceil(Math.sqrt(tiles.over(concentration)));
        chip.put("mesh.columns", columns, tiles, concentration);
        Mark mark = flit.mark();
        if (mark != null && flit.value() != STATED_FLIT) {
            throw BadInput.at(
                    mark,
                    "flit_width",
                    "puma-simulator has prices for flits of 32 bits alone, found " + flit.value()
                            + "; set flit_width = 32, and state mesh.router.flit with power, leakage and area in a chip file that extends this one");
        }
        router(concentration);
    }

    /** puma-simulator prices routers by {@code noc_num_port}, not by the ports they come to have. */
    private void router(GivenNumber concentration) {
        GivenNumber ports = number("noc_num_port", 4);
        boolean large = ports.value() == LARGE_ROUTER;
        boolean other = concentration.value() != STATED_CONCENTRATION;
        Mark mark = other ? concentration.mark() : ports.mark();
        if (ports.mark() != null && ports.value() != 4 && !large) {
            throw BadInput.at(
                    ports.mark(),
                    "noc_num_port",
                    "puma-simulator has prices for 4 and 8, found " + ports.value() + "; choose one of these");
        }
        chip.put("mesh.router.ports", NEIGHBOURS + concentration.value(), concentration);
        if (mark != null && (other || large)) {
            chip.price(
                    "mesh.router",
                    mark,
                    large
                            ? Map.of("power", "51.48 mW", "leakage", "1.04 mW", "area", "0.116 mm2")
                            : Map.of("power", "16.13 mW", "leakage", "0.41 mW", "area", "0.047 mm2"));
        }
    }
}

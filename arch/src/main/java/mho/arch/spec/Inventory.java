package mho.arch.spec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mho.core.cost.Cost;
import mho.core.cost.Figures;
import mho.core.cost.Price;
import mho.periphery.array.Array;
import mho.periphery.array.VmmTiming;
import mho.periphery.memory.Buffer;
import mho.periphery.memory.Register;
import mho.periphery.model.Site;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.Neuron;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;

/**
 * Everything a chip is made of: how many of each part, what one costs, and the price of each action. Peak power is the sum of all
 * parts at their own full activity, as published tables add it up.
 */
public final class Inventory {
    private final ChipSpec chip;
    private final Site root;
    private final VmmTiming timing;
    private final ArrayTraffic traffic;
    private final List<Component> components = new ArrayList<>();
    private final Map<Action, Price> prices = new EnumMap<>(Action.class);

    private Inventory(ChipSpec chip) {
        this.chip = chip;
        this.root = new Site("", chip.process());
        this.timing = chip.core().timing(chip.inputBits());
        this.traffic = ArrayTraffic.of(chip, 1 / timing.occupancySeconds());
        addCore();
        addTile();
        addMesh();
        addLink();
    }

    /** @throws mho.core.yaml.BadInput where a figure is missing or a model refuses */
    public static Inventory of(ChipSpec chip) {
        return new Inventory(chip);
    }

    public List<Component> components() {
        return List.copyOf(components);
    }

    public Component component(String path) {
        return components.stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the chip has no " + path));
    }

    /** What an action costs; parts the chip lacks cost nothing. */
    public Price price(Action action) {
        return prices.getOrDefault(action, new Price(0, "the chip has no " + action.part()));
    }

    public double peakPowerW() {
        return components.stream().mapToDouble(Component::chipPowerW).sum();
    }

    /** Power with all arrays multiplying without a pause, and all else as busy as that needs. */
    public double powerAtFullRateW() {
        return components.stream().mapToDouble(Component::chipPowerAtFullRateW).sum();
    }

    public double leakageW() {
        return components.stream().mapToDouble(Component::chipLeakageW).sum();
    }

    /** Components of which nobody says what they leak. */
    public int leakageUnstated() {
        return (int)
                components.stream().filter(c -> !c.figures().leakageStated()).count();
    }

    public double areaM2() {
        return components.stream().mapToDouble(Component::chipAreaM2).sum();
    }

    private void addCore() {
        Core core = chip.core();
        double cores = (double) chip.tiles() * chip.tile().cores();
        double arrays = cores * core.arrays();
        double phase = core.phaseSeconds();
        double vectors = 1 / timing.occupancySeconds();
        double phases = timing.phases() * vectors;
        Array array = core.array();
        Site site = root.at("tile").at("core");
        double conducts = core.driver().conductionSeconds(array.readSeconds());
        add(Action.CELL_READ, arrays, array.figures(site.at("array"), phase, conducts), array.cells() * phases);
        add(Action.ROW_DRIVE, arrays * array.rows(), core.driver().figures(site.at("driver"), phase), phases);
        if (core.integration() != null) {
            Figures figures = core.integration().figures(site.at("integration"), phase);
            add(Action.INTEGRATE, arrays * array.columns(), figures, phases);
        }
        addReadout(core, cores, vectors, site.at("adc"));
        double sums = core.columns() * core.conversionsPerVector(chip.inputBits()) * vectors;
        addUnit(Action.CORE_ADD, cores, core.shiftAdd(), site.at("shift-add"), sums);
        int perTile = chip.tile().cores();
        double in = traffic.inputs() * traffic.valueBits() / 8 / perTile;
        double out = traffic.bitsOut() / 8 / perTile;
        addRegister(Action.INPUT_REGISTER, cores, core.inputRegister(), site.at("input-register"), 2 * in);
        addRegister(Action.OUTPUT_REGISTER, cores, core.outputRegister(), site.at("output-register"), 2 * out);
        Control control = core.control();
        if (control != null) {
            Figures figures = control.cost().resolve("tile.core.control", vectors, () -> null);
            add(Action.CONTROL, cores, figures, vectors);
        }
    }

    private void addReadout(Core core, double cores, double vectors, Site site) {
        Readout readout = core.adc();
        double integration = integrationSeconds(readout, timing);
        int converters = readout.instances(core.columns());
        double rounds = core.conversionsPerVector(chip.inputBits()) * vectors;
        double conversions = rounds * core.columns() / converters;
        add(Action.CONVERT, cores * converters, readout.figures(site, integration), conversions);
        Figures shared = readout.sharedFigures(site);
        if (shared != null) {
            add(Action.RAMP, cores, shared, rounds);
        }
    }

    /** How long a column integrates before its conversion. */
    static double integrationSeconds(ChipSpec chip) {
        return integrationSeconds(chip.core().adc(), chip.core().timing(chip.inputBits()));
    }

    private static double integrationSeconds(Readout readout, VmmTiming timing) {
        return readout.once() ? timing.phases() * timing.phaseSeconds() : timing.phaseSeconds();
    }

    private void addTile() {
        Tile tile = chip.tile();
        double tiles = chip.tiles();
        Site site = root.at("tile");
        Buffer buffer = tile.buffer();
        Figures read = buffer.read(site.at("buffer"));
        prices.put(Action.BUFFER_READ, read.price());
        prices.put(Action.BUFFER_WRITE, buffer.write(site.at("buffer")).price());
        components.add(new Component(
                Action.BUFFER_READ.part(),
                tiles,
                read,
                buffer.accessesPerSecond(),
                needed(buffer.cost(), buffer.accessesPerSecond(), traffic.bits() / buffer.width()),
                List.of(Action.BUFFER_READ, Action.BUFFER_WRITE)));
        double bits = tile.bus().bitsPerSecond();
        add(
                Action.BUS,
                tiles,
                tile.bus().figures(site.at("bus")),
                bits,
                needed(tile.bus().cost(), bits, traffic.bits()));
        Neuron activation = tile.activation();
        Figures figures = activation.figures(site.at("activation"));
        double values = activation.valuesPerSecond();
        add(
                Action.ACTIVATE,
                tiles * activation.count(),
                figures,
                values,
                needed(activation.cost(), values, traffic.outputs() / activation.count()));
        addUnit(Action.COMPARE, tiles, tile.pool(), site.at("pool"), traffic.outputs());
        addUnit(Action.TILE_ADD, tiles, tile.shiftAdd(), site.at("shift-add"), traffic.outputs());
        double out = traffic.bitsOut() / 8;
        addRegister(Action.TILE_REGISTER, tiles, tile.outputRegister(), site.at("output-register"), 2 * out);
    }

    private void addMesh() {
        Mesh mesh = chip.mesh();
        double instances = mesh.instances(chip.tiles());
        double full = mesh.hopsPerSecond();
        double hops = chip.tiles() * traffic.bitsOut() / mesh.bitsPerHop() / instances; // to a neighbour
        add(Action.HOP, instances, mesh.figures(root.at("mesh")), full, needed(mesh.cost(), full, hops));
    }

    private void addLink() {
        add(
                Action.LINK,
                chip.link().count(),
                chip.link().figures(root.at("link")),
                chip.link().bandwidth());
    }

    /** @param wanted actions a second of all units of an owner */
    private void addUnit(Action action, double owners, @Nullable DigitalUnit unit, Site site, double wanted) {
        if (unit != null) {
            double full = unit.valuesPerSecond();
            double needed = needed(unit.cost(), full, wanted / unit.count());
            add(action, owners * unit.count(), unit.figures(site), full, needed);
        }
    }

    private void addRegister(Action action, double owners, @Nullable Register register, Site site, double wanted) {
        if (register != null) {
            double full = register.bandwidth();
            add(action, owners, register.figures(site), full, needed(register.cost(), full, wanted));
        }
    }

    /** Where a part's power is stated, it is that of full activity, as published tables have it. */
    private static double needed(Cost cost, double full, double wanted) {
        return cost.power() == null ? Math.min(full, wanted) : full;
    }

    private void add(Action action, double instances, Figures figures, double atFullRate) {
        add(action, instances, figures, atFullRate, atFullRate);
    }

    private void add(Action action, double instances, Figures figures, double full, double needed) {
        prices.put(action, figures.price());
        components.add(new Component(action.part(), instances, figures, full, needed, List.of(action)));
    }
}

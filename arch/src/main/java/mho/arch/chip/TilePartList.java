package mho.arch.chip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.element.ArrayTraffic;
import mho.arch.element.ElementSite;
import mho.arch.element.PartList;
import mho.core.cost.Action;
import mho.core.cost.Price;
import mho.core.cost.ResolvedFigures;
import mho.periphery.interconnect.Wires;
import mho.periphery.memory.Buffer;
import mho.periphery.model.Site;
import mho.periphery.neuron.FunctionUnit;
import mho.periphery.neuron.Neuron;
import mho.workloads.network.ScalarOperation;

/** The parts of a chip's tiles of one kind, as if there were no other: under {@code tile}. */
final class TilePartList {
    /** Every sum is added, compared and put through the function that hidden layers have most often. */
    private static final List<ScalarOperation> OF_EVERY_SUM =
            List.of(ScalarOperation.ADD, ScalarOperation.COMPARE, ScalarOperation.RELU);

    private final ChipSpec chip;
    private final Site root;
    private final ArrayTraffic traffic;
    private final PartList list = new PartList();

    TilePartList(ChipFace face, Site root) {
        this.chip = face.chip();
        this.root = root;
        double vectors = 1 / chip.element().occupancySeconds(chip.inputBits());
        this.traffic = ArrayTraffic.of(chip.arraysPerTile(), chip.layout(), chip.inputBits(), vectors);
        addElements();
        addTile();
    }

    PartList parts() {
        return list;
    }

    /** Bits a second that a tile hands on at full rate. */
    double bitsOut() {
        return traffic.bitsOut();
    }

    private void addElements() {
        Tile tile = chip.tile();
        double elements = (double) chip.tiles() * tile.cores();
        Site site = root.at("tile").at("core");
        chip.element().addParts(new ElementSite(site, elements, tile.cores(), chip.inputBits(), traffic), list);
    }

    private void addTile() {
        Tile tile = chip.tile();
        double tiles = chip.tiles();
        Site site = root.at("tile");
        double out = traffic.bitsOut() / 8;
        list.each(
                () -> addBuffer(tile.buffer(), tiles, site.at("buffer")),
                () -> addBus(tile.bus(), tiles, site.at("bus")),
                () -> addActivation(tile.activation(), tiles, site.at("activation")),
                () -> list.addUnit(Tile.COMPARE, tiles, tile.pool(), site.at("pool"), left(ScalarOperation.COMPARE)),
                () -> list.addUnit(Tile.ADD, tiles, tile.shiftAdd(), site.at("shift-add"), left(ScalarOperation.ADD)),
                () -> tile.functionUnits().named().forEach((name, unit) -> addFunctionUnit(name, unit, tiles)),
                () -> list.addRegister(
                        Tile.REGISTER, tiles, tile.outputRegister(), site.at("output-register"), 2 * out));
    }

    private void addBuffer(Buffer buffer, double tiles, Site site) {
        double full = buffer.accessesPerSecond();
        ResolvedFigures read = buffer.read(site);
        ResolvedFigures write = buffer.write(site);
        list.add(
                Tile.BUFFER_READ,
                Tile.BUFFER_WRITE,
                tiles,
                read,
                write,
                full,
                PartList.needed(buffer.cost(), full, traffic.bits() / buffer.width()),
                full * Math.max(0, write.energyJ() - read.energyJ()));
    }

    private void addBus(Wires bus, double tiles, Site site) {
        double bits = bus.bitsPerSecond();
        list.add(Tile.BUS, tiles, bus.figures(site), bits, PartList.needed(bus.cost(), bits, traffic.bits()));
    }

    private void addActivation(Neuron activation, double tiles, Site site) {
        double values = activation.valuesPerSecond();
        list.add(
                Tile.ACTIVATE,
                tiles * activation.count(),
                activation.figures(site),
                values,
                PartList.needed(activation.cost(), values, left(ScalarOperation.RELU) / activation.count()));
    }

    /** Sums of all arrays of a tile that wait for an operation, each second, where no unit takes it over. */
    private double left(ScalarOperation operation) {
        return chip.tile().functionUnits().does(operation) ? 0 : traffic.outputs();
    }

    private void addFunctionUnit(String name, FunctionUnit unit, double tiles) {
        Site site = root.at("tile").at("units").at(name);
        Map<Action, Price> does = new LinkedHashMap<>();
        Map<Action, Double> share = new LinkedHashMap<>();
        double cycles = 0;
        for (ScalarOperation operation : FunctionUnits.operations(unit)) {
            does.put(FunctionUnits.action(name, operation), unit.price(operation.label(), site));
            int each = unit.operation(operation.label()).cycles();
            share.put(FunctionUnits.action(name, operation), (double) each);
            if (OF_EVERY_SUM.contains(operation)) {
                cycles += each * traffic.outputs();
            }
        }
        double full = unit.laneCyclesPerSecond();
        double needed = PartList.needed(unit.cost(), full, cycles / unit.count());
        list.add(FunctionUnits.part(name), does, share, tiles * unit.count(), unit.figures(site), full, needed);
    }
}

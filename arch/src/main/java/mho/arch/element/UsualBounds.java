package mho.arch.element;

/** How far what is built reaches: each bound is the largest or smallest known, rounded generously, with the reasoning. All are assumed. */
public final class UsualBounds {
    /** Lines of an array: beyond some thousand cells the drop along a wire exceeds any margin; published arrays have at most 1,024 to 4,096. */
    public static final int LINES = 4096;

    /** One read of an array, seconds: its wires alone, some kilo-ohm and picofarad, take about so long to charge. */
    public static final double SHORTEST_READ = 1e-9;

    /** One read of an array, seconds: inputs held for longer than this leak away from any capacitor that integrates them. */
    public static final double LONGEST_READ = 1e-3;

    /** Conversions a second of one converter: the fastest published, interleaved many times, make about so many. */
    public static final double CONVERSIONS = 100e9;

    /** Lines of an array: fewer share no converter and no driver. */
    public static final int FEWEST_LINES = 8;

    /** All conversions of one converter in a phase, seconds; as a read, for the column waits. */
    public static final double LONGEST_CONVERSION = LONGEST_READ;

    /** Bits of a converter: columns of image sensors have converters of 14; noise in a core's columns is above the last bit of more. */
    public static final int CONVERTER_BITS = 14;

    /** Bits of a driver, one on every row: published ones have at most 8; ten bits of 0.2 V are 0.2 mV. */
    public static final int DRIVER_BITS = 10;

    /** Bits of values and weights: nobody computes with more in arrays. */
    public static final int PRECISION = 16;

    /** Times a vector is applied: four where each sign of input and weight has its own. */
    public static final int APPLIED = 64;

    /** Delays on a chip, seconds: a gate takes a picosecond, and nothing but a memory's retention takes a millisecond. */
    public static final double SHORTEST_DELAY = 1e-12;

    public static final double LONGEST_DELAY = 1e-3;

    /** Cycles that anything in a pipeline takes. */
    public static final int CYCLES = 1000;

    /** Tiles of a chip, cores of a tile, arrays of a core: analog chips have hundreds, a dozen, eight. */
    public static final int TILES = 65536;

    public static final int WITHIN = 1024;

    /** Chips of a system: the largest machines. */
    public static final int CHIPS = 100_000;

    /** Units of one kind side by side. */
    public static final int UNITS = 65536;

    /** Tiles at one router: published meshes have up to four. */
    public static final int CONCENTRATION = 16;

    /** Routers in a row of a grid: a wafer's. */
    public static final int ROUTERS = 1024;

    /** Ports of a router on a chip: crossbars of 64 were built. */
    public static final int PORTS = 64;

    /** A flit, bits: the widest networks on chips carry a line of a cache or two at once. */
    public static final double FLIT = 2048;

    /** Passes of a multiply-accumulate through an adder: one a bit of both operands. */
    public static final int PASSES = 1024;

    /** Bits of one cell: the best memories hold 256 levels apart in an array; thousands were shown on single devices. */
    public static final int CELL_BITS = 8;

    /** Levels of one cell: 2,048 conductances of a device were told apart after denoising, none more (Rao et al. 2023). */
    public static final int LEVELS = 2048;

    /** A clock, Hz: logic of any CMOS node stays below 10 GHz, oscillators of a converter may reach twice that. */
    public static final double CLOCK = 20e9;

    /** A port or bundle, bits: stacked memory, the widest there is, has some thousand wires. */
    public static final double WIDTH = 65536;

    /** A wire on a chip, metres: the diameter of a wafer. */
    public static final double WIRE = 0.3;

    /** Conductance of one cell, siemens: below 100 ohm its access transistor is the larger resistance. */
    public static final double CONDUCTANCE = 10e-3;

    /** Conductance of a cell that is on, siemens: 1 fA at a volt is what the best amplifiers on a chip tell from nothing. */
    public static final double LEAST_CONDUCTANCE = 1e-12;

    /** Capacitance of a wire on a chip, farad: a metre of it has 0.2 nF. */
    public static final double CAPACITANCE = 1e-9;

    /** Voltage of a read, volts: memories are programmed, not read, with more. */
    public static final double VOLTAGE = 5;

    /** Feature size, metres: atoms on one side, the first processors of 1971 on the other. */
    public static final double SMALLEST_FEATURE = 1e-9;

    public static final double LARGEST_FEATURE = 10e-6;

    /** A memory in a tile or a core, bytes: a whole processor's last level of cache. */
    public static final double MEMORY = 1L << 28;

    /** Memory beside one chip, bytes: the largest servers have some terabytes a processor. */
    public static final double OFF_CHIP = 1L << 44;

    /** Bytes a second of one register or link: ten times what a whole stack of memory gives. */
    public static final double BANDWIDTH = 10e12;

    /** Standard deviation of an error over the window: the whole window, so that nothing is stored. */
    public static final double ERROR = 1;

    /** Area of one chip, m2: a wafer's. */
    public static final double AREA = 0.0707;

    /** Temperature of circuits, kelvin: what industrial parts are made for, -40 to 125 degrees Celsius. */
    public static final double COLDEST = 233;

    public static final double HOTTEST = 398;

    private UsualBounds() {}
}

package mho.periphery.random;

/**
 * A stream of unit normal and of uniform numbers, for one place. Bits come from xoroshiro128++ (Blackman and Vigna, ACM Transactions on
 * Mathematical Software 47(4), 2021), normals from them by the ziggurat of Marsaglia and Tsang (Journal of Statistical Software 5(8),
 * 2000) with 256 layers, whose number and whose place take bits of their own (Doornik 2005). Logarithms and exponentials are those of
 * StrictMath, so that equal seeds give equal bits on every machine. Not for use by two threads at once.
 */
public final class NormalStream {
    private static final int LAYERS = 256;

    /** Where the lowest layer ends and the tail begins, for 256 layers of equal area. */
    private static final double TAIL = 3.6541528853610088;

    /** Right ends of the layers, the lowest one first: it is as wide as a rectangle of its area would be. */
    private static final double[] ENDS = new double[LAYERS + 1];

    /** The density there, 1 at zero. */
    private static final double[] HEIGHTS = new double[LAYERS + 1];

    private static final double TWO_TO_MINUS_53 = 0x1p-53;

    private static final double TWO_TO_MINUS_52 = 0x1p-52;

    static {
        double area = 0.00492867323397465524494; // of each layer, the tail belongs to the lowest
        ENDS[0] = area / density(TAIL);
        ENDS[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            ENDS[i] = Math.sqrt(-2 * StrictMath.log(area / ENDS[i - 1] + density(ENDS[i - 1])));
        }
        ENDS[LAYERS] = 0;
        for (int i = 0; i <= LAYERS; i++) {
            HEIGHTS[i] = density(ENDS[i]);
        }
    }

    private long first;
    private long second;

    private NormalStream(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /** The stream of a seed and a place: array 3, row 17, say. Other places give independent streams. */
    public static NormalStream of(long seed, long... place) {
        long state = SplitMix.mixed(seed, place);
        long first = SplitMix.finished(state + SplitMix.GOLDEN);
        return new NormalStream(first, SplitMix.finished(state + 2 * SplitMix.GOLDEN) | 1); // never all zero
    }

    /** Words that say where a stream stands. */
    public static final int STATE_WORDS = 2;

    /** Writes where the stream stands, {@link #STATE_WORDS} words. */
    public void save(long[] into, int at) {
        into[at] = first;
        into[at + 1] = second;
    }

    /** Goes on from where {@link #save} wrote that a stream stood. */
    public void restore(long[] from, int at) {
        first = from[at];
        second = from[at + 1];
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }

    /** 64 random bits. */
    public long bits() {
        long a = first;
        long b = second;
        long result = Long.rotateLeft(a + b, 17) + a;
        b ^= a;
        first = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
        second = Long.rotateLeft(b, 28);
        return result;
    }

    /** Uniform, from 0 to below 1. */
    public double uniform() {
        return (bits() >>> 11) * TWO_TO_MINUS_53;
    }

    /** Of mean 0 and deviation 1. */
    public double normal() {
        long bits = bits();
        int layer = (int) bits & (LAYERS - 1);
        double x = signed(bits) * ENDS[layer];
        // In 98.8 % of cases within the part of the layer that lies under the density whatever its height.
        return Math.abs(x) < ENDS[layer + 1] ? x : outside(layer, x);
    }

    /** From -1 to below 1, of bits that choose no layer; a number with a sign rather than a sign and a number, for no branch foresees it. */
    private static double signed(long bits) {
        return (bits >> 11) * TWO_TO_MINUS_52;
    }

    private double outside(int candidateLayer, double candidate) {
        int layer = candidateLayer;
        double x = candidate;
        while (Math.abs(x) >= ENDS[layer + 1]) {
            if (layer == 0) {
                return Math.copySign(tail(), x);
            }
            double height = HEIGHTS[layer] + uniform() * (HEIGHTS[layer + 1] - HEIGHTS[layer]);
            if (height < density(x)) {
                return x;
            }
            long bits = bits();
            layer = (int) bits & (LAYERS - 1);
            x = signed(bits) * ENDS[layer];
        }
        return x;
    }

    /** Beyond the layers, by Marsaglia's rejection from an exponential ("Generating a variable from the tail", Technometrics 6, 1964). */
    private double tail() {
        double beyond;
        double limit;
        do {
            beyond = -StrictMath.log(1 - uniform()) / TAIL;
            limit = -StrictMath.log(1 - uniform());
        } while (2 * limit < beyond * beyond);
        return TAIL + beyond;
    }
}

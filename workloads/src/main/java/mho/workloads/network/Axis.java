package mho.workloads.network;

import org.jspecify.annotations.Nullable;

/**
 * One direction of a sliding window: which of {@code in} input indices output index o needs. Tap k of o falls on
 *
 * <pre>v = o * stride - pad + k * dilation,   0 &lt;= k &lt; kernel</pre>
 *
 * of the input stretched by {@code up} (up - 1 zeros between neighbours); it meets input index v / up if up divides v and
 * the index lies inside the input, and padding otherwise. up = 1 is the ordinary convolution; up &gt; 1 is the transposed
 * convolution and the resize; a negative stride runs backwards.
 */
public record Axis(int kernel, int stride, int pad, int dilation, int up, int in, int out) implements Direction {

    public static Axis identity(int length) {
        return new Axis(1, 1, 0, 1, 1, length, length);
    }

    /** Every output index needs every input index. */
    public static Axis whole(int in, int out) {
        return new Axis(in, 0, 0, 1, 1, in, out);
    }

    @Override
    public boolean isWhole() {
        return (stride == 0 || out == 1) && pad == 0 && dilation == 1 && up == 1 && kernel == in;
    }

    @Override
    public int first(int o) {
        long k = firstTap(o);
        return k < 0 ? -1 : indexOf(o, k);
    }

    @Override
    public int last(int o) {
        long k = firstTap(o);
        return k < 0 ? -1 : indexOf(o, k + (count(o, k) - 1) * period());
    }

    @Override
    public int taps(int o) {
        long k = firstTap(o);
        return k < 0 ? 0 : (int) count(o, k);
    }

    @Override
    public int index(int o, int k) {
        long v = start(o) + (long) k * dilation;
        return v < 0 || v % up != 0 || v / up >= in ? -1 : (int) (v / up);
    }

    private int indexOf(int o, long k) {
        return (int) ((start(o) + k * dilation) / up);
    }

    private long start(int o) {
        return (long) o * stride - pad;
    }

    /** Distance between taps that meet the stretched grid: the least q with up | q * dilation. */
    private long period() {
        return up == 1 ? 1 : up / gcd(up, dilation);
    }

    /** The first tap that meets an input index, -1 if none does. */
    private long firstTap(int o) {
        long start = start(o);
        long k = Math.max(0, -Math.floorDiv(start, dilation)); // start + k * dilation >= 0
        long end = Math.min(kernel, k + period());
        for (; k < end; k++) {
            long v = start + k * dilation;
            if (v % up == 0) {
                return v / up < in ? k : -1;
            }
        }
        return -1;
    }

    private long count(int o, long firstTap) {
        long reach = (long) (in - 1) * up - start(o); // largest k * dilation inside the input
        long lastTap = Math.min(kernel - 1L, Math.floorDiv(reach, dilation));
        return (lastTap - firstTap) / period() + 1;
    }

    @Override
    public int within(int o, int... behind) {
        int taps = 0;
        for (int k = 0; k < kernel; k++) {
            taps += start(o) + (long) k * dilation < (long) in + behind[0] ? 1 : 0;
        }
        return taps;
    }

    @Override
    public boolean isIdentity() {
        return kernel == 1 && stride == 1 && pad == 0 && up == 1 && in == out;
    }

    /**
     * This axis over a view's output, traced to the view's input; null if no single axis says it. The view has one tap per
     * index, r * stride - pad, so the taps multiply out; a view that runs backwards turns the order of the taps around.
     */
    @Override
    public @Nullable Axis through(Direction beneath) {
        Axis view = beneath.single();
        if (view == null) {
            return null;
        }
        int step = view.stride;
        if (view.kernel != 1 || view.up != 1 || view.out != in || gcd(up, Math.abs(step)) != 1) {
            return null;
        }
        if (!staysInside() && !view.leavesNothingOutside()) {
            return null; // padding here would meet values that the view has cut off
        }
        long turned = step < 0 ? (kernel - 1L) * dilation * step : 0;
        long offset = (long) pad * step + (long) view.pad * up - turned;
        long stretch = (long) stride * step;
        long reach = (long) dilation * Math.abs(step);
        return isInt(offset) && isInt(stretch) && isInt(reach)
                ? new Axis(kernel, (int) stretch, (int) offset, (int) reach, up, view.in, out)
                : null;
    }

    /** The outputs in the other order: the last one first. */
    Axis reversed() {
        return new Axis(kernel, -stride, Math.toIntExact(pad - (out - 1L) * stride), dilation, up, in, out);
    }

    @Override
    public Axis single() {
        return this;
    }

    private static boolean isInt(long value) {
        return value == (int) value;
    }

    /** No tap of any output falls outside the input. */
    private boolean staysInside() {
        long low = Math.min(start(0), start(out - 1));
        long high = Math.max(start(0), start(out - 1)) + (kernel - 1L) * dilation;
        return low >= 0 && high <= (in - 1L) * up;
    }

    /** What lies beside a one-tap view's output lies beside its input too. */
    private boolean leavesNothingOutside() {
        long before = start(-1);
        long after = start(out);
        return stride > 0 ? before < 0 && after >= in : before >= in && after < 0;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}

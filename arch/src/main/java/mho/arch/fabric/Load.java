package mho.arch.fabric;

/** What travels: so many values of so many bits. */
public record Load(double values, int bits) {
    public double bytes() {
        return values * bits / 8;
    }
}

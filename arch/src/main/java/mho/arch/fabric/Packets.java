package mho.arch.fabric;

import mho.core.engine.Cycles;

/**
 * How what travels is cut into packets of flits, a header before the values of each.
 *
 * @param flitBits bits of a flit
 * @param header flits of a header
 * @param largest flits of the largest packet, its header included
 */
record Packets(double flitBits, int header, int largest) {
    static final Cycles CYCLES = new Cycles("mesh.router", "larger flits (mesh.router.flit)");

    /** As large as they come, without a header. */
    static Packets of(double flitBits) {
        return new Packets(flitBits, 0, Integer.MAX_VALUE);
    }

    /** Flits of each packet: all but the last are as large as may be, and that is at most {@code most}. */
    int[] cut(Load load, int most) {
        int values = CYCLES.of(load.values() * load.bits() / flitBits);
        int room = Math.min(largest, most) - header;
        int[] packets = new int[1 + (values - 1) / room];
        for (int p = 0; p < packets.length; p++) {
            packets[p] = CYCLES.plus(header, Math.min(room, values - p * room));
        }
        return packets;
    }
}

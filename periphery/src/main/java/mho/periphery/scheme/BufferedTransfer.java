package mho.periphery.scheme;

/** Schemes of a fast and a slow array with a digital buffer between them. */
public sealed interface BufferedTransfer extends FastAndSlow permits TikiTakaV2, Chopped, Agad {

    /** What the buffer does. */
    BufferShape buffer();

    /** As many as a weight takes at most, up and then down: some weight of a row takes them. */
    @Override
    default double slotsOfRow() {
        return 2.0 * buffer().most();
    }
}

package mho.periphery.scheme;

/** Schemes of a fast and a slow array with a digital buffer between them. */
public sealed interface BufferedTransfer extends FastAndSlow permits TikiTakaV2, Chopped, Agad {

    /** What the buffer does. */
    BufferShape buffer();
}

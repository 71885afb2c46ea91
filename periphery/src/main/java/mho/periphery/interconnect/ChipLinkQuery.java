package mho.periphery.interconnect;

/** What the models of links between chips look at. */
public record ChipLinkQuery(double bytesPerSecond) {}

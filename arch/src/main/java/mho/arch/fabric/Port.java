package mho.arch.fabric;

/** A router's port from or to a tile or a link's interface ({@link Attachments#hub}). */
record Port(int chip, boolean outwards, int end) {}

/**
 * What connects and serves: the tiles' buffers, buses and digital units as resources, and the fabrics that carry windows between them
 * (packet mesh, circuit-switched mesh, shared bus, chip-to-chip links).
 */
@org.jspecify.annotations.NullMarked
package mho.arch.fabric;

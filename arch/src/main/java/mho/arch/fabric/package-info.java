/**
 * What connects and serves: the tiles' buffers, buses and digital units as resources, and what carries windows between them: packets,
 * circuits or a bus, over any topology, and links from chip to chip.
 */
@org.jspecify.annotations.NullMarked
package mho.arch.fabric;

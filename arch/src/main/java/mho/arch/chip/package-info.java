/**
 * Chip files: the records that a chip file binds to, the chips that come with mho, and the inventory of a chip (how many of each part,
 * what each costs, where the figure comes from).
 */
@org.jspecify.annotations.NullMarked
package mho.arch.chip;

/** What computes in a tile: the contract of its kinds, and what they have in common. */
@org.jspecify.annotations.NullMarked
package mho.arch.element;

/**
 * Layers that take turns on the same elements: weights that stay, stream by or are written anew, and batches of inputs that share them.
 */
@org.jspecify.annotations.NullMarked
package mho.arch.turns;

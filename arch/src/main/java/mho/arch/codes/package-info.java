/** Integers that stand for values: codes of inputs, of weights, of what buffers keep, and what a quantised model says of them. */
@org.jspecify.annotations.NullMarked
package mho.arch.codes;

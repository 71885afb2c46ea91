/**
 * Arithmetic that has to come out the same on every processor: sums of products that are rounded once.
 */
@org.jspecify.annotations.NullMarked
package mho.core.arithmetic;

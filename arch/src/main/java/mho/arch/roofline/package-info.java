/**
 * A reference machine at work: what each layer asks of it for a batch, and the program that lets layers take turns on its units and its
 * memory.
 */
@org.jspecify.annotations.NullMarked
package mho.arch.roofline;

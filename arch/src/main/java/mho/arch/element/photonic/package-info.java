/** Light that carries values, rings or interferometers that weigh it, diodes that add it up, and converters at both ends. */
@org.jspecify.annotations.NullMarked
package mho.arch.element.photonic;

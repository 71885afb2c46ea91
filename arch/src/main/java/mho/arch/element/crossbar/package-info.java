/** Crossbars of cells with the circuits that serve them: Ohm's law multiplies, Kirchhoff's law adds. */
@org.jspecify.annotations.NullMarked
package mho.arch.element.crossbar;

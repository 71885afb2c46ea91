/** Restricted Boltzmann machines that learn in a chip's arrays: likelihood epoch by epoch, and what reads and changes take. */
@org.jspecify.annotations.NullMarked
package mho.reports.restricted;

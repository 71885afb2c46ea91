/**
 * From the charge on a column to a number or a duration: integrators and sample-and-holds, analog-to-digital converters of five kinds, and the ramp comparator that hands on a duration undigitised;
 * the resolution they need, what they do to the values that pass ({@link mho.periphery.readout.Converter}), and the models that price them.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.readout;

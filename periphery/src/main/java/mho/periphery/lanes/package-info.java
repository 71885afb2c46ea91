/**
 * Where the Vector API is found: loops that are written for it stand beside their plain twins and are asked for by name, because its module is not in every virtual machine.
 * Clipping lives here, which drivers and readouts share.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.lanes;

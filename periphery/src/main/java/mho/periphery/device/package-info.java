/**
 * Memory cells as they are measured: conductance window, levels, programming error, drift, read noise, spread, faults. A device is a
 * data file in which every figure has its source; the laws in it are small functions of conductance and time.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.device;

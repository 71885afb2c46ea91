/**
 * What carries values between arrays and chips: bundles of wires, packet routers, circuit-switched segments on which whole vectors of durations travel side by side, and links between chips.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.interconnect;

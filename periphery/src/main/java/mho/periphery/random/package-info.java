/**
 * Random streams that follow from a seed and a place alone: how both are mixed, and a fast stream of normal numbers for what happens
 * millions of times a second. Equal seeds and places give equal bits on every machine.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.random;

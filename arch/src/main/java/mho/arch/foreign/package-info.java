/** Chips as other tools describe them, turned into chip files. */
@org.jspecify.annotations.NullMarked
package mho.arch.foreign;

/** Chips, networks and rules that the tests of this module share. */
@org.jspecify.annotations.NullMarked
package mho.arch;

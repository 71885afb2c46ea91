/** Tests of the values that arrays compute. */
@org.jspecify.annotations.NullMarked
package mho.arch.machine;

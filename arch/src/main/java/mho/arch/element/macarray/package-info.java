/** Rows and columns of multiply-accumulate units at a clock: systolic arrays, and adder trees beside a memory of weights. */
@org.jspecify.annotations.NullMarked
package mho.arch.element.macarray;

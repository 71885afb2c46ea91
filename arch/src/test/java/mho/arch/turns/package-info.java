@org.jspecify.annotations.NullMarked
package mho.arch.turns;

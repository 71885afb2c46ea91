@org.jspecify.annotations.NullMarked
package mho.arch.power;

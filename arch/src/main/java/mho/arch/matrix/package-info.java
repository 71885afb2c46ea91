/**
 * One matrix that stands in the arrays of a tile and is multiplied by again and again, whole or a few columns at a time: what comes out,
 * how long it takes, what it costs. Machines that anneal and that solve equations are made of it; a network has {@link mho.arch.run}.
 */
@org.jspecify.annotations.NullMarked
package mho.arch.matrix;

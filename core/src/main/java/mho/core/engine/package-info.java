/**
 * The whole of time: clocks, resources, recipes of steps, stages of windows, and the engine that moves jobs through
 * them by discrete events. Here a chip is nothing but things that can be busy, and a network nothing but windows that
 * wait for one another. Energy, values and names of hardware live elsewhere.
 */
@org.jspecify.annotations.NullMarked
package mho.core.engine;

/**
 * What happens to a column's value after it is read: digital units that add, shift, compare, pool and activate so many values a cycle, and piecewise-linear circuits that activate a duration without a number in between;
 * and the functions as they compute them ({@link mho.periphery.neuron.NeuronResponse}).
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.neuron;

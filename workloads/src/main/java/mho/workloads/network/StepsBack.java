package mho.workloads.network;

/**
 * How errors come back through the steps of a recurrent layer, from the last one: each step takes the error of its outputs, adds what the
 * step behind it hands back, works out the errors of its gates' sums and drives its matrix with them from the other side. The error of a
 * gate's sum is that of what the gate makes, times what it is multiplied by there, times its slope: y (1 - y), or 1 - y y.
 *
 * <pre>
 *        sums  products of a unit
 * RNN    1     2: slope, product
 * GRU    3     12: 4 of z, 3 of n, 3 of r, 2 of the state before
 * LSTM   2     16: 3 of o, 4 of the cell (of which one on to the step before), 3 each of i, f and g
 * </pre>
 *
 * @param gates values that the matrix is driven with: the errors of all gates' sums
 * @param kept values of a step that are kept beside its outputs until errors come back: of an LSTM four gates, its cell and what the
 *     output's function makes of that; of a GRU three gates and the recurrent product behind the reset gate
 * @param state values of the state that a step reads of the one before it
 * @param carried errors that a step hands to the one before it: of the state, and of an LSTM of its cell as well
 * @param work of one step
 */
public record StepsBack(int gates, int kept, int state, int carried, DigitalWork work) {}

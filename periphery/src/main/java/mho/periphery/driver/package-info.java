/**
 * What puts an input on a row: one bit at a time, as a pulse whose duration is the value, or as one of several voltages. Each driver knows how many phases an input takes, how long a phase lasts
 * and what driving one row for one phase costs; the current through the cells is the array's.
 * An {@link mho.periphery.driver.Encoding} says what digits it writes on the rows for an input's code.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.driver;

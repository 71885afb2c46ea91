/**
 * Inputs with their labels out of files: IDX, NumPy, CSV, folders of these, and the small set that comes along. Whatever a
 * file holds, it leaves here as one {@link mho.workloads.data.DataSet} in the shape the network wants, or as one line that
 * says what is wrong with it.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.data;

/**
 * Problems of choice as energies of binary units: graphs to cut in two and formulas to satisfy, read from the files in which others
 * exchange them. What a machine sees of any of them is {@link mho.workloads.ising.Couplings}; no hardware lives here.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.ising;

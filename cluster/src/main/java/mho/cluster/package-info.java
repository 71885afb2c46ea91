/** Sweeps on an Apache Spark cluster: groups of points become tasks, what they come to goes back to the one store of the sweep. */
@NullMarked
package mho.cluster;

import org.jspecify.annotations.NullMarked;

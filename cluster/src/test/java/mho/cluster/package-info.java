/** A real cluster on this machine: a master and workers as processes of their own. */
@org.jspecify.annotations.NullMarked
package mho.cluster;

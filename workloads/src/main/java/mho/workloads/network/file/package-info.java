/**
 * Network files: YAML a person writes in a minute. One record for each kind of layer says which keys it takes; the assembly
 * wires the layers up, one behind the other unless {@code from} says otherwise, and gives the nameless ones a name.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.network.file;

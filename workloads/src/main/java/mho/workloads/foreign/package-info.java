/** Networks as other tools write them, turned into network files. */
@org.jspecify.annotations.NullMarked
package mho.workloads.foreign;

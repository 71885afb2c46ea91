/** Values flowing through a network: batches of feature maps, and the arithmetic that makes one from another. */
@org.jspecify.annotations.NullMarked
package mho.workloads.values;

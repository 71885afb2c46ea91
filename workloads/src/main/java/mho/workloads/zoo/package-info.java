/** The networks that come along, as network files in the resources of this package; their index lists them and their aliases. */
@org.jspecify.annotations.NullMarked
package mho.workloads.zoo;

/**
 * Values: a network run on a batch of inputs, node by node, in float or in whatever arithmetic is handed in. Products with
 * trained weights, activations and the storing of results are the {@link mho.workloads.values.Arithmetic}'s; everything
 * else (views, pooling, joins, norms) is computed here.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.values;

/**
 * Restricted Boltzmann machines: two layers of binary units that are coupled across and not within, learnt by contrastive divergence in a
 * matrix that is read from both sides and changed where it stands.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.restricted;

/**
 * The circuits in and around the array, one room each; here at the door hangs the list of all their cost models.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery;

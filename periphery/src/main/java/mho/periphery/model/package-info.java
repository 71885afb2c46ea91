/**
 * What every cost model is: a named scaling law with its source and its valid range, and the catalogs that find one by name and refuse politely outside it.
 * Here live also the site of a part (its path in the chip file and the chip's technology) and the small tables the laws interpolate in.
 */
@org.jspecify.annotations.NullMarked
package mho.periphery.model;

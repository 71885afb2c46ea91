/** How a layer's matrix is cut into arrays: what of it is stored, which rows and outputs stand together. Time, writing and values read the same cut. */
@org.jspecify.annotations.NullMarked
package mho.arch.cut;

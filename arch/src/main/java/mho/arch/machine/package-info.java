/**
 * The values an analog chip computes: a network's weights on modelled arrays, its inputs through drivers, columns and converters, beside the
 * same network in floating point. What comes out are answers, errors by layer and the activity that prices data-dependent actions; nothing in
 * here knows time or joules.
 */
@org.jspecify.annotations.NullMarked
package mho.arch.machine;

/**
 * How the places of a chip's network are joined: mesh, torus, ring or tree. A topology knows where a route goes next and how many
 * routers and links there are; what travels, where tiles stand and when a link is free is no business of it.
 */
@org.jspecify.annotations.NullMarked
package mho.arch.topology;

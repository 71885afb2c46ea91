/**
 * Configuration files: YAML text becomes a tree of nodes that remember where they stand, and the tree becomes records. Whatever
 * is wrong with a file is said as {@link mho.core.yaml.BadInput}: file, line, column, path, what is wrong and what to do.
 */
@org.jspecify.annotations.NullMarked
package mho.core.yaml;

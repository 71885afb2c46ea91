/** The documentation: Markdown made from what the code knows, pages that mho itself makes, and a look for dead links in what comes of it. */
@NullMarked
package mho.site;

import org.jspecify.annotations.NullMarked;

package mho.periphery.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A named scaling law: what one action of a part costs, from the part's parameters.
 *
 * @param <Q> the parameters the law looks at
 */
public interface CostModel<Q> {

    /** As a chip file writes it: {@code model: isaac-scaled}. */
    String name();

    /** What one action is ("conversion", "access of one port width"). */
    String action();

    /** The parameters the law follows, as a reader would list them. */
    String parameters();

    String validRange();

    String source();

    /** The one node the law's figures belong to, in metres; empty when the node is one of its parameters. */
    OptionalDouble nodeM();

    /** Whether its estimates have an area; where its source prices an action only, the part has to state one. */
    default boolean givesArea() {
        return true;
    }

    /** What the figures are of: by what laws they go to another node. */
    Circuit circuit();

    /** What of the query lies outside the valid range, said as a reader would ("11 b"); empty when all of it is covered. */
    Optional<String> outside(Q query);

    /** What the law says for a query inside its valid range. */
    Estimate estimate(Q query);
}

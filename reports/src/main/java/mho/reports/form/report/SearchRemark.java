package mho.reports.form.report;

import mho.arch.chip.Goal;
import mho.arch.plan.Placement;
import mho.arch.run.SearchNote;
import mho.core.engine.Clock;
import mho.core.quantity.Quantity;
import mho.reports.figures.Unit;

/** What a report says of a search for a mapping. */
public final class SearchRemark {
    private SearchRemark() {}

    /** @param taken the mapping that was taken */
    public static String of(SearchNote search, Placement taken) {
        String what =
                switch (search.goal()) {
                    case THROUGHPUT -> "the least interval to be expected";
                    case LATENCY -> "the latency";
                    case ENERGY -> "the energy at the least interval to be expected";
                    case EDP -> "energy times latency at the least interval to be expected";
                };
        return "mapping.goal: %d mappings were looked at by one input each; of the one that the plan of copies asks for %s is %s, of the one taken %s%s"
                .formatted(
                        search.bounded(),
                        what,
                        told(search.goal(), search.plan()),
                        told(search.goal(), search.taken()),
                        (taken.together() == 0 ? "" : ", column by column (mapping.together=" + taken.together() + ")")
                                + (taken.sways() ? ", in strips whose borders sway (mapping.strips=swaying)" : ""));
    }

    private static String told(Goal goal, double cost) {
        return switch (goal) {
            case THROUGHPUT, LATENCY -> Quantity.format(cost / Clock.TICKS_PER_SECOND, "s");
            case ENERGY -> Quantity.format(cost, "J");
            case EDP -> Unit.JOULE_SECOND.text(cost);
        };
    }
}

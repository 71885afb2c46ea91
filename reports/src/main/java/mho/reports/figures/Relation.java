package mho.reports.figures;

/** How a figure stands to a bound. */
public enum Relation {
    AT_MOST("<="),
    AT_LEAST(">="),
    EQUAL("=="),
    BELOW("<"),
    ABOVE(">");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    /** As people write it. */
    public String sign() {
        return sign;
    }

    public boolean holds(double figure, double bound) {
        return switch (this) {
            case AT_MOST -> figure <= bound;
            case AT_LEAST -> figure >= bound;
            case EQUAL -> figure == bound;
            case BELOW -> figure < bound;
            case ABOVE -> figure > bound;
        };
    }
}

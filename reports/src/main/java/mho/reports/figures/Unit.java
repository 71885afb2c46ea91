package mho.reports.figures;

import java.util.Locale;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;
import mho.reports.medium.PageText;
import mho.reports.medium.TerminalText;

/** What a figure is measured in, and how people read it. In JSON all of them stand in SI base units. */
public enum Unit {
    SECOND("s", Dimension.TIME),
    JOULE("J", Dimension.ENERGY),
    WATT("W", Dimension.POWER),
    SQUARE_METRE("m2", Dimension.AREA),
    METRE("m", Dimension.NUMBER),
    KELVIN("K", Dimension.NUMBER),
    BYTE("B", Dimension.NUMBER),
    BYTE_PER_SECOND("B/s", Dimension.NUMBER),
    BYTE_PER_SQUARE_METRE("B/m2", Dimension.NUMBER),
    PER_SECOND("1/s", Dimension.NUMBER),
    OPERATION("op", Dimension.NUMBER) {
        @Override
        public String text(double si) {
            return TerminalText.ops((long) si);
        }

        @Override
        public String onPage(double si) {
            return PageText.of(si, "OP");
        }
    },
    OPERATION_PER_SECOND("op/s", Dimension.OPERATION_RATE) {
        @Override
        public String text(double si) {
            return TerminalText.of(si, "OP/s");
        }
    },
    /** The same number is operations per second per watt, as people read it. */
    OPERATION_PER_JOULE("op/J", Dimension.EFFICIENCY) {
        @Override
        public String text(double si) {
            return TerminalText.of(si, "OP/s/W");
        }
    },
    OPERATION_PER_SECOND_PER_SQUARE_METRE("op/s/m2", Dimension.NUMBER) {
        @Override
        public String text(double si) {
            return TerminalText.density(si);
        }
    },
    OPERATION_PER_BYTE("op/B", Dimension.NUMBER) {
        @Override
        public String onPage(double si) {
            return PageText.of(si, "");
        }
    },
    JOULE_SECOND("J s", Dimension.NUMBER) {
        @Override
        public String text(double si) {
            return TerminalText.of(si, "J") + " s";
        }
    },
    /** How many. */
    COUNT("", Dimension.NUMBER) {
        @Override
        public String text(double si) {
            return TerminalText.count(Math.round(si));
        }

        @Override
        public String onPage(long count) {
            return PageText.count(count);
        }
    },
    /** A part of one, read in percent. */
    SHARE("", Dimension.NUMBER) {
        @Override
        public String text(double si) {
            return TerminalText.percent(si);
        }

        @Override
        public String onPage(double si) {
            return PageText.percent(si);
        }

        @Override
        public String readIn() {
            return "%";
        }
    },
    /** A part of one that is mostly so small that percent would not tell it. */
    RATIO("", Dimension.NUMBER) {
        @Override
        public String text(double si) {
            return String.format(Locale.ROOT, "%.3g", si);
        }
    },
    DECIBEL("dB", Dimension.NUMBER) {
        @Override
        public String text(double si) {
            return Double.isInfinite(si) ? EXACT : TerminalText.decibels(si);
        }

        @Override
        public String onPage(double si) {
            return Double.isInfinite(si) ? EXACT : PageText.of(si, "dB");
        }
    },
    /** Names, yes and no, numbers of their own. */
    NONE("", Dimension.NUMBER),
    /** Words that may be broken into lines. */
    PROSE("", Dimension.NUMBER) {
        @Override
        char flush(boolean number) {
            return 'w';
        }
    },
    /** A word that is never cut. */
    MARK("", Dimension.NUMBER) {
        @Override
        char flush(boolean number) {
            return 'b';
        }
    },
    /** A number whose unit is spelled beside it. */
    SPELLED("", Dimension.NUMBER) {
        @Override
        char flush(boolean number) {
            return 'r';
        }
    };

    /** Of outputs that do not deviate at all. */
    private static final String EXACT = "exact";

    private final String symbol;
    private final Dimension dimension;

    Unit(String symbol, Dimension dimension) {
        this.symbol = symbol;
        this.dimension = dimension;
    }

    /** Empty where there is none. */
    public String symbol() {
        return symbol;
    }

    /** What a bound on it may be written in. */
    public Dimension dimension() {
        return dimension;
    }

    /** What people read it in: the symbol, or percent. */
    public String readIn() {
        return symbol;
    }

    /** How its column stands on a terminal, as {@link mho.reports.medium.TextTable} takes it. */
    char flush(boolean number) {
        return number ? 'r' : 'l';
    }

    /** A figure for a terminal. */
    public String text(double si) {
        return Quantity.format(si, symbol);
    }

    /** A figure for a page. */
    public String onPage(double si) {
        return PageText.of(si, symbol);
    }

    /** A whole number for a page. */
    public String onPage(long count) {
        return onPage((double) count);
    }
}

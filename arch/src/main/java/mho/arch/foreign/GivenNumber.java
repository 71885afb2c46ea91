package mho.arch.foreign;

import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that a script gives, or what stands in its place.
 *
 * @param mark where it is given; null where it is not
 */
record GivenNumber(@Nullable Mark mark, int value) {
    static final int MOST = 1_000_000;

    /** Of 1 or more; throws {@link BadInput} for a name that stands for something else. */
    static GivenNumber of(ScriptNames names, String name, int usual) {
        return of(names, name, usual, 1);
    }

    /** The other number where this is not given. */
    static GivenNumber of(ScriptNames names, String name, GivenNumber other) {
        return names.get(name) == null ? other : of(names, name, other.value);
    }

    static GivenNumber of(ScriptNames names, String name, int usual, int least) {
        ScriptNames.Assigned assigned = names.get(name);
        return assigned == null
                ? new GivenNumber(null, usual)
                : new GivenNumber(assigned.mark(), whole(name, assigned.value(), assigned.mark(), least));
    }

    /** A value as a whole number, told of its place where it is none. */
    static int whole(String name, ScriptValue value, Mark mark, int least) {
        BadInput none = BadInput.at(
                mark,
                MessageText.plain(name),
                "expected a whole number from " + least + " to " + MOST + ", found "
                        + MessageText.plain(value.shown()));
        double number = value.number(none);
        if (number != Math.rint(number) || number < least || number > MOST) {
            throw none;
        }
        return (int) number;
    }

    /** Times another, where both are not far too large together. */
    int times(GivenNumber other, String called) {
        long product = (long) value * other.value;
        Mark at = mark == null ? other.mark : mark;
        if (at != null && product > MOST) {
            throw BadInput.at(at, called, "comes to " + product + ", expected at most " + MOST);
        }
        return (int) product;
    }

    /** How often another goes into it, rounded up. */
    int over(GivenNumber other) {
        return ceil(value, other.value);
    }

    static int ceil(int value, int by) {
        return (value - 1) / by + 1;
    }
}

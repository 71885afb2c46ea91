package mho.arch.foreign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import mho.arch.foreign.ScriptToken.Kind;
import mho.arch.foreign.ScriptValue.Amount;
import mho.arch.foreign.ScriptValue.Table;
import mho.arch.foreign.ScriptValue.Words;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;

/**
 * What stands behind an equals sign: numbers, texts, names of earlier lines, + - * / // and brackets, {@code not}, and dictionaries of
 * these. A quotient is Python 3's, with what follows the point.
 *
 * <pre>
 * value    = "not" value | sum
 * sum      = product (("+" | "-") product)*
 * product  = signed (("*" | "/" | "//") signed)*
 * signed   = "-" signed | "+" signed | number | text | name | "(" value ")" | "{" (value ":" value ",")* "}"
 * </pre>
 */
final class ScriptExpression {
    private static final String WORKED_OUT =
            "numbers, names of earlier lines, + - * / //, not and dictionaries of them";
    private static final int DEEPEST = 60;

    /** What an earlier name stands for. */
    interface Names {
        /** @throws BadInput for one that there is not, told at its place */
        ScriptValue of(ScriptToken name);
    }

    private final List<ScriptToken> tokens;
    private final Names names;
    private final Mark end;
    private int at;
    private int depth;

    private ScriptExpression(List<ScriptToken> tokens, Names names, Mark end) {
        this.tokens = tokens;
        this.names = names;
        this.end = end;
    }

    /**
     * Works it out.
     *
     * @param end where it ends, for what is missing there
     * @throws BadInput for what is none of the above, told at its place
     */
    static ScriptValue of(List<ScriptToken> tokens, Names names, Mark end) {
        ScriptExpression expression = new ScriptExpression(tokens, names, end);
        ScriptValue value = expression.value();
        if (expression.at < tokens.size()) {
            throw expression.unread();
        }
        return value;
    }

    private ScriptValue value() {
        if (at < tokens.size() && tokens.get(at).isWord("not")) {
            ScriptToken not = tokens.get(at++);
            deeper(not);
            ScriptValue value = value();
            depth--;
            return new Amount(number(not, value) == 0 ? 1 : 0);
        }
        return sum();
    }

    private ScriptValue sum() {
        ScriptValue left = product();
        while (isNext("+") || isNext("-")) {
            ScriptToken sign = tokens.get(at++);
            left = joined(sign, left, product(), sign.is("+") ? Double::sum : (a, b) -> a - b);
        }
        return left;
    }

    private ScriptValue product() {
        ScriptValue left = signed();
        while (isNext("*") || isNext("/") || isNext("//")) {
            ScriptToken sign = tokens.get(at++);
            ScriptValue right = signed();
            if (!sign.is("*") && number(sign, right) == 0) {
                throw BadInput.at(sign.mark(), "divides by zero; give a number that is not");
            }
            left = joined(
                    sign,
                    left,
                    right,
                    sign.is("*") ? (a, b) -> a * b : (a, b) -> sign.is("/") ? a / b : Math.floor(a / b));
        }
        return left;
    }

    private ScriptValue signed() {
        if (isNext("-") || isNext("+")) {
            ScriptToken sign = tokens.get(at++);
            deeper(sign);
            double value = number(sign, signed());
            depth--;
            return new Amount(sign.is("-") ? -value : value);
        }
        if (at >= tokens.size()) {
            throw BadInput.at(end, "ends where a value is missing; write " + WORKED_OUT);
        }
        ScriptToken token = tokens.get(at);
        return switch (token.kind()) {
            case NUMBER -> amount(token);
            case TEXT -> words(token);
            case NAME -> named(token);
            case SIGN -> bracket(token);
            case OTHER -> throw unread();
        };
    }

    private ScriptValue amount(ScriptToken token) {
        at++;
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw BadInput.at(token.mark(), MessageText.plain(token.text(), 20) + " is beyond any number; check it");
        }
        return new Amount(value);
    }

    private ScriptValue words(ScriptToken token) {
        at++;
        return new Words(token.text());
    }

    private ScriptValue named(ScriptToken token) {
        if (token.isWord("True") || token.isWord("False")) {
            at++;
            return new Amount(token.isWord("True") ? 1 : 0);
        }
        if (at + 1 < tokens.size()
                && (tokens.get(at + 1).is("(") || tokens.get(at + 1).is("."))) {
            throw unread();
        }
        at++;
        return names.of(token);
    }

    private ScriptValue bracket(ScriptToken token) {
        if (token.is("{")) {
            return table();
        }
        if (!token.is("(")) {
            throw unread();
        }
        at++;
        deeper(token);
        ScriptValue value = value();
        depth--;
        close(")", token);
        return value;
    }

    private ScriptValue table() {
        ScriptToken open = tokens.get(at++);
        deeper(open);
        Map<String, ScriptValue> entries = new LinkedHashMap<>();
        while (!isNext("}")) {
            ScriptValue key = value();
            close(":", open);
            entries.put(key.key(), value());
            if (!isNext("}")) {
                close(",", open);
            }
        }
        at++;
        depth--;
        return new Table(entries);
    }

    private void close(String sign, ScriptToken open) {
        if (!isNext(sign)) {
            throw at < tokens.size()
                    ? unread()
                    : BadInput.at(open.mark(), "a " + open.text() + " without its " + sign + ", write that as well");
        }
        at++;
    }

    private boolean isNext(String sign) {
        return at < tokens.size() && tokens.get(at).is(sign);
    }

    private void deeper(ScriptToken token) {
        if (++depth > DEEPEST) {
            throw BadInput.at(token.mark(), "nested deeper than " + DEEPEST + " brackets and signs; write it plainly");
        }
    }

    private static ScriptValue joined(
            ScriptToken sign, ScriptValue left, ScriptValue right, BiFunction<Double, Double, Double> by) {
        double value = by.apply(number(sign, left), number(sign, right));
        if (!Double.isFinite(value)) {
            throw BadInput.at(sign.mark(), "gives more than any number can hold; check both sides");
        }
        return new Amount(value);
    }

    private static double number(ScriptToken sign, ScriptValue value) {
        return value.number(BadInput.at(
                sign.mark(),
                MessageText.quoted(sign.text()) + " works on numbers, found " + MessageText.plain(value.shown())
                        + "; give a number"));
    }

    private BadInput unread() {
        ScriptToken token = tokens.get(at);
        return BadInput.at(
                token.mark(),
                MessageText.quoted(token.text())
                        + (token.kind() == Kind.OTHER ? " is no plain number" : " is not worked out here")
                        + "; write " + WORKED_OUT);
    }
}

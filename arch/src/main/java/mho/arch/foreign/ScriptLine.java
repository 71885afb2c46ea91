package mho.arch.foreign;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a script, on as many lines of text as its brackets take.
 *
 * @param indent columns before its first word
 */
record ScriptLine(int indent, List<ScriptToken> tokens) {
    ScriptLine {
        tokens = List.copyOf(tokens);
    }

    ScriptToken first() {
        return tokens.get(0);
    }

    /** Where the first of some sign stands outside brackets; -1 where there is none. */
    int outside(String sign) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            ScriptToken token = tokens.get(i);
            if (depth == 0 && token.is(sign)) {
                return i;
            }
            depth += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
            depth -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
        }
        return -1;
    }

    /** Statements that share a line, one by one. */
    List<ScriptLine> statements() {
        List<ScriptLine> all = new ArrayList<>();
        ScriptLine rest = this;
        for (int end = rest.outside(";"); end >= 0; end = rest.outside(";")) {
            if (end > 0) {
                all.add(new ScriptLine(indent, rest.tokens.subList(0, end)));
            }
            rest = rest.from(end + 1);
        }
        if (!rest.tokens.isEmpty()) {
            all.add(rest);
        }
        return all;
    }

    ScriptLine from(int token) {
        return new ScriptLine(indent, tokens.subList(token, tokens.size()));
    }
}

package mho.arch.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mho.arch.foreign.ScriptToken.Kind;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;

/** The text of a script, word by word: comments are gone, and what stands in brackets is one line, as Python has it. */
final class ScriptLines {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    /** A base of eight for Python 2, an error for Python 3. */
    private static final Pattern OCTAL = Pattern.compile("0[0-9]+");

    private static final List<String> PAIRS = List.of("//", "**", "==", "!=", "<=", ">=");
    private static final int TAB = 8;

    private final String file;
    private final String text;
    private final List<ScriptLine> lines = new ArrayList<>();
    private final List<ScriptToken> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineBegin;
    private int depth;
    private int indent;

    private ScriptLines(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Throws {@link BadInput} for a text that ends within a word. */
    static List<ScriptLine> of(String file, List<String> lines) {
        ScriptLines script = new ScriptLines(file, String.join("\n", lines) + "\n");
        script.read();
        return script.lines;
    }

    private void read() {
        indent();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                endLine();
            } else if (c == '#') {
                at = text.indexOf('\n', at);
            } else if (c == '\\' && text.charAt(at + 1) == '\n') {
                at++;
                newLine();
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(text.charAt(at + 1)))) {
                number();
            } else if (Character.isLetter(c) || c == '_') {
                name();
            } else {
                sign(c);
            }
        }
        lineEnds();
    }

    private Mark mark() {
        return new Mark(file, line, at - lineBegin + 1);
    }

    private void newLine() {
        at++;
        line++;
        lineBegin = at;
    }

    private void endLine() {
        newLine();
        if (depth == 0) {
            lineEnds();
            indent();
        }
    }

    private void lineEnds() {
        if (!tokens.isEmpty()) {
            lines.add(new ScriptLine(indent, tokens));
            tokens.clear();
        }
    }

    private void indent() {
        indent = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            indent = text.charAt(at) == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
            at++;
        }
    }

    private void string(char quote) {
        Mark begins = mark();
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        String end = isLong ? three : String.valueOf(quote);
        at += end.length();
        int from = at;
        while (!text.startsWith(end, at)) {
            if (at >= text.length() || (!isLong && text.charAt(at) == '\n')) {
                throw BadInput.at(begins, "a text that does not end, close it with " + end);
            }
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
        tokens.add(new ScriptToken(Kind.TEXT, text.substring(from, at), begins));
        at += end.length();
    }

    private void number() {
        Mark begins = mark();
        int from = at;
        while (isOfNumber(from)) {
            at++;
        }
        String digits = text.substring(from, at);
        boolean known =
                NUMBER.matcher(digits).matches() && !OCTAL.matcher(digits).matches();
        tokens.add(new ScriptToken(known ? Kind.NUMBER : Kind.OTHER, digits, begins));
    }

    /** Whatever is written together, so that what is no number is told whole. */
    private boolean isOfNumber(int from) {
        char c = text.charAt(at);
        boolean exponent = at > from && Character.toLowerCase(text.charAt(at - 1)) == 'e' && !isHex(from);
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || (exponent && (c == '+' || c == '-'));
    }

    private boolean isHex(int from) {
        return text.startsWith("0x", from) || text.startsWith("0X", from);
    }

    private void name() {
        Mark begins = mark();
        int from = at;
        while (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_') {
            at++;
        }
        tokens.add(new ScriptToken(Kind.NAME, text.substring(from, at), begins));
    }

    private void sign(char c) {
        String sign = text.substring(at, text.offsetByCodePoints(at, 1));
        for (String two : PAIRS) {
            sign = text.startsWith(two, at) ? two : sign;
        }
        tokens.add(new ScriptToken(Kind.SIGN, sign, mark()));
        depth += "([{".indexOf(c) >= 0 ? 1 : 0;
        depth -= ")]}".indexOf(c) >= 0 && depth > 0 ? 1 : 0;
        at += sign.length();
    }
}

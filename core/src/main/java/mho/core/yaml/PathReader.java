package mho.core.yaml;

import mho.core.quantity.MessageText;

/** Reads a dotted path step by step. */
final class PathReader {
    private final String text;
    private final Mark mark;
    private int at;

    PathReader(String text, Mark mark) {
        this.text = text;
        this.mark = mark;
    }

    Path read() {
        Path path = Path.ROOT;
        for (int steps = 0; at < text.length() || steps == 0; steps++) {
            if (steps == Path.LONGEST) {
                throw broken("more than " + Path.LONGEST + " steps");
            }
            path = text.startsWith("[", at) ? bracket(path) : path.key(name(steps == 0));
        }
        return path;
    }

    private String name(boolean first) {
        if (!first) {
            expect('.');
        }
        int start = at;
        while (at < text.length() && ".[]\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw broken("a key is missing");
        }
        return text.substring(start, at);
    }

    private Path bracket(Path path) {
        expect('[');
        boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        int close = quoted ? text.indexOf(text.charAt(at) + "]", at + 1) + 1 : text.indexOf(']', at);
        if (close <= 0) {
            throw broken("a bracket is not closed");
        }
        String inside = text.substring(at, close);
        at = close;
        expect(']');
        return quoted ? path.key(inside.substring(1, inside.length() - 1)) : path.index(number(inside));
    }

    private int number(String digits) {
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw broken(MessageText.quoted(digits) + " is not a place in a list, which count from 0");
        }
        return Integer.parseInt(digits);
    }

    private void expect(char c) {
        if (at >= text.length() || text.charAt(at) != c) {
            throw broken("expected \"" + c + "\" after " + MessageText.quoted(text.substring(0, at)));
        }
        at++;
    }

    private BadInput broken(String problem) {
        return BadInput.at(
                mark,
                "broken path " + MessageText.quoted(text) + ": " + problem
                        + ", write it like tile.core.adc.bits or layers[3].conv.kernel");
    }
}

package mho.arch.foreign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mho.arch.foreign.ScriptToken.Kind;
import mho.arch.foreign.ScriptValue.Unread;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The names that a script of assignments sets: {@code NAME = VALUE} line by line, and the blocks of {@code if VALUE:} and {@code else:}
 * that hold. What a line sets in another way is an {@link Unread} name, which is no error until it is asked for. Lines that set nothing
 * (import, print, assert) are passed over; lines that might set anything are refused. Nothing is ever run.
 */
final class ScriptNames {
    private static final Set<String> SET_NOTHING = Set.of("import", "print", "assert", "pass");
    private static final Set<String> SET_ANYTHING = Set.of(
            "from",
            "def",
            "class",
            "for",
            "while",
            "try",
            "except",
            "finally",
            "with",
            "elif",
            "del",
            "global",
            "return",
            "raise",
            "async",
            "exec",
            "execfile",
            "eval",
            "globals",
            "locals",
            "vars",
            "setattr");

    /** A name as it was set last. */
    record Assigned(Mark mark, ScriptValue value) {}

    /** A block whose lines stand further right than its head. */
    private static final class Block {
        private final int headIndent;
        private final boolean around;
        private boolean taken;
        private boolean holds;
        private int indent = -1;

        Block(int headIndent, boolean around, boolean holds) {
            this.headIndent = headIndent;
            this.around = around;
            this.holds = around && holds;
            this.taken = holds;
        }

        void otherwise() {
            holds = around && !taken;
            taken = true;
            indent = -1;
        }
    }

    private final Map<String, Assigned> names = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> passed = new LinkedHashSet<>();
    private final Deque<Block> blocks = new ArrayDeque<>();

    private ScriptNames() {}

    /** Throws {@link BadInput} for a line that might set anything. */
    static ScriptNames of(List<ScriptLine> lines) {
        ScriptNames names = new ScriptNames();
        lines.forEach(names::line);
        return names;
    }

    /** In the order in which they were first set. */
    Collection<String> all() {
        return names.keySet();
    }

    @Nullable
    Assigned get(String name) {
        return names.get(name);
    }

    /** Whether another name was worked out from it. */
    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** First words of the lines that were passed over. */
    List<String> passed() {
        return new ArrayList<>(passed);
    }

    private void line(ScriptLine line) {
        Block closed = null;
        while (!blocks.isEmpty() && line.indent() <= blocks.element().headIndent) {
            closed = blocks.pop();
        }
        ScriptToken first = line.first();
        place(line);
        if (first.isWord("else") && closed != null && closed.headIndent == line.indent()) {
            closed.otherwise();
            blocks.push(closed);
            body(line, 1);
        } else if (first.isWord("if")) {
            head(line);
        } else if (holds()) {
            line.statements().forEach(this::statement);
        }
    }

    private boolean holds() {
        return blocks.isEmpty() || blocks.element().holds;
    }

    /** Lines of a block stand below one another. */
    private void place(ScriptLine line) {
        Block block = blocks.peek();
        if (block != null && block.indent < 0) {
            block.indent = line.indent();
        }
        if (line.indent() != (block == null ? 0 : block.indent)) {
            throw BadInput.at(
                    line.first().mark(), "stands further right than the lines around it; begin it where they begin");
        }
    }

    private void head(ScriptLine line) {
        int colon = line.outside(":");
        if (colon < 0) {
            throw BadInput.at(
                    line.first().mark(), "an if without its colon; write if NAME: and lines to the right below");
        }
        boolean around = holds();
        boolean holds = around && isTrue(line, colon);
        blocks.push(new Block(line.indent(), around, holds));
        body(line, colon);
    }

    private boolean isTrue(ScriptLine line, int colon) {
        ScriptToken head = line.first();
        ScriptValue value = ScriptExpression.of(line.tokens().subList(1, colon), this::earlier, head.mark());
        return value.number(BadInput.at(
                        head.mark(),
                        "an if asks for a number, found " + MessageText.plain(value.shown())
                                + "; write if NAME: with a name that is 1 or 0"))
                != 0;
    }

    private void body(ScriptLine line, int colon) {
        if (colon >= line.tokens().size() || !line.tokens().get(colon).is(":")) {
            throw BadInput.at(
                    line.first().mark(), "an else without its colon; write else: and lines to the right below");
        }
        ScriptLine rest = line.from(colon + 1);
        if (!rest.tokens().isEmpty() && holds()) {
            rest.statements().forEach(this::statement);
        }
    }

    private void statement(ScriptLine line) {
        ScriptToken first = line.first();
        if (line.tokens().stream().anyMatch(ScriptNames::setsAnything)) {
            throw BadInput.at(
                    first.mark(),
                    MessageText.quoted(first.text())
                            + " begins a line that might set anything; write NAME = VALUE, in if NAME: where that is needed");
        }
        int equals = line.outside("=");
        if (SET_NOTHING.contains(first.text()) || (equals < 0 && first.kind() == Kind.TEXT)) {
            passed.add(first.kind() == Kind.TEXT ? "texts" : first.text());
        } else if (equals == 1 && first.kind() == Kind.NAME && line.from(2).outside("=") < 0) {
            assign(first, line.from(2));
        } else {
            unread(line);
        }
    }

    private static boolean setsAnything(ScriptToken token) {
        return token.is("@") || (token.kind() == Kind.NAME && SET_ANYTHING.contains(token.text()));
    }

    private void assign(ScriptToken name, ScriptLine value) {
        Mark mark = value.tokens().isEmpty() ? name.mark() : value.first().mark();
        names.put(name.text(), new Assigned(mark, worked(value, mark)));
    }

    private ScriptValue worked(ScriptLine value, Mark mark) {
        try {
            return ScriptExpression.of(value.tokens(), this::earlier, mark);
        } catch (BadInput e) {
            return new Unread(e);
        }
    }

    private ScriptValue earlier(ScriptToken name) {
        Assigned earlier = names.get(name.text());
        if (earlier == null) {
            throw BadInput.at(
                    name.mark(), MessageText.quoted(name.text()) + " is set by no line before this one; set it there");
        }
        used.add(name.text());
        return earlier.value();
    }

    /** Whatever it names may have changed. */
    private void unread(ScriptLine line) {
        for (ScriptToken token : line.tokens()) {
            if (token.kind() == Kind.NAME) {
                BadInput why = BadInput.at(
                        token.mark(),
                        MessageText.plain(token.text()),
                        "stands in a line that may set it and is not worked out here; write NAME = VALUE on a line of its own");
                names.put(token.text(), new Assigned(token.mark(), new Unread(why)));
            }
        }
    }
}

package mho.arch.foreign;

import mho.core.yaml.Mark;

/** A word of a script, and where it stands. */
record ScriptToken(Kind kind, String text, Mark mark) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        /** One character, or two that belong together. */
        SIGN,
        /** What Python may read and this reader does not. */
        OTHER
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}

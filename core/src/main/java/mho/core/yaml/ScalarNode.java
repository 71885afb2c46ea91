package mho.core.yaml;

import mho.core.quantity.MessageText;

/** A single value as written; whether it is a number, a quantity or a name is for the reader of the record to say. */
public record ScalarNode(Mark mark, String text, boolean quoted) implements YamlNode {
    @Override
    public boolean isNull() {
        return !quoted && isNullText(text);
    }

    static boolean isNullText(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }

    @Override
    public String describe() {
        return isNull() ? "nothing" : MessageText.quoted(text);
    }
}

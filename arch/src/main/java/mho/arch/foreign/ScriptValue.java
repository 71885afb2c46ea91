package mho.arch.foreign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/** What a name of a script stands for. */
sealed interface ScriptValue {
    /** As a number; throws {@link BadInput} that says why it is none. */
    double number(BadInput none);

    /** As a table of numbers; throws likewise. */
    Map<String, ScriptValue> table(BadInput none);

    /** As messages call it. */
    String shown();

    /** As a key of a table. */
    default String key() {
        return shown();
    }

    /** Truth is 1, and what is not true is 0. */
    record Amount(double value) implements ScriptValue {
        @Override
        public double number(BadInput none) {
            return value;
        }

        @Override
        public Map<String, ScriptValue> table(BadInput none) {
            throw none;
        }

        @Override
        public String shown() {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    record Words(String text) implements ScriptValue {
        @Override
        public double number(BadInput none) {
            throw none;
        }

        @Override
        public Map<String, ScriptValue> table(BadInput none) {
            throw none;
        }

        @Override
        public String shown() {
            return MessageText.quoted(text);
        }

        @Override
        public String key() {
            return text;
        }
    }

    record Table(Map<String, ScriptValue> entries) implements ScriptValue {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public double number(BadInput none) {
            throw none;
        }

        @Override
        public Map<String, ScriptValue> table(BadInput none) {
            return entries;
        }

        @Override
        public String shown() {
            return "a dictionary";
        }
    }

    /** What this reader does not work out. It is no error until somebody asks for it. */
    record Unread(BadInput why) implements ScriptValue {
        @Override
        public double number(BadInput none) {
            throw why;
        }

        @Override
        public Map<String, ScriptValue> table(BadInput none) {
            throw why;
        }

        @Override
        public String shown() {
            return "something else";
        }
    }
}

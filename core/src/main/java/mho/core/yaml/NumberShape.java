package mho.core.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.BadQuantity;
import mho.core.quantity.Dimension;
import mho.core.quantity.MessageText;
import mho.core.quantity.Quantity;

/** A number, with a unit where it measures something; whole when the Java type is. */
record NumberShape(Class<?> javaType, Dimension dimension, NumberBounds bounds) implements ValueShape {
    @Override
    public Object bind(YamlNode node, Path path) {
        String text = ValueShape.text(node, path, dimension.phrase() + " such as " + example());
        try {
            return javaType == Double.class ? real(text) : whole(text);
        } catch (BadQuantity e) {
            throw BadInput.at(node.mark(), path.toString(), String.valueOf(e.getMessage()));
        } catch (OutOfBounds e) {
            throw BadInput.at(node.mark(), path.toString(), e.getMessage() + ", found " + MessageText.quoted(text));
        }
    }

    private Object real(String text) throws OutOfBounds {
        double value = Quantity.parse(text, dimension);
        check(value);
        return value;
    }

    private Object whole(String text) throws OutOfBounds {
        BigDecimal value = Quantity.decimal(text, dimension);
        check(value.doubleValue());
        if (value.stripTrailingZeros().scale() > 0) {
            throw new OutOfBounds("must be a whole number" + (dimension.hasUnit() ? " of " + dimension.symbol() : ""));
        }
        long largest = javaType == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
        if (value.abs().compareTo(BigDecimal.valueOf(largest)) > 0) {
            throw new OutOfBounds("must be at most " + largest);
        }
        if (javaType == Integer.class) {
            return value.intValueExact();
        }
        return value.longValueExact();
    }

    private void check(double value) throws OutOfBounds {
        String problem = bounds.problem(value, dimension);
        if (problem != null) {
            throw new OutOfBounds(problem);
        }
    }

    /** A bare number is in the SI unit; with a unit it is a text, whose bounds are left to the reader. */
    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", javaType == Double.class || dimension.hasUnit() ? "number" : "integer");
        bounds.addTo(number);
        return SchemaDefinitions.anyOf(List.of(number, definitions.refer("quantity", () -> JsonSchema.QUANTITY)));
    }

    @Override
    public String example() {
        return dimension.example();
    }

    @Override
    public String type() {
        return javaType == Double.class ? "number" : "whole number";
    }

    /** The message says what the value must be. */
    private static final class OutOfBounds extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfBounds(String message) {
            super(message, null, false, false);
        }
    }
}

package mho.periphery.model;

/** A priced part that says what it is made of. */
public interface PricedPart {
    Circuit circuit();
}

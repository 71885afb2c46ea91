package mho.periphery.array;

/**
 * The voltage lost along the wires of an array. Its cells are linear, so the currents into the columns are linear in the voltages on the
 * rows: an array with resistive wires acts as one without, of other conductances. They are found once, when it is programmed.
 *
 * <p>Rows that carry no input are held at 0 V, columns end at a virtual ground.
 */
public final class IrDrop {

    private IrDrop() {}

    /**
     * The current into column c when row r alone is driven with 1 V, for each row and column: what the array multiplies by.
     *
     * @param siemens of the cells, [row][column], left as it is
     */
    public static float[][] effective(float[][] siemens, ArrayWires wires) {
        if (wires.ideal() || siemens.length == 0 || siemens[0].length == 0) {
            return copy(siemens);
        }
        Multiport array = Multiport.of(siemens, wires);
        float[][] effective = new float[siemens.length][siemens[0].length];
        for (int row = 0; row < effective.length; row++) {
            for (int column = 0; column < effective[row].length; column++) {
                effective[row][column] = (float) array.transfer(row, column);
            }
        }
        return effective;
    }

    private static float[][] copy(float[][] siemens) {
        float[][] copy = new float[siemens.length][];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = siemens[row].clone();
        }
        return copy;
    }
}

package mho.workloads.data;

import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** What a file turned out to hold: inputs, labels, or both. Which, a table says only to one who knows the inputs' shape. */
sealed interface FileContents permits FileArray, CsvTable, NpzFile {
    FileArray inputs(Shape wanted);

    /** The labels beside the inputs in the same file, or null. */
    @Nullable
    FileArray labelsBeside(Shape wanted);

    /** All of it as labels of inputs elsewhere. */
    FileArray labels();
}

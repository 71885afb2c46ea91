package mho.workloads.training;

/** Makes the matrices of a network that learns: in floating point, or in the arrays of a chip. */
public interface LearningMatrices {
    /** In floating point: the reference. */
    LearningMatrices FLOAT = new LearningMatrices() {
        @Override
        public LearningMatrix matrix(MatrixPlace place) {
            return new FloatMatrix(place.rows(), place.columns());
        }

        @Override
        public String about() {
            return "floating point";
        }
    };

    /** One for each group and instance of every layer with weights, asked for in the order of the layers, all weights to be set. */
    LearningMatrix matrix(MatrixPlace place);

    /** What they are, in a line: a checkpoint of others is refused by it, so it says every figure that matters. */
    String about();
}

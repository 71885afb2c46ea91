package mho.workloads.onnx;

import static mho.workloads.onnx.Onnx.integer;
import static mho.workloads.onnx.Onnx.ints;
import static mho.workloads.onnx.Onnx.reals;
import static mho.workloads.onnx.Onnx.text;
import static mho.workloads.onnx.Onnx.value;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphInput;
import mho.workloads.onnx.graph.GraphReader;
import mho.workloads.onnx.shape.Inference;
import org.junit.jupiter.api.Test;

/** Shapes that exporters compute inside the graph, and operators whose form changed with the operator set. */
class ShapesTest {

    /** Dims of output {@code y}, every input having its fixed sizes. */
    private static String shape(Onnx model) {
        Graph graph = GraphReader.read(model.output("y").proto().build(), Path.of("/none"));
        Map<String, Dims> dims = new HashMap<>();
        for (GraphInput input : graph.inputs()) {
            List<GraphInput.Size> sizes = input.sizes();
            dims.put(
                    input.name(),
                    Dims.ofLongs(
                            sizes.stream().mapToLong(GraphInput.Size::fixed).toArray()));
        }
        return Objects.requireNonNull(Inference.of(graph, dims, 1).values().get("y"))
                .dims()
                .toString();
    }

    private static TensorProto one(long value) {
        return TensorProto.newBuilder().setDataType(7).addInt64Data(value).build();
    }

    @Test
    void aFlattenSpelledWithShapeGatherUnsqueezeAndConcat() {
        assertThat(shape(Onnx.model()
                        .input("x", 2, 3, 4, 5)
                        .node("Shape", "x", "s")
                        .node("Constant", "", "zero", value(one(0)))
                        .node("Gather", "s zero", "n", integer("axis", 0))
                        .integers("axes", 0)
                        .node("Unsqueeze", "n axes", "n1")
                        .node("Constant", "", "rest", ints("value_ints", -1))
                        .node("Concat", "n1 rest", "to", integer("axis", 0))
                        .node("Reshape", "x to", "y")))
                .isEqualTo("2x60");
    }

    @Test
    void sizesHalvedByMulFloorAndCast() {
        assertThat(shape(Onnx.model()
                        .input("x", 1, 8, 9, 15)
                        .node("Shape", "x", "s", integer("start", 2))
                        .node("Cast", "s", "f", integer("to", 1))
                        .tensor(Onnx.scalar(0.5).toBuilder().setName("half").build())
                        .node("Mul", "f half", "h")
                        .node("Floor", "h", "fl")
                        .node("Cast", "fl", "hw", integer("to", 7))
                        .node("Shape", "x", "nc", integer("end", 2))
                        .node("Concat", "nc hw", "sizes", integer("axis", 0))
                        .node("Resize", "x - - sizes", "y", text("mode", "nearest"))))
                .isEqualTo("1x8x4x7");
    }

    @Test
    void expandThroughConstantOfShapeEqualAndWhere() {
        // torch's expand(-1, 6): -1 keeps the size that is there.
        assertThat(shape(Onnx.model()
                        .input("x", 5, 1)
                        .integers("wanted", -1, 6)
                        .node("Shape", "wanted", "rank")
                        .node(
                                "ConstantOfShape",
                                "rank",
                                "ones",
                                value(one(1).toBuilder().addDims(1).build()))
                        .tensor(one(-1).toBuilder().setName("minus").build())
                        .node("Mul", "ones minus", "minusOnes")
                        .node("Equal", "wanted minusOnes", "keeps")
                        .node("Where", "keeps ones wanted", "to")
                        .node("Expand", "x to", "y")))
                .isEqualTo("5x6");
    }

    @Test
    void rangesAndSlicesOfShapes() {
        assertThat(shape(Onnx.model()
                        .input("x", 4, 6)
                        .node("Shape", "x", "s")
                        .integers("from", -1)
                        .integers("to", Long.MAX_VALUE)
                        .node("Slice", "s from to", "last")
                        .integers("none")
                        .node("Squeeze", "last", "limit")
                        .tensor(one(0).toBuilder().setName("start").build())
                        .tensor(one(2).toBuilder().setName("step").build())
                        .node("Range", "start limit step", "y")))
                .isEqualTo("3");
    }

    @Test
    void slicesOfEveryOperatorSet() {
        assertThat(shape(Onnx.model()
                        .opset(9)
                        .input("x", 4, 6)
                        .node("Slice", "x", "y", ints("axes", 1), ints("starts", -3), ints("ends", 100))))
                .isEqualTo("4x3");
        assertThat(shape(Onnx.model()
                        .input("x", 4, 6)
                        .integers("starts", 5)
                        .integers("ends", Long.MIN_VALUE)
                        .integers("axes", -1)
                        .integers("steps", -2)
                        .node("Slice", "x starts ends axes steps", "y")))
                .isEqualTo("4x3");
    }

    @Test
    void splitsOfEveryOperatorSet() {
        assertThat(shape(Onnx.model().opset(11).input("x", 7, 2).node("Split", "x", "a y", ints("split", 3, 4))))
                .isEqualTo("4x2");
        assertThat(shape(Onnx.model().integers("s", 3, 4).input("x", 7, 2).node("Split", "x s", "a y")))
                .isEqualTo("4x2");
        assertThat(shape(Onnx.model().opset(18).input("x", 7, 2).node("Split", "x", "a y", integer("num_outputs", 2))))
                .isEqualTo("3x2");
    }

    @Test
    void padsOfEveryOperatorSet() {
        assertThat(shape(Onnx.model().opset(2).input("x", 3, 4).node("Pad", "x", "y", ints("pads", 0, 1, 2, -1))))
                .isEqualTo("5x4");
        assertThat(shape(
                        Onnx.model().integers("p", 0, 1, 2, -1).input("x", 3, 4).node("Pad", "x p", "y")))
                .isEqualTo("5x4");
        assertThat(shape(Onnx.model()
                        .opset(18)
                        .integers("p", 1, 2)
                        .integers("a", -1)
                        .input("x", 3, 4)
                        .node("Pad", "x p - a", "y")))
                .isEqualTo("3x7");
    }

    @Test
    void resizesOfEveryOperatorSet() {
        TensorProto scales = TensorProto.newBuilder()
                .setName("scales")
                .setDataType(1)
                .addDims(4)
                .addAllFloatData(List.of(1f, 1f, 2f, 2.5f))
                .build();
        assertThat(shape(Onnx.model()
                        .opset(7)
                        .input("x", 1, 2, 3, 4)
                        .node("Upsample", "x", "y", reals("scales", 1, 1, 2, 2.5))))
                .isEqualTo("1x2x6x10");
        assertThat(shape(Onnx.model()
                        .opset(9)
                        .tensor(scales)
                        .input("x", 1, 2, 3, 4)
                        .node("Upsample", "x scales", "y")))
                .isEqualTo("1x2x6x10");
        assertThat(shape(Onnx.model()
                        .opset(10)
                        .tensor(scales)
                        .input("x", 1, 2, 3, 4)
                        .node("Resize", "x scales", "y")))
                .isEqualTo("1x2x6x10");
        assertThat(shape(Onnx.model().tensor(scales).input("x", 1, 2, 3, 4).node("Resize", "x - scales", "y")))
                .isEqualTo("1x2x6x10");
        assertThat(shape(Onnx.model()
                        .opset(18)
                        .integers("sizes", 12, 12)
                        .input("x", 1, 2, 3, 4)
                        .node(
                                "Resize",
                                "x - - sizes",
                                "y",
                                ints("axes", 2, 3),
                                text("keep_aspect_ratio_policy", "not_larger"))))
                .isEqualTo("1x2x9x12");
    }

    @Test
    void reductionsOfEveryOperatorSet() {
        assertThat(shape(Onnx.model().opset(13).input("x", 2, 3, 4).node("ReduceMean", "x", "y", ints("axes", -1))))
                .isEqualTo("2x3x1");
        assertThat(shape(Onnx.model()
                        .opset(18)
                        .integers("a", 0, -1)
                        .input("x", 2, 3, 4)
                        .node("ReduceMean", "x a", "y", integer("keepdims", 0))))
                .isEqualTo("3");
        assertThat(shape(Onnx.model().input("x", 2, 3).node("ReduceSum", "x", "y", integer("noop_with_empty_axes", 1))))
                .isEqualTo("2x3");
    }

    @Test
    void reshapeCopiesAndInfers() {
        assertThat(shape(Onnx.model().integers("to", 0, -1, 2).input("x", 3, 8).node("Reshape", "x to", "y")))
                .isEqualTo("3x4x2");
        assertThat(shape(Onnx.model().opset(1).input("x", 3, 8).node("Reshape", "x", "y", ints("shape", -1))))
                .isEqualTo("24");
    }

    @Test
    void oldArithmeticStretchesItsSecondOperandAlongAnAxis() {
        assertThat(shape(Onnx.model()
                        .opset(6)
                        .input("x", 2, 3, 4, 5)
                        .weights("b", 3)
                        .node("Add", "x b", "y", integer("broadcast", 1), integer("axis", 1))))
                .isEqualTo("2x3x4x5");
    }

    @Test
    void indicesSpelledAsNonZeroOfOnes() {
        assertThat(shape(Onnx.model()
                        .input("x", 6, 2)
                        .node("Shape", "x", "s")
                        .integers("zero", 0)
                        .node("Gather", "s zero", "n")
                        .node(
                                "ConstantOfShape",
                                "n",
                                "ones",
                                value(one(1).toBuilder().addDims(1).build()))
                        .node("NonZero", "ones", "i")
                        .node("Squeeze", "i axes", "k")
                        .integers("axes", 0)
                        .node("Gather", "x k", "y")))
                .isEqualTo("6x2");
    }
}

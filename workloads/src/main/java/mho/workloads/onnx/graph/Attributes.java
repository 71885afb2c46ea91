package mho.workloads.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one operator. An absent one gives the default its reader states; one of another kind than asked for
 * is refused by name.
 */
public final class Attributes {
    static final Attributes NONE = new Attributes(Map.of(), null);

    private final Map<String, AttributeProto> byName;
    private final @Nullable GraphReader reader;

    private Attributes(Map<String, AttributeProto> byName, @Nullable GraphReader reader) {
        this.byName = byName;
        this.reader = reader;
    }

    static Attributes of(List<AttributeProto> protos, GraphReader reader) {
        Map<String, AttributeProto> byName = new HashMap<>();
        for (AttributeProto proto : protos) {
            if (byName.put(proto.getName(), proto) != null) {
                throw new Refusal("attribute " + proto.getName() + " is given twice");
            }
        }
        return new Attributes(byName, reader);
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public long integer(String name, long otherwise) {
        AttributeProto proto = byName.get(name);
        return proto == null
                ? otherwise
                : kept(proto, proto.hasI(), "an integer").getI();
    }

    public boolean flag(String name, boolean otherwise) {
        return integer(name, otherwise ? 1 : 0) != 0;
    }

    public double real(String name, double otherwise) {
        AttributeProto proto = byName.get(name);
        return proto == null
                ? otherwise
                : kept(proto, proto.hasF(), "a real number").getF();
    }

    public String text(String name, String otherwise) {
        AttributeProto proto = byName.get(name);
        return proto == null
                ? otherwise
                : kept(proto, proto.hasS(), "a text").getS().toStringUtf8();
    }

    public long @Nullable [] integers(String name) {
        AttributeProto proto = byName.get(name);
        if (proto == null) {
            return null;
        }
        boolean single = proto.hasI() || proto.hasF() || proto.hasS() || proto.hasT() || proto.hasG();
        return kept(proto, !single, "a list of integers").getIntsList().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    public double @Nullable [] reals(String name) {
        AttributeProto proto = byName.get(name);
        return proto == null
                ? null
                : proto.getFloatsList().stream().mapToDouble(Float::doubleValue).toArray();
    }

    public List<String> texts(String name) {
        AttributeProto proto = byName.get(name);
        return proto == null
                ? List.of()
                : proto.getStringsList().stream().map(s -> s.toStringUtf8()).toList();
    }

    public @Nullable ConstantTensor tensor(String name) {
        AttributeProto proto = byName.get(name);
        if (proto == null || reader == null) {
            return null;
        }
        try {
            return proto.hasSparseTensor()
                    ? reader.tensors().read(proto.getSparseTensor())
                    : reader.tensors()
                            .read(kept(proto, proto.hasT(), "a tensor").getT());
        } catch (Refusal refusal) {
            throw new Refusal("attribute " + name + " " + refusal.what());
        }
    }

    /**
     * A subgraph, its own names set apart by {@code prefix}.
     *
     * @param outer names the subgraph may use from around it
     */
    public @Nullable Graph graph(String name, Set<String> outer, String prefix) {
        AttributeProto proto = byName.get(name);
        return proto == null || reader == null
                ? null
                : reader.subgraph(kept(proto, proto.hasG(), "a graph").getG(), outer, prefix);
    }

    private static AttributeProto kept(AttributeProto proto, boolean right, String kind) {
        if (!right) {
            throw new Refusal("attribute " + proto.getName() + " must be " + kind);
        }
        return proto;
    }
}

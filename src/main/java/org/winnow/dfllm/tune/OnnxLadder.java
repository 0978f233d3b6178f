package org.winnow.dfllm.tune;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

/**
 * A ladder in an ONNX graph: rungs that read what the layers put out, and one sum in the place of the network's result.
 * Gates are numbers by then and go into what they are multiplied with.
 */
final class OnnxLadder {
    private static final String OUT = ".output.LayerNorm.bias";

    private final GraphProto.Builder graph;
    private final Map<String, Tensor> learnt;

    private OnnxLadder(GraphProto.Builder graph, Map<String, Tensor> learnt) {
        this.graph = graph;
        this.learnt = learnt;
    }

    /** The graph with the ladder beside it, which is part of its first result. */
    static GraphProto beside(GraphProto graph, BertShape shape, Method.Ladder ladder, Map<String, Tensor> learnt) {
        OnnxLadder on = new OnnxLadder(graph.toBuilder(), learnt);
        String result = graph.getOutput(0).getName();
        String before = result + "_before_ladder";
        on.rename(result, before);
        String side = "";
        for (int i = ladder.first(shape); i < shape.layers(); i++) {
            side = on.rung(i, on.layer(i), side);
        }
        on.node("Add", result, before, on.product("up", side, on.learnt(Method.Ladder.UP)));
        return on.graph.build();
    }

    /** The network's own result gets another name, wherever it is read. */
    private void rename(String from, String to) {
        for (int i = 0; i < graph.getNodeCount(); i++) {
            NodeProto.Builder node = graph.getNodeBuilder(i);
            for (int k = 0; k < node.getInputCount(); k++) {
                node.setInput(k, node.getInput(k).equals(from) ? to : node.getInput(k));
            }
            for (int k = 0; k < node.getOutputCount(); k++) {
                node.setOutput(k, node.getOutput(k).equals(from) ? to : node.getOutput(k));
            }
        }
    }

    /** What a layer puts out, found by the bias of its last norm. */
    private String layer(int i) {
        String bias = "encoder.layer." + i + OUT;
        return graph.getNodeList().stream()
                .filter(n -> n.getOpType().equals("Add") && n.getInputList().contains(bias))
                .map(n -> n.getOutput(0))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the network has no layer " + i));
    }

    private String rung(int i, String states, String below) {
        String rung = Method.Ladder.rung(i);
        Tensor down = learnt(rung + "down");
        String in;
        if (below.isEmpty()) {
            in = product(rung + "down", states, down);
        } else {
            float gate = (float) (1 / (1 + Math.exp(-learnt(rung + "gate").values()[0])));
            String kept = node("Mul", rung + "kept", below, constant(rung + "rest", number(1 - gate)));
            in = node("Add", rung + "in", product(rung + "down", states, times(down, gate)), kept);
        }
        String wide = node(
                "Add",
                rung + "wide",
                product(rung + "inner", in, learnt(rung + "inner.weight")),
                constant(rung + "inner.bias", learnt(rung + "inner.bias")));
        String outer = node(
                "Add",
                rung + "outer.sum",
                product(rung + "outer", node("Relu", rung + "relu", wide), learnt(rung + "outer.weight")),
                constant(rung + "outer.bias", learnt(rung + "outer.bias")));
        return node("Add", rung + "out", in, outer);
    }

    private Tensor learnt(String name) {
        Tensor tensor = learnt.get(name);
        if (tensor == null) {
            throw new IllegalStateException("the ladder has no " + name);
        }
        return tensor;
    }

    private static Tensor times(Tensor tensor, float factor) {
        float[] product = tensor.values().clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return new Tensor(tensor.shape(), product);
    }

    private static Tensor number(float value) {
        return new Tensor(new long[] {1}, new float[] {value});
    }

    private String product(String name, String of, Tensor matrix) {
        return node("MatMul", name + ".product", of, constant(name + ".matrix", matrix.transposed()));
    }

    private String node(String operator, String output, String... inputs) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(output));
        return output;
    }

    private String constant(String name, Tensor tensor) {
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addAllDims(Arrays.stream(tensor.shape()).boxed().toList())
                .setRawData(ByteString.copyFrom(bytes)));
        return name;
    }
}

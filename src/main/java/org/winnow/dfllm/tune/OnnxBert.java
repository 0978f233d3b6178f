package org.winnow.dfllm.tune;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.UserException;

/**
 * A BERT network in an ONNX file as PyTorch exports it: weights by the names that they have in PyTorch. What is multiplied
 * with lies there without a name and turned, and is found by the bias that is added to the product.
 */
final class OnnxBert {
    private static final String BIAS = ".bias";
    private static final String WEIGHT = ".weight";
    private static final String WORDS = "embeddings.word_embeddings.weight";

    private final ModelProto model;
    /** The names in the file of what is multiplied with, by their names in PyTorch. */
    private final Map<String, String> products = new HashMap<>();

    private OnnxBert(ModelProto model) {
        this.model = model;
        Map<String, NodeProto> makers = new HashMap<>();
        Map<String, TensorProto> stored = stored();
        model.getGraph().getNodeList().forEach(n -> n.getOutputList().forEach(o -> makers.put(o, n)));
        for (NodeProto add : model.getGraph().getNodeList()) {
            if (add.getOpType().equals("Add") && add.getInput(0).endsWith(BIAS)) {
                NodeProto product = makers.get(add.getInput(1));
                if (product != null
                        && product.getOpType().equals("MatMul")
                        && stored.containsKey(product.getInput(1))) {
                    products.put(add.getInput(0).replace(BIAS, WEIGHT), product.getInput(1));
                }
            }
        }
    }

    /** @throws UserException where it is no such file, or one in another number format */
    static OnnxBert of(byte[] onnx) {
        try {
            OnnxBert bert = new OnnxBert(ModelProto.parseFrom(onnx));
            if (!bert.stored().containsKey(WORDS) || bert.products.isEmpty()) {
                throw new UserException("The network is no BERT with weights in four bytes each, as tuning needs it.");
            }
            return bert;
        } catch (InvalidProtocolBufferException e) {
            throw new UserException("The network's file is no ONNX file: " + e.getMessage() + ".", e);
        }
    }

    private Map<String, TensorProto> stored() {
        Map<String, TensorProto> stored = new LinkedHashMap<>();
        model.getGraph().getInitializerList().stream()
                .filter(t -> t.getDataType() == TensorProto.DataType.FLOAT_VALUE)
                .forEach(t -> stored.put(t.getName(), t));
        return stored;
    }

    BertShape shape() {
        Map<String, TensorProto> stored = stored();
        int layers = (int) stored.keySet().stream()
                .filter(n -> n.endsWith(".intermediate.dense.bias"))
                .count();
        List<Long> words = stored.get(WORDS).getDimsList();
        int width = words.get(1).intValue();
        return new BertShape(
                layers,
                width,
                width / headWidth(),
                (int) stored.get("encoder.layer.0.intermediate.dense.bias").getDims(0),
                words.getFirst().intValue(),
                (int) stored.get("embeddings.position_embeddings.weight").getDims(0));
    }

    /** Attention is divided by the square root of a head's width. */
    private int headWidth() {
        Map<String, NodeProto> makers = new HashMap<>();
        GraphProto graph = model.getGraph();
        graph.getNodeList().forEach(n -> n.getOutputList().forEach(o -> makers.put(o, n)));
        return graph.getNodeList().stream()
                .filter(n -> n.getOpType().equals("Div") && n.getName().contains("attention/self"))
                .map(n -> makers.get(n.getInput(1)))
                .filter(n -> n != null && n.getOpType().equals("Constant"))
                .map(n -> number(n.getAttribute(0)))
                .map(root -> Math.round(root * root))
                .findFirst()
                .orElseThrow(() -> new UserException("The network's attention is not as in BERT."));
    }

    private static float number(AttributeProto attribute) {
        return values(attribute.getT())[0];
    }

    /** Everything that can be tuned, by its name in PyTorch. */
    Map<String, Tensor> weights() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        Map<String, TensorProto> stored = stored();
        stored.forEach((name, tensor) -> {
            if (!products.containsValue(name)) {
                weights.put(name, tensor(tensor));
            }
        });
        products.forEach((name, at) -> weights.put(name, tensor(stored.get(at)).transposed()));
        return weights;
    }

    private static Tensor tensor(TensorProto stored) {
        return new Tensor(
                stored.getDimsList().stream().mapToLong(Long::longValue).toArray(), values(stored));
    }

    private static float[] values(TensorProto stored) {
        float[] values = new float[Math.max(stored.getRawData().size() / Float.BYTES, stored.getFloatDataCount())];
        if (stored.getFloatDataCount() > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = stored.getFloatData(i);
            }
        } else {
            stored.getRawData()
                    .asReadOnlyByteBuffer()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
        }
        return values;
    }

    /**
     * The network as it is after tuning.
     *
     * @param weights its own, by name in PyTorch
     */
    byte[] tuned(Method method, Map<String, Tensor> weights, Map<String, Tensor> learnt) {
        if (method instanceof Method.Ladder ladder) {
            GraphProto graph = OnnxLadder.beside(model.getGraph(), shape(), ladder, learnt);
            return model.toBuilder().setGraph(graph).build().toByteArray();
        }
        return with(method.merged(weights, learnt));
    }

    /**
     * The same network with other weights.
     *
     * @param changed by name in PyTorch, of the shapes that are there
     */
    byte[] with(Map<String, Tensor> changed) {
        Map<String, Tensor> places = new HashMap<>();
        changed.forEach((name, tensor) -> {
            String product = products.get(name);
            places.put(product == null ? name : product, product == null ? tensor : tensor.transposed());
        });
        GraphProto.Builder graph = model.getGraph().toBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            Tensor instead = places.remove(graph.getInitializer(i).getName());
            if (instead != null) {
                graph.setInitializer(i, stored(graph.getInitializer(i), instead));
            }
        }
        if (!places.isEmpty()) {
            throw new IllegalArgumentException("the network has no " + places.keySet());
        }
        return model.toBuilder().setGraph(graph).build().toByteArray();
    }

    private static TensorProto stored(TensorProto before, Tensor now) {
        if (!before.getDimsList().equals(Arrays.stream(now.shape()).boxed().toList())) {
            throw new IllegalArgumentException(before.getName() + " has another shape");
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * now.values().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(now.values());
        return before.toBuilder()
                .clearFloatData()
                .setRawData(ByteString.copyFrom(bytes))
                .build();
    }
}

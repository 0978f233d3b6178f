package org.winnow.dfllm.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has come to.
 *
 * @param step steps done
 * @param curve a point for each validation
 * @param bestStep at which it was best
 * @param best what had been learnt then
 * @param withoutBetter validations since then
 * @param pieces of words read in all
 * @param seconds of learning in all, without validation
 */
record RunState(
        int step,
        List<Point> curve,
        int bestStep,
        Map<String, Tensor> best,
        int withoutBetter,
        long pieces,
        double seconds) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IDENTITY = "identity";
    private static final String STATE = "state";

    /** What of it is written as JSON. */
    private record Said(int step, List<Point> curve, int bestStep, int withoutBetter, long pieces, double seconds) {}

    static RunState start(Map<String, Tensor> values) {
        return new RunState(0, List.of(), 0, values, 0, 0, 0);
    }

    /** Without validation the last is the best. */
    RunState after(Point point, Map<String, Tensor> values, long read, double learning) {
        List<Point> longer = new ArrayList<>(curve);
        longer.add(point);
        Double loss = point.validationLoss();
        boolean better = loss == null || curve.stream().allMatch(p -> loss < p.validationLoss());
        return new RunState(
                point.step(),
                List.copyOf(longer),
                better ? point.step() : bestStep,
                better ? values : best,
                better ? 0 : withoutBetter + 1,
                read,
                learning);
    }

    /** Everything from which a run goes on. */
    Safetensors checkpoint(Map<String, Tensor> now, Map<String, Tensor> optimizer, String identity) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(optimizer);
        now.forEach((name, tensor) -> tensors.put("now/" + name, tensor));
        best.forEach((name, tensor) -> tensors.put("best/" + name, tensor));
        try {
            String said = JSON.writeValueAsString(new Said(step, curve, bestStep, withoutBetter, pieces, seconds));
            return new Safetensors(tensors, Map.of(IDENTITY, identity, STATE, said));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The state in a checkpoint; none where it is another run's. */
    static Optional<RunState> of(Safetensors file, String identity) throws JsonProcessingException {
        if (!identity.equals(file.remarks().get(IDENTITY))) {
            return Optional.empty();
        }
        Said said = JSON.readValue(file.remarks().get(STATE), Said.class);
        return Optional.of(new RunState(
                said.step,
                said.curve,
                said.bestStep,
                part(file, "best/"),
                said.withoutBetter,
                said.pieces,
                said.seconds));
    }

    static Map<String, Tensor> part(Safetensors file, String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        file.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return part;
    }
}

package org.winnow.dfllm.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a run has come to.
 *
 * @param step steps done
 * @param curve a point for each validation
 * @param bestStep at which it was best
 * @param best what had been learnt then
 * @param last what had been learnt at the last validations, the newest at the end, as many as are to be averaged
 * @param withoutBetter validations since the best
 * @param pieces of words read in all
 * @param seconds of learning in all, without validation
 */
record RunState(
        int step,
        List<Point> curve,
        int bestStep,
        Map<String, Tensor> best,
        List<Map<String, Tensor>> last,
        int withoutBetter,
        long pieces,
        double seconds) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IDENTITY = "identity";
    private static final String STATE = "state";
    private static final String LAST = "last/";

    /** What of it is written as JSON. */
    private record Said(
            int step, List<Point> curve, int bestStep, int last, int withoutBetter, long pieces, double seconds) {}

    static RunState start(Map<String, Tensor> values) {
        return new RunState(0, List.of(), 0, values, List.of(), 0, 0, 0);
    }

    /**
     * Without validation the last is the best.
     *
     * @param keep of how many states the average is wanted
     */
    RunState after(Point point, Map<String, Tensor> values, int keep, long read, double learning) {
        List<Point> longer = new ArrayList<>(curve);
        longer.add(point);
        List<Map<String, Tensor>> kept = new ArrayList<>(keep > 1 ? last : List.of());
        if (keep > 1) {
            kept.add(values);
        }
        Double loss = point.validationLoss();
        boolean better = loss == null || curve.stream().allMatch(p -> loss < p.validationLoss());
        return new RunState(
                point.step(),
                List.copyOf(longer),
                better ? point.step() : bestStep,
                better ? values : best,
                List.copyOf(kept.subList(Math.max(0, kept.size() - keep), kept.size())),
                better ? 0 : withoutBetter + 1,
                read,
                learning);
    }

    /** Everything from which a run goes on. */
    Safetensors checkpoint(Map<String, Tensor> now, Map<String, Tensor> optimizer, String identity) {
        Map<String, Tensor> tensors = new LinkedHashMap<>(optimizer);
        now.forEach((name, tensor) -> tensors.put("now/" + name, tensor));
        best.forEach((name, tensor) -> tensors.put("best/" + name, tensor));
        for (int i = 0; i < last.size(); i++) {
            String prefix = LAST + i + "/";
            last.get(i).forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        }
        try {
            Said all = new Said(step, curve, bestStep, last.size(), withoutBetter, pieces, seconds);
            String said = JSON.writeValueAsString(all);
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
                IntStream.range(0, said.last)
                        .mapToObj(i -> part(file, LAST + i + "/"))
                        .toList(),
                said.withoutBetter,
                said.pieces,
                said.seconds));
    }

    /** The mean of the last states, weight by weight. */
    Map<String, Tensor> average() {
        Map<String, Tensor> mean = new LinkedHashMap<>();
        last.getFirst().forEach((name, first) -> {
            float[] sum = new float[first.values().length];
            for (Map<String, Tensor> one : last) {
                float[] values = one.getOrDefault(name, first).values();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += values[i] / last.size();
                }
            }
            mean.put(name, new Tensor(first.shape(), sum));
        });
        return mean;
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

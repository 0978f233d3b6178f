package org.winnow.model;

/**
 * Why a record lay in front of a person: the model that put it there, and all that is needed to compute its order again.
 *
 * @param version of the model; the same version gives the same order
 * @param seed of all that was random
 * @param relevant how many records were known as relevant when the order was computed
 * @param irrelevant how many as irrelevant
 * @param place in the order, from 1
 * @param score the higher the more likely relevant, on the model's own scale
 * @param atRandom whether it was mixed in at random and not brought up by its score
 */
public record Suggestion(
        String model,
        String version,
        long seed,
        int relevant,
        int irrelevant,
        int place,
        double score,
        boolean atRandom) {}

package org.winnow.prisma;

import org.jspecify.annotations.Nullable;
import org.winnow.model.Stage;

/**
 * How far two people agreed at a stage before differences were settled.
 *
 * @param records that both decided
 * @param observed share of them on which they agreed
 * @param kappa Cohen's, or null where it is not defined
 */
public record AgreementFigures(
        Stage stage,
        String first,
        String second,
        long records,
        double observed,
        @Nullable Double kappa) {}

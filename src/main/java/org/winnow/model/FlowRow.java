package org.winnow.model;

/**
 * How many records share one fate: a group of the review's records, alike in everything that the PRISMA flow asks.
 *
 * @param source where the records came from
 * @param duplicate removed before screening as a duplicate of another record
 * @param titleAbstract where they stand at title and abstract
 * @param retrieval whether their full report could be had
 * @param fullText where they stand at full text
 * @param reason label of the reason for exclusion at full text, empty where there is none
 * @param byTool whether only automation tools excluded them at title and abstract
 * @param records how many
 */
public record FlowRow(
        SourceId source,
        boolean duplicate,
        Outcome titleAbstract,
        Retrieval retrieval,
        Outcome fullText,
        String reason,
        boolean byTool,
        long records) {
    /** A group that no automation tool excluded. */
    public FlowRow(
            SourceId source,
            boolean duplicate,
            Outcome titleAbstract,
            Retrieval retrieval,
            Outcome fullText,
            String reason,
            long records) {
        this(source, duplicate, titleAbstract, retrieval, fullText, reason, false, records);
    }
}

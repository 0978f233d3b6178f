package org.winnow.prisma;

/**
 * A sum of the flow diagram that does not come out.
 *
 * @param rule its short name: E1 to E13 are laws, W1 to W3 have lawful exceptions
 * @param sentence the rule's name, the boxes and both sums, for people
 */
public record BrokenRule(String rule, String sentence) {
    /** Whether the numbers contradict each other, not merely look odd. */
    public boolean error() {
        return rule.startsWith("E");
    }
}

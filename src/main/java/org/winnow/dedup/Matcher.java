package org.winnow.dedup;

/**
 * Tells whether two records are the same report. Implementations are pure: the same two records get the same answer in
 * either order.
 */
public interface Matcher {
    Judgement judge(Prepared a, Prepared b);
}

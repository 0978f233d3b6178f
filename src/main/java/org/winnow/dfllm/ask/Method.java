package org.winnow.dfllm.ask;

/** How passages are found. */
public enum Method {
    /** By the words of the question (BM25). */
    WORDS,
    /** By the meaning of the question (embeddings). */
    MEANING,
    /** By both: the sum of both scores, each as a share of the question's best, meaning counting twice. */
    BOTH
}

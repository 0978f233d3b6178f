package org.winnow.dfllm.ask;

/** How passages are found. */
public enum Method {
    /** By the words of the question (BM25). */
    WORDS,
    /** By the meaning of the question (embeddings). */
    MEANING,
    /** By both: reciprocal rank fusion (Cormack, Clarke and Büttcher 2009, SIGIR), k = 60. */
    BOTH
}

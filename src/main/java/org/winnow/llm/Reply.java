package org.winnow.llm;

/**
 * What a language model said.
 *
 * @param model as the server calls the one that answered
 * @param version what the server says of its build; empty where nothing
 * @param counted whether the server counted the tokens; else they are counted here by a public encoding
 * @param millis from the first try to the end of the answer
 * @param tries how often it was asked until an answer came
 */
public record Reply(
        String text,
        String model,
        String version,
        int inputTokens,
        int outputTokens,
        boolean counted,
        long millis,
        int tries) {}

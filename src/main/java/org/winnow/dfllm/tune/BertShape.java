package org.winnow.dfllm.tune;

/**
 * How large a BERT network is (Devlin et al., 2019).
 *
 * @param layers one upon the other
 * @param width components of a piece's state
 * @param heads of attention in a layer
 * @param inner components between the two halves of a layer's second part
 * @param vocabulary pieces that it knows
 * @param positions pieces of a text at most
 */
record BertShape(int layers, int width, int heads, int inner, int vocabulary, int positions) {
    int headWidth() {
        return width / heads;
    }
}

package org.winnow.dfllm.corpus;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts tokens as a public encoding of byte pairs does; models of other makers count within some ten per cent. */
final class Tokens {
    /** The encoding's name, to be said wherever a number of tokens is. */
    static final String ENCODING = EncodingType.O200K_BASE.getName();

    private final Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    int in(String text) {
        return encoding.countTokensOrdinary(text);
    }
}

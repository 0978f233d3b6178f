package org.winnow.dfllm.corpus;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts tokens as a public encoding of byte pairs does; models of other makers count within some ten per cent. */
final class Tokens {
    /** The encoding's name, to be said wherever a number of tokens is. */
    static final String ENCODING = EncodingType.O200K_BASE.getName();

    /** Read on first use, and once: it takes a second. */
    private static final class Read {
        static final Encoding ENCODED = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    int in(String text) {
        return Read.ENCODED.countTokensOrdinary(text);
    }
}

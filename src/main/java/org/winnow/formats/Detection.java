package org.winnow.formats;

import java.nio.charset.Charset;

/**
 * What a file turned out to be.
 *
 * @param encodingName what to tell the person: {@code UTF-8 with BOM}, {@code windows-1252}
 * @param database the database that the content itself names, empty when it names none or several
 */
public record Detection(Format format, Charset charset, String encodingName, String database) {}

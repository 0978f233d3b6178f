package org.winnow.llm;

/** This program, as the record of a question names it. */
final class Program {
    static final String NAME = "Winnow " + version();

    private Program() {}

    private static String version() {
        String own = Program.class.getPackage().getImplementationVersion();
        return own == null ? "development" : own;
    }
}

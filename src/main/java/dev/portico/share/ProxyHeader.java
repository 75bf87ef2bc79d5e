package dev.portico.share;

/// Whether the local service is told each visitor's address first, by the PROXY protocol. Only a
/// service that expects the header understands what follows.
public enum ProxyHeader {
    NONE("none"),
    /// One line of text.
    V1("v1"),
    /// Binary.
    V2("v2");

    private final String text;

    ProxyHeader(String text) {
        this.text = text;
    }

    /// The form in settings and on the command line.
    public String text() {
        return text;
    }

    public static ProxyHeader parse(String text) {
        for (ProxyHeader header : values()) {
            if (header.text.equals(text)) {
                return header;
            }
        }
        throw new BadInput("input.proxy-header", "text", text);
    }
}

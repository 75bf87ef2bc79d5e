package dev.portico.share;

/// Reads and writes ports and `host:port` texts, IPv6 literals in brackets.
public final class Ports {

    /// @param port empty when the text names none
    public record HostAndPort(String host, String port) {}

    private Ports() {}

    /// Refuses anything but 1 to 65535.
    public static int parse(String text) {
        String digits = text.strip();
        if (digits.isEmpty()
                || digits.length() > 5
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new BadInput("input.port.range", "text", digits);
        }
        return check(Integer.parseInt(digits));
    }

    /// As [#parse], and 0, which lets the server choose.
    public static int parseOrAutomatic(String text) {
        return text.strip().equals("0") ? 0 : parse(text);
    }

    public static int check(int port) {
        if (port < 1 || port > 65535) {
            throw new BadInput("input.port.range", "text", String.valueOf(port));
        }
        return port;
    }

    public static String join(String host, int port) {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }

    public static HostAndPort split(String text) {
        if (text.startsWith("[")) {
            return splitBracketed(text);
        }
        int colon = text.indexOf(':');
        if (colon != text.lastIndexOf(':')) {
            throw new BadInput("input.host.brackets", "text", text);
        }
        String host = colon < 0 ? text : text.substring(0, colon);
        return new HostAndPort(checkHost(host, text), colon < 0 ? "" : text.substring(colon + 1));
    }

    private static HostAndPort splitBracketed(String text) {
        int end = text.indexOf(']');
        if (end < 0) {
            throw new BadInput("input.host.brackets", "text", text);
        }
        String rest = text.substring(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(":")) {
            throw new BadInput("input.host.brackets", "text", text);
        }
        String host = checkHost(text.substring(1, end), text);
        if (host.indexOf(':') >= 0 && !Audience.isLiteral(host)) {
            throw new BadInput("input.host.wrong", "text", text);
        }
        return new HostAndPort(host, rest.isEmpty() ? "" : rest.substring(1));
    }

    private static String checkHost(String host, String text) {
        boolean wrong =
                host.isBlank()
                        || host.startsWith("-")
                        || !Plain.text(host).equals(host)
                        || host.chars()
                                .anyMatch(
                                        c ->
                                                c <= ' '
                                                        || c == 0x7f
                                                        || "/@\"'`$\\;|&<>(){}[]*".indexOf(c) >= 0);
        if (wrong) {
            throw new BadInput("input.host.wrong", "text", text);
        }
        return host;
    }
}

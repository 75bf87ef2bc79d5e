package dev.portico.share;

import java.util.regex.Pattern;

/// Ports of a server that may be used, both ends included.
public record PortRange(int first, int last) {
    private static final Pattern DASH = Pattern.compile("\\s*[-–]\\s*");

    public PortRange {
        Ports.check(first);
        Ports.check(last);
        if (last < first) {
            throw new BadInput("input.ports.backwards", "meant", meant(first, last));
        }
    }

    /// Reads `20000-29999`, or one port.
    public static PortRange parse(String text) {
        String[] ends = DASH.split(text.strip(), -1);
        if (ends.length > 2) {
            throw new BadInput("input.ports.wrong", "text", text.strip());
        }
        return new PortRange(Ports.parse(ends[0]), Ports.parse(ends[ends.length - 1]));
    }

    public String text() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }

    public boolean contains(int port) {
        return port >= first && port <= last;
    }

    public int size() {
        return last - first + 1;
    }

    /// One of them for any number: those of numbers side by side lie side by side.
    public int port(int number) {
        return first + Math.floorMod(number, size());
    }

    /// A digit was lost at the end, or the ends are the wrong way round.
    private static String meant(int first, int last) {
        StringBuilder end = new StringBuilder().append(last);
        while (end.length() < String.valueOf(first).length()) {
            end.append('9');
        }
        int longer = Integer.parseInt(end.toString());
        return longer >= first && longer <= 65535 ? first + "-" + longer : last + "-" + first;
    }
}

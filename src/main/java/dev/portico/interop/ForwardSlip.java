package dev.portico.interop;

import dev.portico.share.BadInput;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A slip of the pen in the text after `-R`, with what was meant.
///
/// @param length of what is wrong, from the beginning of the text
record ForwardSlip(BadInput why, Optional<String> right, int length) {
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("(?i)((?:[^/]*:)?[0-9]+:)http(s?)://([^/]+)/?");
    private static final Pattern NO_PORT = Pattern.compile("([0-9]+):([A-Za-z][\\w.-]*):?");
    private static final Pattern LETTER_FOR_DIGIT =
            Pattern.compile("([0-9OolI]*[0-9][0-9OolI]*):([^:\\[\\]]+:[0-9]+)");
    private static final Pattern NO_BLANK =
            Pattern.compile("((?:[^:]*:)?[0-9]+:[^:]+:[0-9]+):([\\w.-]+@[\\w.-]+)");

    private static final Pattern TURNED =
            Pattern.compile(
                    "([^:\\[\\]]*[^:0-9\\[\\]][^:\\[\\]]*|):([0-9]+):([0-9]+)(?::([^0-9].*)?)?");

    static Optional<ForwardSlip> in(String text) {
        Matcher turned = TURNED.matcher(text);
        if (turned.matches()) {
            return Optional.of(turned(turned));
        }
        Matcher web = WEB_ADDRESS.matcher(text);
        if (web.matches()) {
            String usual = web.group(2).isEmpty() ? ":80" : ":443";
            String place = web.group(3).contains(":") ? web.group(3) : web.group(3) + usual;
            return slip("input.ssh.scheme", text, text, web.group(1) + place);
        }
        Matcher noPort = NO_PORT.matcher(text);
        if (noPort.matches()) {
            String right = noPort.group(1) + ":" + noPort.group(2) + ":" + noPort.group(1);
            return slip("input.ssh.no-target-port", text, noPort.group(2), right);
        }
        Matcher letter = LETTER_FOR_DIGIT.matcher(text);
        if (letter.matches() && !letter.group(1).chars().allMatch(Character::isDigit)) {
            String digits = letter.group(1).replaceAll("[Oo]", "0").replaceAll("[lI]", "1");
            String right = digits + ":" + letter.group(2);
            return slip("input.ssh.letter", text, letter.group(1), right);
        }
        Matcher noBlank = NO_BLANK.matcher(text);
        return noBlank.matches()
                ? slip(
                        "input.ssh.no-blank",
                        text,
                        noBlank.group(2),
                        noBlank.group(1) + " " + noBlank.group(2))
                : Optional.empty();
    }

    private static ForwardSlip turned(Matcher text) {
        String rest = text.group(4) == null ? "" : (" " + text.group(4)).stripTrailing();
        String right = text.group(3) + ":" + text.group(1) + ":" + text.group(2) + rest;
        BadInput why = new BadInput("input.ssh.turned");
        return new ForwardSlip(why, Optional.of(right), text.start(3));
    }

    private static Optional<ForwardSlip> slip(
            String key, String whole, String wrong, String right) {
        BadInput why = new BadInput(key, "text", wrong);
        return Optional.of(new ForwardSlip(why, Optional.of(right), whole.length()));
    }
}

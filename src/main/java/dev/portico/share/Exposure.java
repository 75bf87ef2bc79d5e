package dev.portico.share;

/// Who can really open the link, whatever was asked for.
public enum Exposure {
    EVERYONE("everyone"),
    ONLY_ON_SERVER("only-on-server"),
    BLOCKED("blocked"),
    WIDER_THAN_ASKED("wider-than-asked"),
    UNKNOWN("unknown");

    private final String code;

    Exposure(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

package dev.portico.desktop.tray;

/// How a share stands, from good to bad.
public enum TrayMark {
    STOPPED,
    OPEN,
    CHECK,
    CONNECTING,
    WAITING,
    WITHDRAWN,
    FAILED;

    public TrayMark worse(TrayMark other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

package dev.portico.desktop.tray;

/// What can be chosen in the tray. Equal actions are one entry of the menu, however it is called.
public sealed interface TrayAction {

    record OpenWindow() implements TrayAction {}

    record SharePort() implements TrayAction {}

    record StopAll() implements TrayAction {}

    record Quit() implements TrayAction {}

    record Toggle(String share) implements TrayAction {}

    record CopyLink(String share) implements TrayAction {}
}

package dev.portico.desktop.servers;

import dev.portico.desktop.servers.ServerForm.Way;
import dev.portico.share.SignIn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The way to sign in, between the fields of the form and the server.
final class SignInFields {
    private SignInFields() {}

    static SignIn signIn(Way way, String key) {
        return switch (way) {
            case AUTOMATIC -> new SignIn.Automatic();
            case KEY_FILE -> new SignIn.KeyFiles(List.of(expanded(key)));
            case AGENT -> new SignIn.Agent();
            case PASSWORD -> new SignIn.Password();
        };
    }

    static Way way(SignIn signIn) {
        return switch (signIn) {
            case SignIn.Automatic _ -> Way.AUTOMATIC;
            case SignIn.KeyFiles _ -> Way.KEY_FILE;
            case SignIn.Agent _ -> Way.AGENT;
            case SignIn.Password _ -> Way.PASSWORD;
        };
    }

    static String keyFile(SignIn signIn) {
        return signIn instanceof SignIn.KeyFiles(List<Path> paths) && !paths.isEmpty()
                ? paths.getFirst().toString()
                : "";
    }

    static boolean isUsable(Way way, String key) {
        return way != Way.KEY_FILE || (!key.isEmpty() && Files.isReadable(expanded(key)));
    }

    private static Path expanded(String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), path.substring(2))
                : Path.of(path);
    }
}

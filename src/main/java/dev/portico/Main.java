package dev.portico;

/// The only main: no argument opens the window, otherwise the console.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}

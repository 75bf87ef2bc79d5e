package dev.portico;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import java.util.logging.LogManager;

/// The only main: no argument opens the window, otherwise the console.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        keepLibrariesQuiet();
        Wiring wiring = new Wiring();
        System.exit(args.length > 0 ? wiring.console().run(args) : window(wiring));
    }

    private static int window(Wiring wiring) {
        if (!wiring.hasDisplay()) {
            Problem absent = Problem.of(ProblemCode.DISPLAY_ABSENT, "");
            System.err.println(absent.title(wiring.locale()));
            System.err.println(absent.remedy(wiring.locale()));
            return 1;
        }
        return openWindow();
    }

    /// THE WINDOW GOES HERE: opens it and returns when it has been closed.
    private static int openWindow() {
        return 0;
    }

    /// What libraries say is for a log, not for the terminal of somebody who wants to share a port.
    private static void keepLibrariesQuiet() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            LogManager.getLogManager().reset();
        }
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) ->
                        System.getLogger(Main.class.getName())
                                .log(System.Logger.Level.ERROR, "in " + thread.getName(), e));
    }
}

package dev.portico;

import dev.portico.console.JvmEnd;
import dev.portico.link.Links;
import dev.portico.share.ProblemException;

import java.security.Security;
import java.util.logging.LogManager;

/// The only main: no argument opens the window, otherwise the console.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        lookNamesUpAnew();
        if (args.length == 0) {
            keepLibrariesQuiet();
            System.exit(window(new Wiring()));
        }
        JvmEnd end = new JvmEnd();
        keepLibrariesQuiet();
        if (args[0].equals("share")) {
            Links.prepare(); // while the command line is read
        }
        end.exit(new Wiring().console(end).run(args));
    }

    private static int window(Wiring wiring) {
        try {
            wiring.runWindow();
            return 0;
        } catch (ProblemException e) {
            System.err.println(e.problem().title(wiring.locale()));
            System.err.println(e.problem().consoleRemedy(wiring.locale()));
            return 1;
        } catch (InterruptedException _) {
            return 1;
        }
    }

    /// A server may have moved since the last try. Has to stand before the first look-up.
    private static void lookNamesUpAnew() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
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

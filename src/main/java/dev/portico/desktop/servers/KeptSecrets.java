package dev.portico.desktop.servers;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.shares.Desk;
import dev.portico.share.Keyring;
import dev.portico.share.Secrets;
import dev.portico.share.Server;

import java.util.Locale;

/// What is kept for the sign-in of servers in the system's keyring.
record KeptSecrets(Desk desk) {

    /// Says what came of it.
    void forget(Server server) {
        desk.background()
                .run(
                        () -> {
                            boolean any = false;
                            for (Keyring.Entry entry : Secrets.entries(server)) {
                                any |= desk.keyring().forget(entry);
                            }
                            return any;
                        },
                        any -> {
                            String key = any ? "toast.forgotten" : "toast.nothing-kept";
                            desk.notices()
                                    .say(
                                            any ? Mark.PASSED : Mark.STOPPED,
                                            desk.texts().of(key, "name", server.name()),
                                            "");
                        },
                        problem -> {
                            Locale locale = desk.texts().locale();
                            desk.notices()
                                    .say(
                                            Mark.FAILED,
                                            problem.title(locale),
                                            problem.remedy(locale));
                        });
    }
}

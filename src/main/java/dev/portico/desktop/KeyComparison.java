package dev.portico.desktop;

import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.shares.Desk;
import dev.portico.share.Problem;
import dev.portico.share.Server;

import java.util.Locale;

/// What to do about a host key that has changed: shows both, and forgets the old one only when the
/// user says that the new one was compared.
record KeyComparison(Dialogs dialogs, Desk desk) {

    /// @param tryAgain connects anew, which then asks about the key that is shown
    void show(Problem problem, Runnable tryAgain) {
        Questions.changedKey(dialogs, desk.texts(), problem, () -> forget(problem, tryAgain));
    }

    private void forget(Problem problem, Runnable tryAgain) {
        String name = problem.facts().getOrDefault("server", "");
        Server server = desk.store().settings().server(name).orElseGet(() -> Server.parse(name));
        Locale locale = desk.texts().locale();
        desk.background()
                .run(
                        () -> desk.hostKeys().forget(server),
                        _ -> tryAgain.run(),
                        failed ->
                                desk.notices()
                                        .say(
                                                Mark.FAILED,
                                                failed.title(locale),
                                                failed.remedy(locale)));
    }
}

package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.RowText.LinkText;
import dev.portico.share.Audience;
import dev.portico.share.Exposure;
import dev.portico.share.Forward;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;

import java.util.List;

/// The link column: the link with its port as the headline, or why there is none and what to do.
final class LinkWriter {
    private final Texts texts;

    LinkWriter(Texts texts) {
        this.texts = texts;
    }

    LinkText write(ShareStatus status) {
        Share share = status.share();
        return switch (status.state()) {
            case ShareState.Open open -> open(status, status.reach().corrected(open.forward()));
            case ShareState.Failed(Problem problem) -> problem(problem, false);
            case ShareState.Waiting waiting -> problem(waiting.problem(), true);
            case ShareState.Connecting connecting ->
                    words(texts.of("link.connecting", "server", connecting.server().host()));
            case ShareState.Stopped _ ->
                    words(
                            share.port() == 0
                                    ? texts.of("link.stopped")
                                    : texts.of(
                                            "link.stopped.port",
                                            "port",
                                            String.valueOf(share.port())));
        };
    }

    private LinkText open(ShareStatus status, Forward forward) {
        String shown =
                forward.link().equals("http://" + forward.address())
                        ? forward.address()
                        : forward.link();
        String port = String.valueOf(forward.port());
        int at = shown.lastIndexOf(port);
        boolean found = at >= 0;
        return new LinkText(
                forward.link(),
                found ? shown.substring(0, at) : shown,
                found ? port : "",
                found ? shown.substring(at + port.length()) : "",
                below(status, forward, shown),
                List.of(),
                forward.link() + "\n" + texts.of("link.click"));
    }

    private String below(ShareStatus status, Forward forward, String shown) {
        Share share = status.share();
        if (share.server().equals(Server.PRACTICE)) {
            return texts.of("link.practice");
        }
        if (share.audience() == Audience.ONLY_ON_SERVER
                || status.exposure() == Exposure.ONLY_ON_SERVER) {
            return texts.of("link.inside", "server", share.server());
        }
        return shown.equals(forward.address()) ? "" : forward.address();
    }

    private LinkText problem(Problem problem, boolean waiting) {
        ProblemWords words = ProblemWords.of(problem, texts);
        String tooltip = words.title() + "\n" + words.remedy();
        return new LinkText(
                "",
                words.headline(),
                "",
                "",
                "",
                Remedy.of(problem, waiting),
                problem.quoted()
                        ? tooltip + "\n" + texts.of("panel.said", "raw", problem.raw())
                        : tooltip);
    }

    private static LinkText words(String words) {
        return new LinkText("", words, "", "", "", List.of(), "");
    }
}

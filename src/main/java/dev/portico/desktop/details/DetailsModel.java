package dev.portico.desktop.details;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.Blocking;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.shares.ShareHead;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.interop.ShellWords;
import dev.portico.interop.SshCommand;
import dev.portico.share.Forward;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The selected share in all its details, without controls. All methods belong to the screen's
/// thread.
public final class DetailsModel {
    private final Desk desk;
    private final SharesModel shares;
    private final Blocking blocking;
    private final History history = new History();
    private final HistoryWriter happenings;
    private final JourneyWriter journeys;
    private final ReadOnlyObjectWrapper<Optional<DetailsText>> text =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String selected = "";

    public DetailsModel(Desk desk, SharesModel shares) {
        this.desk = desk;
        this.shares = shares;
        this.blocking = new Blocking(desk);
        this.happenings = new HistoryWriter(desk.texts());
        this.journeys = new JourneyWriter(desk.texts(), this::saved);
        desk.shares().read(history::add);
    }

    /// @param share a name, or empty when none is selected
    void select(String share) {
        selected = share;
        refresh();
    }

    /// Its name, or empty when none is selected.
    public String selected() {
        return selected;
    }

    public void refresh() {
        Optional<DetailsText> now = shares.head(selected).map(this::write);
        if (!now.equals(text.get())) {
            text.set(now);
        }
    }

    ReadOnlyObjectProperty<Optional<DetailsText>> textProperty() {
        return text.getReadOnlyProperty();
    }

    void copyLink() {
        text.get()
                .filter(it -> !it.url().isEmpty())
                .ifPresent(it -> copy(it.url(), "toast.copied"));
    }

    void copySsh() {
        text.get().ifPresent(it -> copy(it.ssh(), "toast.ssh-copied"));
    }

    void browse() {
        text.get()
                .filter(it -> !it.url().isEmpty())
                .ifPresent(it -> desk.browse().accept(it.url()));
    }

    void disconnect(VisitRow visit) {
        desk.shares().disconnect(selected, visit.visitor());
        refresh();
    }

    /// Turns the address away from now on; can be taken back.
    void block(VisitRow visit) {
        blocking.block(selected, visit.address());
        refresh();
    }

    void unblock(VisitRow blocked) {
        blocking.unblock(selected, blocked.address());
        refresh();
    }

    private void copy(String words, String said) {
        desk.copy().accept(words);
        desk.notices().say(Mark.PASSED, desk.texts().of(said), selected);
    }

    private DetailsText write(ShareHead head) {
        ShareStatus status = head.status();
        return new DetailsText(
                status.share().name(),
                head.mark(),
                head.word(),
                sentence(head),
                head.url(),
                journeys.write(head),
                status.visits().size(),
                status.traffic().visitorsInAll(),
                visits(status),
                happenings.write(history.of(status.share().name())),
                ssh(status),
                head.hasProblem());
    }

    private String sentence(ShareHead head) {
        Texts texts = desk.texts();
        if (head.since().isEmpty()) {
            return texts.of("panel.head", "state", head.word(), "server", head.server());
        }
        return head.since().equals(texts.of("time.now"))
                ? texts.of("details.opened", "server", head.server())
                : texts.of("details.open", "time", head.since(), "server", head.server());
    }

    private List<VisitRow> visits(ShareStatus status) {
        Instant now = desk.clock().instant();
        Stream<VisitRow> here =
                status.visits().stream()
                        // whoever comes does not move the buttons of those who are here
                        .sorted(Comparator.comparing(ShareStatus.VisitSample::since))
                        .map(visit -> visit(visit, now));
        Stream<VisitRow> blocked =
                status.share().blocked().stream()
                        .map(address -> new VisitRow(-1, address, "", "", "", true));
        return Stream.concat(here, blocked).toList();
    }

    private VisitRow visit(ShareStatus.VisitSample visit, Instant now) {
        String age = Amounts.time(desk.texts(), Duration.between(visit.since(), now));
        return new VisitRow(
                visit.visitor().id(),
                visit.visitor().address(),
                HistoryWriter.CLOCK.format(visit.since()) + " · " + age,
                Amounts.bytes(visit.sent()),
                Amounts.bytes(visit.received()),
                false);
    }

    private String ssh(ShareStatus status) {
        Share share = status.share();
        return status.state() instanceof ShareState.Open(Server server, Forward forward, _)
                ? ssh(share, server, forward.port())
                : saved(share.server()).map(server -> ssh(share, server, share.port())).orElse("");
    }

    private String ssh(Share share, Server server, int port) {
        try {
            return ShellWords.line(SshCommand.of(share, server, port, this::saved));
        } catch (ProblemException e) {
            return "# " + e.problem().title(desk.texts().locale());
        }
    }

    private Optional<Server> saved(String name) {
        return desk.store().settings().server(name);
    }
}

package dev.portico.desktop;

import dev.portico.desktop.details.DetailsModel;
import dev.portico.desktop.examine.ExamineModel;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.look.Ticker;
import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.servers.FirstRunModel;
import dev.portico.desktop.servers.ServersModel;
import dev.portico.desktop.shares.ComposerModel;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.desktop.visitors.VisitorsModel;
import dev.portico.doctor.Examining;
import dev.portico.share.ShareStatus;
import dev.portico.store.VisitorBook;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// All view models of the window; they outlive the views, which are built anew with each language.
final class Models {
    private final Desk desk;
    private final PortWatch watch;
    private final SharesModel shares;
    private final DetailsModel details;
    private final ComposerModel composer;
    private final ServersModel servers;
    private final FirstRunModel firstRun;
    private final VisitorsModel visitors;
    private final ExamineModel examination;
    private final AtomicLong movements = new AtomicLong();
    private final Stillness stillness = new Stillness();
    private long looks;

    Models(Desk desk, ListeningPorts ports, VisitorBook book, Examining doctor) {
        this.desk = desk;
        this.watch = new PortWatch(ports, desk.background(), desk.clock());
        this.shares = new SharesModel(desk, watch);
        this.details = new DetailsModel(desk, shares);
        this.composer = new ComposerModel(desk, shares, watch);
        this.servers = new ServersModel(desk, shares, composer);
        this.firstRun = new FirstRunModel(shares, servers, desk.texts());
        this.visitors = new VisitorsModel(desk, book, ZoneId.systemDefault());
        this.examination = new ExamineModel(desk, doctor);
        desk.shares().read(_ -> stir());
        watch.onChange(this::stir);
        examination.standingProperty().subscribe(_ -> stir());
    }

    /// Something has happened, or is about to.
    void stir() {
        movements.incrementAndGet();
    }

    Ticker ticker(Duration beat, Runnable look) {
        return new Ticker(beat, desk.background().screen(), movements::get, look);
    }

    /// Looks at everything, unless it would find what it found before.
    void refresh() {
        watch.tick();
        List<ShareStatus> snapshot = desk.shares().snapshot();
        if (stillness.isStill(snapshot, movements.get(), desk.clock().instant())) {
            return;
        }
        looks++;
        shares.refresh();
        details.refresh();
        composer.refresh();
        servers.refresh();
        visitors.refresh();
        examination.refresh();
        if (shares.countsProperty().get().moving() > 0
                || servers.isTesting()
                || examination.isRunning()) {
            stir();
        }
    }

    /// How often everything was looked at.
    long looks() {
        return looks;
    }

    /// Nothing shared and no server saved: the user is new.
    boolean isFirstRun() {
        return shares.isEmpty() && servers.savedProperty().get() == 0;
    }

    Desk desk() {
        return desk;
    }

    Texts texts() {
        return desk.texts();
    }

    SharesModel shares() {
        return shares;
    }

    DetailsModel details() {
        return details;
    }

    ComposerModel composer() {
        return composer;
    }

    ServersModel servers() {
        return servers;
    }

    VisitorsModel visitors() {
        return visitors;
    }

    ExamineModel examination() {
        return examination;
    }

    FirstRunModel firstRun() {
        return firstRun;
    }
}

package dev.portico.desktop.ports;

import dev.portico.desktop.look.Background;
import dev.portico.share.ShareStatus;
import dev.portico.share.Target;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What listens on this computer, as of a moment ago. All methods belong to the screen's thread; it
/// looks in the background while it is ticked, so often that two seconds show all that has ended.
public final class PortWatch {
    private static final Duration EVERY = Duration.ofMillis(900);

    private final ListeningPorts finder;
    private final Background background;
    private final InstantSource clock;
    private final ObservableList<ListeningPort> others = FXCollections.observableArrayList();
    private final Set<Target> awaited = new HashSet<>();
    private Runnable onChange = () -> {};
    private Optional<Set<Integer>> heard = Optional.empty();
    private Instant last = Instant.EPOCH;
    private int looks;

    public PortWatch(ListeningPorts finder, Background background, InstantSource clock) {
        this.finder = finder;
        this.background = background;
        this.clock = clock;
    }

    /// @param onChange run when something else listens than before
    public void onChange(Runnable onChange) {
        this.onChange = onChange;
    }

    public void tick() {
        if (Duration.between(last, clock.instant()).abs().compareTo(EVERY) >= 0) {
            look();
        }
    }

    /// Looks now; an older look that is still under way does not count any more.
    public void look() {
        last = clock.instant();
        looks++;
        int number = looks;
        background.run(
                finder::find,
                found -> take(number, Optional.of(found)),
                _ -> take(number, Optional.empty()));
    }

    /// Looks now, and says nothing of the targets until then: their services may be quite new.
    public void lookAgainAt(Collection<Target> targets) {
        awaited.addAll(targets);
        look();
    }

    /// What listens here but belongs to other programs.
    public ObservableList<ListeningPort> others() {
        return others;
    }

    /// What listens at that place, where it is one of this computer.
    public Optional<ListeningPort> at(Target place) {
        return place instanceof Target.Tcp tcp && tcp.isThisComputer()
                ? others.stream().filter(port -> port.port() == tcp.port()).findFirst()
                : Optional.empty();
    }

    /// What is known of the target by now: a look at the ports tells before a visitor does.
    public ShareStatus seen(ShareStatus status) {
        boolean up = isUp(status);
        return up == status.targetUp()
                ? status
                : new ShareStatus(
                        status.share(),
                        status.state(),
                        status.reach(),
                        up,
                        status.traffic(),
                        status.visits());
    }

    private boolean isUp(ShareStatus status) {
        Target target = status.share().target();
        if (heard.isEmpty() || awaited.contains(target)) {
            return status.targetUp();
        }
        return switch (target) {
            case Target.Tcp tcp when tcp.host().equals("localhost") ->
                    heard.get().contains(tcp.port());
            // listening somewhere here is not yet listening at just this address
            case Target.Tcp tcp when tcp.isThisComputer() ->
                    status.targetUp() && heard.get().contains(tcp.port());
            case Target.Tcp _, Target.UnixSocket _ -> status.targetUp();
        };
    }

    private void take(int number, Optional<List<ListeningPort>> found) {
        if (number != looks) {
            return;
        }
        awaited.clear();
        heard = finder == ListeningPorts.NO_WAY ? Optional.empty() : found.map(PortWatch::numbers);
        List<ListeningPort> shown =
                found.stream().flatMap(List::stream).filter(port -> !port.own()).toList();
        if (!shown.equals(others)) {
            others.setAll(shown);
            onChange.run();
        }
    }

    private static Set<Integer> numbers(List<ListeningPort> ports) {
        return ports.stream().map(ListeningPort::port).collect(Collectors.toSet());
    }
}

package dev.portico.desktop.shares;

import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.ports.WellKnownPort;
import dev.portico.share.Audience;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Asks once per target before what signs people in or holds data is opened to everyone. A saved
/// share that is open to everyone counts as asked.
public final class Caution {
    /// @param name of the program, or the target where none is known
    public record Question(
            String name, int port, boolean isDatabase, Runnable inside, Runnable open) {}

    private final Desk desk;
    private final PortWatch watch;
    private final Set<Target> agreed = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    Caution(Desk desk, PortWatch watch) {
        this.desk = desk;
        this.watch = watch;
    }

    /// What is to be asked; who does not answer shares nothing.
    public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// Goes on with the wishes as they are after all questions.
    void pass(List<Share> wishes, Consumer<List<Share>> go) {
        for (Share wish : wishes) {
            if (wish.target() instanceof Target.Tcp tcp && mustAsk(wish, tcp)) {
                ask(wish, tcp, wishes, go);
                return;
            }
        }
        go.accept(wishes);
    }

    private void ask(Share wish, Target.Tcp tcp, List<Share> wishes, Consumer<List<Share>> go) {
        String process = process(tcp);
        String name =
                process.isEmpty() ? WellKnownPort.program(tcp.port()).orElse(tcp.text()) : process;
        Share inside =
                new Share(wish.name(), wish.target(), wish.server(), wish.port(), "localhost");
        List<Share> kept = wishes.stream().map(each -> each.equals(wish) ? inside : each).toList();
        question.set(
                Optional.of(
                        new Question(
                                name,
                                tcp.port(),
                                WellKnownPort.isDatabase(tcp.port(), process),
                                () -> pass(kept, go),
                                () -> {
                                    agreed.add(tcp);
                                    pass(wishes, go);
                                })));
    }

    private boolean mustAsk(Share wish, Target.Tcp tcp) {
        return isOpen(wish)
                && WellKnownPort.isSensitive(tcp.port(), process(tcp))
                && !agreed.contains(tcp)
                && desk.store().settings().shares().stream()
                        .noneMatch(saved -> saved.target().equals(tcp) && isOpen(saved));
    }

    private static boolean isOpen(Share share) {
        return share.audience() != Audience.ONLY_ON_SERVER;
    }

    private String process(Target.Tcp tcp) {
        return watch.at(tcp).map(ListeningPort::process).orElse("");
    }
}

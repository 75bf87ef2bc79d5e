package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.Problem;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.store.Settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Carries the user's wishes to the shares and into the settings. Stopping blocks, so it is done in
/// the background, one command at a time per share; the last wish wins.
final class Wishes {
    private final Desk desk;
    private final Map<String, Boolean> wanted = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Set<String> going = new HashSet<>();

    private final Map<String, Runnable> afterwards = new HashMap<>();

    Wishes(Desk desk) {
        this.desk = desk;
    }

    void restore() {
        for (Share share : desk.store().settings().shares()) {
            desk.shares().add(share);
            if (share.on()) {
                wanted.put(share.name(), true);
                settle(share.name());
            }
        }
    }

    boolean isWanted(Share share) {
        return wanted.getOrDefault(share.name(), share.on());
    }

    /// Whether it is being deleted.
    boolean isGoing(String name) {
        return going.contains(name);
    }

    void add(Share share, boolean keep) {
        desk.shares().add(share);
        if (keep) {
            save(shares -> with(shares, share));
        }
        want(share, share.on());
    }

    void want(Share share, boolean open) {
        want(List.of(share), open);
    }

    /// Many at once are saved once.
    void want(Collection<Share> shares, boolean open) {
        Set<String> names = new LinkedHashSet<>();
        shares.forEach(share -> names.add(share.name()));
        names.forEach(name -> wanted.put(name, open));
        save(
                all ->
                        all.stream()
                                .map(
                                        share ->
                                                names.contains(share.name())
                                                        ? share.withOn(open)
                                                        : share)
                                .toList());
        names.forEach(this::settle);
    }

    /// Keeps the ports that a share was given, so that its link is the same at the next start.
    void remember(Share share) {
        save(
                shares ->
                        changed(
                                shares,
                                share.name(),
                                saved -> saved.withLastPorts(share.lastPorts())));
    }

    /// Puts the new wish in place of the old one of that name; one that is open is opened anew.
    void replace(Share share, boolean open) {
        save(shares -> changed(shares, share.name(), _ -> share.withOn(open)));
        wanted.put(share.name(), open);
        busy.add(share.name());
        run(share.name(), () -> desk.shares().replace(share), () -> settle(share.name()));
    }

    void group(String name, String group) {
        label(name, share -> share.withGroup(group));
    }

    /// Waits until nothing is under way with that name.
    void whenAtRest(String name, Runnable action) {
        if (busy.contains(name)) {
            afterwards.put(name, action);
        } else {
            action.run();
        }
    }

    /// Only while nothing is under way with that name.
    void rename(String name, String now) {
        label(name, share -> share.withName(now));
        Boolean open = wanted.remove(name);
        if (open != null) {
            wanted.put(now, open);
        }
    }

    private void label(String name, UnaryOperator<Share> label) {
        desk.shares().label(name, label);
        save(shares -> changed(shares, name, label));
    }

    /// @return what brings it back
    Runnable delete(Share share) {
        boolean kept =
                desk.store().settings().shares().stream()
                        .anyMatch(saved -> saved.name().equals(share.name()));
        Deletion deletion = new Deletion(share.withOn(isWanted(share)), kept);
        String name = share.name();
        going.add(name);
        wanted.remove(name);
        save(shares -> shares.stream().filter(saved -> !saved.name().equals(name)).toList());
        run(
                name,
                () -> desk.shares().remove(name),
                () -> {
                    going.remove(name);
                    deletion.gone();
                });
        return deletion::undo;
    }

    private void settle(String name) {
        if (!busy.add(name)) {
            return;
        }
        boolean open = wanted.getOrDefault(name, false);
        run(
                name,
                () -> {
                    if (open) {
                        desk.shares().start(name);
                    } else {
                        desk.shares().stop(name, ShareState.Reason.BY_USER);
                    }
                },
                () -> {
                    Boolean now = wanted.get(name);
                    if (now != null && now != open) {
                        settle(name);
                    }
                });
    }

    private void run(String name, Runnable command, Runnable then) {
        desk.background()
                .run(
                        () -> {
                            command.run();
                            return name;
                        },
                        _ -> {
                            busy.remove(name);
                            then.run();
                            goOn(name);
                        },
                        problem -> {
                            busy.remove(name);
                            going.remove(name);
                            tell(problem);
                        });
    }

    private void goOn(String name) {
        Runnable next = busy.contains(name) ? null : afterwards.remove(name);
        if (next != null && !going.contains(name)) {
            next.run();
        }
    }

    private void tell(Problem problem) {
        desk.notices().say(Mark.FAILED, problem.title(desk.texts().locale()), problem.raw());
    }

    private void save(UnaryOperator<List<Share>> change) {
        desk.store().update(settings -> saved(settings, change));
    }

    private static Settings saved(Settings settings, UnaryOperator<List<Share>> change) {
        return settings.withShares(change.apply(settings.shares()));
    }

    private static List<Share> with(List<Share> shares, Share added) {
        List<Share> all = new ArrayList<>(shares);
        all.removeIf(share -> share.name().equals(added.name()));
        all.add(added);
        return all;
    }

    private static List<Share> changed(
            List<Share> shares, String name, UnaryOperator<Share> change) {
        return shares.stream()
                .map(share -> share.name().equals(name) ? change.apply(share) : share)
                .toList();
    }

    /// A share that leaves: it may be wanted back before it is quite gone.
    private final class Deletion {
        private final Share share;
        private final boolean kept;
        private boolean gone;
        private boolean undone;

        Deletion(Share share, boolean kept) {
            this.share = share;
            this.kept = kept;
        }

        void gone() {
            gone = true;
            restoreIfWanted();
        }

        void undo() {
            undone = true;
            restoreIfWanted();
        }

        private void restoreIfWanted() {
            if (gone && undone) {
                add(share.withName(desk.shares().freeName(share.name())), kept);
            }
        }
    }
}

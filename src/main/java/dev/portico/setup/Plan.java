package dev.portico.setup;

import dev.portico.interop.sshd.AuthorizedKeyLine;
import dev.portico.interop.sshd.FirewallLines;
import dev.portico.interop.sshd.SshdConfigBlock;
import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.share.PortRange;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is to be done at the server, as a script for root: run as it stands it does all of it or
/// nothing, and a second time it finds that all is there.
///
/// @param publicKey of the account
/// @param firewall to be opened; empty to leave it alone
public record Plan(
        TunnelAccount account,
        String publicKey,
        Found found,
        Places places,
        Optional<FirewallLines> firewall) {

    public Plan {
        publicKey = AuthorizedKeyLine.checkedKey(publicKey);
    }

    /// The server as the new account signs in there.
    ///
    /// @param admin the server as the user signs in there
    public Server profile(Server admin, Path key, String name) {
        List<PortRange> ranges = account.ranges();
        return admin.at(admin.host(), admin.port(), account.user())
                .withName(name)
                .withSignIn(new SignIn.KeyFiles(List.of(key)))
                .withBind(Optional.of(account.everyone() ? "*" : "localhost"))
                .withPorts(ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty());
    }

    /// Where the way back is, on the server.
    public String undoFile() {
        return places.state(account.user()) + "/undo.sh";
    }

    /// To read and to run.
    public String script() {
        String undo = undoScript();
        return ScriptText.start(
                        "Makes the account %s, which may share %s, and nothing else."
                                .formatted(account.user(), portsInWords()),
                        "Run it as root. It does all of it or nothing; the way back is",
                        "    sh " + undoFile())
                .set("line", line())
                .set("block", block())
                .set("keys", found.keys())
                .set("plan", id())
                .with(this::common)
                .function("open_firewall", lines(true))
                .document("write_undo", "$state/undo.sh", undo)
                .resource("common.sh")
                .resource("set-up.sh")
                .text();
    }

    /// Takes back what [#script] did.
    public String undoScript() {
        return ScriptText.start(
                        "Takes back what Portico set up for the account %s. Run it as root."
                                .formatted(account.user()))
                .with(this::common)
                .function("close_firewall", lines(false))
                .resource("common.sh")
                .resource("undo.sh")
                .text();
    }

    /// By which the server knows whether it is this plan that stands there.
    String id() {
        return Integer.toHexString((undoScript() + line() + block()).hashCode());
    }

    private String line() {
        return AuthorizedKeyLine.of(account, publicKey);
    }

    private String block() {
        return SshdConfigBlock.of(account).stripTrailing();
    }

    private void common(ScriptText script) {
        String dropIn =
                found.dropIns().isEmpty()
                        ? ""
                        : found.dropIns() + "/50-portico-" + account.user() + ".conf";
        script.set("user", account.user())
                .set("blob", publicKey.split(" ", 3)[1])
                .set("config", places.config())
                .set("drop_in", dropIn)
                .set("state", places.state(account.user()))
                .set("reload", places.reload())
                .set("begin", "# begin of what Portico set up for " + account.user())
                .set("end", "# end of what Portico set up for " + account.user());
    }

    private List<String> lines(boolean open) {
        return firewall.stream()
                .flatMap(
                        it ->
                                account.ranges().stream()
                                        .flatMap(
                                                range ->
                                                        (open ? it.open(range) : it.close(range))
                                                                .stream()))
                .toList();
    }

    private String portsInWords() {
        String ports =
                String.join(", ", account.ranges().stream().map(range -> range.text()).toList());
        return (account.ports().size() == 1 ? "port " : "ports ") + ports;
    }
}

package dev.portico.interop;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;
import dev.portico.interop.export.ExportedCommand;
import dev.portico.share.BadInput;
import dev.portico.share.ProblemException;
import dev.portico.share.Share;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Whole lines: what is understood is written as a line that is understood in the same way.
public final class SshLineFuzz implements Fuzzed {

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new SshLineFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                "ssh -N -R 8080:localhost:80 -p 2222 -i ~/.ssh/id -J gate,b@inner me@vps",
                "ssh -l me -R '*:8080:[::1]:80' -R 0:/run/app.sock vps",
                "autossh -M 0 -o Port=2022 -o 'RemoteForward 80 localhost:81' me@h",
                "plink -P 2222 -pw x -R 80:localhost:81 me@h",
                "ssh -R localhost:80:8080:me@h",
                "ssh -R 1080 ssh://me@[2001:db8::7]:2222 -o ProxyJump=a -o IdentityFile=k");
    }

    @Override
    public void take(byte[] input) throws Exception {
        String line = new String(input, StandardCharsets.UTF_8);
        SshLine.isOne(line);
        switch (SshLine.parse(line)) {
            case SshLine.Wrong wrong -> {
                if (wrong.offset() < 0 || wrong.offset() + wrong.length() > line.length()) {
                    throw new AssertionError("the mark stands outside: " + wrong);
                }
            }
            case SshLine.Understood read -> {
                for (RemoteText forward : read.forwards()) {
                    writtenAgain(read, forward);
                }
            }
        }
    }

    private static void writtenAgain(SshLine.Understood read, RemoteText forward) throws Exception {
        String bind = forward.bind().orElse("localhost");
        Share share = new Share("line", forward.target(), "", forward.port().orElseThrow(), bind);
        String again;
        try {
            again =
                    ShellWords.line(
                            ExportedCommand.ssh(share, read.server(), _ -> Optional.empty()));
        } catch (BadInput | ProblemException _) {
            return; // what would break out of a line, or leads in a ring, is refused
        }
        if (again.contains("ProxyCommand=")) {
            return; // a jump with a key of its own, which only ssh can follow from a line
        }
        if (!(SshLine.parse(again) instanceof SshLine.Understood second)) {
            throw new AssertionError("not understood: " + again + ": " + SshLine.parse(again));
        }
        RemoteText expected =
                new RemoteText(
                        forward.target(), Optional.of(bind.isEmpty() ? "*" : bind), forward.port());
        Fuzzed.same(List.of(expected), second.forwards(), again);
        Fuzzed.same(read.server().address(), second.server().address(), again);
        Fuzzed.same(read.server().signIn(), second.server().signIn(), again);
    }
}

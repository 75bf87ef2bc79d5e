package dev.portico.interop.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.SshClient;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every configuration means to Portico what `ssh -G` says that it means, but for the differences
/// that have a reason.
class SshConfigCorpusTest {
    private static final Path DIFFERENCES =
            Path.of("src/test/resources/dev/portico/interop/config/differences.txt");
    private static final String HOME = System.getProperty("user.home");

    @TempDir private Path folder;

    @BeforeAll
    static void requireSsh() {
        SshClient.require();
    }

    @Test
    void meansWhatSshSaysThatItMeans() throws Exception {
        Map<String, List<String>> usual = usual();
        List<String> found = new ArrayList<>();
        List<String> told = new ArrayList<>();
        int asked = 0;
        for (Corpus.Entry entry : Corpus.entries()) {
            Path home = folder.resolve("home" + asked);
            Path file = entry.write(home);
            for (String alias : entry.aliases()) {
                asked++;
                var judge = judge(file, alias, home);
                SshConfig config = SshConfig.read(file, here(home));
                var ours = Compared.byPortico(config, alias, usualAt(usual, home));
                for (String key : differing(judge, ours)) {
                    String place = entry.title() + " | " + alias + " | " + key;
                    found.add(place);
                    told.add(place + ": ssh " + judge.get(key) + ", here " + ours.get(key));
                }
            }
        }
        assertThat(Corpus.entries()).hasSizeGreaterThanOrEqualTo(60);
        System.out.println(asked + " names asked for, " + found.size() + " explained differences");
        assertThat(found).as("%s", String.join("\n", told)).isEqualTo(explained());
    }

    /// @return `TITLE | ALIAS | KEY`, each with a reason behind it in the file
    private static List<String> explained() throws IOException {
        return Files.readAllLines(DIFFERENCES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .filter(SshConfigCorpusTest::holdsHere)
                .map(
                        line -> {
                            String[] parts = line.split(" \\| ", 4);
                            assertThat(parts).as("a reason in: %s", line).hasSize(4);
                            return String.join(" | ", parts[0], parts[1], parts[2]);
                        })
                .toList();
    }

    /// What a later version of ssh takes too is none with that version.
    private static boolean holdsHere(String line) {
        Matcher until = Pattern.compile("\\| until (\\d+\\.\\d+):").matcher(line);
        Matcher here = Pattern.compile("OpenSSH_(\\d+\\.\\d+)").matcher(version());
        return !until.find()
                || !here.find()
                || Double.parseDouble(here.group(1)) <= Double.parseDouble(until.group(1));
    }

    private static String version() {
        return Commands.run("ssh", "-V").output();
    }

    private static Set<String> differing(
            Map<String, List<String>> judge, Map<String, List<String>> ours) {
        if (judge.containsKey(Compared.REFUSED) || ours.containsKey(Compared.REFUSED)) {
            return judge.keySet().equals(ours.keySet()) ? Set.of() : Set.of(Compared.REFUSED);
        }
        Set<String> keys = new TreeSet<>(judge.keySet());
        keys.addAll(ours.keySet());
        keys.removeIf(key -> judge.getOrDefault(key, List.of()).equals(ours.get(key)));
        return keys;
    }

    private static Map<String, List<String>> judge(Path file, String alias, Path home) {
        Commands.Result result = ssh(file, alias, home);
        return result.exitCode() == 0
                ? Compared.bySsh(result.output(), HOME, home)
                : Map.of(Compared.REFUSED, List.of("yes"));
    }

    private Map<String, List<String>> usual() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        return judge(empty, "none", folder);
    }

    private Map<String, List<String>> usualAt(Map<String, List<String>> usual, Path home) {
        Map<String, List<String>> moved = new TreeMap<>();
        usual.forEach(
                (key, values) ->
                        moved.put(
                                key,
                                values.stream()
                                        .map(it -> it.replace(folder + "/.ssh", home + "/.ssh"))
                                        .toList()));
        return moved;
    }

    private static Commands.Result ssh(Path file, String alias, Path home) {
        List<String> command =
                List.of("env", "HOME=" + home, "HERE=/here", "ssh", "-G", "-F", "" + file, alias);
        return Commands.run(command);
    }

    private static Here here(Path home) {
        return new Here(
                home,
                System.getProperty("user.name"),
                () -> "here.example",
                Map.of("HERE", "/here"));
    }
}

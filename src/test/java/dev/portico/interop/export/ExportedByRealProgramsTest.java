package dev.portico.interop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Commands;
import dev.portico.fixture.SshClient;
import dev.portico.share.Server;
import dev.portico.share.Share;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

/// The programs that the exports are for take them, and read in them what was meant.
class ExportedByRealProgramsTest {
    static final List<String> HOSTILE = Exports.HOSTILE;

    @TempDir Path folder;

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void sshReadsTheHostBlock(String name) throws Exception {
        SshClient.require();
        Server server = Exports.keyed("/keys/100% my 'k' #1 中文");
        Share share = Exports.share(name, "[::1]:3000", 41233, "*");
        String said = read(SshConfigBlock.of(alias(share), share, server, Exports::none), share);
        assertThat(said.lines())
                .contains(
                        "hostname vps.example.com",
                        "port 2222",
                        "user me",
                        "identityfile /keys/100%% my 'k' #1 中文",
                        "identitiesonly yes",
                        "exitonforwardfailure yes",
                        "serveraliveinterval 2",
                        "remoteforward [*]:41233 [::1]:3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/run/a b.sock", "/run/50%h", "/run/a:b", "/run/中文"})
    void sshReadsASocketInTheHostBlock(String path) throws Exception {
        SshClient.require();
        Share share = Exports.share("web", "unix:" + path, 8080, "localhost");
        assertThat(
                        read(
                                        SshConfigBlock.of(
                                                alias(share), share, Exports.VPS, Exports::none),
                                        share)
                                .lines())
                .contains("remoteforward [localhost]:8080 " + path);
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void systemdReadsTheWordsOfTheUnit(String name) throws Exception {
        requireProgram("systemd-analyze");
        Share share = Exports.share(name, "3000", 8080, "*");
        Server server = Exports.VPS.withName("a b%c");
        verify(SystemdUnit.of(name, ExportedCommand.portico("/bin/true", share, server)));
        List<String> ssh =
                new ArrayList<>(
                        ExportedCommand.ssh(
                                share,
                                Exports.keyed("/keys/" + name.replace("${", "{")),
                                Exports::none));
        ssh.set(0, "/bin/true");
        verify(SystemdUnit.of(name, ssh));
    }

    @Test
    void systemdComplainsOfAUnitThatIsWrong() throws Exception {
        requireProgram("systemd-analyze");
        Path unit = Files.writeString(folder.resolve("bad.service"), "[Service]\nExecStart=\"\n");
        assertThat(analysed(unit).exitCode()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nginxTakesTheSite(boolean basicAuth) throws Exception {
        requireProgram("nginx");
        requireProgram("openssl");
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        Commands.succeed(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=x",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        Share share = Exports.share("web", "3000", 8080, "::1");
        String site = NginxSite.of(PublicPlace.of(share, Exports.VPS), basicAuth);
        String place = "/etc/letsencrypt/live/vps.example.com/";
        String own =
                site.replace(place + "fullchain.pem", certificate.toString())
                        .replace(place + "privkey.pem", key.toString());
        Path file = folder.resolve("nginx.conf");
        Files.writeString(
                file,
                "pid %s/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n%s\n%s}\n"
                        .formatted(folder, NginxSite.start(), own));
        assertThat(Commands.run("nginx", "-t", "-p", folder.toString(), "-c", file.toString()))
                .satisfies(
                        result -> {
                            assertThat(result.output()).contains("test is successful");
                            assertThat(result.output()).doesNotContain("[warn]");
                        });
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void aReaderOfXmlFindsTheWordsOfThePlist(String name) throws Exception {
        Share share = Exports.share(name, "3000", 8080, "*");
        List<String> words = ExportedCommand.portico("portico", share, Exports.VPS);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document plist =
                factory.newDocumentBuilder()
                        .parse(
                                new InputSource(
                                        new StringReader(LaunchdPlist.of(alias(share), words))));
        NodeList strings = plist.getElementsByTagName("string");
        List<String> read = new ArrayList<>();
        for (int i = 1; i < strings.getLength(); i++) {
            read.add(strings.item(i).getTextContent());
        }
        assertThat(read).isEqualTo(words);
        assertThat(plist.getElementsByTagName("key").getLength()).isEqualTo(4);
    }

    private String read(String block, Share share) throws Exception {
        Path file = Files.writeString(folder.resolve("config"), block);
        return Commands.succeed("ssh", "-G", "-F", file.toString(), alias(share));
    }

    private static String alias(Share share) {
        return Alias.each(List.of(share.name())).of(share.name());
    }

    private void verify(String unit) throws Exception {
        Path file = Files.writeString(folder.resolve("portico-test.service"), unit);
        Commands.Result result = analysed(file);
        assertThat(result.output()).as(unit).doesNotContain(file.getFileName().toString());
        assertThat(result.exitCode()).as("%s: %s", unit, result.output()).isZero();
    }

    private static Commands.Result analysed(Path unit) {
        return Commands.run("systemd-analyze", "verify", "--man=no", unit.toString());
    }

    private static void requireProgram(String program) {
        String absent = "no " + program + " on this computer";
        if (!Commands.exists(program)) {
            System.out.println("Skipped: " + absent);
        }
        assumeTrue(Commands.exists(program), absent);
    }
}

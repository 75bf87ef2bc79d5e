package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.Scale;
import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.PortRange;
import dev.portico.share.Proxy;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// What goes into a file for others, what stays here, and which files are refused.
class ParcelTest {
    private static final Path HOME = Path.of("/home/me");
    private static final Server VPS =
            new Server("vps", "vps.example.com", 22, "me", new SignIn.Automatic());
    private static final Share WEB =
            new Share("web", Target.parse("3000"), "vps", 8080, "localhost");

    @TempDir Path folder;

    @Test
    void whatOnlyThisComputerKnowsStaysHere() {
        Server server =
                VPS.withSignIn(new SignIn.KeyFiles(List.of(HOME.resolve(".ssh/id"), Path.of("/k"))))
                        .withHostKeys(new HostKeys(Optional.of(Path.of("/known")), true));
        Share share = WEB.withLastPorts(Map.of("vps", 41233)).withBlocked(List.of("198.51.100.9"));
        String text = new Parcel(List.of(server), List.of(share)).text(HOME);
        assertThat(text)
                .contains("\"~/.ssh/id\"", "\"/k\"", "\"target\" : \"localhost:3000\"")
                .doesNotContain("/home/me", "known", "41233", "198.51", "window", "\"on\"");
    }

    @Test
    void serversAndJumpsThatAShareNeedsComeAlong() {
        Server far = VPS.withWay(new Way(List.of("gate", "a@b:22"), Optional.empty()));
        Settings settings =
                Settings.EMPTY.withServers(
                        List.of(far, VPS.withName("gate"), VPS.withName("other")));
        assertThat(Parcel.of(settings, List.of(WEB), List.of()).servers())
                .extracting(Server::name)
                .containsExactly("vps", "gate");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Random random = new Random(17);
        int left = Scale.of(500, 10_000);
        for (int batch = 0; left > 0; batch++, left -= 100) {
            List<Server> servers = IntStream.range(0, 20).mapToObj(i -> server(i, random)).toList();
            List<Share> shares = IntStream.range(0, 100).mapToObj(i -> share(i, random)).toList();
            Parcel parcel = new Parcel(servers, shares);
            assertThat(Parcel.read(file(parcel.text(HOME)), HOME))
                    .as("%d", batch)
                    .isEqualTo(parcel);
        }
    }

    @Test
    void aKeyInTheHomeFolderIsInTheHomeFolderOfWhoImports() throws IOException {
        Server server = VPS.withSignIn(new SignIn.KeyFiles(List.of(HOME.resolve(".ssh/id"))));
        Path file = file(new Parcel(List.of(server), List.of()).text(HOME));
        assertThat(Parcel.read(file, Path.of("/home/you")).servers().getFirst().signIn())
                .isEqualTo(new SignIn.KeyFiles(List.of(Path.of("/home/you/.ssh/id"))));
    }

    @Test
    void nobodysTrustIsImported() throws IOException {
        Path file =
                file(
                        """
                        {"servers":[{"name":"a","host":"h","user":"u",
                         "hostKeys":{"file":"/dev/null","acceptNew":true}}],
                         "shares":[{"name":"s","target":"80","servers":["a"],"on":true,
                         "lastPorts":{"a":1},"blocked":["x"]}]}\
                        """);
        Parcel read = Parcel.read(file, HOME);
        assertThat(read.servers().getFirst().hostKeys()).isEqualTo(HostKeys.USUAL);
        assertThat(read.shares().getFirst().on()).isFalse();
        assertThat(read.shares().getFirst().lastPorts()).isEmpty();
        assertThat(read.shares().getFirst().blocked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                     | no file of servers and shares: line 1",
                "[]                                    | not an object",
                "{}                                    | no servers and no shares",
                "''                                    | no file of servers",
                "{\"version\":2,\"servers\":7}         | newer Portico (version 2)",
                "{\"version\":0}                       | version 0 never was",
                "{\"servers\":7}                       | servers is not a list",
                "{\"servers\":[7]}                     | servers[0] is not an object",
                "{\"servers\":[{\"name\":\"a\"}]}      | servers[0].host is missing",
                "{\"shares\":[{\"name\":[1]}]}         | shares[0].name is not a text",
                "{\"servers\":[],\"servers\":[]}       | Duplicate",
                "{\"servers\":[{\"name\":\"a\",\"host\":\"h\",\"port\":1e9}]}  | whole number",
                "{\"servers\":[{\"name\":\"a\\u001b[2J\",\"host\":\"h\"}]} | cannot be the name",
                "{\"servers\":[{\"name\":\"a@b\",\"host\":\"h\"}]} | cannot be the name",
                "{\"servers\":[{\"name\":\"practice\",\"host\":\"h\"}]} | practice",
                "{\"servers\":[{\"name\":\"a\",\"host\":\"-oProxyCommand=x\"}]} | host",
                "{\"servers\":[{\"name\":\"a\",\"host\":\"h\",\"user\":\"-ox\"}]} | user name",
                "{\"servers\":[{\"name\":\"a\",\"host\":\"h\",\"bind\":\"x y\"}]} | address",
                "{\"servers\":[{\"name\":\"a\",\"host\":\"h\",\"publicAddress\":\"a;b\"}]} | host",
                "{\"shares\":[{\"name\":\"a\\u202eb\",\"target\":\"1\"}]} | control characters",
                "{\"shares\":[{\"name\":\"a\",\"target\":\"1\",\"bind\":\"$(x)\"}]} | address",
                "{\"shares\":[{\"name\":\"a\",\"target\":\"1\"},{\"name\":\"a\",\"target\":\"2\"}]}"
                        + " | taken"
            })
    void whatIsWrongIsRefusedAsAWhole(String text, String words) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> Parcel.read(file, HOME))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(words);
    }

    @Test
    @Timeout(20)
    void whatIsFarTooMuchIsRefusedSoon() throws IOException {
        Path large = folder.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        refused(large, "far too large");
        refused(file("{\"servers\":" + "[".repeat(100_000)), "nesting");
        refused(file("{\"x\":" + "{\"x\":".repeat(100_000)), "nesting");
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= Parcel.MOST_SERVERS; i++) {
            many.add("{\"name\":\"s%d\",\"host\":\"h%d\"}".formatted(i, i));
        }
        refused(file("{\"servers\":[" + String.join(",", many) + "]}"), "far too large");
    }

    @Test
    void whatIsNoFileIsNotOpened() {
        refused(folder, "no regular file");
        refused(Path.of("/dev/zero"), "no regular file");
        refused(folder.resolve("absent"), "cannot be read");
    }

    private static void refused(Path file, String words) {
        assertThatThrownBy(() -> Parcel.read(file, HOME))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(words);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("parcel.json"), text);
    }

    static Server server(int number, Random random) {
        return new Server(
                        one(random, "vps", "中文", "a b", "x'y\"z\\") + number,
                        one(random, "a.example.com", "10.0.0.1", "2001:db8::1", "bücher.example"),
                        1 + random.nextInt(65535),
                        one(random, "me", "o'neil", "用户"),
                        one(
                                random,
                                new SignIn.Automatic(),
                                new SignIn.Agent(),
                                new SignIn.Password(),
                                new SignIn.KeyFiles(
                                        List.of(HOME.resolve(".ssh/a b"), Path.of("/k/%\"")))))
                .withBind(one(random, Optional.empty(), Optional.of("*"), Optional.of("::1")))
                .withLegacy(random.nextBoolean())
                .withPorts(one(random, Optional.empty(), Optional.of(new PortRange(1, 65535))))
                .withWay(
                        new Way(
                                one(random, List.of(), List.of("gate", "u@[::1]:22")),
                                one(
                                        random,
                                        Optional.empty(),
                                        Optional.of(Proxy.parse("socks5://u@proxy:1080")))));
    }

    static Share share(int number, Random random) {
        return new Share(
                one(random, "web", "中文 网站", "\"quoted\\", "a,b;c") + number,
                Target.parse(
                        one(
                                random,
                                "localhost:" + (1 + random.nextInt(65535)),
                                "[fe80::2]:80",
                                "unix:/run/a b%c:d\\e")),
                one(random, List.of(), List.of("vps"), List.of("vps", "u@h")),
                random.nextInt(65536),
                one(random, "", "*", "localhost", "10.1.2.3", "2001:db8::1"),
                random.nextBoolean(),
                one(random, ProxyHeader.values()),
                false,
                Map.of(),
                List.of(),
                one(random, "", "a group"));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}

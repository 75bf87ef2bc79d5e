package dev.portico.desktop.ports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ProcPortsTest {
    private static final String HEAD = "  sl  local_address rem_address   st\n";

    @Test
    void readsListenersWithTheirProcess(@TempDir Path proc) throws Exception {
        table(
                proc,
                "net/tcp",
                line("0100007F:1435", "0A", "11"),
                line("0100007F:0050", "01", "12"));
        table(
                proc,
                "net/tcp6",
                line("00000000000000000000000001000000:1F40", "0A", "13"),
                line("0000000000000000FFFF00000100007F:1F90", "0A", "14"));
        Path fds = Files.createDirectories(proc.resolve("77/fd"));
        Files.createSymbolicLink(fds.resolve("3"), Path.of("socket:[11]"));
        Files.createSymbolicLink(proc.resolve("77/cwd"), Path.of("/home/me/shop"));
        Files.writeString(proc.resolve("77/comm"), "vite\n");

        assertThat(new ProcPorts(proc, 1).find())
                .containsExactly(
                        new ListeningPort(5173, "vite", "shop", false),
                        new ListeningPort(8000, "", "", true),
                        new ListeningPort(8080, "", "", false));
    }

    @Test
    void whatAnotherUsersProcessHidesIsGuessedFromThePort(@TempDir Path proc) throws Exception {
        table(
                proc,
                "net/tcp",
                line("0100007F:1538", "0A", "11"),
                line("0100007F:1F40", "0A", "12"));
        assertThat(new ProcPorts(proc, 1).find())
                .satisfiesExactly(
                        postgres -> {
                            assertThat(postgres.process()).isEmpty();
                            assertThat(postgres.guess()).contains("postgres");
                            assertThat(postgres.kind()).isEqualTo(ListeningPort.Kind.DATABASE);
                        },
                        unknown -> assertThat(unknown.guess()).isEmpty());
    }

    @Test
    void aProcessThatIsNamedAfterItsThreadIsNamedByItsProgram(@TempDir Path proc) throws Exception {
        table(proc, "net/tcp", line("0100007F:1435", "0A", "11"));
        Path fds = Files.createDirectories(proc.resolve("77/fd"));
        Files.createSymbolicLink(fds.resolve("3"), Path.of("socket:[11]"));
        Files.createSymbolicLink(proc.resolve("77/cwd"), Path.of("/home/me/shop"));
        Files.createSymbolicLink(proc.resolve("77/exe"), Path.of("/usr/bin/node"));
        Files.writeString(proc.resolve("77/comm"), "MainThread\n");
        assertThat(new ProcPorts(proc, 1).find())
                .containsExactly(new ListeningPort(5173, "node", "shop", false));
    }

    @Test
    void whatMovesToAnotherProcessIsNamedAfterThatOne(@TempDir Path proc) throws Exception {
        table(proc, "net/tcp", line("0100007F:1435", "0A", "11"));
        process(proc, "77", "vite", "11");
        ProcPorts ports = new ProcPorts(proc, 1);
        assertThat(ports.find()).extracting(ListeningPort::process).containsExactly("vite");
        Files.delete(proc.resolve("77/fd/3"));
        process(proc, "78", "nginx", "11");
        assertThat(ports.find()).extracting(ListeningPort::process).containsExactly("nginx");
    }

    @Test
    void whatHasLongBeenTheSameIsStillLookedAtNowAndThen(@TempDir Path proc) throws Exception {
        table(proc, "net/tcp", line("0100007F:1435", "0A", "11"));
        process(proc, "77", "vite", "11");
        ProcPorts ports = new ProcPorts(proc, 1);
        List<String> names = new ArrayList<>();
        for (int look = 0; look < 30; look++) {
            names.add(ports.find().getFirst().process());
            if (look == 5) {
                Files.writeString(proc.resolve("77/comm"), "node\n");
            }
        }
        assertThat(names.subList(0, 10)).containsOnly("vite");
        assertThat(names.subList(20, 30)).containsOnly("node");
    }

    @Test
    void aNewListenerBesideAKnownOneIsFoundToo(@TempDir Path proc) throws Exception {
        table(proc, "net/tcp", line("0100007F:1435", "0A", "11"));
        process(proc, "77", "vite", "11");
        ProcPorts ports = new ProcPorts(proc, 1);
        ports.find();
        table(
                proc,
                "net/tcp",
                line("0100007F:1435", "0A", "11"),
                line("0100007F:1436", "0A", "12"));
        process(proc, "90", "node", "12");
        assertThat(ports.find()).extracting(ListeningPort::process).containsExactly("vite", "node");
    }

    @Test
    void leavesOutWhatListensElsewhereOnly(@TempDir Path proc) throws Exception {
        table(proc, "net/tcp", line("0A00A8C0:0050", "0A", "11"));
        assertThat(new ProcPorts(proc, 1).find()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void findsAListenerOfThisComputer() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<ListeningPort> asOther = new ProcPorts(Path.of("/proc"), -2).find();
            assertThat(asOther)
                    .anySatisfy(
                            port -> {
                                assertThat(port.port()).isEqualTo(socket.getLocalPort());
                                assertThat(port.process()).isNotEmpty();
                            });
            assertThat(asOther).noneMatch(ListeningPort::own);
            assertThat(ListeningPorts.ofThisSystem().find())
                    .filteredOn(ListeningPort::own)
                    .extracting(ListeningPort::port)
                    .contains(socket.getLocalPort());
        }
    }

    private static void process(Path proc, String pid, String name, String inode) throws Exception {
        Path fds = Files.createDirectories(proc.resolve(pid).resolve("fd"));
        Files.createSymbolicLink(fds.resolve("3"), Path.of("socket:[" + inode + "]"));
        Files.createSymbolicLink(proc.resolve(pid).resolve("cwd"), Path.of("/home/me/shop"));
        Files.writeString(proc.resolve(pid).resolve("comm"), name + "\n");
    }

    private static String line(String address, String state, String inode) {
        return "   0: " + address + " 00000000:0000 " + state + " 0:0 0:0 0 1000 0 " + inode + "\n";
    }

    private static void table(Path proc, String name, String... lines) throws Exception {
        Path file = proc.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, HEAD + String.join("", lines));
    }
}

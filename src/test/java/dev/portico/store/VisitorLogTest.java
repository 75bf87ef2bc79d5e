package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class VisitorLogTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir Path temp;

    @Test
    void whatIsAppendedComesBackInItsOrder() throws IOException {
        VisitorLog log = new VisitorLog(temp);
        log.append(List.of(entry(1), entry(2)));
        log.append(List.of(entry(3)));
        assertThat(new VisitorLog(temp).read(Instant.MIN))
                .containsExactly(entry(1), entry(2), entry(3));
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        VisitorLog log = new VisitorLog(temp);
        log.append(List.of(entry(1)));
        assertThat(rights()).isEqualTo("rw-------");
        log.replace(List.of(entry(2)));
        assertThat(rights()).isEqualTo("rw-------");
    }

    @Test
    void passesOverALineThatWasCutAndGoesOnBelowIt() throws IOException {
        VisitorLog log = new VisitorLog(temp);
        log.append(List.of(entry(1)));
        Files.writeString(file(), "{\"came\":\"2026-11-2", StandardOpenOption.APPEND);
        log.append(List.of(entry(2)));
        assertThat(log.read(Instant.MIN)).containsExactly(entry(1), entry(2));
    }

    @Test
    void passesOverBytesThatAreNoText() throws IOException {
        VisitorLog log = new VisitorLog(temp);
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\n', '[', ']', '\n'});
        log.append(List.of(entry(1)));
        assertThat(log.read(Instant.MIN)).containsExactly(entry(1));
    }

    @Test
    void leavesOutWhatIsTooOld() throws IOException {
        VisitorLog log = new VisitorLog(temp);
        log.append(List.of(entry(1), entry(2)));
        assertThat(log.read(NOON.plusSeconds(2))).containsExactly(entry(2));
    }

    @Test
    void dropsTheOlderHalfWhenItIsFull() throws IOException {
        VisitorLog log = new VisitorLog(temp, 20_000);
        List<VisitorEntry> all = IntStream.range(0, 300).mapToObj(VisitorLogTest::entry).toList();
        for (VisitorEntry entry : all) {
            log.append(List.of(entry));
            assertThat(log.size()).isLessThanOrEqualTo(20_000);
        }
        List<VisitorEntry> kept = log.read(Instant.MIN);
        assertThat(kept).hasSizeBetween(30, 299);
        assertThat(all).endsWith(kept.toArray(VisitorEntry[]::new));
    }

    @Test
    void saysWhenTheDiskTakesNothing() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> new VisitorLog(temp).append(List.of(entry(1))))
                .isInstanceOf(IOException.class);
    }

    private Path file() {
        return temp.resolve("visitors.log");
    }

    private String rights() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }

    static VisitorEntry entry(int i) {
        return new VisitorEntry(
                NOON.plusSeconds(i),
                NOON.plusSeconds(i + 41L),
                "web",
                "vps",
                "203.0.113." + i % 256,
                VisitorEntry.End.LEFT,
                "",
                1000L + i,
                i);
    }
}

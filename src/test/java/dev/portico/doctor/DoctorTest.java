package dev.portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.Scale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The doctor names what ails a server, and the lines that it gives mend it. With
/// `-Dportico.ailment=Dropbear` only those whose name has that word.
@RequiresSshd
class DoctorTest {
    private static final int EACH = 10;

    static Stream<Ailment> ailments() {
        String only = System.getProperty("portico.ailment", "");
        List<Ailment> all = Ailments.all().filter(it -> it.name().contains(only)).toList();
        return Scale.isFull() || !only.isEmpty()
                ? all.stream()
                : IntStream.range(0, all.size()).filter(i -> i % EACH == 0).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("ailments")
    void namesTheAilmentAndItsRemedyMendsIt(Ailment ailment) throws Exception {
        try (Clinic clinic = ailment.ward().open()) {
            List<Told> findings = clinic.examine();
            Told first = findings.stream().filter(Told::failed).findFirst().orElseThrow();
            assertThat(first.check()).isEqualTo(ailment.check().code());
            assertThat(first.why()).isEqualTo(ailment.why());
            findings.stream()
                    .filter(Told::failed)
                    .forEach(finding -> clinic.follow(finding, ailment.way()));
            assertThat(clinic.examine()).noneMatch(Told::failed);
        }
    }
}

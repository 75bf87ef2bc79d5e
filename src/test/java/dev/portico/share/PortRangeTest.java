package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class PortRangeTest {

    @ParameterizedTest
    @CsvSource({
        "20000-29999, 20000, 29999",
        "20000 - 29999, 20000, 29999",
        "20000–29999, 20000, 29999",
        "8080, 8080, 8080",
        "1-65535, 1, 65535"
    })
    void isReadAsPeopleWriteIt(String text, int first, int last) {
        assertThat(PortRange.parse(text)).isEqualTo(new PortRange(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "20000-2999, Ends before it begins. Did you mean 20000-29999?",
        "30000-2999, Ends before it begins. Did you mean 2999-30000?",
        "29999-20000, Ends before it begins. Did you mean 20000-29999?",
        "65000-6599, Ends before it begins. Did you mean 6599-65000?",
        "1-2-3, '\"1-2-3\" is no range of ports. Write it like 20000-29999.'",
        "20000-, '\"\" is not a port. Ports go from 1 to 65535.'",
        "20000-70000, '\"70000\" is not a port. Ports go from 1 to 65535.'",
        "any, '\"any\" is not a port. Ports go from 1 to 65535.'"
    })
    void whatIsWrongIsSaidWithWhatWasMeant(String text, String said) {
        assertThatThrownBy(() -> PortRange.parse(text))
                .isInstanceOfSatisfying(
                        BadInput.class, e -> assertThat(e.title(Locale.ENGLISH)).isEqualTo(said));
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(new PortRange(20_000, 29_999).text()).isEqualTo("20000-29999");
        assertThat(new PortRange(8080, 8080).text()).isEqualTo("8080");
    }

    @Test
    void everyNumberStandsForOneOfItsPorts() {
        PortRange range = new PortRange(100, 102);
        assertThat(new int[] {range.port(0), range.port(2), range.port(3), range.port(-1)})
                .containsExactly(100, 102, 100, 102);
    }

    @Test
    void aServerRefusesAPortThatItDoesNotAllow() {
        Server server =
                new Server("vps", "vps.example.com", 22, "me", new SignIn.Automatic())
                        .withPorts(Optional.of(new PortRange(20_000, 29_999)));
        assertThat(server.checkedPort(0)).isZero();
        assertThat(server.checkedPort(20_000)).isEqualTo(20_000);
        assertThatThrownBy(() -> server.checkedPort(8080))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e ->
                                assertThat(e.title(Locale.ENGLISH))
                                        .isEqualTo("vps allows ports 20000-29999 only."));
        assertThat(server.withPorts(Optional.empty()).checkedPort(8080)).isEqualTo(8080);
    }

    @Test
    void anOldPortThatIsNotAllowedAnyMoreIsNotAskedForAgain() {
        Server server = new Server("vps", "vps.example.com", 22, "me", new SignIn.Automatic());
        OldPorts ports = new OldPorts(Map.of("vps", 41_233));
        assertThat(ports.of(server)).hasValue(41_233);
        assertThat(ports.of(server.withPorts(Optional.of(new PortRange(20_000, 29_999)))))
                .isEmpty();
    }
}

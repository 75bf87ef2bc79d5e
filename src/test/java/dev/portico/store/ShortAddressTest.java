package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortAddressTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.x",
        "2001:db8:40::1f, 2001:db8:40::x",
        "::ffff:203.0.113.7, 203.0.113.x",
        "fe80::1%eth0, fe80:0:0::x",
        "pc7.example.com, x.example.com",
        "localhost, x",
        "1.2.3.4.5.6, x",
        "203.0.113.x, 203.0.113.x",
        "2001:db8:40::x, 2001:db8:40::x",
        "x.example.com, x.example.com"
    })
    void leavesOutWhatNamesOneComputer(String address, String expected) {
        assertThat(ShortAddress.of(address)).isEqualTo(expected);
    }
}

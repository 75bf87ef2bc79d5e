package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.OwnDisplay;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The end of the window as the toolkit of a real display takes it, whatever hangs over it.
class QuitIT {

    @ParameterizedTest
    @EnumSource
    void quittingUnderSomethingOpenEndsWell(QuitProgram.Open what) throws Exception {
        assumeTrue(OwnDisplay.isPossible(), "no Xvfb on this machine: no window is opened");
        try (OwnDisplay display = OwnDisplay.open()) {
            assertThat(display.run(QuitProgram.class, what.name()))
                    .contains("shown", "every listener withdrawn", "closed")
                    .doesNotContain("Exception");
        }
    }
}

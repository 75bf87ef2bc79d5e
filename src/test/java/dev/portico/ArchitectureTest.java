package dev.portico;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/// The arrows between the rooms of the house, and which library lives in which room.
class ArchitectureTest {
    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.portico", "com.jcraft.jsch");

    @Test
    void shareImportsTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("dev.portico.share..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.portico.share..", "java..", "org.jspecify..")
                .because("the domain must be testable and readable without any library")
                .check(CODE);
    }

    @Test
    void linkSeesShareOnly() {
        layerSees("link", "dev.portico.share..");
    }

    @Test
    void doctorSeesShareAndLink() {
        layerSees("doctor", "dev.portico.share..", "dev.portico.link..");
    }

    @Test
    void practiceSeesShareOnly() {
        layerSees("practice", "dev.portico.share..");
    }

    @Test
    void storeSeesShareOnly() {
        layerSees("store", "dev.portico.share..");
    }

    @Test
    void interopSeesShareOnly() {
        layerSees("interop", "dev.portico.share..");
    }

    @Test
    void setupSeesShareAndInterop() {
        layerSees("setup", "dev.portico.share..", "dev.portico.interop..");
    }

    @Test
    void interopStartsNothing() {
        noClasses()
                .that()
                .resideInAPackage("dev.portico.interop..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class, Runtime.class)
                .because("what others wrote is read and never run")
                .check(CODE);
    }

    @Test
    void desktopSeesTheCoreButNotLink() {
        layerSees(
                "desktop",
                "dev.portico.share..",
                "dev.portico.doctor..",
                "dev.portico.interop..",
                "dev.portico.practice..",
                "dev.portico.setup..",
                "dev.portico.store..");
    }

    @Test
    void consoleSeesTheCoreButNotLinkNorTheWindow() {
        layerSees(
                "console",
                "dev.portico.share..",
                "dev.portico.doctor..",
                "dev.portico.interop..",
                "dev.portico.practice..",
                "dev.portico.setup..",
                "dev.portico.store..");
    }

    @Test
    void jschLivesInLink() {
        livesIn("com.jcraft..", "dev.portico.link..", "com.jcraft..");
    }

    @Test
    void minaLivesInPractice() {
        livesIn("org.apache.sshd..", "dev.portico.practice..");
    }

    @Test
    void jacksonLivesInStore() {
        livesIn("tools.jackson..", "dev.portico.store..");
    }

    @Test
    void dbusLivesInStoreAndTheTray() {
        livesIn("org.freedesktop..", "dev.portico.store..", "dev.portico.desktop.tray..");
    }

    @Test
    void javafxLivesInDesktop() {
        livesIn("javafx..", "dev.portico.desktop..");
    }

    @Test
    void picocliLivesInConsole() {
        livesIn("picocli..", "dev.portico.console..");
    }

    @Test
    void theSeamSeesNothingOfPortico() {
        noClasses()
                .that()
                .resideInAPackage("com.jcraft.jsch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.portico..")
                .because(
                        "the seam shows packets and sends them, and knows nothing of what they are"
                                + " for")
                .check(CODE);
    }

    private static void layerSees(String layer, String... others) {
        String own = "dev.portico." + layer + "..";
        String[] mayNot = {
            "dev.portico",
            "dev.portico.share..",
            "dev.portico.link..",
            "dev.portico.interop..",
            "dev.portico.practice..",
            "dev.portico.setup..",
            "dev.portico.store..",
            "dev.portico.desktop..",
            "dev.portico.console.."
        };
        String[] forbidden =
                java.util.Arrays.stream(mayNot)
                        .filter(
                                name ->
                                        !name.equals(own)
                                                && !java.util.List.of(others).contains(name))
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because(
                        "the arrows point inwards: "
                                + layer
                                + " stands on "
                                + String.join(", ", others))
                .check(CODE);
    }

    private static void livesIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("each library lives in one room, so that it can be replaced there")
                .check(CODE);
    }
}

package dev.portico.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A case of the battery: the test makes the fault, and is given a [Told] to write down what the
/// user was told. `mvn verify -Dgroups=faults` runs these alone; with `-Dportico.scale=full` each
/// runs ten times in a row.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("faults")
@TestTemplate
@ExtendWith(Battery.class)
public @interface Fault {
    /// The place of the fault in the list of what must be survived.
    int number();

    /// What is done, as a clause.
    String done();
}

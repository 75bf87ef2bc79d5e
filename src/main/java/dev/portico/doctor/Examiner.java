package dev.portico.doctor;

import dev.portico.share.ProblemException;

/// One check of a server that has let us in.
interface Examiner {
    Check check();

    /// Blocks. What it opens at the server, the patient closes.
    Finding look(Patient patient) throws ProblemException, InterruptedException;
}

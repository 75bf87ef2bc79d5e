package dev.portico.bench;

/// Who is measured. The second `ssh` tells how much two runs of the same program differ here.
enum Contender {
    PORTICO("Portico"),
    SSH("ssh"),
    SSH_AGAIN("ssh-again");

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

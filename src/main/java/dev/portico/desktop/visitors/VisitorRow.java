package dev.portico.desktop.visitors;

import dev.portico.share.ShareStatus.VisitSample;
import dev.portico.store.VisitorEntry;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Instant;

/// One line of the list.
sealed interface VisitorRow {
    /// What stands above the visits of a time.
    record Heading(String title, String detail) implements VisitorRow {}

    /// A line about one visit.
    sealed interface Visit extends VisitorRow {
        String share();

        String server();

        String address();

        /// What the log would say of it, were it over.
        VisitorEntry entry();
    }

    /// Somebody who is here; what is shown changes while bytes pass.
    final class Here implements Visit {
        private final String share;
        private final String server;
        private final VisitSample first;
        private VisitSample sample;
        private final ReadOnlyObjectWrapper<VisitorText> text;

        Here(String share, String server, VisitSample sample, VisitorText text) {
            this.share = share;
            this.server = server;
            this.first = sample;
            this.sample = sample;
            this.text = new ReadOnlyObjectWrapper<>(text);
        }

        void show(VisitSample now, VisitorText newText) {
            sample = now;
            if (!newText.equals(text.get())) {
                text.set(newText);
            }
        }

        ReadOnlyObjectProperty<VisitorText> textProperty() {
            return text.getReadOnlyProperty();
        }

        long id() {
            return first.visitor().id();
        }

        @Override
        public String share() {
            return share;
        }

        @Override
        public String server() {
            return server;
        }

        @Override
        public String address() {
            return first.visitor().address();
        }

        Instant since() {
            return first.since();
        }

        @Override
        public VisitorEntry entry() {
            return new VisitorEntry(
                    since(),
                    since(),
                    share,
                    server,
                    address(),
                    VisitorEntry.End.LEFT,
                    "",
                    sample.sent(),
                    sample.received());
        }
    }

    /// Somebody who was here. Its words are made when it comes into sight: there may be thousands.
    record Gone(VisitorEntry entry) implements Visit {
        @Override
        public String share() {
            return entry.share();
        }

        @Override
        public String server() {
            return entry.server();
        }

        @Override
        public String address() {
            return entry.address();
        }
    }
}

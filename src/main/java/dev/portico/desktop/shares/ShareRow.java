package dev.portico.desktop.shares;

import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.TrafficSample;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Instant;

/// One row of the table: what it shows, and whether the user wants it open. The wish is the switch,
/// the state is the mark.
final class ShareRow {
    private final FlowMeter meter = new FlowMeter();
    private final ReadOnlyObjectWrapper<RowText> text;
    private final ReadOnlyObjectWrapper<Spark> spark = new ReadOnlyObjectWrapper<>(Spark.NOTHING);
    private final FlowHistory history;
    private ShareStatus status;
    private FlowMeter.Rates rates = FlowMeter.Rates.NONE;

    ShareRow(ShareStatus status, boolean wanted, String note, RowWriter writer, Instant now) {
        this.status = status;
        this.history = new FlowHistory(now, status.traffic());
        this.text = new ReadOnlyObjectWrapper<>(writer.write(status, wanted, note, rates, now));
    }

    void refresh(
            ShareStatus newStatus, boolean wanted, String note, RowWriter writer, Instant now) {
        status = newStatus;
        rates = meter.take(now, newStatus.traffic());
        spark.set(history.take(now, newStatus.traffic()));
        RowText newText = writer.write(newStatus, wanted, note, rates, now);
        if (!newText.equals(text.get())) {
            text.set(newText);
        }
    }

    String name() {
        return status.share().name();
    }

    Share share() {
        return status.share();
    }

    ShareStatus status() {
        return status;
    }

    ShareState state() {
        return status.state();
    }

    FlowMeter.Rates rates() {
        return rates;
    }

    RowText text() {
        return text.get();
    }

    ReadOnlyObjectProperty<RowText> textProperty() {
        return text.getReadOnlyProperty();
    }

    /// The last minute; another one only when a point differs.
    ReadOnlyObjectProperty<Spark> sparkProperty() {
        return spark.getReadOnlyProperty();
    }

    TrafficSample traffic() {
        return status.traffic();
    }

    boolean isOpen() {
        return status.state() instanceof ShareState.Open;
    }

    /// Open, on the way there or waiting.
    boolean runs() {
        return switch (status.state()) {
            case ShareState.Stopped _, ShareState.Failed _ -> false;
            case ShareState.Connecting _, ShareState.Open _, ShareState.Waiting _ -> true;
        };
    }

    boolean needsYou() {
        return status.state() instanceof ShareState.Failed
                || (isOpen() && (!status.targetUp() || status.reach().concern().isPresent()));
    }
}

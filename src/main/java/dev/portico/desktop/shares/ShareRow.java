package dev.portico.desktop.shares;

import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.TrafficSample;

import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import java.time.Instant;

/// One row of the table: what it shows, and whether the user wants it open. The wish is the switch,
/// the state is the mark.
final class ShareRow {

    /// Written when somebody looks: of a thousand rows, a screen shows twenty.
    private final class Text extends ObjectBinding<RowText> {
        @Override
        protected RowText computeValue() {
            return writer.write(status, wanted, groups, rates, now);
        }
    }

    private final FlowMeter meter = new FlowMeter();
    private final RowWriter writer;
    private final Text text = new Text();
    private final ReadOnlyObjectWrapper<Spark> spark = new ReadOnlyObjectWrapper<>(Spark.NOTHING);
    private final FlowHistory history;
    private ShareStatus status;
    private boolean wanted;
    private Groups groups;
    private Instant now;
    private FlowMeter.Rates rates = FlowMeter.Rates.NONE;
    private boolean other;

    ShareRow(ShareStatus status, boolean wanted, Groups groups, RowWriter writer, Instant now) {
        this.status = status;
        this.wanted = wanted;
        this.groups = groups;
        this.writer = writer;
        this.now = now;
        this.history = new FlowHistory(now, status.traffic());
    }

    /// @return whether the share is not as it was
    boolean refresh(ShareStatus newStatus, boolean newWanted, Groups newGroups, Instant newNow) {
        other = !newStatus.equals(status);
        status = newStatus;
        wanted = newWanted;
        groups = newGroups;
        now = newNow;
        rates = meter.take(newNow, newStatus.traffic());
        spark.set(history.take(newNow, newStatus.traffic()));
        text.invalidate();
        return other;
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

    /// Whether the user wants it open.
    boolean isOn() {
        return wanted;
    }

    FlowMeter.Rates rates() {
        return rates;
    }

    RowText text() {
        return text.get();
    }

    /// Tells of another text only, not of the same once more.
    ObservableValue<RowText> textProperty() {
        return text;
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

    /// Whether the next look is likely to find something else.
    boolean moves() {
        return other
                || !rates.equals(FlowMeter.Rates.NONE)
                || status.state() instanceof ShareState.Connecting
                || status.state() instanceof ShareState.Waiting;
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

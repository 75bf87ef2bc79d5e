package dev.portico.desktop.servers;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.servers.ServerForm.Way;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.share.BadInput;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The two ways to begin: the practice share, or an own server in three fields.
public final class FirstRunModel {
    private final SharesModel shares;
    private final ServersModel servers;
    private final Texts texts;
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty user =
            new SimpleStringProperty(System.getProperty("user.name", ""));
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.AUTOMATIC);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    public FirstRunModel(SharesModel shares, ServersModel servers, Texts texts) {
        this.shares = shares;
        this.servers = servers;
        this.texts = texts;
        host.subscribe(_ -> error.set(""));
    }

    void getFirstLink() {
        shares.shareSample();
    }

    void saveServer() {
        try {
            if (host.get().isBlank()) {
                throw new BadInput("input.server.host");
            }
            String typed = host.get().strip();
            boolean named = typed.indexOf('@') >= 0 || user.get().isBlank();
            Server server = Server.parse(named ? typed : user.get().strip() + "@" + typed);
            servers.put(server.withName(server.host()).withSignIn(signIn()));
        } catch (BadInput e) {
            error.set(e.title(texts.locale()));
        }
    }

    StringProperty hostProperty() {
        return host;
    }

    StringProperty userProperty() {
        return user;
    }

    ObjectProperty<Way> wayProperty() {
        return way;
    }

    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    private SignIn signIn() {
        return switch (way.get()) {
            case AGENT -> new SignIn.Agent();
            case PASSWORD -> new SignIn.Password();
            // a key file needs a path, which has its place in the full form
            case AUTOMATIC, KEY_FILE -> new SignIn.Automatic();
        };
    }
}

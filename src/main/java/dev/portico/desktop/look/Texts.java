package dev.portico.desktop.look;

import dev.portico.share.Wording;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Locale;
import java.util.Map;

/// The words of the window in the language of the moment; views are built anew when it changes.
public final class Texts {
    private final ObjectProperty<Locale> locale;

    public Texts(Locale locale) {
        this.locale = new SimpleObjectProperty<>(locale);
    }

    public String of(String key, String... facts) {
        return Wording.text(locale.get(), key, facts);
    }

    public String of(String key, Map<String, String> facts) {
        return Wording.text(locale.get(), key, facts);
    }

    /// As [#of], for a number that has a word of its own when it is one.
    public String count(String key, long number) {
        return of(number == 1 ? key + ".one" : key, "n", String.valueOf(number));
    }

    public Locale locale() {
        return locale.get();
    }

    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /// @param language `system`, `en` or `zh`
    public static Locale localeFor(String language) {
        return switch (language) {
            case "en" -> Locale.ENGLISH;
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            default -> Locale.getDefault();
        };
    }
}

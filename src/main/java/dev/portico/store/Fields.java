package dev.portico.store;

import dev.portico.share.BadInput;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The fields of one JSON object, and where it stands, so that a wrong value can be pointed at.
/// Fields that nobody asks for do no harm.
record Fields(JsonNode object, String place) {

    @FunctionalInterface
    interface Reading<T> {
        T read(Fields fields) throws UnfitSettings;
    }

    @FunctionalInterface
    interface Making<T> {
        T make();
    }

    Fields {
        place = place.isEmpty() ? "the file" : place;
    }

    static Fields of(JsonNode node, String place) throws UnfitSettings {
        if (!node.isObject()) {
            throw new UnfitSettings((place.isEmpty() ? "the file" : place) + " is not an object");
        }
        return new Fields(node, place);
    }

    Optional<String> text(String name) throws UnfitSettings {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(text(node, at(name)));
    }

    String needed(String name) throws UnfitSettings {
        return text(name).orElseThrow(() -> new UnfitSettings(at(name) + " is missing"));
    }

    int integer(String name, int otherwise) throws UnfitSettings {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(node, name, "a whole number");
        }
        return node.intValue();
    }

    double number(String name, double otherwise) throws UnfitSettings {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isNumber()) {
            throw wrong(node, name, "a number");
        }
        return node.doubleValue();
    }

    boolean flag(String name, boolean otherwise) throws UnfitSettings {
        JsonNode node = node(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw wrong(node, name, "true or false");
        }
        return node.booleanValue();
    }

    Duration duration(String name, Duration otherwise) throws UnfitSettings {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text.get());
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeException _) {
            // told below, together with what is not positive
        }
        throw new UnfitSettings(at(name) + ": \"" + text.get() + "\" is not a time such as PT15S");
    }

    Optional<Fields> object(String name) throws UnfitSettings {
        JsonNode node = node(name);
        return node.isMissingNode() ? Optional.empty() : Optional.of(of(node, at(name)));
    }

    <T> List<T> objects(String name, Reading<T> reading) throws UnfitSettings {
        List<T> read = new ArrayList<>();
        for (JsonNode node : array(name)) {
            Fields fields = of(node, at(name) + "[" + read.size() + "]");
            read.add(reading.read(fields));
        }
        return read;
    }

    List<String> texts(String name) throws UnfitSettings {
        List<String> read = new ArrayList<>();
        for (JsonNode node : array(name)) {
            read.add(text(node, at(name) + "[" + read.size() + "]"));
        }
        return read;
    }

    /// Turns the refusal of a domain word into one that names this place.
    <T> T made(Making<T> making) throws UnfitSettings {
        try {
            return making.make();
        } catch (BadInput e) {
            throw new UnfitSettings(place + ": " + e.title(Locale.getDefault()), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnfitSettings(place + ": " + e.getMessage(), e);
        }
    }

    UnfitSettings wrong(JsonNode node, String name, String wanted) {
        return new UnfitSettings(at(name) + " is not " + wanted + ": " + node);
    }

    private Iterable<JsonNode> array(String name) throws UnfitSettings {
        JsonNode node = node(name);
        if (!node.isMissingNode() && !node.isArray()) {
            throw wrong(node, name, "a list");
        }
        return node;
    }

    /// A null stands for a field that is not there.
    private JsonNode node(String name) {
        JsonNode node = object.path(name);
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    private String at(String name) {
        return place.equals("the file") ? name : place + "." + name;
    }

    private static String text(JsonNode node, String place) throws UnfitSettings {
        if (!node.isString()) {
            throw new UnfitSettings(place + " is not a text: " + node);
        }
        return node.stringValue();
    }
}

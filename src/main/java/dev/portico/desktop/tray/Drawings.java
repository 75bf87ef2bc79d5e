package dev.portico.desktop.tray;

/// Draws the app's outline with the sum of all shares, and the marks of the menu. Each state has a
/// silhouette of its own, not only a colour.
final class Drawings {
    private static final double ICON = 22;
    private static final double MARK = 16;
    private static final int DARK_INK = 0xff24292f;
    private static final int LIGHT_INK = 0xfff6f8fa;
    private static final int GREY = 0xff6e7781;
    private static final int LIGHT_GREY = 0xff9aa4af;
    private static final int RGB = 0x00ffffff;

    private static final Outline DOOR =
            Outline.box(2, 12, 20, 19).and(Outline.box(6, 8, 16, 12)).and(Outline.box(9, 4, 13, 8));

    private Drawings() {}

    static Picture icon(TrayMark sum, boolean lightInk) {
        boolean hollow = sum == TrayMark.STOPPED;
        int grey = lightInk ? LIGHT_GREY : GREY;
        int ink = lightInk ? LIGHT_INK : DARK_INK;
        Outline shape = hollow ? DOOR.without(DOOR.shrunkBy(1.2)) : DOOR;
        // the ink is a guess: a thin edge of the other keeps it readable on the other panel
        int edge = 0xc8000000 | (RGB & (lightInk ? DARK_INK : LIGHT_INK));
        Picture picture =
                new Picture(ICON).with(shape.grownBy(1), edge).with(shape, hollow ? grey : ink);
        if (hollow) {
            return picture;
        }
        TrayMark shown =
                switch (sum) {
                    case STOPPED, OPEN -> TrayMark.OPEN;
                    case CHECK, CONNECTING, WAITING -> TrayMark.WAITING;
                    case WITHDRAWN, FAILED -> TrayMark.FAILED;
                };
        picture.with(Outline.disc(6.6).at(15.8, 15.8), Picture.CLEAR);
        draw(picture, shown, 15.8, 5.4, lightInk);
        return picture;
    }

    static Picture mark(TrayMark mark) {
        Picture picture = new Picture(MARK);
        draw(picture, mark, MARK / 2, 6, false);
        return picture;
    }

    private static void draw(Picture to, TrayMark mark, double at, double radius, boolean light) {
        int colour = colour(mark, light);
        double line = radius * 0.28;
        switch (mark) {
            case STOPPED -> to.with(Outline.ring(radius, line).at(at, at), colour);
            case CONNECTING -> to.with(dashed(radius, line).at(at, at), colour);
            case OPEN -> to.with(Outline.disc(radius).at(at, at), colour);
            case WAITING -> {
                Outline half = Outline.disc(radius).within(Outline.rightHalf());
                to.with(Outline.ring(radius, line).and(half).at(at, at), colour);
            }
            case CHECK -> {
                to.with(triangle(radius).at(at, at), colour);
                to.with(exclamation(radius).at(at, at), Picture.CLEAR);
            }
            case WITHDRAWN -> {
                to.with(shield(radius).at(at, at), colour);
                double bar = radius * 0.5;
                to.with(
                        Outline.box(-bar, -radius * 0.2, bar, radius * 0.15).at(at, at),
                        Picture.CLEAR);
            }
            case FAILED -> {
                to.with(Outline.octagon(radius).at(at, at), colour);
                to.with(
                        Outline.cross(radius * 0.48, radius * 0.2).at(at, at),
                        light ? DARK_INK : LIGHT_INK);
            }
        }
    }

    private static Outline dashed(double radius, double line) {
        return Outline.ring(radius, line)
                .within(
                        (x, y) ->
                                Math.floorMod((long) (Math.atan2(y, x) * 5 / Math.PI + 10), 2)
                                        == 0);
    }

    private static Outline triangle(double radius) {
        return Outline.symmetric(-radius, radius * 0.9, y -> (y + radius) * 0.58 + radius * 0.04);
    }

    private static Outline exclamation(double radius) {
        double half = radius * 0.13;
        return Outline.box(-half, -radius * 0.3, half, radius * 0.3)
                .and(Outline.box(-half, radius * 0.45, half, radius * 0.7));
    }

    private static Outline shield(double radius) {
        return Outline.symmetric(-radius, radius, y -> Math.min(radius * 0.85, (radius - y) * 0.9));
    }

    private static int colour(TrayMark mark, boolean light) {
        return switch (mark) {
            case STOPPED -> light ? LIGHT_GREY : GREY;
            case OPEN -> light ? 0xff3fb950 : 0xff28903f;
            case CHECK, WAITING -> light ? 0xffd29922 : 0xffa87700;
            case CONNECTING -> light ? 0xff58a6ff : 0xff0969da;
            case WITHDRAWN, FAILED -> light ? 0xfff85149 : 0xffcf222e;
        };
    }
}

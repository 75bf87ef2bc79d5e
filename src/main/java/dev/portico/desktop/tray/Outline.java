package dev.portico.desktop.tray;

import java.util.function.DoubleUnaryOperator;

/// A shape as a question. AWT could draw these, too, and would start a second toolkit to do so.
@FunctionalInterface
interface Outline {
    boolean covers(double x, double y);

    static Outline box(double left, double top, double right, double bottom) {
        return (x, y) -> x >= left && x < right && y >= top && y < bottom;
    }

    static Outline disc(double radius) {
        return (x, y) -> x * x + y * y <= radius * radius;
    }

    static Outline ring(double radius, double width) {
        return disc(radius).without(disc(radius - width));
    }

    static Outline rightHalf() {
        return (x, _) -> x >= 0;
    }

    static Outline octagon(double radius) {
        return (x, y) ->
                Math.max(Math.abs(x), Math.abs(y)) <= radius
                        && Math.abs(x) + Math.abs(y) <= radius * Math.sqrt(2);
    }

    static Outline cross(double reach, double width) {
        return (x, y) -> Math.abs(Math.abs(x) - Math.abs(y)) <= width && Math.abs(x) <= reach;
    }

    /// As wide at each height as the function says.
    static Outline symmetric(double top, double bottom, DoubleUnaryOperator halfWidth) {
        return (x, y) -> y >= top && y <= bottom && Math.abs(x) <= halfWidth.applyAsDouble(y);
    }

    default Outline and(Outline other) {
        return (x, y) -> covers(x, y) || other.covers(x, y);
    }

    default Outline within(Outline other) {
        return (x, y) -> covers(x, y) && other.covers(x, y);
    }

    default Outline without(Outline other) {
        return (x, y) -> covers(x, y) && !other.covers(x, y);
    }

    default Outline at(double centreX, double centreY) {
        return (x, y) -> covers(x - centreX, y - centreY);
    }

    default Outline grownBy(double width) {
        return (x, y) -> {
            for (int i = -1; i <= 1; i++) {
                for (int j = -1; j <= 1; j++) {
                    if (covers(x + i * width, y + j * width)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    default Outline shrunkBy(double width) {
        Outline outside = (x, y) -> !covers(x, y);
        Outline grown = outside.grownBy(width);
        return (x, y) -> !grown.covers(x, y);
    }
}

package dev.portico.desktop.tray;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Layers of one colour each, smoothed when drawn; a clear layer cuts through those below it.
final class Picture {
    static final int CLEAR = 0;
    private static final int FINE = 4;

    private record Layer(Outline outline, int argb) {}

    private final double unit;
    private final List<Layer> layers = new ArrayList<>();

    /// @param unit the side of the square in which the outlines are given
    Picture(double unit) {
        this.unit = unit;
    }

    Picture with(Outline outline, int argb) {
        layers.add(new Layer(outline, argb));
        return this;
    }

    /// Row by row, alpha first.
    int[] pixels(int side) {
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = pixel(x, y, unit / side);
            }
        }
        return pixels;
    }

    static byte[] networkOrder(int[] pixels) {
        ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Integer.BYTES);
        bytes.asIntBuffer().put(pixels);
        return bytes.array();
    }

    private int pixel(int x, int y, double scale) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int i = 0; i < FINE * FINE; i++) {
            int column = i % FINE;
            int row = i / FINE;
            int argb =
                    colour((x + (column + 0.5) / FINE) * scale, (y + (row + 0.5) / FINE) * scale);
            int a = argb >>> 24;
            alpha += a;
            red += (long) a * ((argb >> 16) & 0xff);
            green += (long) a * ((argb >> 8) & 0xff);
            blue += (long) a * (argb & 0xff);
        }
        if (alpha == 0) {
            return CLEAR;
        }
        return (int)
                (((alpha / (FINE * FINE)) << 24)
                        | ((red / alpha) << 16)
                        | ((green / alpha) << 8)
                        | (blue / alpha));
    }

    private int colour(double x, double y) {
        for (Layer layer : layers.reversed()) {
            if (layer.outline.covers(x, y)) {
                return layer.argb;
            }
        }
        return CLEAR;
    }
}

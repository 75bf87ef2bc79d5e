package dev.portico.desktop.tray;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// The smallest PNG file (RFC 2083): eight bits of red, green, blue and alpha, no filter.
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int COLOUR_WITH_ALPHA = 6;

    private Png() {}

    static byte[] of(int[] pixels, int side) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] head =
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put((byte) 8)
                        .put((byte) COLOUR_WITH_ALPHA)
                        .array();
        chunk(file, "IHDR", head);
        chunk(file, "IDAT", deflated(rows(pixels, side)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] rows(int[] pixels, int side) {
        ByteBuffer rows = ByteBuffer.allocate(side * (side * Integer.BYTES + 1));
        for (int i = 0; i < pixels.length; i++) {
            if (i % side == 0) {
                rows.put((byte) 0);
            }
            rows.putInt(Integer.rotateLeft(pixels[i], 8));
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        file.writeBytes(chunk.putInt((int) sum.getValue()).array());
    }
}

package dev.portico.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/// The ratios as bars, on a scale where half is as far from 1.0 as double.
final class Chart {
    private static final int LEFT = 400;
    private static final int WIDTH = 1180;
    private static final int RIGHT = 130;
    private static final int TOP = 86;
    private static final int STEP = 30;
    private static final int BAR = 18;
    private static final double LEAST = 0.125;
    private static final double MOST = 8;
    private static final Color INK = new Color(0x24292f);
    private static final Color PALE = new Color(0xd0d7de);
    private static final Color GOOD = new Color(0x2da44e);
    private static final Color BAD = new Color(0xcf222e);
    private static final Color FLOOR = new Color(0x0969da);

    private final Graphics2D pen;
    private final int height;

    private Chart(BufferedImage image) {
        pen = image.createGraphics();
        height = image.getHeight();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
    }

    static void write(List<Report.Score> all, Path file) throws IOException {
        List<Report.Score> scores =
                all.stream().filter(score -> score.line().floor().isRatio()).toList();
        BufferedImage image =
                new BufferedImage(
                        WIDTH, TOP + STEP * scores.size() + 20, BufferedImage.TYPE_INT_RGB);
        new Chart(image).draw(scores);
        ImageIO.write(image, "png", file.toFile());
    }

    private void draw(List<Report.Score> scores) {
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
        pen.setColor(INK);
        pen.drawString("Portico / ssh", 20, 32);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        pen.drawString(
                "green: floor reached · red: not reached · blue mark: the floor · ↓ less is better",
                170,
                32);
        for (double ratio = LEAST; ratio <= MOST; ratio *= 2) {
            grid(ratio);
        }
        for (int i = 0; i < scores.size(); i++) {
            bar(scores.get(i), TOP + i * STEP);
        }
    }

    private void grid(double ratio) {
        boolean even = ratio == 1;
        pen.setColor(even ? INK : PALE);
        pen.setStroke(new BasicStroke(even ? 2 : 1));
        pen.drawLine(at(ratio), TOP - 12, at(ratio), height - 14);
        pen.setColor(INK);
        String text = ratio < 0.2 ? "0.125" : Double.toString(ratio);
        pen.drawString(text, at(ratio) - pen.getFontMetrics().stringWidth(text) / 2, TOP - 18);
    }

    private void bar(Report.Score score, int y) {
        Floor floor = score.line().floor();
        String title =
                score.line().title() + (floor.kind() == Floor.Kind.RATIO_AT_MOST ? " ↓" : "");
        int base = y + BAR - 4;
        pen.setColor(INK);
        pen.drawString(title, LEFT - 14 - pen.getFontMetrics().stringWidth(title), base);
        boolean known = !Double.isNaN(score.ratio());
        int end = known ? at(score.ratio()) : at(1);
        pen.setColor(score.reached() ? GOOD : BAD);
        pen.fillRect(Math.min(at(1), end), y, Math.max(2, Math.abs(end - at(1))), BAR);
        int mark = at(floor.bound());
        pen.setColor(FLOOR);
        pen.setStroke(new BasicStroke(3));
        pen.drawLine(mark, y - 3, mark, y + BAR + 3);
        pen.setColor(INK);
        String text = known ? Report.number(score.ratio()) + "  (" + floor.text() + ")" : "failed";
        pen.drawString(text, WIDTH - RIGHT + 14, base);
    }

    private static int at(double ratio) {
        double part = Math.log(Math.clamp(ratio, LEAST, MOST) / LEAST) / Math.log(MOST / LEAST);
        return LEFT + (int) Math.round(part * (WIDTH - RIGHT - LEFT));
    }
}

package dev.portico.interop.export;

import java.util.List;
import java.util.stream.Collectors;

/// A launch agent of macOS that keeps a command running.
public final class LaunchdPlist {
    private LaunchdPlist() {}

    /// @param alias of the share, one word
    public static String of(String alias, List<String> command) {
        String words =
                OneLine.checked(command).stream()
                        .map(word -> "        <string>" + escaped(word) + "</string>\n")
                        .collect(Collectors.joining());
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
        "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
            <key>Label</key>
            <string>dev.portico.%s</string>
            <key>ProgramArguments</key>
            <array>
        %s    </array>
            <key>KeepAlive</key>
            <true/>
            <key>RunAtLoad</key>
            <true/>
        </dict>
        </plist>
        """
                .formatted(alias, words);
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package dev.portico.store;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The settings file: unfit, or whole and the same when written and read again.
public final class SettingsFuzz implements Fuzzed {

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new SettingsFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                """
                {"version":1,"servers":[{"name":"vps","host":"vps.example.com","port":2222,
                "user":"me","signIn":{"by":"keys","files":["/home/me/.ssh/id"]},
                "hostKeys":{"file":"/k","acceptNew":true},"bind":"*","publicAddress":"a.b",
                "linkTemplate":"https://{port}.a.b","connectTimeout":"PT15S","deadAfter":"PT6S",
                "jump":["gate","a@b:22"],"proxy":"socks5://u@p:1080","legacy":true,
                "ports":"20000-29999"},{"name":"gate","host":"::1","signIn":{"by":"agent"}}],
                "shares":[{"name":"web","target":"localhost:3000","servers":["vps"],"port":8080,
                "bind":"localhost","allowWider":false,"proxyHeader":"v2","on":true,
                "lastPorts":{"vps":41233},"blocked":["198.51.100.9"],"group":"g"}],
                "visitorLog":{"on":false,"days":7,"shortAddresses":true}}\
                """,
                """
                {"window":{"x":1,"y":2.5,"width":3,"height":4,"maximized":true,"theme":"dark",
                "language":"zh","lastServer":"vps","table":{"hidden":["a"],"sortBy":"name",
                "descending":true},"page":"servers","details":{"folded":true,"height":9}}}\
                """,
                "{\"shares\":[{\"name\":\"s\",\"target\":\"unix:/run/x\",\"bind\":null}]}");
    }

    @Override
    public void take(byte[] input) throws Exception {
        SettingsJson json = new SettingsJson();
        Settings read;
        try {
            read = json.settings(json.parse(input));
        } catch (UnfitSettings _) {
            return;
        }
        byte[] written = json.bytes(read);
        String text = new String(written, StandardCharsets.UTF_8);
        Fuzzed.same(read, json.settings(json.parse(written)), text);
    }

    @Override
    public List<String> libraries() {
        return List.of("tools.jackson.core.json.**");
    }
}

package mho.reports.explore;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out who was not given the address: other users of the machine, who do not know its token; pages of other sites that the reader has
 * open, whose requests say another origin; names that lead to the loopback address (DNS rebinding), which are another host.
 */
final class RequestGuard {
    private static final int TOKEN_BYTES = 24;

    private final String host;
    private final String token;

    private RequestGuard(String host, String token) {
        this.host = host;
        this.token = token;
    }

    /** @param port that is served */
    static RequestGuard of(int port) {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        return new RequestGuard("127.0.0.1:" + port, HexFormat.of().formatHex(secret));
    }

    /** What to open. */
    String address() {
        return "http://" + host + "/" + token + "/";
    }

    /** Behind the token; null for a request that is to be refused. */
    @Nullable
    String admitted(URI asked, Headers headers) {
        String path = asked.getRawPath();
        if (path == null || !isOne(headers.get("Host"), host) || !isOwn(headers)) {
            return null;
        }
        int end = path.indexOf('/', 1);
        String given = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        boolean known = MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)); // in constant time
        return known && end >= 0 ? path.substring(end + 1) : null;
    }

    /** Browsers say where a request comes from; what no browser sent says nothing. */
    private boolean isOwn(Headers headers) {
        List<String> origin = headers.get("Origin");
        List<String> site = headers.get("Sec-Fetch-Site");
        boolean sameOrigin = origin == null || isOne(origin, "http://" + host);
        return sameOrigin && (site == null || isOne(site, "same-origin") || isOne(site, "none"));
    }

    private static boolean isOne(@Nullable List<String> given, String wanted) {
        return given != null && given.size() == 1 && given.get(0).equals(wanted);
    }
}

internal import GeoJSON
internal import Glibc
internal import Logging

/// Writes the log to the error stream, a JSON object a line, as collectors of logs read it.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members: [(String, JSONValue)] = [
            ("time", .string(Self.now)), ("level", .string(event.level.rawValue)),
            ("message", .string("\(event.message)")),
        ]
        for (key, value) in (event.metadata ?? [:]).sorted(by: { $0.key < $1.key }) {
            members.append((key, .string("\(value)")))
        }
        var line = JSONWriter().bytes(.object(JSONObject(members)))
        line.append(UInt8(ascii: "\n"))
        // One write a line, so that lines of several threads do not run into each other.
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The time in UTC, to the second (RFC 3339).
    private static var now: String {
        var time = time(nil)
        var parts = tm()
        gmtime_r(&time, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
            strftime(buffer.baseAddress, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
            return buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
    }
}

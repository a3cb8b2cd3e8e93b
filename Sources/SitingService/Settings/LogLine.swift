internal import GeoJSON
internal import Glibc
internal import Logging
internal import Synchronization

/// A line of the log: a JSON object, as collectors of logs read them.
struct LogLine {
    private(set) var bytes: [UInt8] = []
    private static let writer = JSONWriter()

    init(_ level: Logger.Level, _ message: String) {
        bytes.reserveCapacity(256)
        bytes.append(UInt8(ascii: "{"))
        write("time", Self.now)
        add("level", level.rawValue)
        add("message", message)
    }

    /// Adds a member.
    mutating func add(_ key: String, _ value: String) {
        bytes.append(UInt8(ascii: ","))
        write(key, value)
    }

    /// Ends the line and hands it on.
    consuming func send(isUrgent: Bool) {
        bytes.append(contentsOf: "}\n".utf8)
        LogStream.standardError.add(bytes, isUrgent: isUrgent)
    }

    private mutating func write(_ key: String, _ value: String) {
        Self.writer.write(.string(key), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.writer.write(.string(value), to: &bytes)
    }

    /// The time in UTC, to the second (RFC 3339); written once a second.
    private static var now: String {
        var second = time(nil)
        return last.withLock { last in
            if last.second != second {
                var parts = tm()
                gmtime_r(&second, &parts)
                last = (
                    second,
                    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
                        strftime(buffer.baseAddress, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
                        return buffer.baseAddress.map { String(cString: $0) } ?? ""
                    }
                )
            }
            return last.text
        }
    }

    private static let last = Mutex<(second: time_t, text: String)>((0, ""))
}

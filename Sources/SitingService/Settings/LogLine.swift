internal import GeoJSON
internal import Logging

/// A line of the log: a JSON object, as collectors of logs read them.
struct LogLine {
    private(set) var bytes: [UInt8] = []
    private static let writer = JSONWriter()

    init(_ level: Logger.Level, _ message: String) {
        bytes.reserveCapacity(256)
        bytes.append(UInt8(ascii: "{"))
        write("time", SecondText.timestamp.now)
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
        LogStream.standardError.add(isUrgent: isUrgent) { $0 += bytes }
    }

    private mutating func write(_ key: String, _ value: String) {
        Self.writer.write(.string(key), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Self.writer.write(.string(value), to: &bytes)
    }
}

internal import Logging

/// Writes the log to the error stream, a JSON object a line.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = LogLine(event.level, "\(event.message)")
        for (key, value) in (event.metadata ?? [:]).sorted(by: { $0.key < $1.key }) {
            line.add(key, "\(value)")
        }
        line.send(isUrgent: event.level > .info)
    }
}

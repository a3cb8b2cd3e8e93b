/// The line of the log that says what was asked of whom, never where the site lies: a JSON object.
///
/// Nothing in it needs to be escaped: methods and routes are ours, request ids plain words.
struct AccessLine {
    let method: String
    let route: String
    let status: Int
    /// Of the body; −1 where it is not known beforehand.
    let bytes: Int
    let requestID: String
    let duration: Duration

    /// Adds the line to the log.
    func send() {
        let (seconds, attoseconds) = duration.components
        let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        LogStream.standardError.add(isUrgent: false) { line in
            line += #"{"time":""#.utf8
            line += SecondText.timestamp.now.utf8
            line += #"","level":"info","message":"request","bytes":""#.utf8
            line += String(bytes).utf8
            line += #"","method":""#.utf8
            line += method.utf8
            line += #"","microseconds":""#.utf8
            line += String(microseconds).utf8
            line += #"","request_id":""#.utf8
            line += requestID.utf8
            line += #"","route":""#.utf8
            line += route.utf8
            line += #"","status":""#.utf8
            line += String(status).utf8
            line += "\"}\n".utf8
        }
    }
}

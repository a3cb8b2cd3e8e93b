internal import Glibc
internal import Synchronization

/// The time in UTC as some header or line writes it, to the second; written once a second.
final class SecondText: Sendable {
    /// As RFC 3339 has it, for the log.
    static let timestamp = SecondText("%Y-%m-%dT%H:%M:%SZ")
    /// As the header `Date` has it (RFC 9110, 5.6.7).
    static let date = SecondText("%a, %d %b %Y %H:%M:%S GMT")

    private let format: String
    private let last = Mutex<(second: time_t, text: String)>((0, ""))

    /// - Parameter format: as `strftime` reads it, its text shorter than 40 bytes.
    private init(_ format: String) { self.format = format }

    /// The time it is.
    var now: String {
        var second = time(nil)
        return last.withLock { last in
            if last.second != second {
                var parts = tm()
                gmtime_r(&second, &parts)
                let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
                    strftime(buffer.baseAddress, buffer.count, format, &parts)
                    return buffer.baseAddress.map { String(cString: $0) } ?? ""
                }
                last = (second, text)
            }
            return last.text
        }
    }
}

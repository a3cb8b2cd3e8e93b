/// An error a person can act on: what is wrong, and what to do about it, in both languages.
///
/// Every room's error type conforms, so that the command, the service and the tables print any of them alike.
/// Where it happened (row, field) is known to whoever read the input and is added there.
public protocol ExplainedError: Error, Sendable, CustomStringConvertible {
    /// A stable, snake_case name for programs, such as `swapped_lon_lat`.
    var code: String { get }
    /// What is wrong, naming the value, feature or place.
    var message: Bilingual { get }
    /// What to do about it.
    var remedy: Bilingual { get }
}

extension ExplainedError {
    /// Message and remedy in English, for logs and test failures.
    public var description: String { "\(code): \(message.en) \(remedy.en)" }
}

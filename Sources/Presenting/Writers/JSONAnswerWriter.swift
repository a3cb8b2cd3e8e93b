internal import GeoJSON
public import Wording

/// JSON: one object for a single position, an array for several, or a line each (NDJSON).
public final class JSONAnswerWriter: AnswerWriter {
    /// How rows are put together.
    public enum Shape: Hashable, Sendable {
        /// The object itself.
        case object
        /// A JSON array of objects.
        case array
        /// An object a line.
        case lines
    }

    private let shape: Shape
    private let language: Language
    private let writer: JSONWriter
    private var answers: LocateAnswerJSON
    private var isFirst = true

    /// Makes a writer; only a single object is laid out over several lines.
    public init(_ shape: Shape, language: Language) {
        self.shape = shape
        self.language = language
        writer = JSONWriter(shape == .object ? .pretty : .compact)
        answers = LocateAnswerJSON(writer, language: language)
    }

    /// Opens the array, where there is one.
    public func begin(_ output: inout [UInt8]) {
        if shape == .array { output.append(contentsOf: "[\n".utf8) }
    }

    /// A comma between the elements of an array.
    public var separator: [UInt8] { shape == .array ? [UInt8(ascii: ","), UInt8(ascii: "\n")] : [] }

    /// Goes on where answers were written or were not.
    public func resume(afterRows: Bool) { isFirst = !afterRows }

    /// Appends one answer, or the error in its place.
    public func write(_ row: AnsweredRow, to output: inout [UInt8]) {
        guard let outcome = row.outcome else { return }
        if !isFirst { output += separator }
        isFirst = false
        switch outcome {
        case .success(let answer): answers.write(answer, to: &output)
        case .failure(let error): writer.write(error.json(site: row.label, in: language), to: &output)
        }
        if shape != .array { output.append(UInt8(ascii: "\n")) }
    }

    /// Closes the array, where there is one.
    public func end(_ output: inout [UInt8]) {
        if shape == .array { output.append(contentsOf: "\n]\n".utf8) }
    }
}

extension AnsweredRow {
    /// What is known of a site that could not be read.
    var label: JSONValue {
        var members: [(String, JSONValue)] = []
        if let id { members.append(("id", .string(id))) }
        if let name { members.append(("name", .string(name))) }
        return .object(JSONObject(members))
    }
}

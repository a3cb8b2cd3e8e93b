internal import HTTPTypes
internal import Tables

/// What a body is.
struct BodyType: Hashable, Sendable {
    /// The kinds of bodies that are read.
    enum Kind: String, CaseIterable, Sendable {
        case geojson
        case ndjson
        case csv
        case wkt
        case cql2

        /// The media types it goes by; the first is the one to use.
        var mediaTypes: [String] {
            switch self {
            case .geojson: ["application/geo+json", "application/json"]
            case .ndjson:
                [
                    "application/x-ndjson", "application/ndjson", "application/jsonl",
                    "application/geo+json-seq",
                ]
            case .csv: ["text/csv"]
            case .wkt: ["text/plain"]
            case .cql2: ["application/json", "application/cql2+json"]
            }
        }
    }

    let kind: Kind
    /// The encoding its sender names; nil to detect it.
    var encoding: TextEncoding?

    /// A kind in whatever encoding.
    init(_ kind: Kind) { self.kind = kind }

    /// Reads a `Content-Type`.
    ///
    /// - Throws: ``Problem`` where it is none of those read here.
    init(_ contentType: String?, among types: [BodyType]) throws(Problem) {
        let parts =
            contentType?.split(separator: ";").map { $0.drop { $0 == " " }.prefix { $0 != " " } } ?? []
        let name = parts.first?.lowercased()
        guard let found = types.first(where: { type in name.map(type.kind.mediaTypes.contains) ?? false })
        else {
            throw Problem.unsupportedMediaType(contentType, types.flatMap { $0.kind.mediaTypes })
        }
        self = found
        guard let charset = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("charset=") }) else {
            return
        }
        do throws(TableError) {
            encoding = try TextEncoding(parsing: String(charset.dropFirst(8).filter { $0 != "\"" }))
        } catch {
            throw Problem(error, .unsupportedMediaType, field: "Content-Type")
        }
    }

    /// No fewer than the vertices a text holds, counted without reading it: a few million brackets must not be
    /// taken apart to be refused.
    func vertexMarks(in bytes: [UInt8]) -> Int {
        switch kind {
        case .geojson, .cql2: bytes.count { $0 == UInt8(ascii: "[") }
        case .wkt: bytes.count { $0 == UInt8(ascii: ",") }
        case .ndjson, .csv: 0
        }
    }

    /// No fewer than the members of objects a text holds, or the objects themselves, as often as a feature of one vertex has
    /// them: a body of empty ones has no vertex to be told by.
    func memberMarks(in bytes: [UInt8]) -> Int {
        switch kind {
        case .geojson, .cql2:
            max(bytes.count { $0 == UInt8(ascii: "{") }, bytes.count { $0 == UInt8(ascii: ":") }) / 3
        case .wkt, .ndjson, .csv: 0
        }
    }

    /// Whether parentheses stand deeper within each other than any shape has them; brackets are for those who read JSON.
    func isTooDeep(_ bytes: [UInt8]) -> Bool {
        guard kind == .wkt else { return false }
        var depth = 0
        for byte in bytes {
            if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth > 64 { return true }
        }
        return false
    }
}

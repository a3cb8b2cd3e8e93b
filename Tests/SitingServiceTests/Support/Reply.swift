import GeoJSON
import Testing

/// What the service answered.
struct Reply: Sendable {
    let status: Int
    /// By names in lower case.
    let headers: [String: String]
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func json() throws -> JSONValue { try JSONValue(parsing: bytes) }

    /// The stable code of a problem document; nil where the answer is none.
    var problem: String? {
        guard headers["content-type"]?.hasPrefix("application/problem+json") == true else { return nil }
        return (try? json())?["code"]?.stringValue
    }

    /// Takes an answer apart.
    init(_ answer: [UInt8], isHead: Bool = false) throws {
        let end = try #require(
            answer.firstRange(of: Array("\r\n\r\n".utf8)), "no head in \(answer.count) bytes")
        let lines = String(decoding: answer[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        status = try #require(Int(lines[0].split(separator: " ")[1]))
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
        }
        self.headers = headers
        let rest = answer[end.upperBound...]
        if headers["transfer-encoding"] == "chunked" {
            bytes = try Self.joined(rest)
        } else {
            bytes = Array(rest)
            if let length = headers["content-length"].flatMap({ Int($0) }), !isHead, status != 304 {
                #expect(bytes.count == length, "cut short")
            }
        }
    }

    /// The chunks of a body, joined; what is not there is not made up.
    private static func joined(_ chunks: ArraySlice<UInt8>) throws -> [UInt8] {
        var rest = chunks
        var bytes: [UInt8] = []
        while let line = rest.firstRange(of: [13, 10]) {
            let size = try #require(Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16))
            rest = rest[line.upperBound...]
            if size == 0 { return bytes }
            bytes += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
        }
        Issue.record("the stream broke off")
        return bytes
    }
}

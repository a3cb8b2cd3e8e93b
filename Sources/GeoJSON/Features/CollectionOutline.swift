/// What is around the features of a text: the other members, and where the features begin.
struct CollectionOutline {
    /// The members of the root, less a `features` that is an array.
    private(set) var members = JSONObject()
    /// A reader standing at the opening bracket of `features`; nil where there is no such array.
    private(set) var features: JSONReader?
    /// What is wrong behind that bracket, where something is; the features before it can still be read.
    private(set) var laterFault: JSONError?
    /// Whether `features` is never closed, so that its reader will meet the end of the text.
    private(set) var isCutShort = false

    init(_ text: Span<UInt8>, depthLimit: Int) throws(JSONError) {
        var reader = JSONReader(depthLimit: depthLimit)
        do {
            try read(text, &reader)
        } catch {
            guard features != nil else { throw error }
            laterFault = error
        }
    }

    private mutating func read(_ text: Span<UInt8>, _ reader: inout JSONReader) throws(JSONError) {
        try reader.start(text)
        guard text[reader.place] == UInt8(ascii: "{") else {
            throw .wrongType(of: try reader.document(text), wanted: .object)
        }
        guard try reader.enter(closing: UInt8(ascii: "}"), text) else { return try reader.end(text) }
        repeat {
            reader.skipSpace(text)
            let start = reader.place
            let key = try reader.key(text)
            guard members.place(of: key) == nil, !(key == "features" && features != nil) else {
                throw reader.fault(.duplicate(key), at: start, text).inside(.member(key))
            }
            reader.skipSpace(text)
            if key == "features", reader.place < text.count, text[reader.place] == UInt8(ascii: "[") {
                features = reader
                isCutShort = !reader.skipBrackets(text)
                if isCutShort { return }
            } else {
                do { members.add(key, try reader.value(text)) } catch { throw error.inside(.member(key)) }
            }
        } while try reader.another(closing: UInt8(ascii: "}"), text)
        try reader.end(text)
    }
}

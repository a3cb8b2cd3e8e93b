/// The members of a JSON object, in the order they were written, each key once.
///
/// Keys are compared byte for byte, as RFC 8259 section 8.3 asks: `é` in one and in two code points are two keys.
public struct JSONObject: Sendable {
    /// A key with its value.
    public struct Member: Hashable, Sendable {
        /// The name left of the colon.
        public let key: String
        /// The value right of it.
        public var value: JSONValue
    }

    /// The members in order.
    public private(set) var members: [Member] = []

    /// Where each key stands; kept only once there are so many members that looking through them is slower.
    private var places: [ExactKey: Int] = [:]
    private static let linearLimit = 16  // members; a feature has 4, its properties rarely more

    /// An object without members.
    public init() {}

    /// Takes members in order; of two with the same key the later value counts.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// The value of a key; setting nil takes the member out, setting a new key adds it at the end.
    public subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (nil, let value?): add(key, value)
            case (let place?, nil): remove(at: place)
            case (nil, nil): break
            }
        }
    }

    /// The keys in order.
    public var keys: [String] { members.map(\.key) }
    /// How many members there are.
    public var count: Int { members.count }
    /// Whether there are none.
    public var isEmpty: Bool { members.isEmpty }

    /// Where a key stands among the members; nil where it is missing.
    func place(of key: String) -> Int? {
        guard members.count > Self.linearLimit else {
            return members.firstIndex { ExactKey.same($0.key, key) }
        }
        return places[ExactKey(text: key)]
    }

    /// Adds a member whose key is known to be new.
    mutating func add(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
        if members.count > Self.linearLimit + 1 {
            places[ExactKey(text: key)] = members.count - 1
        } else if members.count == Self.linearLimit + 1 {
            indexAll()
        }
    }

    private mutating func remove(at place: Int) {
        members.remove(at: place)
        places = [:]
        if members.count > Self.linearLimit { indexAll() }
    }

    private mutating func indexAll() {
        for (place, member) in members.enumerated() { places[ExactKey(text: member.key)] = place }
    }
}

extension JSONObject: Hashable {
    /// Whether both have the same members in the same order.
    public static func == (one: JSONObject, other: JSONObject) -> Bool { one.members == other.members }
    /// Feeds the members to the hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Takes members in order; of two with the same key the later value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject: Sequence {
    /// Goes through the members in order.
    public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

/// A string compared by its bytes, where `String` would compare by canonical equivalence.
private struct ExactKey: Hashable {
    let text: String

    static func == (one: ExactKey, other: ExactKey) -> Bool { same(one.text, other.text) }

    func hash(into hasher: inout Hasher) {
        text.utf8.span.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    static func same(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        let left = one.utf8.span
        let right = other.utf8.span
        for place in left.indices where left[place] != right[place] { return false }
        return true
    }
}

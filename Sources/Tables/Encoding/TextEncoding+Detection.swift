/// What the first bytes of a file say about its text.
public struct DetectedEncoding: Hashable, Sendable {
    /// The encoding to read with.
    public let encoding: TextEncoding
    /// How many bytes of byte order mark stand before the text.
    public let byteOrderMarkLength: Int
}

extension TextEncoding {
    /// Tells the encoding of a file from its first bytes.
    ///
    /// A byte order mark decides. Else well-formed UTF-8 is UTF-8, and what is well-formed GB18030 is GB18030. A
    /// file that is neither throughout, because one row is damaged, goes to the encoding that reads at
    /// least ten characters for every one it cannot; the damaged row is then an error of its own. Nothing is
    /// decoded here, and a sample of a long file is enough: pure ASCII counts as UTF-8.
    ///
    /// - Parameters:
    ///   - bytes: the first bytes of the file.
    ///   - isWhole: whether they are all of it; a sample may end in the middle of a character.
    /// - Returns: the encoding, and how long its mark is.
    /// - Throws: `unsupported_encoding` for UTF-16, `undecodable_text` with the byte offsets where both fail.
    public static func detect(
        _ bytes: ArraySlice<UInt8>, isWhole: Bool = true
    ) throws(TableError) -> DetectedEncoding {
        try refuseUTF16(bytes)
        for encoding in allCases where bytes.starts(with: encoding.byteOrderMark) {
            return DetectedEncoding(
                encoding: encoding, byteOrderMarkLength: encoding.byteOrderMark.count)
        }
        let utf8 = WellFormedness(ofUTF8: bytes, isWhole: isWhole)
        guard let utf8Fault = utf8.firstFault else { return DetectedEncoding(encoding: .utf8) }
        let gb18030 = WellFormedness(ofGB18030: bytes, isWhole: isWhole)
        guard let gb18030Fault = gb18030.firstFault else {
            return DetectedEncoding(encoding: utf8.isConvincing ? .utf8 : .gb18030)
        }
        if utf8.isConvincing { return DetectedEncoding(encoding: .utf8) }
        if gb18030.isConvincing { return DetectedEncoding(encoding: .gb18030) }
        throw .neitherEncoding(utf8Offset: utf8Fault, gb18030Offset: gb18030Fault)
    }

    /// Refuses UTF-16, by its byte order mark or, without one, by the NUL beside its first ASCII character.
    static func refuseUTF16(_ bytes: ArraySlice<UInt8>) throws(TableError) {
        if bytes.starts(with: [0xFF, 0xFE]) { throw .utf16("FF FE") }
        if bytes.starts(with: [0xFE, 0xFF]) { throw .utf16("FE FF") }
        let head = bytes.prefix(2)
        if head.count == 2, head.contains(0), head.contains(where: { $0 != 0 }) { throw .utf16("NUL") }
    }
}

extension DetectedEncoding {
    init(encoding: TextEncoding) {
        self.init(encoding: encoding, byteOrderMarkLength: 0)
    }
}

/// How well some bytes read as an encoding: its longer characters, and the places where there is none.
struct WellFormedness {
    /// Characters of more than one byte.
    private(set) var characters = 0
    private(set) var faults = 0
    /// The offset of the first byte that begins no character.
    private(set) var firstFault: Int?

    var isConvincing: Bool { characters > 10 * faults }

    /// Unicode 16, table 3-7.
    init(ofUTF8 bytes: ArraySlice<UInt8>, isWhole: Bool) {
        self.init(bytes, isWhole: isWhole) { bytes, index in
            let lead = bytes[index]
            let length = UTF8Character.length(lead: lead)
            guard length > 0 else { return .none }
            for step in 1..<length {
                guard index + step < bytes.count else { return .cut }
                let range = step == 1 ? UTF8Character.second(lead: lead) : 0x80...0xBF
                guard range.contains(bytes[index + step]) else { return .none }
            }
            return .length(length)
        }
    }

    /// GB 18030-2022, table 2: two bytes, or four of which the second and fourth are digits.
    init(ofGB18030 bytes: ArraySlice<UInt8>, isWhole: Bool) {
        self.init(bytes, isWhole: isWhole) { bytes, index in
            guard (0x81...0xFE).contains(bytes[index]) else { return .none }
            guard index + 1 < bytes.count else { return .cut }
            switch bytes[index + 1] {
            case 0x40...0x7E, 0x80...0xFE: return .length(2)
            case 0x30...0x39:
                guard index + 3 < bytes.count else { return .cut }
                let rest =
                    (0x81...0xFE).contains(bytes[index + 2]) && (0x30...0x39).contains(bytes[index + 3])
                return rest ? .length(4) : .none
            default: return .none
            }
        }
    }

    private enum Character {
        case length(Int)
        case none
        case cut
    }

    private init(
        _ bytes: ArraySlice<UInt8>, isWhole: Bool,
        character: (UnsafeBufferPointer<UInt8>, Int) -> Character
    ) {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] < 0x80 {
                    index += 1
                    continue
                }
                switch character(bytes, index) {
                case .length(let length):
                    characters += 1
                    index += length
                case .cut where !isWhole:
                    return
                case .none, .cut:
                    if firstFault == nil { firstFault = index }
                    faults += 1
                    index += 1
                }
            }
        }
    }
}

/// The shape of a UTF-8 character, from its first byte.
enum UTF8Character {
    /// Its length in bytes; 0 for a byte that begins none.
    static func length(lead: UInt8) -> Int {
        switch lead {
        case 0x00...0x7F: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    /// What its second byte may be: no overlong form, no surrogate, nothing above U+10FFFF.
    static func second(lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }
}

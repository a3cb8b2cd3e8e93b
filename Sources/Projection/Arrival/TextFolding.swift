extension StringProtocol {
    /// Whether a digit, sign or point stands in it at full width.
    ///
    /// Commas and other separators do not count: they are ordinary Chinese punctuation.
    var hasWideFigures: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF0B, 0xFF0D, 0xFF0E: true
            default: false
            }
        }
    }

    /// The text without spaces at either end.
    var trimmed: SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return rest
    }
}

extension String {
    /// Whether another text stands somewhere in this one.
    ///
    /// Bytes are compared, so that Foundation need not be loaded.
    func containsText(_ other: String) -> Bool { firstOffset(of: other) != nil }

    /// The text without the given pieces, each removed wherever it stands, in the order given.
    func removing(_ pieces: String...) -> String {
        var bytes = Array(utf8)
        for piece in pieces {
            let wanted = Array(piece.utf8)
            guard !wanted.isEmpty else { continue }
            while let start = bytes.offset(of: wanted) { bytes.removeSubrange(start..<start + wanted.count) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a digit stands right before the first occurrence of another text.
    func hasDigit(before other: String) -> Bool {
        guard let offset = firstOffset(of: other), offset > 0 else { return false }
        return (48...57).contains(Array(utf8)[offset - 1])
    }

    private func firstOffset(of other: String) -> Int? { Array(utf8).offset(of: Array(other.utf8)) }
}

extension [UInt8] {
    fileprivate func offset(of wanted: [UInt8]) -> Int? {
        guard count >= wanted.count else { return nil }
        return (0...(count - wanted.count)).first { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}

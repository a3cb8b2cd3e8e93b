extension JSONPosition {
    /// Finds where the value at a path begins in a text that is known to be JSON; nil where there is none.
    ///
    /// Values carry no positions, so the text is read again up to the place; only errors pay for it. The path
    /// counts from the value that begins at or after `known`.
    init?(of path: JSONPath, in text: Span<UInt8>, from known: JSONPosition = .start) {
        var reader = JSONReader()
        if known.byteOffset > 0 {
            reader.place = known.byteOffset
        } else {
            guard (try? reader.start(text)) != nil else { return nil }
        }
        for step in path.steps {
            guard (try? reader.descend(step, text)) == true else { return nil }
            reader.skipSpace(text)
        }
        self.init(byteOffset: reader.place, in: text, from: known)
    }
}

extension JSONReader {
    /// Moves from an object or array to one of its parts; false where it has no such part.
    fileprivate mutating func descend(_ step: JSONPath.Step, _ text: Span<UInt8>) throws(JSONError) -> Bool {
        guard place < text.count else { return false }
        switch (step, text[place]) {
        case (.member(let wanted), UInt8(ascii: "{")):
            guard try enter(closing: UInt8(ascii: "}"), text) else { return false }
            repeat {
                let key = try key(text)
                if key.utf8.elementsEqual(wanted.utf8) { return true }
                _ = try value(text)
            } while try another(closing: UInt8(ascii: "}"), text)
        case (.element(let wanted), UInt8(ascii: "[")):
            guard try enter(closing: UInt8(ascii: "]"), text) else { return false }
            var index = 0
            repeat {
                if index == wanted { return true }
                _ = try value(text)
                index += 1
            } while try another(closing: UInt8(ascii: "]"), text)
        default: break
        }
        return false
    }
}

extension JSONError {
    /// The same error with its place in the text it is about, where that was not known yet.
    func located(in text: Span<UInt8>, from known: JSONPosition = .start) -> JSONError {
        guard position == nil else { return self }
        var error = self
        error.position = JSONPosition(of: path, in: text, from: known)
        return error
    }
}

internal import Glibc

/// A text in the memory of C, freed with its owner.
@safe final class OwnedText: Sendable {
    // A number, since no pointer may be shared between threads; what it points to never changes.
    private let address: Int

    /// Copies a text; a NUL inside it would end it there.
    init(_ text: String) { address = Int(bitPattern: unsafe Self.copy(of: text)) }

    deinit { unsafe free(UnsafeMutableRawPointer(bitPattern: address)) }

    /// Where the text is, as long as its owner lives.
    var pointer: UnsafePointer<CChar>? { unsafe UnsafePointer(bitPattern: address) }

    /// A copy of a text that is the caller's to free.
    static func copy(of text: String) -> UnsafeMutablePointer<CChar> {
        guard let copy = unsafe strdup(text) else { fatalError("strdup: out of memory") }
        return unsafe copy
    }
}

import Glibc

/// One direction of conversion between two character sets, by glibc's iconv(3).
///
/// Owns its `iconv_t`, which belongs to one task at a time.
struct CharacterConverter: ~Copyable {
    private let handle: iconv_t

    /// Opens the conversion; nil where the C library has no converter for it.
    init?(from source: String, to target: String) {
        // iconv_open(3): (iconv_t) -1 on error.
        let opened = iconv_open(target, source)
        guard let opened, opened != iconv_t(bitPattern: -1) else { return nil }
        handle = opened
    }

    deinit { _ = iconv_close(handle) }

    /// Appends the converted bytes to `output`.
    ///
    /// - Returns: the index of the first input byte that could not be converted, nil if all were. What
    ///   stands before it has been appended.
    mutating func convert(_ input: UnsafeBufferPointer<UInt8>, appendingTo output: inout [UInt8]) -> Int? {
        guard let start = input.baseAddress, !input.isEmpty else { return nil }
        _ = iconv(handle, nil, nil, nil, nil)  // back to the initial state
        // iconv(3) takes `char **` and does not write through it.
        var source: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(start))
            .assumingMemoryBound(to: CChar.self)
        var sourceLeft = input.count
        while true {
            // GB18030 to UTF-8 grows at most from 2 bytes to 3, UTF-8 to GB18030 from 2 to 4.
            let room = 2 * sourceLeft + 8
            var written = 0
            var failure: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                var target = buffer.baseAddress.map {
                    UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
                }
                var targetLeft = room
                if iconv(handle, &source, &sourceLeft, &target, &targetLeft) == -1 {
                    failure = errno
                }
                written = room - targetLeft
                count = written
            }
            output.append(contentsOf: chunk)
            switch failure {
            case 0: return nil
            case E2BIG where written > 0: continue
            default: return input.count - sourceLeft  // EILSEQ: no such character; EINVAL: cut short
            }
        }
    }
}

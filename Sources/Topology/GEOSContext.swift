internal import CGEOS

/// One reentrant GEOS context, owned by the object whose calls it serves; never shared, never global.
///
/// "Contexts must only be used from a single thread at a time" (geos_c.h). The type is noncopyable and not
/// `Sendable`-shareable, so the owner's thread is the only one that can reach it.
@safe
struct GEOSContext: ~Copyable {
    /// Holds the last message GEOS reported; a class because the callback needs a stable address.
    private final class LastMessage {
        var text: String?
    }

    let handle: GEOSContextHandle_t
    private let lastMessage = LastMessage()

    init() {
        guard let handle = unsafe GEOS_init_r() else { fatalError("GEOS_init_r: out of memory") }
        unsafe self.handle = handle
        unsafe GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, user in
                guard let text = unsafe text, let user = unsafe user else { return }
                unsafe Unmanaged<LastMessage>.fromOpaque(user).takeUnretainedValue().text = String(
                    cString: text)
            }, Unmanaged.passUnretained(lastMessage).toOpaque())
    }

    deinit { unsafe GEOS_finish_r(handle) }

    /// Takes the last message, so that it can never be blamed on a later call.
    func failure(of function: StaticString) -> TopologyError {
        defer { lastMessage.text = nil }
        return TopologyError(function: "\(function)", reason: lastMessage.text ?? "no message")
    }

    /// Reads a GEOS predicate, which answers 0, 1, or 2 for "exception".
    func answer(_ value: CChar, of function: StaticString) throws(TopologyError) -> Bool {
        guard value == 0 || value == 1 else { throw failure(of: function) }
        return value == 1
    }
}

import CPROJ

/// One PROJ context: the state and the messages of the object that owns it, shared with nobody.
///
/// It reads no file and no network: what is built in it comes from parameters alone.
///
/// A context may be used by one thread at a time, and whatever was made in it goes before it does
/// (<https://proj.org/development/threads.html>).
@safe struct PROJContext: ~Copyable {
    /// Holds the last message at an address the callback can be given.
    private final class LastMessage {
        var text: String?
    }

    let handle: OpaquePointer
    private let lastMessage = LastMessage()

    init() {
        guard let handle = unsafe proj_context_create() else {
            fatalError("proj_context_create: out of memory")
        }
        unsafe self.handle = handle
        // Nothing is looked up: PROJ 9.1 opens its database with the first object, needed or not, which
        // costs 4.5 ms of a command's start. Under a path that cannot exist it finds none, and no proj.ini.
        unsafe "/dev/null".withCString { path in
            var paths: UnsafePointer<CChar>? = unsafe path
            unsafe proj_context_set_search_paths(handle, 1, &paths)
        }
        // And no grid is ever fetched: answers must not depend on a network, nor tell one where a site lies.
        _ = unsafe proj_context_set_enable_network(handle, 0)
        unsafe proj_log_func(
            handle, Unmanaged.passUnretained(lastMessage).toOpaque(),
            { user, _, text in
                guard let user = unsafe user, let text = unsafe text else { return }
                unsafe Unmanaged<LastMessage>.fromOpaque(user).takeUnretainedValue().text = String(
                    cString: text)
            })
    }

    deinit { _ = unsafe proj_context_destroy(handle) }

    /// The error of a call, with what PROJ said about it.
    ///
    /// The message is taken, so that it can never be blamed on a later call.
    func failure(in function: StaticString, errno code: Int32) -> ProjectionError {
        defer { lastMessage.text = nil }
        if let text = lastMessage.text { return .library(function: "\(function)", words: text) }
        guard code != 0, let text = unsafe proj_context_errno_string(handle, code) else {
            return .library(function: "\(function)", words: "no message")
        }
        return .library(function: "\(function)", words: unsafe String(cString: text))
    }

    /// Forgets a message that belongs to a call already judged by its numbers.
    func forgetMessage() { lastMessage.text = nil }
}

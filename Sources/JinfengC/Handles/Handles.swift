internal import Presenting
internal import Wording

/// An error with its texts in the memory of C: what `jinfeng_error` points to.
final class HeldError: Sendable {
    let code: OwnedText
    let field: OwnedText?
    let message: (zh: OwnedText, en: OwnedText)
    let remedy: (zh: OwnedText, en: OwnedText)

    init(_ error: RowError) {
        code = OwnedText(error.code)
        field = error.field.map { OwnedText($0) }
        message = (OwnedText(error.message.zh), OwnedText(error.message.en))
        remedy = (OwnedText(error.remedy.zh), OwnedText(error.remedy.en))
    }
}

/// An object of ours as C holds it: a pointer that owns it until it is released.
enum Handle<Object: AnyObject> {
    /// Gives the object away.
    static func give(_ object: Object) -> OpaquePointer {
        unsafe OpaquePointer(Unmanaged.passRetained(object).toOpaque())
    }

    /// The object behind a pointer that C keeps; nil for NULL.
    static func object(_ handle: OpaquePointer?) -> Object? {
        guard let handle = unsafe handle else { return nil }
        return unsafe Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle)).takeUnretainedValue()
    }

    /// The object behind a pointer that C keeps.
    static func object(_ handle: OpaquePointer?, _ name: String) throws(Refusal) -> Object {
        guard let object = unsafe object(handle) else { throw ArgumentError.missing(name) }
        return object
    }

    /// Takes the object back; NULL is none.
    static func release(_ handle: OpaquePointer?) {
        guard let handle = unsafe handle else { return }
        unsafe Unmanaged<Object>.fromOpaque(UnsafeRawPointer(handle)).release()
    }
}

/// Answers a call: zero, or the status of the refusal, which goes where the caller wants it, if anywhere.
func answering(
    _ error: UnsafeMutablePointer<OpaquePointer?>?, _ body: () throws(Refusal) -> Void
) -> Int32 {
    if let error = unsafe error { unsafe error.pointee = nil }
    do throws(Refusal) {
        try body()
        return 0
    } catch let refusal {
        if let error = unsafe error { unsafe error.pointee = Handle.give(HeldError(refusal.error)) }
        return refusal.status.rawValue
    }
}

/// A text that C gives.
func text(_ pointer: UnsafePointer<CChar>?, _ name: String) throws(Refusal) -> String {
    guard let pointer = unsafe pointer else { throw ArgumentError.missing(name) }
    guard let text = unsafe String(validatingCString: pointer) else { throw ArgumentError.notUTF8(name) }
    return text
}

internal import Glibc

/// The stable name of an error; as `jinfeng.h` has it.
@_cdecl("jinfeng_error_code")
public func jinfengErrorCode(_ error: OpaquePointer?) -> UnsafePointer<CChar>? {
    unsafe Handle<HeldError>.object(error)?.code.pointer
}

/// The argument or term at fault; as `jinfeng.h` has it.
@_cdecl("jinfeng_error_field")
public func jinfengErrorField(_ error: OpaquePointer?) -> UnsafePointer<CChar>? {
    unsafe Handle<HeldError>.object(error)?.field?.pointer
}

/// What is wrong; as `jinfeng.h` has it.
@_cdecl("jinfeng_error_message")
public func jinfengErrorMessage(
    _ error: OpaquePointer?, _ language: UnsafePointer<CChar>?
) -> UnsafePointer<CChar>? {
    guard let error = unsafe Handle<HeldError>.object(error) else { return nil }
    return unsafe isChinese(language) ? error.message.zh.pointer : error.message.en.pointer
}

/// What to do about it; as `jinfeng.h` has it.
@_cdecl("jinfeng_error_remedy")
public func jinfengErrorRemedy(
    _ error: OpaquePointer?, _ language: UnsafePointer<CChar>?
) -> UnsafePointer<CChar>? {
    guard let error = unsafe Handle<HeldError>.object(error) else { return nil }
    return unsafe isChinese(language) ? error.remedy.zh.pointer : error.remedy.en.pointer
}

/// Gives an error back; as `jinfeng.h` has it.
@_cdecl("jinfeng_error_free")
public func jinfengErrorFree(_ error: OpaquePointer?) { unsafe Handle<HeldError>.release(error) }

/// Gives a text back; as `jinfeng.h` has it.
@_cdecl("jinfeng_text_free")
public func jinfengTextFree(_ text: UnsafeMutablePointer<CChar>?) { unsafe free(text) }

private func isChinese(_ language: UnsafePointer<CChar>?) -> Bool {
    guard let language = unsafe language else { return false }
    return unsafe strncmp(language, "zh", 2) == 0
}

internal import Wording

/// The shape of this interface: raised when a function changes, not when one is added.
private let interface: Int32 = 1

private let release = OwnedText(Release.number)

/// The number of this interface; as `jinfeng.h` has it.
@_cdecl("jinfeng_interface")
public func jinfengInterface() -> Int32 { interface }

/// The release; as `jinfeng.h` has it.
@_cdecl("jinfeng_version")
public func jinfengVersion() -> UnsafePointer<CChar>? { unsafe release.pointer }

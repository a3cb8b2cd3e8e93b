/// Reads a GeoData folder; as `jinfeng.h` has it.
@_cdecl("jinfeng_open")
public func jinfengOpen(
    _ geodata: UnsafePointer<CChar>?, _ catalogue: UnsafeMutablePointer<OpaquePointer?>?,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe answering(error) { () throws(Refusal) in
        guard let catalogue = unsafe catalogue else { throw ArgumentError.missing("catalogue") }
        unsafe catalogue.pointee = nil
        let held = try HeldCatalogue(path: try unsafe text(geodata, "geodata"))
        unsafe catalogue.pointee = Handle.give(held)
    }
}

/// Gives a catalogue back; as `jinfeng.h` has it.
@_cdecl("jinfeng_close")
public func jinfengClose(_ catalogue: OpaquePointer?) { unsafe Handle<HeldCatalogue>.release(catalogue) }

/// Answers a question about a text with a text that is the caller's to free.
private func ask(
    _ catalogue: OpaquePointer?, _ subject: UnsafePointer<CChar>?, _ name: String,
    _ terms: UnsafePointer<CChar>?, _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ error: UnsafeMutablePointer<OpaquePointer?>?,
    _ question: (HeldCatalogue, String, String?) throws(Refusal) -> String
) -> Int32 {
    unsafe answering(error) { () throws(Refusal) in
        guard let answer = unsafe answer else { throw ArgumentError.missing("answer") }
        unsafe answer.pointee = nil
        let held = try unsafe Handle<HeldCatalogue>.object(catalogue, "catalogue")
        let subject = try unsafe text(subject, name)
        let written = unsafe terms == nil ? nil : try unsafe text(terms, "terms")
        unsafe answer.pointee = OwnedText.copy(of: try question(held, subject, written))
    }
}

/// Answers one position or place as JSON; as `jinfeng.h` has it.
@_cdecl("jinfeng_locate_one")
public func jinfengLocateOne(
    _ catalogue: OpaquePointer?, _ site: UnsafePointer<CChar>?, _ terms: UnsafePointer<CChar>?,
    _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe ask(catalogue, site, "site", terms, answer, error) { held, site, terms throws(Refusal) in
        try held.location(of: site, terms)
    }
}

/// Assesses a site as JSON; as `jinfeng.h` has it.
@_cdecl("jinfeng_assess")
public func jinfengAssess(
    _ catalogue: OpaquePointer?, _ site: UnsafePointer<CChar>?, _ terms: UnsafePointer<CChar>?,
    _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe ask(catalogue, site, "site", terms, answer, error) { held, site, terms throws(Refusal) in
        try held.assessment(of: site, terms)
    }
}

/// Compares candidates as JSON; as `jinfeng.h` has it.
@_cdecl("jinfeng_find")
public func jinfengFind(
    _ catalogue: OpaquePointer?, _ candidates: UnsafePointer<CChar>?, _ terms: UnsafePointer<CChar>?,
    _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe ask(catalogue, candidates, "candidates", terms, answer, error) {
        held, candidates, terms throws(Refusal) in
        try held.comparison(of: candidates, terms)
    }
}

/// Tells where an activity is assigned, as JSON; as `jinfeng.h` has it.
@_cdecl("jinfeng_fit")
public func jinfengFit(
    _ catalogue: OpaquePointer?, _ activity: UnsafePointer<CChar>?, _ terms: UnsafePointer<CChar>?,
    _ answer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe ask(catalogue, activity, "activity", terms, answer, error) {
        held, activity, terms throws(Refusal) in
        try held.fit(of: activity, terms)
    }
}

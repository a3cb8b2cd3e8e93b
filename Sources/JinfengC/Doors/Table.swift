/// Makes the tables that answer arrays; as `jinfeng.h` has it.
@_cdecl("jinfeng_table_open")
public func jinfengTableOpen(
    _ catalogue: OpaquePointer?, _ terms: UnsafePointer<CChar>?,
    _ table: UnsafeMutablePointer<OpaquePointer?>?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe answering(error) { () throws(Refusal) in
        guard let table = unsafe table else { throw ArgumentError.missing("table") }
        unsafe table.pointee = nil
        let held = try unsafe Handle<HeldCatalogue>.object(catalogue, "catalogue")
        let written = unsafe terms == nil ? nil : try unsafe text(terms, "terms")
        unsafe table.pointee = Handle.give(try HeldTable(held, written))
    }
}

/// Gives tables back; as `jinfeng.h` has it.
@_cdecl("jinfeng_table_close")
public func jinfengTableClose(_ table: OpaquePointer?) { unsafe Handle<HeldTable>.release(table) }

/// What the numbers of answers mean, as JSON; as `jinfeng.h` has it.
@_cdecl("jinfeng_table_legend")
public func jinfengTableLegend(_ table: OpaquePointer?) -> UnsafePointer<CChar>? {
    unsafe Handle<HeldTable>.object(table)?.legend.pointer
}

/// How many layouts the tables answer; as `jinfeng.h` has it.
@_cdecl("jinfeng_table_layouts")
public func jinfengTableLayouts(_ table: OpaquePointer?) -> Int32 {
    Int32(unsafe Handle<HeldTable>.object(table)?.layoutCount ?? 0)
}

/// Why a position is none; as `jinfeng.h` has it.
@_cdecl("jinfeng_table_check")
public func jinfengTableCheck(
    _ table: OpaquePointer?, _ x: Double, _ y: Double, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe answering(error) { () throws(Refusal) in
        if let refusal = try unsafe Handle<HeldTable>.object(table, "table").refusal(of: x, y) {
            throw refusal
        }
    }
}

/// Answers arrays of positions into the caller’s memory; as `jinfeng.h` has it.
@_cdecl("jinfeng_locate")
public func jinfengLocate(
    _ table: OpaquePointer?, _ x: UnsafePointer<Double>?, _ y: UnsafePointer<Double>?, _ count: Int64,
    _ stride: Int64, _ sets: UnsafeMutablePointer<UInt32>?, _ zones: UnsafeMutablePointer<Int32>?,
    _ verdicts: UnsafeMutablePointer<UInt8>?, _ probabilities: UnsafeMutablePointer<Double>?,
    _ distances: UnsafeMutablePointer<Double>?, _ error: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
    unsafe answering(error) { () throws(Refusal) in
        let held = try unsafe Handle<HeldTable>.object(table, "table")
        // More than any memory holds, and few enough to be multiplied by layouts and bytes.
        guard count >= 0, stride >= count, stride < 1 << 48 else {
            throw ArgumentError.badCount(count, stride: stride)
        }
        guard count > 0 else { return }
        guard let x = unsafe x else { throw ArgumentError.missing("x") }
        guard let y = unsafe y else { throw ArgumentError.missing("y") }
        let (xs, ys) = unsafe (
            UnsafeBufferPointer(start: x, count: Int(count)), UnsafeBufferPointer(start: y, count: Int(count))
        )
        let columns = unsafe ArrayColumns(
            stride: Int(stride), zones: zones, verdicts: verdicts, probabilities: probabilities,
            distances: distances)
        if unsafe !columns.isEmpty {
            try unsafe held.answer(xs, ys, into: sets, columns)
        } else if let sets = unsafe sets {
            try unsafe held.zoneSets(
                xs, ys, into: UnsafeMutableBufferPointer(start: sets, count: Int(count)))
        } else {
            throw ArgumentError.missing("sets")
        }
    }
}

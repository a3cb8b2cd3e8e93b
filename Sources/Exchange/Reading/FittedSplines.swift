import Wording

/// The splines of a drawing that are given by the points they pass through and by nothing else.
///
/// GDAL draws a spline from its control points; one that has none it leaves out, calling it an error at some line, and reads
/// on.
struct FittedSplines {
    /// How many there are.
    var count: Int { splines.count }
    private var splines: [Spline] = []

    /// The largest drawing that is looked through, bytes.
    private static let limit = 1 << 30

    /// Looks for them; finds none in a drawing that cannot be read.
    init(in file: String) {
        guard let bytes = try? FileBytes.read(file, limit: Self.limit) else { return }
        splines = Self.splines(in: bytes)
    }

    /// What is told of them.
    var note: Note? {
        guard let first = splines.first else { return nil }
        return Note(
            code: "splines_left_out",
            text: Bilingual(
                zh: """
                    \(count) 条样条曲线只有拟合点、没有控制点，未读取（首个在图层“\(first.layer.quotable)”，句柄 \(first.handle.quotable)）；\
                    请在 CAD 中转为多段线后另存。
                    """,
                en: """
                    \(count) splines have fit points and no control points and are not read (the first: handle \
                    \(first.handle.quotable) on layer \(first.layer.quoted)); turn them into polylines in your CAD program.
                    """))
    }

    private struct Spline {
        var handle = "?"
        var layer = ""
    }

    /// Goes through the pairs of lines, a group code and its value, that a drawing is made of (Autodesk, DXF reference).
    private static func splines(in bytes: [UInt8]) -> [Spline] {
        var found: [Spline] = []
        var open: Spline?
        var hasControlPoints = false
        var start = 0
        while let codeEnd = bytes[start...].firstIndex(of: 0x0A) {
            let end = bytes[(codeEnd + 1)...].firstIndex(of: 0x0A) ?? bytes.count
            let code = trimmed(bytes[start..<codeEnd])
            let value = trimmed(bytes[min(codeEnd + 1, end)..<end])
            if code.elementsEqual("0".utf8) {
                if let spline = open, !hasControlPoints { found.append(spline) }
                open = value.elementsEqual("SPLINE".utf8) ? Spline() : nil
                hasControlPoints = false
            } else if open != nil {
                if code.elementsEqual("10".utf8) { hasControlPoints = true }
                if code.elementsEqual("5".utf8) { open?.handle = String(decoding: value, as: UTF8.self) }
                if code.elementsEqual("8".utf8) {
                    open?.layer = DXFText.unescaped(String(decoding: value, as: UTF8.self))
                }
            }
            guard end < bytes.count else { break }
            start = end + 1
        }
        return found
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
        while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
        return line
    }
}

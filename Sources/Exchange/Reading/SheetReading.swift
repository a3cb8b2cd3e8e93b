import Tables
import Wording

/// Reads one sheet of a workbook: cells as texts, where they stand.
struct SheetReading {
    private let path: String
    private let format: SiteFileFormat

    init(_ path: String, _ format: SiteFileFormat) {
        self.path = path
        self.format = format
    }

    func read(
        _ options: SiteFileOptions
    ) throws(ExchangeError) -> (name: String, rows: [[String]], notes: [Note]) {
        var session = try GDALSession()
        // The header is found by our own rules, and an id keeps its leading zeros.
        for driver in ["XLSX", "ODS"] {
            session.set("OGR_\(driver)_HEADERS", "DISABLE")
            session.set("OGR_\(driver)_FIELD_TYPES", "STRING")
        }
        let mended = format == .openDocument ? CoveredCells(of: path, session) : nil
        let source = mended?.path ?? path
        defer { withExtendedLifetime(mended) {} }  // the copy goes with it
        guard let file = GDALDataset(reading: source, drivers: [format.driver ?? ""], session) else {
            throw .damaged(path, format, .gdal(session.lastWords))
        }
        let layer = try chosen(file, options.layer)
        var rows: [[String]] = []
        try layer.forEachFeature { feature throws(ExchangeError) in
            rows.append(feature.texts)
        }
        if let words = session.words.failures.first { throw .damaged(path, format, .gdal(words)) }
        var notes: [Note] = []
        if let row = options.headerRow, row > 1, row <= rows.count {
            // A cell merged over two rows stands in the upper one.
            var filled = false
            for column in rows[row - 1].indices where rows[row - 1][column].isEmpty {
                let above = (0..<(row - 1)).reversed().first { !rows[$0][column].isEmpty }
                guard let above else { continue }
                rows[row - 1][column] = rows[above][column]
                filled = true
            }
            if filled {
                notes.append(
                    Note(
                        code: "merged_header",
                        text: Bilingual(
                            zh: "第 \(row) 行表头的空格按上方合并单元格补全。",
                            en:
                                "Blank cells of the header in row \(row) were filled from the merged ones above."
                        )))
            }
        }
        while let last = rows.last, last.allSatisfy(\.isEmpty) { rows.removeLast() }
        guard !rows.isEmpty else { throw .noFeatures(path) }
        return (layer.name, rows, notes)
    }

    /// The sheet that is asked for, else the only one that is not empty.
    private func chosen(
        _ file: borrowing GDALDataset, _ wanted: String?
    ) throws(ExchangeError) -> GDALLayer {
        let layers = (0..<file.layerCount).compactMap { file.layer($0) }
        if let wanted {
            guard let layer = layers.first(where: { $0.name == wanted }) else {
                throw .noLayer(path, wanted, layers.map(\.name))
            }
            return layer
        }
        let filled = layers.filter { $0.featureCount > 0 }
        guard let only = filled.first else { throw .noFeatures(path) }
        guard filled.count == 1 else { throw .severalLayers(path, filled.map(\.name)) }
        return only
    }
}

/// A sheet as CSV, so that one reader finds headers and positions in both.
///
/// With a byte order mark: answers keep it, and whoever has sheets opens them in Excel again.
enum SheetText {
    static func csv(_ rows: [[String]]) -> [UInt8] {
        let width = rows.map(\.count).max() ?? 0
        var output: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in rows {
            for column in 0..<width {
                if column > 0 { output.append(UInt8(ascii: ",")) }
                let text = column < row.count ? row[column] : ""
                let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
                if isPlain, text.utf8.first != 0x20, text.utf8.last != 0x20, !(width == 1 && text.isEmpty) {
                    output += text.utf8
                } else {
                    output += "\"\(text.replacing("\"", with: "\"\""))\"".utf8
                }
            }
            output += [0x0D, 0x0A]
        }
        return output
    }
}

extension Bilingual {
    /// What GDAL said, which is English whatever the language.
    static func gdal(_ words: String) -> Bilingual {
        Bilingual(zh: "GDAL：\(words.quotable)", en: "GDAL says: \(words.quotable)")
    }
}

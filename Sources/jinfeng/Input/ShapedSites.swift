import Exchange
import GeoJSON
import Intake
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Reads sites of any shape: positions, names, Well-Known Text and GeoJSON, on the command line or in files.
final class ShapedSites {
    /// How sites are to be read.
    struct Terms {
        /// The frame of sites that name none; nil for WGS 84, taken for granted and said so.
        var frame: ReferenceFrame?
        /// One standard deviation per axis of sites that give none, metres.
        var accuracy = 0.0
        /// Whether to repair invalid shapes.
        var makingValid = false
        /// The area the user states for the one site.
        var statedArea: StatedArea?
        /// How files of GIS, CAD and office formats are read.
        var files = SiteFileOptions()
    }

    private let terms: Terms
    private let language: Language
    private let reader: ShapedSiteReader

    init(
        _ terms: Terms, _ catalogue: Catalogue, asOf: CalendarDate, _ language: Language,
        gazetteer: @escaping () throws -> Gazetteer
    ) {
        self.terms = terms
        self.language = language
        reader = ShapedSiteReader(
            ShapedSiteReader.Terms(
                frame: terms.frame, accuracy: terms.accuracy, makingValid: terms.makingValid,
                statedArea: terms.statedArea), catalogue, asOf: asOf, gazetteer: gazetteer)
    }

    /// The sites a word names: one, or as many as its file holds.
    func sites(_ word: String) throws -> [ShapedSite] {
        switch SiteArgument(word) {
        case .position(let text): return [reader.position(text, label: text)]
        case .name(let name): return [try reader.named(name)]
        case .wkt(let text): return [reader.wkt(text, label: "WKT")]
        case .geojson(let text): return try features(Array(text.utf8), label: "GeoJSON")
        case .file(let path): return try file(path)
        }
    }

    /// The place with a name; else the zone, as it is drawn.
    ///
    /// A word that is no option prefers the zone.
    func place(_ name: String) throws -> ShapedSite { try reader.place(name) }

    private func file(_ path: String) throws -> [ShapedSite] {
        if let file = try SiteFile(ofOtherFormat: path, terms.files, language) {
            guard !file.isTable else {
                throw Failure(RowError(SheetOfSites(), field: path), language, status: .badData)
            }
            return try features(file.text, label: path)
        }
        let bytes: [UInt8]
        do throws(TableError) {
            let opened = try ByteSource(path: path).peeked()
            _ = try InputFormat.guess(fileName: path, firstBytes: opened.firstBytes[...])
            bytes = try opened.source.decoded().all()
        } catch {
            throw Failure(
                RowError(error.withOption, field: path), language,
                status: error.code == "unreadable_input" ? .noInput : .badData)
        }
        return try told { try reader.sites(inText: bytes, label: path) }
    }

    /// Every feature of a GeoJSON text, a site each.
    private func features(_ text: [UInt8], label: String) throws -> [ShapedSite] {
        try told { try reader.features(text, label: label) }
    }

    /// Ends the command where a text holds no sites at all.
    private func told(_ read: () throws -> [ShapedSite]) throws -> [ShapedSite] {
        do {
            return try read()
        } catch let error as RowError {
            throw Failure(error, language, status: .badData)
        }
    }
}

/// A workbook where shapes are read.
private struct SheetOfSites: ExplainedError {
    let code = "unknown_site_format"
    var message: Bilingual { Bilingual(zh: "是表格，不是图形。", en: "It is a table and holds no shapes.") }
    var remedy: Bilingual {
        Bilingual(
            zh: "表格中的多个点位请用 jinfeng locate --input，多个候选地块请用 jinfeng find。",
            en: "For a table of positions use jinfeng locate --input, for candidates jinfeng find.")
    }
}

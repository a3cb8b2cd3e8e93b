import GeoJSON
import PlanarGeometry
public import Planning
public import Validation
public import Wording

/// A planner's own dataset as an edition of a layout: read, matched, checked, and only then put in place.
///
/// ```swift
/// var request = ImportRequest([ImportSource("五大创新支撑.shp")], as: .layout("jinfeng-five-zones"), …)
/// request.accuracy = 0.5
/// let edition = try EditionImport(request, into: GeoDataFolder(path: "MyGeoData"))
/// if edition.obstacles.isEmpty { try edition.publish() }
/// ```
/// Nothing on the disk changes before ``publish()``. The edition before it stays, with the day it is superseded.
public struct EditionImport: Sendable {
    /// The layout.
    public let layout: String
    /// The edition's id.
    public let edition: String
    /// The first day it is valid.
    public let validFrom: CalendarDate
    /// The zones that were drawn, with the number of features each came from.
    public let drawn: [(zone: String, features: Int)]
    /// Those among them that the layout did not have before.
    public let created: [String]
    /// Zones drawn before that the files do not draw.
    public let missing: [String]
    /// Editions that end on the day this one begins.
    public let superseded: [String]
    /// Which columns were read as what.
    public let columns: String
    /// What was decided, and what was not kept.
    public let notes: [Note]
    /// What the rules of `validate` find in the folder with the edition in it.
    public let report: ValidationReport
    /// The errors among it that the folder did not have before: with any of them nothing is put in place.
    public let obstacles: [Finding]

    /// What somebody should look at in this edition.
    public var warnings: [Finding] {
        report.warnings.filter { $0.layout == layout && $0.edition == edition }
    }

    /// In a rehearsal, what would keep the edition from being put in place though the rules find nothing.
    public let conflict: ExchangeError?

    private let placing: EditionPlacing

    /// Reads the files, finds the zone each feature draws, makes the edition and checks it.
    ///
    /// - Throws: ``ExchangeError`` where that cannot be done; findings of the rules are no error but ``obstacles``.
    public init(_ request: ImportRequest, into folder: GeoDataFolder) throws(ExchangeError) {
        let catalogue: Catalogue
        do throws(GeoDataError) { catalogue = try folder.catalogue() } catch { throw .data(error) }
        let terms = try EditionTerms(request, catalogue)
        let before = terms.base?.zones.compactMap(\.geometry) ?? []
        var reading = try CandidateReading(request, corners: Set(before.flatMap(\.vertices)))
        try reading.check(near: catalogue)
        var making = try EditionMaking(terms, request, catalogue, folder)
        try making.take(&reading)
        let head = try CatalogueEdit(folder).adding(
            terms, request, reading.origin(request, drawn: making.drawnIDs, after: terms.base))
        var files: [(name: String, bytes: [UInt8])] = [
            ("\(terms.layout.id)/\(terms.edition)/zones.geojson", making.zones),
            ("\(terms.layout.id)/\(terms.edition)/relations.json", try making.relations()),
            (CatalogueEdit.file, head),
        ]
        var edited = files.reduce(folder) { $0.replacing($1.name, with: $1.bytes) }
        let guides = Self.guides(of: edited)
        files += guides
        edited = guides.reduce(edited) { $0.replacing($1.name, with: $1.bytes) }

        let validator = Validator(asOf: request.today)
        report = validator.report(on: edited.inspection())
        var errors = report.errors
        if !errors.isEmpty {
            // What was wrong before is no fault of this edition.
            let before = Set(validator.report(on: folder.inspection()).errors)
            errors.removeAll(where: before.contains)
        }
        obstacles = errors
        layout = terms.layout.id
        edition = terms.edition
        validFrom = request.validFrom
        drawn = making.drawn
        created = making.created
        missing = making.missing
        superseded = terms.superseded.map(\.id)
        conflict = terms.conflict
        columns = reading.columns
        notes = reading.notes + making.notes
        placing = EditionPlacing(
            folder: folder, layout: terms.layout.id, edition: terms.edition, files: files,
            replacing: request.replacing)
    }

    /// Puts the edition in place: its folder whole, then the catalogue that names it, each by one rename.
    ///
    /// - Throws: `unwritable_output`, `target_exists`, or `import_refused` where there are ``obstacles``.
    public func publish() throws(ExchangeError) {
        guard obstacles.isEmpty else { throw .refused(obstacles.count) }
        if let conflict { throw conflict }
        try placing.place()
    }

    /// The guides whose tables the edition changes.
    private static func guides(of folder: GeoDataFolder) -> [(name: String, bytes: [UInt8])] {
        guard let catalogue = try? folder.catalogue() else { return [] }
        let tables = GuideTables(catalogue)
        return GuideTables.guides.compactMap { file, language in
            guard let bytes = try? folder.bytes(of: file) else { return nil }
            let text = String(decoding: bytes, as: UTF8.self)
            let renewed = tables.renewed(text, in: language)
            return renewed == text ? nil : (file, Array(renewed.utf8))
        }
    }
}

extension ExchangeError {
    fileprivate static func refused(_ count: Int) -> ExchangeError {
        ExchangeError(
            .badData, "import_refused",
            Bilingual(
                zh: "校验发现 \(count) 处错误，未写入任何文件。", en: "The rules find \(count) errors; nothing was written."),
            remedy: Bilingual(zh: "请按所列改正后重试。", en: "Mend what is listed and try again."))
    }
}

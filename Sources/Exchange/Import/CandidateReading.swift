import GeoJSON
import PlanarGeometry
import Planning
import Projection
import Topology
import Wording

/// The files of an import, read into candidates for zones: valid geometries in WGS 84 with what is said of them.
struct CandidateReading {
    private(set) var candidates: [ImportCandidate] = []
    private(set) var notes: [Note] = []
    /// Which columns were read as what.
    private(set) var columns = ""
    private(set) var frames: [ReferenceFrame] = []
    private var origins: [EditionOrigin.File] = []

    /// Reads the files.
    ///
    /// - Parameters:
    ///   - request: what is wanted.
    ///   - corners: vertices of the edition that is replaced, which stay where they are drawn again.
    /// - Throws: ``ExchangeError``.
    init(_ request: ImportRequest, corners: Set<Point>) throws(ExchangeError) {
        let isControl = if case .control = request.target { true } else { false }
        for source in request.sources {
            let file = try ImportedFile(source)
            let columns = try ImportColumns(
                file.columns, mapping: request.mapping, isControl: isControl, path: source.path)
            if self.columns.isEmpty { self.columns = columns.text }
            notes += file.notes
            for origin in file.origin where !origins.contains(origin) { origins.append(origin) }
            if !frames.contains(file.frame) { frames.append(file.frame) }
            try take(file, source, columns, corners)
        }
        guard !candidates.isEmpty else { throw .noFeatures(request.sources.first?.path ?? "") }
    }

    /// Checks that the drawings lie where the catalogue does: the number of a strip, or the frame, may be wrong.
    ///
    /// - Throws: `far_away`, where all of them lie more than half a degree (some 50 km) off.
    func check(near catalogue: Catalogue) throws(ExchangeError) {
        let zones = catalogue.layouts.flatMap(\.editions).flatMap(\.zones)
        guard let known = Box(around: zones.flatMap { $0.geometry?.vertices ?? [] }),
            let drawn = Box(around: candidates.flatMap(\.geometry.vertices))
        else { return }
        let reach = 0.5
        guard
            drawn.lower.x > known.upper.x + reach || drawn.upper.x < known.lower.x - reach
                || drawn.lower.y > known.upper.y + reach || drawn.upper.y < known.lower.y - reach
        else { return }
        throw .farAway(candidates[0].place, drawn.centre, frames)
    }

    /// Where the drawings came from.
    func origin(_ request: ImportRequest, drawn: [String], after base: Edition?) -> EditionOrigin {
        let before = request.missing == .keep ? base?.origin : nil
        return EditionOrigin(
            files: origins, frame: frames.map(\.identifier).joined(separator: ", "), title: request.title,
            number: request.number, date: request.date, planPeriod: request.planPeriod, zones: drawn,
            zonesBefore: ((before?.zones ?? []) + (before?.zonesBefore ?? [])).filter { !drawn.contains($0) },
            accepted: request.accepted)
    }

    /// What the frames themselves add to the accuracy, metres.
    var frameAccuracy: Double { frames.map(\.accuracy).max() ?? 0 }

    /// The names of the files, for people.
    var fileNames: String { origins.first.map { $0.name + (origins.count > 1 ? " …" : "") } ?? "" }

    private mutating func take(
        _ file: ImportedFile, _ source: ImportSource, _ columns: ImportColumns, _ corners: Set<Point>
    ) throws(ExchangeError) {
        let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
        var back: FrameReturn
        do throws(ProjectionError) { back = try FrameReturn(from: file.frame, keeping: corners) } catch {
            throw ExchangeError(error, .internal)
        }
        let operators = SpatialOperators()
        var invalid: [(place: String, fault: Invalidity)] = []
        var blank = 0
        let places = file.features.enumerated().map { index, feature in
            let called = feature.text(columns[.nameChinese]) ?? feature.text(columns[.id])
            return "\(name)#\(index + 1)" + (called.map { "（\($0)）" } ?? "")
        }
        for (feature, place) in zip(file.features, places) {
            if let geometry = feature.geometry { try back.keepCorners(of: geometry, of: place) }
        }
        for (feature, place) in zip(file.features, places) {
            guard let given = feature.geometry else {
                blank += 1
                continue
            }
            let geometry = try back.carried(try Self.ofOneKind(given, place), of: place)
            do throws(TopologyError) {
                if let fault = try operators.invalidity(of: geometry) {
                    invalid.append((place, fault))
                    continue
                }
            } catch {
                throw .inFile(place, error)
            }
            var texts: [ImportField: String] = [:]
            for field in ImportField.allCases { texts[field] = feature.text(columns[field]) }
            let kept = file.columns.compactMap { column -> String? in
                guard ImportField.kept.contains(where: { ImportColumns.same($0, column) }) else { return nil }
                return feature.text(column).map { "\(column)=\($0)" }
            }
            candidates.append(
                ImportCandidate(
                    place: place, id: texts[.id], name: texts[.nameChinese], geometry: geometry, texts: texts,
                    kept: kept))
        }
        guard invalid.isEmpty else { throw .invalidFeatures(invalid) }
        if blank > 0 {
            notes.append(
                Note(
                    code: "features_without_geometry",
                    text: Bilingual(
                        zh: "\(name)：\(blank) 个要素没有图形，未导入。",
                        en: "\(name): \(blank) features have no geometry and were passed over.")))
        }
    }

    /// A collection of parts of one kind as the geometry they make.
    private static func ofOneKind(_ geometry: Geometry, _ place: String) throws(ExchangeError) -> Geometry {
        guard case .collection = geometry else { return geometry }
        let (polygons, lines) = (geometry.polygons, geometry.lines)
        guard polygons.isEmpty != lines.isEmpty,
            polygons.flatMap({ $0.rings.flatMap(\.points) }).count + lines.flatMap(\.points).count
                == geometry.vertices.count
        else { throw .mixedGeometry(place) }
        return lines.isEmpty ? .multiPolygon(polygons) : .multiLineString(lines)
    }
}

extension ExchangeError {
    fileprivate static func farAway(
        _ place: String, _ centre: Point, _ frames: [ReferenceFrame]
    ) -> ExchangeError {
        let names = frames.map(\.identifier).joined(separator: ", ")
        let position = "\((centre.x * 100).rounded() / 100), \((centre.y * 100).rounded() / 100)"
        return ExchangeError(
            .badData, "far_away",
            Bilingual(
                zh: "图形按 \(names) 落在东经、北纬 \(position) 一带（\(place.quotable)等），距现有图面 50 公里以上。",
                en: """
                    Read as \(names) the drawings (\(place.quotable) …) lie around \(position) (longitude, latitude), \
                    more than 50 km from what is drawn.
                    """),
            remedy: Bilingual(
                zh: "多为带号或中央经线有误：重庆西部科学城在 3° 带 35 带（中央经线 105°）与 36 带（108°）交界；请用 --frame 注明坐标系。",
                en: """
                    Mostly the number of the strip or the central meridian is wrong: the Science City lies where the 3° \
                    strips 35 (105° E) and 36 (108° E) meet. State the frame with --frame.
                    """))
    }

    fileprivate static func invalidFeatures(_ found: [(place: String, fault: Invalidity)]) -> ExchangeError {
        func list(_ separator: String, _ language: Language) -> String {
            let shown = found.prefix(12).map { place, fault in
                let position = fault.location.isFinite ? " @ \(fault.location.x), \(fault.location.y)" : ""
                return "\(place.quotable)：\(fault.words[language])\(position)"
            }
            return shown.joined(separator: separator) + (found.count > 12 ? separator + "…" : "")
        }
        return ExchangeError(
            .badData, "invalid_geometry",
            Bilingual(
                zh: "\(found.count) 个要素的图形无效（位置为 WGS 84 经纬度）：\(list("；", .zh))。",
                en:
                    "\(found.count) features are no valid geometry (places in WGS 84 degrees): \(list("; ", .en))."
            ),
            remedy: Bilingual(
                zh: "请在原软件中修复自相交、重叠的环后重新导出；导入不擅自改动法定边界。",
                en:
                    "Mend the rings in the program they were made with and export again; an import changes no statutory line."
            ))
    }
}

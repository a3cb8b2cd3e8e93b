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

    init(_ request: ImportRequest) throws(ExchangeError) {
        let isControl = if case .control = request.target { true } else { false }
        for source in request.sources {
            let file = try ImportedFile(source)
            let columns = try ImportColumns(
                file.columns, mapping: request.mapping, isControl: isControl, path: source.path)
            if self.columns.isEmpty { self.columns = columns.text }
            notes += file.notes
            for origin in file.origin where !origins.contains(origin) { origins.append(origin) }
            if !frames.contains(file.frame) { frames.append(file.frame) }
            try take(file, source, columns)
        }
        guard !candidates.isEmpty else { throw .noFeatures(request.sources.first?.path ?? "") }
    }

    /// Where the drawings came from.
    func origin(_ request: ImportRequest, drawn: [String]) -> EditionOrigin {
        EditionOrigin(
            files: origins, frame: frames.map(\.identifier).joined(separator: ", "), title: request.title,
            number: request.number, date: request.date, zones: drawn, accepted: request.accepted)
    }

    /// What the frames themselves add to the accuracy, metres.
    var frameAccuracy: Double { frames.map(\.accuracy).max() ?? 0 }

    /// The names of the files, for people.
    var fileNames: String { origins.first.map { $0.name + (origins.count > 1 ? " …" : "") } ?? "" }

    private mutating func take(
        _ file: ImportedFile, _ source: ImportSource, _ columns: ImportColumns
    ) throws(ExchangeError) {
        let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
        let back: FrameReturn
        do throws(ProjectionError) { back = try FrameReturn(from: file.frame) } catch {
            throw ExchangeError(error, .internal)
        }
        let operators = SpatialOperators()
        var invalid: [(place: String, fault: Invalidity)] = []
        var blank = 0
        for (index, feature) in file.features.enumerated() {
            let called = feature.text(columns[.nameChinese]) ?? feature.text(columns[.id])
            let place = "\(name)#\(index + 1)" + (called.map { "（\($0)）" } ?? "")
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

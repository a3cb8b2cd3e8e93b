import GeoJSON
import PlanarGeometry
import Wording

/// Gathers features as they are read, and what was left out of them.
struct FeatureCollecting {
    private let path: String
    private let format: SiteFileFormat
    /// The CAD layer that is wanted; nil for all.
    private let wantedLayer: String?
    private(set) var features: [Feature] = []
    /// The texts of a drawing, and where each stands.
    private var texts: [(place: Point, text: String)] = []
    private(set) var drawingLayers: [String] = []
    private var flattened = 0
    private var straightened = 0
    private var unreadable = UnreadableFeatures()
    private var closing: LineWork.Report?

    init(path: String, format: SiteFileFormat, wantedLayer: String?) {
        self.path = path
        self.format = format
        self.wantedLayer = wantedLayer
    }

    mutating func take(_ feature: GDALFeature, hearing words: GDALSession.Words) throws(ExchangeError) {
        var changes: GDALFeature.GeometryChanges = []
        var geometry: Geometry?
        do throws(WKBReader.Fault) {
            geometry = try feature.geometry(&changes, hearing: words)?.unwrapped
        } catch {
            // A row stays, without its geometry, and is answered so; of a drawing, which is nothing else, it is only told.
            unreadable.add(place(of: feature), error)
        }
        if changes.contains(.flattened) { flattened += 1 }
        if changes.contains(.straightened) { straightened += 1 }
        guard format == .dxf else {
            features.append(Feature(geometry: geometry, properties: feature.properties))
            return
        }
        let layer = DXFText.unescaped(feature.text(named: "Layer") ?? "")
        if !drawingLayers.contains(layer) { drawingLayers.append(layer) }
        let classes = feature.text(named: "SubClasses") ?? ""
        if classes.contains("Text") {
            // Names often stand on a layer of their own.
            if case .point(let place)? = geometry, let text = feature.text(named: "Text"), !text.isEmpty {
                texts.append((place, DXFText.unescaped(text)))
            }
            return
        }
        guard wantedLayer == nil || wantedLayer == layer, let geometry else { return }
        features.append(
            Feature(
                geometry: geometry,
                properties: [
                    "layer": .string(layer), "handle": .string(feature.text(named: "EntityHandle") ?? ""),
                ]))
    }

    /// Which feature it is, for people: of a drawing the entity by its handle, as CAD programs find it, else the row.
    private func place(of feature: GDALFeature) -> Bilingual {
        guard format == .dxf else {
            return Bilingual(zh: "第 \(features.count + 1) 个", en: "number \(features.count + 1)")
        }
        let handle = feature.text(named: "EntityHandle") ?? "?"
        let layer = DXFText.unescaped(feature.text(named: "Layer") ?? "")
        return Bilingual(
            zh: "图层“\(layer.quotable)”句柄 \(handle.quotable)",
            en: "handle \(handle.quotable) on layer \(layer.quoted)")
    }

    /// The features of a drawing: its lines joined to areas where they close, named by the text that lies in them.
    mutating func drawing(closing tolerance: Double) -> [Feature] {
        var work = LineWork(tolerance: tolerance)
        var rest: [Feature] = []
        for feature in features {
            let layer = feature.properties["layer"]?.stringValue ?? ""
            if let lines = feature.geometry?.lines, !lines.isEmpty {
                for line in lines { work.add(line.points, on: layer) }
            } else {
                rest.append(feature)
            }
        }
        let (joined, report) = work.joined()
        closing = report
        var made = rest
        for piece in joined {
            made.append(Feature(geometry: piece.geometry, properties: ["layer": .string(piece.layer)]))
        }
        for index in made.indices {
            guard let polygon = made[index].geometry?.polygons.first,
                let text = texts.first(where: { text in
                    polygon.exterior.encloses(text.place)
                        && !polygon.holes.contains { $0.encloses(text.place) }
                })
            else { continue }
            made[index].properties["name"] = .string(text.text)
        }
        return made
    }

    /// What was decided, and what was not kept.
    var notes: [Note] {
        var notes: [Note] = []
        if flattened > 0 {
            notes.append(
                Note(
                    code: "heights_dropped",
                    text: Bilingual(
                        zh: "\(flattened) 个要素带高程或 M 值，只取平面位置。",
                        en: "\(flattened) features have heights or measures, which are left out.")))
        }
        if straightened > 0 {
            notes.append(
                Note(
                    code: "arcs_straightened",
                    text: Bilingual(
                        zh: "\(straightened) 个要素含圆弧，按每 \(Int(GDALFeature.chordDegrees))° 一段弦线读取。",
                        en:
                            "\(straightened) features have arcs, read as chords of \(Int(GDALFeature.chordDegrees))°."
                    )))
        }
        if let note = unreadable.note { notes.append(note) }
        if let closing { notes += closing.notes }
        return notes
    }
}

extension Geometry {
    /// A collection of one as the one it is: formats whose layers hold many parts wrap every feature so.
    fileprivate var unwrapped: Geometry {
        switch self {
        case .multiPoint(let points) where points.count == 1: .point(points[0])
        case .multiLineString(let lines) where lines.count == 1: .lineString(lines[0])
        case .multiPolygon(let polygons) where polygons.count == 1: .polygon(polygons[0])
        case .collection(let parts) where parts.count == 1: parts[0].unwrapped
        case .point, .multiPoint, .lineString, .multiLineString, .polygon, .multiPolygon, .collection: self
        }
    }
}

extension Ring {
    /// Whether a point lies inside, by the even-odd rule; on the edge it may go either way.
    func encloses(_ point: Point) -> Bool {
        var isInside = false
        for edge in segments where (edge.start.y > point.y) != (edge.end.y > point.y) {
            let x =
                edge.start.x
                + (point.y - edge.start.y) / (edge.end.y - edge.start.y) * (edge.end.x - edge.start.x)
            if point.x < x { isInside.toggle() }
        }
        return isInside
    }
}

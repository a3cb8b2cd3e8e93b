internal import GeoJSON
internal import PlanarGeometry
internal import Planning

/// The same figure in degrees and in metres of the catalogue's plane.
struct Shape {
    /// WGS 84 longitude and latitude.
    let degrees: Geometry
    /// East and north of the catalogue's middle.
    let metres: Geometry
}

/// One located zone, ready to be measured.
struct Drawing {
    let zone: Zone
    let shape: Shape
    /// One standard deviation per axis of its edges, metres.
    let accuracy: Double
    /// Around ``Shape/metres``.
    let box: Box

    var reference: ZoneReference { ZoneReference(layout: zone.layout, zone: zone.id) }
    var isArea: Bool { !shape.degrees.polygons.isEmpty }
    var isLine: Bool { !shape.degrees.lines.isEmpty }
}

/// Why a zone's drawing cannot be measured.
enum DrawingFlaw {
    /// An edge from one side of the 180th meridian to the other.
    case acrossAntimeridian(Point)
    /// GEOS calls it invalid.
    case invalid(reason: String, at: Point)
    /// Farther from the other zones than the plane of metres reaches.
    case remote(Point)
}

/// One edition of one layout with its drawings.
struct DrawnEdition {
    let layout: Layout
    let edition: Edition
    /// The drawings without flaw, in catalogue order.
    let drawings: [Drawing]
    /// The others.
    let flawed: [(zone: Zone, flaw: DrawingFlaw)]
    /// The features of `zones.geojson` as they are written, for the rules about what reading evens out.
    let writtenFeatures: [JSONValue]
    private let places: [String: Int]

    init(
        _ layout: Layout, _ edition: Edition, drawings: [Drawing], flawed: [(zone: Zone, flaw: DrawingFlaw)],
        folder: GeoDataFolder
    ) {
        // What cannot be read has been reported by whoever read it first.
        let text = try? folder.bytes(of: "\(layout.id)/\(edition.id)/zones.geojson")
        writtenFeatures = text.flatMap { try? JSONValue(parsing: $0) }?["features"]?.elements ?? []
        self.layout = layout
        self.edition = edition
        self.drawings = drawings
        self.flawed = flawed
        places = Dictionary(
            drawings.enumerated().map { ($0.element.zone.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    func drawing(_ id: String) -> Drawing? { places[id].map { drawings[$0] } }

    /// Whether a zone's drawing came from an imported file, now or in an edition before.
    func isImported(_ id: String) -> Bool { edition.origin?.draws(id) ?? false }

    /// Whether some of its outline did: a whole takes in what was imported as a part of it.
    func isPartlyImported(_ id: String) -> Bool {
        guard edition.origin != nil else { return false }
        return edition.zones.contains { zone in
            isImported(zone.id) && edition.path(to: zone).contains { $0.id == id }
        }
    }
}

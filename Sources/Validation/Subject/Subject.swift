internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Topology

/// What is validated, drawn and ready to be measured.
///
/// Owns GEOS and PROJ objects; a class so that the families of rules can share it within one task.
final class Subject {
    let inspection: GeoDataInspection
    let asOf: CalendarDate
    /// The full texts of documents, where they are at hand.
    let documents: CitedText?
    let editions: [DrawnEdition]
    let operators = SpatialOperators()
    let geodesic = Geodesic()
    private let plane: LocalMetricFrame?

    var catalogue: Catalogue { inspection.catalogue }

    init(_ inspection: GeoDataInspection, asOf: CalendarDate, documents: CitedText?) {
        self.inspection = inspection
        self.asOf = asOf
        self.documents = documents
        let plane = Self.plane(of: inspection.catalogue)
        var editions: [DrawnEdition] = []
        for layout in inspection.catalogue.layouts {
            for edition in layout.editions {
                var drawings: [Drawing] = []
                var flawed: [(zone: Zone, flaw: DrawingFlaw)] = []
                for zone in edition.zones {
                    guard case .located(let geometry, let accuracy) = zone.location else { continue }
                    if let flaw = Self.flaw(of: geometry, operators) {
                        flawed.append((zone, flaw))
                    } else if let metres = plane?.metres(geometry), let box = metres.box {
                        let shape = Shape(degrees: geometry, metres: metres)
                        drawings.append(
                            Drawing(zone: zone, shape: shape, accuracy: accuracy.metres, box: box))
                    } else {
                        flawed.append((zone, .remote(geometry.vertices[0])))
                    }
                }
                editions.append(
                    DrawnEdition(
                        layout, edition, drawings: drawings, flawed: flawed, folder: inspection.folder))
            }
        }
        self.editions = editions
        self.plane = plane
    }

    /// The plane around the middle of all vertices: a median, so that one zone gone astray does not take it along.
    private static func plane(of catalogue: Catalogue) -> LocalMetricFrame? {
        let vertices = catalogue.layouts.flatMap { $0.editions.flatMap(\.zones) }
            .flatMap { $0.geometry?.vertices ?? [] }
        guard !vertices.isEmpty else { return nil }
        let x = vertices.map(\.x).sorted()[vertices.count / 2]
        let y = vertices.map(\.y).sorted()[vertices.count / 2]
        return try? LocalMetricFrame(centre: Point(x: x, y: y))
    }

    private static func flaw(of geometry: Geometry, _ operators: borrowing SpatialOperators) -> DrawingFlaw? {
        for line in geometry.strings {
            for (start, end) in zip(line, line.dropFirst()) where abs(end.x - start.x) > 180 {
                return .acrossAntimeridian(start)
            }
        }
        do throws(TopologyError) {
            return try operators.invalidity(of: geometry).map { .invalid(reason: $0.reason, at: $0.location) }
        } catch {
            return .invalid(reason: error.reason, at: geometry.vertices[0])
        }
    }

    // MARK: - Other layouts

    /// The drawings of a layout to be read with an edition: that of the day where the edition is valid on it, else of its first day.
    func companion(_ layout: String, of drawn: DrawnEdition) -> DrawnEdition? {
        if layout == drawn.layout.id { return drawn }
        let day = drawn.edition.isValid(on: asOf) ? asOf : drawn.edition.validFrom
        guard let other = catalogue.layout(layout), let edition = other.edition(validOn: day) else {
            return nil
        }
        return editions.first { $0.layout.id == layout && $0.edition.id == edition.id }
    }

    /// The editions, as this one sees them, that have some of these zones from files.
    ///
    /// What such a line brings about for other zones is for whoever imported it to accept.
    func editions(importing zones: [ZoneReference], beside drawn: DrawnEdition) -> [DrawnEdition] {
        zones.compactMap { end in
            companion(end.layout, of: drawn).flatMap { $0.isImported(end.zone) ? $0 : nil }
        }
    }

    /// The drawing of a zone, of this layout or another; nil where it is not drawn or its drawing is flawed.
    func drawing(_ zone: ZoneReference, for drawn: DrawnEdition) -> Drawing? {
        companion(zone.layout, of: drawn)?.drawing(zone.zone)
    }

    /// The zone itself.
    func zone(_ zone: ZoneReference, for drawn: DrawnEdition) -> Zone? {
        companion(zone.layout, of: drawn)?.edition.zone(zone.zone)
    }

    // MARK: - Places

    /// Longitude and latitude of a place of the plane.
    func lonLat(_ metres: Point) -> LonLat? { (try? plane?.lonLat(metres)).map { LonLat($0) } }

    /// A position in the plane; nil beyond its reach.
    func metres(_ position: LonLat) -> Point? { try? plane?.metres(position.point) }

    /// A place in a drawing to point at.
    func place(in drawing: Drawing) throws(TopologyError) -> LonLat? {
        try operators.representativePoint(of: drawing.shape.degrees).map { LonLat($0) }
    }
}

public import PlanarGeometry
public import Planning
internal import Topology

/// A zone of a ``ScreenMap``: its shape in degrees and its look in CSS pixels.
public struct ScreenZone: Sendable {
    /// The zone.
    public let zone: Zone
    /// How many located zones of its layout hold it.
    public let depth: Int
    /// Which names go first where room is short: 0 for a layout's areas, 1 for its lines and places, 2 for the ground.
    public let rank: Int
    /// Where its name stands best, degrees.
    public let label: Point?
    /// Its areas as rings: the outer one first.
    public let polygons: [[[Point]]]
    /// Its lines.
    public let lines: [[Point]]
    /// Its points, where it is neither area nor line.
    public let points: [Point]
    /// The soft edge, from the outermost to the innermost: what is laid over what.
    public let fade: [Fade]
    /// How it looks.
    public let style: ScreenStyle

    /// One step of a soft edge.
    public struct Fade: Sendable {
        /// How much of the colour is laid over what lies there.
        public let opacity: Double
        /// Where, as rings in degrees.
        public let polygons: [[[Point]]]
    }

    /// A zone of a layout.
    init(
        _ drafted: DraftedZone, _ plane: borrowing SheetPlane, _ operators: borrowing SpatialOperators
    ) throws(MapError) {
        let style = ZoneStyle(drafted: drafted, factor: ScreenMap.scale)
        let pens = drafted.shape.polygons.isEmpty ? style.lines : [style.edge]
        try self.init(
            drafted, rank: drafted.shape.polygons.isEmpty ? 1 : 0, operators,
            ScreenStyle(
                fill: style.fill, opacity: style.opacity, ink: Palette.edge(drafted.zone.role), pens: pens,
                style.texture),
            fade: try Self.fade(drafted, upTo: style.opacity, plane, operators))
    }

    private init(
        _ drafted: DraftedZone, rank: Int, _ operators: borrowing SpatialOperators, _ style: ScreenStyle,
        fade: [Fade] = []
    ) throws(MapError) {
        zone = drafted.zone
        depth = drafted.depth
        self.rank = rank
        let geometry = drafted.zone.geometry
        polygons = geometry?.polygons.map { $0.rings.map(\.points) } ?? []
        lines = geometry?.lines.map(\.points) ?? []
        points = polygons.isEmpty && lines.isEmpty ? geometry?.vertices ?? [] : []
        if polygons.isEmpty, let line = lines.max(by: { $0.count < $1.count }) {
            label = line[line.count / 2]
        } else if let geometry {
            do throws(TopologyError) {
                label = try operators.representativePoint(of: geometry)
            } catch {
                throw MapError.topology(error)
            }
        } else {
            label = nil
        }
        self.fade = fade
        self.style = style
    }

    /// What lies under a layout, and in what order: land spoken of, land left open, mountains, landmarks, outlines, lines.
    static func ground(
        _ drafted: DraftedZone, coverage: Set<String>, notStated: Set<String>,
        _ plane: borrowing SheetPlane, _ operators: borrowing SpatialOperators
    ) throws(MapError) -> (order: Int, zone: ScreenZone) {
        let style = ContextStyle(factor: ScreenMap.scale)
        let id = drafted.zone.id
        let order: Int
        let look: ScreenStyle
        switch drafted.zone.role {
        case .screen:
            order = 2
            look = ScreenStyle(
                fill: Palette.contextScreen, opacity: style.mountainOpacity, ink: Palette.contextInk,
                pens: [], style.mountain)
        case .area where ContextLayer.isWhole(drafted, coverage):
            order = coverage.contains(id) ? 0 : notStated.contains(id) ? 1 : 4
            look = ScreenStyle(
                fill: coverage.contains(id)
                    ? Palette.coverage : notStated.contains(id) ? Palette.ground : nil, opacity: 1,
                ink: Palette.contextInk, pens: style.outline(isCoverage: coverage.contains(id)), nil)
        case .area:
            order = 3
            look = ScreenStyle(
                fill: Palette.contextScreen, opacity: style.landmarkOpacity, ink: Palette.contextInk,
                pens: [style.landmark], nil)
        case .belt, .axis, .river, .place, .control:
            order = 5
            look = ScreenStyle(
                fill: nil, opacity: 1, ink: Palette.contextInk, pens: style.lines(drafted.zone.role), nil)
        }
        return (order, try ScreenZone(drafted, rank: 2, operators, look))
    }

    /// Half as many steps as on paper, their corners thinned to a sixtieth of the accuracy: none is seen, and a
    /// browser has a quarter to carry.
    private static func fade(
        _ drafted: DraftedZone, upTo opacity: Double, _ plane: borrowing SheetPlane,
        _ operators: borrowing SpatialOperators
    ) throws(MapError) -> [Fade] {
        let steps = drafted.softEdge.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let layers = ZoneStyle.layers(steps.map(\.strength), upTo: opacity)
        var fade: [Fade] = []
        for (step, layer) in zip(steps, layers) {
            let thinned: Geometry?
            do throws(TopologyError) {
                thinned = try operators.simplified(
                    .multiPolygon(step.polygons), within: drafted.accuracy / 60)
            } catch {
                throw MapError.topology(error)
            }
            var polygons: [[[Point]]] = []
            for polygon in thinned?.polygons ?? [] {
                var rings: [[Point]] = []
                for ring in polygon.rings {
                    var points: [Point] = []
                    for point in ring.points { points.append(try plane.degrees(point)) }
                    rings.append(points)
                }
                polygons.append(rings)
            }
            fade.append(Fade(opacity: layer, polygons: polygons))
        }
        return fade
    }
}

/// The look of a ``ScreenZone``; colours as `#RRGGBB`, lengths in CSS pixels.
public struct ScreenStyle: Sendable {
    /// The colour of the area; nil for none.
    public let fill: String?
    /// How much of it is laid on where the zone surely is.
    public let opacity: Double
    /// The colour of its name.
    public let ink: String
    /// The lines around or along it, the lowest first.
    public let pens: [ScreenPen]
    /// What the area is filled with beside its colour.
    public let texture: ScreenTexture?

    init(fill: Colour?, opacity: Double, ink: Colour, pens: [Pen], _ texture: ZoneTexture?) {
        self.fill = fill?.hexadecimal
        self.opacity = opacity
        self.ink = ink.hexadecimal
        self.pens = pens.map(ScreenPen.init)
        self.texture = texture.map(ScreenTexture.init)
    }
}

/// A line's look.
public struct ScreenPen: Sendable {
    /// `#RRGGBB`.
    public let colour: String
    /// Pixels.
    public let width: Double
    /// From 0 to 1.
    public let opacity: Double
    /// Dash, gap and so on in pixels; empty for a whole line.
    public let dashes: [Double]

    init(_ pen: Pen) {
        colour = pen.colour.hexadecimal
        width = pen.width
        opacity = pen.opacity
        dashes = pen.dashes
    }
}

/// A fill of lines or small signs.
public struct ScreenTexture: Sendable {
    /// `hatch` for lines at 45°, `hills` for small peaks.
    public let kind: String
    /// From one line or sign to the next, pixels.
    public let gap: Double
    /// Whether the lines of a hatch rise to the right.
    public let rising: Bool
    /// The pen.
    public let pen: ScreenPen

    init(_ texture: ZoneTexture) {
        switch texture {
        case .hatch(let gap, let rising, let pen):
            kind = "hatch"
            self.gap = gap
            self.rising = rising
            self.pen = ScreenPen(pen)
        case .hills(let gap, let pen):
            kind = "hills"
            self.gap = gap
            rising = false
            self.pen = ScreenPen(pen)
        }
    }
}

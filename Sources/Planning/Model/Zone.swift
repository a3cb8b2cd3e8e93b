public import PlanarGeometry
public import Wording

/// A named member of a layout: an area, belt, screen, axis, river or place (结构单元).
///
/// Drawn by us from the documents' words, unless an imported edition replaces it; the drawing is schematic and
/// ``accuracy`` says how far its edges may lie from where they should.
public struct Zone: Hashable, Sendable {
    /// What kind of member a zone is.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        case area
        case belt
        case screen
        case axis
        case river
        case place
        case control

        /// Whether a site can lie in a zone of this role; axes, rivers and places answer distance, never inside.
        public var holdsSites: Bool {
            switch self {
            case .area, .belt, .screen, .control: true
            case .axis, .river, .place: false
            }
        }
    }

    /// Where a zone lies, or why that is not known.
    public enum Location: Hashable, Sendable {
        /// Drawn: geometry in WGS 84 longitude and latitude, degrees, straight edges.
        case located(Geometry, accuracy: Accuracy)
        /// Not drawn, and why.
        case unlocated(reason: Bilingual)
    }

    /// The id of the inventory, unchanged.
    public let id: String
    /// The name.
    public let name: Bilingual
    /// Other names in the documents or in use.
    public let aliases: [String]
    /// The layout it belongs to.
    public internal(set) var layout: String
    /// The zone of the same layout that it is part of.
    public internal(set) var parent: String?
    /// A parent the text states that is no zone of the same layout.
    public let statedParent: String?
    /// What kind of member it is.
    public let role: Role
    /// What the documents want it to do, in their words.
    public let functions: [String]
    /// The industries the documents assign to it, in their words.
    public let industries: [String]
    /// Where it lies.
    public let location: Location
    /// The sentences it rests on; the first one locates it.
    public let sources: [Source]
    /// The years its document plans for.
    public let planPeriod: PlanPeriod
    /// An ambiguity of the text, the reading taken, or a convention of the drawing.
    public let note: Bilingual?
    /// The zone of another document that speaks of the same thing on other land.
    public internal(set) var counterpart: ZoneReference?

    /// The drawn geometry in WGS 84 degrees; nil where the zone is not located.
    public var geometry: Geometry? {
        guard case .located(let geometry, _) = location else { return nil }
        return geometry
    }

    /// How well the drawn edges are known; nil where the zone is not located.
    public var accuracy: Accuracy? {
        guard case .located(_, let accuracy) = location else { return nil }
        return accuracy
    }

    /// Why the zone is not drawn; nil where it is.
    public var unlocatedReason: Bilingual? {
        guard case .unlocated(let reason) = location else { return nil }
        return reason
    }
}

/// Positional accuracy of a drawn edge (ISO 19157, 位置中误差).
public struct Accuracy: Hashable, Sendable {
    /// One standard deviation per axis, metres.
    public let metres: Double
    /// Where the number comes from.
    public let basis: Bilingual
}

/// A zone named together with its layout.
public struct ZoneReference: Hashable, Sendable, CustomStringConvertible {
    /// The layout's id.
    public let layout: String
    /// The zone's id.
    public let zone: String

    /// Names a zone.
    public init(layout: String, zone: String) {
        self.layout = layout
        self.zone = zone
    }

    /// `layout/zone`.
    public var description: String { "\(layout)/\(zone)" }
}

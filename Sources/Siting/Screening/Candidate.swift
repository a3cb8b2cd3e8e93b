internal import PlanarGeometry
public import Planning
public import Wording

/// A site among others from which one is to be taken (备选地块).
public struct Candidate: Hashable, Sendable {
    /// Where it is.
    public enum Place: Hashable, Sendable {
        /// A position, by numbers or by the name of a place.
        case site(Site)
        /// An area, a line, or several points.
        case parcel(Parcel)
    }

    /// Where it is.
    public let place: Place
    /// What the user's own table says of its land.
    public let landArea: StatedLandArea
    /// What was decided in reading it.
    public let notes: [Note]

    /// The zone the candidate is, where it was given by that name: what the texts say of it goes before the drawing.
    public let zone: ZoneReference?

    /// Takes a site with what is stated of its land.
    public init(
        _ place: Place, landArea: StatedLandArea = .none, notes: [Note] = [], zone: ZoneReference? = nil
    ) {
        self.zone = zone
        self.place = place
        self.landArea = landArea
        self.notes = notes
    }

    /// The user's own id for it.
    public var id: String? {
        switch place {
        case .site(let site): site.id
        case .parcel(let parcel): parcel.id
        }
    }

    /// The user's own name for it.
    public var name: String? {
        switch place {
        case .site(let site): site.name
        case .parcel(let parcel): parcel.name
        }
    }

    /// The shape to be laid over zones; of a position a point.
    var parcel: Parcel {
        switch place {
        case .parcel(let parcel): parcel
        case .site(let site):
            Parcel(
                id: site.id, name: site.name, geometry: .point(site.position.point), frame: site.frame,
                accuracy: site.accuracy, statedArea: nil, repair: nil, notes: site.notes)
        }
    }
}

/// What a table says of the land of a candidate.
public enum StatedLandArea: Hashable, Sendable {
    /// Nothing.
    case none
    /// An area with its unit.
    case area(StatedArea)
    /// A number, and neither it nor its header names a unit.
    case withoutUnit(String)
    /// Building floor area (建筑面积), which says nothing about land.
    case floorArea(String)
    /// Something that is no area.
    case unreadable(String)

    /// The area, where there is one.
    public var area: StatedArea? {
        if case .area(let area) = self { area } else { nil }
    }
}

public import PlanarGeometry

/// A candidate as people write it: texts, not yet numbers.
public struct CandidateText: Hashable, Sendable {
    /// How its place is given.
    public enum Place: Hashable, Sendable {
        /// Nothing is given.
        case missing
        /// As a position or a place name.
        case position(SiteText.Position)
        /// As Well-Known Text.
        case wkt(String)
        /// As a geometry already read, x first.
        case geometry(Geometry)
    }

    /// The user's own id.
    public var id: String?
    /// The user's own name.
    public var name: String?
    /// How its place is given.
    public var place: Place
    /// The position written beside a shape, which is then only compared with it; nil where there is none.
    public var beside: SiteText.Position?
    /// The frame, as written; nil or empty for the reader's own.
    public var frame: String?
    /// The accuracy, as written; nil or empty for the reader's own.
    public var accuracy: String?
    /// Metres in one unit of an accuracy that is written without any.
    public var accuracyMetresPerUnit: Double
    /// What is stated of its land.
    public var landArea: StatedLandArea

    /// Collects the texts.
    public init(
        id: String? = nil, name: String? = nil, place: Place, beside: SiteText.Position? = nil,
        frame: String? = nil, accuracy: String? = nil,
        accuracyMetresPerUnit: Double = 1, landArea: StatedLandArea = .none
    ) {
        self.id = id
        self.name = name
        self.place = place
        self.beside = beside
        self.frame = frame
        self.accuracy = accuracy
        self.accuracyMetresPerUnit = accuracyMetresPerUnit
        self.landArea = landArea
    }
}

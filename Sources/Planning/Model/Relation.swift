/// What a document states between two zones.
public struct Relation: Hashable, Sendable {
    /// The words a relation may use; what each means on the ground stands in the data's own guide.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case northOf = "north_of"
        case southOf = "south_of"
        case eastOf = "east_of"
        case westOf = "west_of"
        case within
        case contains
        case along
        case connects
        case adjacent
    }

    /// The zone the sentence speaks of.
    public let subject: ZoneReference
    /// What it says.
    public let kind: Kind
    /// The zone it is related to.
    public let object: ZoneReference
    /// The sentence.
    public let source: Source
}

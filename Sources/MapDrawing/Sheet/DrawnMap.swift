public import Planning
public import Wording

/// A finished sheet: the file's bytes, and what stands on it where.
public struct DrawnMap: Sendable {
    /// The file.
    public let bytes: [UInt8]
    /// The scale's denominator.
    public let denominator: Int
    /// The maps on the sheet, in the order asked for.
    public let frames: [Frame]
    /// The names on the maps, in every frame.
    public let labels: [PlacedLabel]
    /// Every line of letters on the sheet, those of the labels among them.
    public let texts: [PlacedText]
    /// The legend's entries, as they stand.
    public let legend: [LegendEntry]
    /// What a reader should know: names left out, a site beyond the sheet.
    public let notes: [Note]

    /// One map on the sheet.
    public struct Frame: Hashable, Sendable {
        /// The layout drawn in it.
        public let layout: String
        /// The neatline, inside which the map lies.
        public let neatline: PaperRect
        /// The position at its middle.
        public let centre: LonLat
        /// The roles of the layout's zones that are seen in it.
        public let roles: Set<Zone.Role>
    }

    /// A name on a map.
    public struct PlacedLabel: Hashable, Sendable {
        /// The index of its frame.
        public let frame: Int
        /// What is named: a zone's id, a place's name, or `site`.
        public let id: String
        /// What its letters take up, in one piece for each line, or for each letter where they follow a curve.
        public let boxes: [LabelBox]
    }

    /// A line of letters on the sheet.
    public struct PlacedText: Hashable, Sendable {
        /// The letters.
        public let text: String
        /// What they take up.
        public let box: LabelBox
        /// The size of the type, millimetres.
        public let size: Double
    }
}

/// An entry of the legend (图例).
public struct LegendEntry: Hashable, Sendable {
    /// What a sign stands for.
    public enum Sign: Hashable, Sendable {
        /// Zones of a role, of the layouts drawn.
        case zone(Zone.Role)
        /// How an edge of a sketch fades over its accuracy.
        case softEdge
        /// An edge that was imported.
        case importedEdge
        /// The outline of the land a layout speaks about.
        case coverage
        /// The outline of other land, a district.
        case district
        /// A mountain of the context.
        case mountain
        /// A river of the context.
        case river
        /// A road of the context.
        case road
        /// A landmark of the context: a park, a hub.
        case landmark
        /// A township.
        case town
        /// A site that is a point.
        case position
        /// A site with a shape.
        case parcel
        /// A site whose shape would not be seen at the scale and has a sign.
        case smallParcel
    }

    /// The sign.
    public let sign: Sign
    /// What stands beside it.
    public let words: Bilingual
}

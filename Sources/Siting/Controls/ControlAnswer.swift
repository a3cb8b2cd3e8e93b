public import Planning
public import Topology

/// What of a site lies in an imported control line (压占): hard figures on the line as it was imported, apart from
/// where the texts want what.
public struct ControlAnswer: Hashable, Sendable {
    /// Whether the line is complete on the site's land.
    public enum Reach: String, Hashable, Sendable, CaseIterable {
        /// All of the site lies on land for which whoever imported the line said that it is complete.
        case covered
        /// Some of the site lies beyond that land, or all of it.
        case notCovered = "not_covered"
        /// It was not said where the line is complete: that nothing lies in it proves nothing.
        case unstated
    }

    /// What the site has of one zone of the line.
    public struct Part: Hashable, Sendable {
        /// The zone.
        public let zone: Zone
        /// The DE-9IM of the site and the zone, in this order.
        public let relation: IntersectionMatrix
        /// What of the site lies in it or on its boundary; nil for points.
        public let extent: Extent?
    }

    /// The control line.
    public let layout: Layout
    /// The edition asked.
    public let edition: Edition
    /// Whether the line is complete here.
    public let reach: Reach
    /// The zones of the line that hold some of the site's inside, in the edition's order.
    public let parts: [Part]
    /// What of the site lies in the line, ground in several zones counted once; nil for points.
    public let inside: Extent?
    /// What of it does not; nil for points.
    public let outside: Extent?
    /// Whether all of the site lies in the line, its boundary included.
    public let holdsAll: Bool
    /// The distance from the site's outline to the nearest drawn line, metres; nil beyond the plane.
    public let lineDistance: Double?
    /// One standard deviation of that line and of the site, in squares, metres.
    public let accuracy: Double

    /// Whether any of the site lies in the line.
    public var isMet: Bool { !parts.isEmpty }

    /// Whether the line is so near that twice the accuracy might change the answer: have the marks surveyed.
    public var isClose: Bool { lineDistance.map { $0 <= 2 * accuracy } ?? false }

    /// Whether the question is settled here, so that it need not be looked up elsewhere.
    ///
    /// A site that is met is settled wherever the line is complete; so is one that is not.
    public var isSettled: Bool { reach == .covered }

    /// What is known of the line by its name.
    public var line: ControlLine? { ControlLine(layout: layout.id) }
}

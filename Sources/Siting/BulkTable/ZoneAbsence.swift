internal import Wording

/// Why a layout names no zone for a site, in the one word a table has room for.
public enum ZoneAbsence: String, Hashable, Sendable, CaseIterable {
    /// Its documents do not speak about the land.
    case notCovered = "not_covered"
    /// They speak about the land around, and whether about this the text does not say.
    case notStated = "not_stated"
    /// The site lies too near the drawn edge of the coverage to tell.
    case coverageUncertain = "coverage_uncertain"
    /// Inside the whole that the layout divides, and in none of its parts.
    case unassigned
    /// In none of its zones.
    case outside
    /// In none as drawn, but it may lie in one.
    case uncertain
}

extension LayoutAnswer {
    /// Why no zone is named; nil where one is.
    public var absence: ZoneAbsence? {
        guard applicability == .covered else {
            // A coin toss at the drawn edge of the coverage must not read as a flat no.
            if notes.first(.nearCoverageEdge) != nil { return .coverageUncertain }
            return notes.first(.applicabilityNotStated) != nil ? .notStated : .notCovered
        }
        guard deepest == nil else { return nil }
        if zones.contains(where: { !$0.holds }) { return .uncertain }
        return notes.first(.unassigned) != nil ? .unassigned : .outside
    }
}

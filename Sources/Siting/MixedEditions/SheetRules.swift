internal import Planning

/// The two sheets of an edition that holds imported outlines beside kept sketches: which zone is on which, and what is
/// said of one against the other whatever the drawing.
///
/// A line that was surveyed never fits a sketch drawn before it: a statutory part reaches out of its sketched whole, a
/// statutory neighbour into a sketched one. What documents and layout say of the two (one is part of the other, one of
/// several that may not overlap) then decides, and the drawing only where they are silent.
struct SheetRules {
    /// The surveyed zones, by their places among those given.
    let surveyed: [Int]
    /// The kept sketches, likewise.
    let sketched: [Int]
    /// For each sketch how it stands to each surveyed zone.
    private let standings: [[DocumentedStanding]]

    /// Tells the zones of an edition that can hold a site apart; nil where all of them are of one kind.
    init?(_ layout: Layout, _ edition: Edition, zones: [Zone]) {
        guard let origin = edition.origin else { return nil }
        surveyed = zones.indices.filter { origin.draws(zones[$0].id) }
        sketched = zones.indices.filter { !origin.draws(zones[$0].id) }
        guard !surveyed.isEmpty, !sketched.isEmpty else { return nil }
        let paths = zones.map { edition.path(to: $0).map(\.id) }
        standings = sketched.map { [surveyed] sketch in
            surveyed.map { layout.documentedStanding(of: paths[sketch], to: paths[$0]) }
        }
    }

    /// How a sketch, by its place in ``sketched``, stands to a surveyed zone, by its place in ``surveyed``.
    func standing(of sketch: Int, to known: Int) -> DocumentedStanding { standings[sketch][known] }
}

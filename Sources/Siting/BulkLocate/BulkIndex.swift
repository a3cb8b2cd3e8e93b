public import PlanarGeometry
internal import Topology

/// Which zones cover a position, for many positions: an immutable index over any set of zones.
///
/// Exact: for every finite position the answer is that of GEOS `covers` (inside or on the boundary) on the same polygons,
/// edges taken straight in the frame they are given in. Zones may overlap; the zones that cover a position together
/// are a *zone set*, known by its number. Numbers count up from 0, the empty set, and are the same for every
/// build from the same zones; equal sets have equal numbers.
///
/// The plane is cut into cells, small ones where boundaries are. Most cells lie in no boundary and answer at once;
/// the others keep the few edges that touch them and decide as GEOS would. A plain value, free to share.
///
/// ```swift
/// let index = try BulkIndex([[north], [south, island]])
/// let longitudes = [106.31, 106.52], latitudes = [29.52, 29.50]
/// var numbers = [UInt32](repeating: 0, count: 2)
/// var out = numbers.mutableSpan
/// index.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &out)
/// let zones = index.zones(inSet: numbers[0])  // such as [0]: indices into the zones given
/// ```
public struct BulkIndex: Sendable {
    /// What an index may cost.
    public struct Options: Hashable, Sendable {
        /// About how many bytes cells and records may take, the zones' own coordinates aside.
        ///
        /// Less makes cells larger and answers near boundaries slower, never other.
        public var memoryBudget: Int

        /// Coarsest cells, or nil to let the zones decide.
        var coarsestCells: Int?
        /// Bits by which the first division cuts each side, or nil.
        var firstDivision: Int?

        /// The default: 512 MiB; a few hundred zones take some ten.
        public init(memoryBudget: Int = 512 << 20) { self.memoryBudget = memoryBudget }

        /// Sets the grid by hand, for measuring.
        public init(coarsestCells: Int?, firstDivision: Int?, memoryBudget: Int = 512 << 20) {
            self.memoryBudget = memoryBudget
            self.coarsestCells = coarsestCells
            self.firstDivision = firstDivision
        }
    }

    /// The number of a position that is not finite, which no zone can cover.
    public static let notFinite: UInt32 = 0x7FFF_FFFF
    /// The number where more than eight boundaries meet and their combination was not foreseen: ask
    /// ``zones(at:)``.
    ///
    /// Needs a position on crossing edges of zones that share no vertex there; never seen.
    public static let unlisted: UInt32 = 0x7FFF_FFFE

    /// How many zones were given.
    public let zoneCount: Int

    let frame: CellFrame
    /// Coarsest cells by rows; two more at the end for positions outside all zones and for no positions.
    let cells: [UInt32]
    let blocks: [UInt32]
    let records: [UInt32]
    let outcomes: [UInt32]
    let edges: ZoneEdges
    private let members: [UInt32]
    private let memberStarts: [UInt32]

    /// Makes an index; the same however its parts are done.
    ///
    /// - Parameters:
    ///   - zones: the polygons of each zone; a zone without polygons covers nothing.
    ///   - options: what it may cost.
    ///   - spreading: how the parts are done; on this core where nothing is said.
    /// - Throws: ``BulkIndexError`` where there are too many zones or a coordinate is 10¹⁵⁰ or more.
    public init(
        _ zones: [[Polygon]], options: Options = Options(), spreading: Spreading = .oneByOne
    ) throws(BulkIndexError) {
        let plan = try BuildPlan(zones, options)
        self.init(plan, bands: spreading.parts(plan.bandCount) { plan.band($0) })
    }

    /// Makes an index on several cores; the same index whatever their number.
    ///
    /// - Parameters:
    ///   - zones: the polygons of each zone.
    ///   - options: what it may cost.
    /// - Returns: the index.
    /// - Throws: ``BulkIndexError`` as ``init(_:options:)`` does.
    public static func built(
        from zones: [[Polygon]], options: Options = Options()
    ) async throws(BulkIndexError) -> BulkIndex {
        let plan = try BuildPlan(zones, options)
        let bands = await withTaskGroup(of: (Int, BandBuilder).self) { group in
            for number in 0..<plan.bandCount { group.addTask { (number, plan.band(number)) } }
            var bands = [BandBuilder?](repeating: nil, count: plan.bandCount)
            for await (number, band) in group { bands[number] = band }
            return bands.compactMap(\.self)
        }
        return BulkIndex(plan, bands: bands)
    }

    private init(_ plan: BuildPlan, bands: [BandBuilder]) {
        let joined = JoinedBands(bands)
        zoneCount = plan.edges.zoneCount
        frame = plan.frame
        edges = plan.edges
        cells = joined.cells
        blocks = joined.blocks
        records = joined.records
        outcomes = joined.outcomes
        members = joined.sets.words
        memberStarts = joined.sets.starts
    }

    /// How many zone sets there are; numbers below it are sets.
    public var setCount: Int { memberStarts.count - 1 }

    /// The zones of a set, ascending, as indices into the zones given; empty for a number that is no set.
    public func zones(inSet number: UInt32) -> ArraySlice<UInt32> {
        guard number < setCount else { return [] }
        return members[Int(memberStarts[Int(number)])..<Int(memberStarts[Int(number) + 1])]
    }

    /// Bytes taken by cells, records and sets, and by the coordinates.
    public var memory: (index: Int, coordinates: Int) {
        let words =
            cells.count + blocks.count + records.count + outcomes.count + members.count + memberStarts.count
        return (words * 4, edges.coordinates.count * 8)
    }
}

internal import Glibc
internal import PlanarGeometry

/// The displacements of a site that keep all, or any, of it in a zone, row by row.
///
/// The site is known by its sections along parallel lines (``SiteSections``), the zone by its own along the same lines,
/// moved up and down by each row of displacements. Along a row, a section [l, r] lies in a piece [a, b] of the zone for
/// the displacements from a − l to b − r and meets it for those from a − r to b − l: all of the site is kept where every
/// section is, and any where one is met. The mass of the normal along a row is exact; the rows are summed with the
/// weights of the normal. Lines run askew to the edges, so that what is summed is continuous. Together with the
/// moving of vertices by half a step the error is below 0.01; ``SiteSections/tolerance(deviation:)`` bounds the latter.
struct DisplacementRows {
    private let site: SiteSections
    private let zone: [Segment]
    private let deviation: Double

    /// How far apart rows of displacements are, in standard deviations, about.
    private static let spacing = 0.15
    /// How many rows there are at least where site and zone are both small.
    private static let fewestRows = 40.0

    init(site: SiteSections, zone: [Segment], deviation: Double) {
        self.site = site
        self.deviation = deviation
        let turn = site.turn
        self.zone = zone.map { Segment(turn.turned($0.start), turn.turned($0.end)) }
    }

    /// The mass of the displacements that keep all of the site in the zone, and of those that keep any of it there.
    var masses: (whole: Double, any: Double) {
        guard let (lowest, highest) = range else { return (0, 0) }
        // Rows lie a whole number of lines apart, so that they share the zone's sections.
        let spacing = min(Self.spacing * deviation, (highest - lowest) / Self.fewestRows)
        let apart = max(1, (spacing / site.step).rounded(.down))
        let step = apart * site.step
        let first = (lowest / step).rounded(.down)
        let rows = Int((highest / step).rounded(.up) - first) + 1
        let areBlocks = apart >= Double(site.count)
        let shared = areBlocks ? site.count : Int(apart)
        var heights: [Double] = []
        if areBlocks {
            heights.reserveCapacity(rows * site.count)
            for row in 0..<rows {
                let base = site.bottom + (first + Double(row)) * step
                for line in 0..<site.count { heights.append(base + Double(line) * site.step) }
            }
        } else {
            let base = site.bottom + first * step
            heights = (0..<(site.count + (rows - 1) * shared)).map { base + Double($0) * site.step }
        }
        let sections = Crossings(of: zone, at: heights)
        var sum = (whole: 0.0, any: 0.0)
        var scratch = RowOfDisplacements(reach: DisplacedDrawing.reach * deviation)
        var below = standardNormal((first - 0.5) * step / deviation)
        for row in 0..<rows {
            // A row stands for the displacements up to half way to the next.
            let above = standardNormal((first + Double(row) + 0.5) * step / deviation)
            scratch.fill(site, sections, from: row * shared)
            sum.whole += (above - below) * scratch.kept.mass(deviation)
            sum.any += (above - below) * scratch.met.mass(deviation)
            below = above
        }
        return (min(1, sum.whole), min(1, sum.any))
    }

    /// How far up or down the site can be moved and still meet the zone, within reach; nil where it cannot.
    private var range: (lowest: Double, highest: Double)? {
        var (low, high) = (Double.infinity, -Double.infinity)
        for edge in zone {
            low = min(low, edge.start.y)
            high = max(high, edge.start.y)
        }
        let reach = DisplacedDrawing.reach * deviation
        let top = site.bottom + Double(site.count - 1) * site.step
        let lowest = max(-reach, low - top)
        let highest = min(reach, high - site.bottom)
        return lowest < highest ? (lowest, highest) : nil
    }
}

/// What one row of displacements keeps and meets, within reach.
private struct RowOfDisplacements {
    private let reach: Double
    private(set) var kept = RowPieces()
    private(set) var met = RowPieces()

    init(reach: Double) { self.reach = reach }

    /// Goes through the site's sections against the zone's from one line on.
    mutating func fill(_ site: borrowing SiteSections, _ zone: borrowing Crossings, from first: Int) {
        let plain = fillPlain(site, zone, from: first)
        for line in plain..<site.count {
            let begin = zone.starts[first + line]
            let end = zone.starts[first + line + 1]
            for section in site.starts[line]..<site.starts[line + 1] {
                let (left, right) = (site.pieces[section].left, site.pieces[section].right)
                var staying = RowPieces()
                var index = begin
                while index + 1 < end {
                    let (a, b) = (zone.x[index], zone.x[index + 1])
                    index += 2
                    if b - left < -reach || a - right > reach { continue }
                    met.insert(max(a - right, -reach), min(b - left, reach))
                    if a - left < b - right { staying.append(a - left, b - right) }
                }
                if !kept.isEmpty { kept.keep(staying) }
            }
            if kept.isEmpty, met.isOnePiece, met.left <= -reach, met.right >= reach { return }
        }
    }

    /// The same for the first lines, as long as the zone has one section that is wider than any gap of the site's, and
    /// what is met is one piece: then the site's first and last section tell what all do.
    ///
    /// - Returns: the first line that is left to be gone through.
    private mutating func fillPlain(
        _ site: borrowing SiteSections, _ zone: borrowing Crossings, from first: Int
    ) -> Int {
        var (keptLeft, keptRight) = (-reach, reach)
        var (metLeft, metRight) = (Double.infinity, -Double.infinity)
        var line = 0
        while line < site.count {
            let span = site.spans[line]
            if span.left > span.right {
                line += 1
                continue
            }
            let begin = zone.starts[first + line]
            let crossings = zone.starts[first + line + 1] - begin
            if crossings == 0 {
                keptRight = -.infinity
                line += 1
                continue
            }
            guard crossings == 2 else { break }
            let (a, b) = (zone.x[begin], zone.x[begin + 1])
            guard span.gap <= b - a else { break }
            let (left, right) = (max(a - span.right, -reach), min(b - span.left, reach))
            if left <= right {
                guard metLeft > metRight || left <= metRight && metLeft <= right else { break }
                metLeft = min(metLeft, left)
                metRight = max(metRight, right)
            }
            keptLeft = max(keptLeft, a - span.left)
            keptRight = min(keptRight, b - span.right)
            line += 1
            if metLeft <= -reach, metRight >= reach, keptLeft >= keptRight { line = site.count }
        }
        kept = keptLeft < keptRight ? RowPieces(left: keptLeft, right: keptRight) : RowPieces()
        met = metLeft <= metRight ? RowPieces(left: metLeft, right: metRight) : RowPieces()
        return line
    }
}

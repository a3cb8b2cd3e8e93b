internal import PlanarGeometry

/// How positions fall into cells: one monotone map of each axis to whole numbers, shared by building and asking.
///
/// A coordinate becomes a whole number of *steps*, 2⁻⁴⁰ of the extent; a cell of any level is a run of steps, found by a
/// shift. Subtraction, product and rounding are each monotone in the coordinate, so the positions of a cell are
/// exactly those between two doubles, whatever was rounded on the way.
struct CellFrame: Sendable {
    let lower: Point
    let upper: Point
    /// Steps in a degree (or metre), per axis.
    let scaleX: Double
    let scaleY: Double
    /// Cells of the coarsest level.
    let columns: Int
    let rows: Int
    /// A coarsest cell is 2^shift steps wide and high.
    let shift: Int
    /// The smallest shift a cell may have: below it the rounding of the coordinates would show.
    let leastShift: Int

    /// Bits by which the first division cuts each side of a coarsest cell; later ones cut by two.
    let firstBits: Int

    /// Whether every coarsest cell that boundaries touch is divided, or only one with many edges.
    let dividesAll: Bool

    /// The double nearest to a whole number below 2⁵¹ shows that number in its last bits.
    static let magic = 4_503_599_627_370_496.0  // 2⁵²
    static let magicMask: UInt64 = 0x000F_FFFF_FFFF_FFFF
    /// How far rounding can move an edge against the cells, in steps, with much to spare.
    static let padding = 2.5

    init(_ box: Box, columns: Int, rows: Int, firstBits: Int) {
        self.firstBits = max(1, firstBits)
        dividesAll = firstBits > 0
        lower = box.lower
        upper = box.upper
        let width = box.upper.x - box.lower.x
        let height = box.upper.y - box.lower.y
        let longest = max(columns, rows)
        let bits = Int.bitWidth - (longest - 1).leadingZeroBitCount
        shift = 40 - bits
        // A shade less than the whole, so that the upper side falls into the last cell.
        let shade = 1 - 0x1p-20
        let stepsX = Double(columns) * Double(1 << shift) * shade
        let stepsY = Double(rows) * Double(1 << shift) * shade
        scaleX = (stepsX / width).isFinite ? stepsX / width : 0
        scaleY = (stepsY / height).isFinite ? stepsY / height : 0
        self.columns = columns
        self.rows = rows
        // A cell holds at least 2¹² doubles a side.
        let ulp = max(
            max(abs(lower.x), abs(upper.x)).ulp * scaleX, max(abs(lower.y), abs(upper.y)).ulp * scaleY)
        var least = 8
        while least < shift, Double(1 << least) < ulp * 4096 { least += 1 }
        leastShift = least
    }

    /// Whether a position lies in the box of all zones; false for NaN.
    @inline(__always)
    func covers(_ x: Double, _ y: Double) -> Bool {
        // No short cut: a branch here is taken at random.
        let byX = (x >= lower.x ? 1 : 0) & (x <= upper.x ? 1 : 0)
        let byY = (y >= lower.y ? 1 : 0) & (y <= upper.y ? 1 : 0)
        return byX & byY == 1
    }

    /// Steps from the left side, for an x within the box.
    @inline(__always)
    func stepX(_ x: Double) -> UInt64 { ((x - lower.x) * scaleX + Self.magic).bitPattern & Self.magicMask }

    /// Steps from the lower side, for a y within the box.
    @inline(__always)
    func stepY(_ y: Double) -> UInt64 { ((y - lower.y) * scaleY + Self.magic).bitPattern & Self.magicMask }

    /// How many coarsest cells there are.
    var cellCount: Int { rows * columns }

    /// The coarsest cell of a position, counted by rows; ``cellCount`` for one beyond the box and for no position.
    @inline(__always)
    func cell(_ x: Double, _ y: Double) -> Int {
        let shift = UInt64(truncatingIfNeeded: shift)
        let column = Int(truncatingIfNeeded: stepX(x) &>> shift)
        let row = Int(truncatingIfNeeded: stepY(y) &>> shift)
        return covers(x, y) ? row &* columns &+ column : cellCount
    }

    /// The same unrounded, for building.
    func realX(_ x: Double) -> Double { (x - lower.x) * scaleX }
    func realY(_ y: Double) -> Double { (y - lower.y) * scaleY }

    /// The y in the middle of a row of a level.
    func middle(ofRow row: Int, shift: Int) -> Double {
        guard scaleY > 0 else { return lower.y }
        let steps = (Double(row) + 0.5) * Double(1 << shift)
        return min(max(lower.y + steps / scaleY, lower.y), upper.y)
    }

    /// About where a cell lies.
    func box(row: Int, column: Int, shift: Int) -> Box {
        func corner(_ column: Int, _ row: Int) -> Point {
            Point(
                x: scaleX > 0 ? lower.x + Double(column << shift) / scaleX : lower.x,
                y: scaleY > 0 ? lower.y + Double(row << shift) / scaleY : lower.y)
        }
        return Box(around: [corner(column, row), corner(column + 1, row + 1)]) ?? .origin
    }
}

internal import PlanarGeometry

/// Fills of lines and small signs, to be cut to an area by a clip; in millimetres of paper, so that they are as
/// fine at every scale.
enum Texture {
    /// Parallel lines at 45°, the gap measured along the paper's edge.
    static func hatch(over rings: [[Point]], gap: Double, rising: Bool, _ pen: Pen) -> [Mark] {
        guard let box = Box(around: rings.joined()) else { return [] }
        let height = box.upper.y - box.lower.y
        // Counted from the sheet's corner and not from the area's: the lines of neighbours run on.
        let first = ((box.lower.x - height) / gap).rounded(.down) * gap
        let chains = stride(from: first, through: box.upper.x + height, by: gap).map { x in
            rising
                ? [Point(x: x, y: box.upper.y), Point(x: x + height, y: box.lower.y)]
                : [Point(x: x, y: box.lower.y), Point(x: x + height, y: box.upper.y)]
        }
        return [.strokes(chains, pen)]
    }

    /// Staggered rows of small peaks, the sign of hills on survey sketches.
    static func hills(over rings: [[Point]], gap: Double, _ pen: Pen) -> [Mark] {
        guard let box = Box(around: rings.joined()) else { return [] }
        let (wide, high) = (gap * 0.17, gap * 0.19)
        var chains: [[Point]] = []
        var row = (box.lower.y / gap).rounded(.down)
        while row * gap * 0.8 < box.upper.y + gap {
            let y = row * gap * 0.8
            let shift = row.remainder(dividingBy: 2) == 0 ? 0 : gap / 2
            var x = (box.lower.x / gap).rounded(.down) * gap + shift
            while x < box.upper.x + gap, y > box.lower.y - gap {
                chains.append([
                    Point(x: x - wide, y: y), Point(x: x, y: y - high), Point(x: x + wide, y: y),
                ])
                x += gap
            }
            row += 1
        }
        return [.strokes(chains, pen)]
    }

    /// Short strokes falling off a ridge on both sides.
    static func hachures(along line: [Point], _ factor: Double) -> [Mark] {
        guard let path = Path(line) else { return [] }
        let (gap, length) = (1.9 * factor, 1.5 * factor)
        let pen = Pen(colour: Palette.screenEdge, width: 0.12 * factor, opacity: 0.75)
        let chains = stride(from: gap, to: path.length - gap, by: gap).enumerated().map { index, along in
            let (point, angle) = path.place(at: along, over: gap)
            let direction = Direction(angle)
            let side = index.isMultiple(of: 2) ? 1.0 : -1.0
            return [
                point,
                Point(
                    x: point.x - direction.sine * length * side,
                    y: point.y + direction.cosine * length * side),
            ]
        }
        return [.strokes(chains, pen)]
    }
}

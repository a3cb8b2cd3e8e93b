internal import PlanarGeometry
internal import Planning

/// Meridians and parallels of CGCS2000 with their degrees between neatline and outer frame.
///
/// WGS 84 and CGCS2000 are taken as one, which they are to some centimetres: far below a line's width.
struct GraticuleLayer {
    let view: FrameView
    let factor: Double
    let gutter: Double

    /// Minutes between two lines.
    private static let steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300]

    /// The lines, to lie under the labels, and the frame with its degrees, to lie on top.
    func marks(
        _ plane: borrowing SheetPlane, _ type: Typography
    ) throws(MapError) -> (lines: [Mark], frame: [Mark]) {
        var lines: [Mark] = []
        var frame: [Mark] = []
        let rect = view.rect
        let outer = rect.inset(by: -gutter)
        frame.append(.outline(rect, Pen(colour: Palette.ink, width: 0.18 * factor)))
        frame.append(.outline(outer, Pen(colour: Palette.ink, width: 0.5 * factor)))
        let style = type.style(5.6, Palette.secondInk)
        let corners = [rect.corners[0], rect.corners[1], rect.corners[2], rect.corners[3]]
        var degrees: [Point] = []
        for corner in corners { degrees.append(try plane.degrees(view.metres(corner))) }
        guard let box = Box(around: degrees) else { return ([], frame) }
        let tall = box.upper.y - box.lower.y
        // One step for both, by the shorter of a minute's two sides on paper, so that no two labels touch.
        let minute = rect.height / (tall * 60) * 0.87
        let step = Double(Self.steps.first { Double($0) * minute >= 26 * factor } ?? 600)
        let pen = Pen(colour: Palette.rule, width: 0.09 * factor, opacity: 0.55)
        let tick = Pen(colour: Palette.ink, width: 0.15 * factor)
        for longitude in Self.multiples(of: step, from: box.lower.x, to: box.upper.x) {
            let line = try chain(plane, isMeridian: true, longitude / 60, box)
            let (top, bottom) = (line[line.count - 1], line[0])
            guard top.x > rect.x + 1, top.x < rect.right - 1 else { continue }
            lines.append(.line(line, isClosed: false, pen))
            let text = Self.text(minutes: longitude)
            frame.append(.rule(Point(x: top.x, y: rect.y), Point(x: top.x, y: rect.y - gutter * 0.28), tick))
            frame.append(
                .rule(
                    Point(x: bottom.x, y: rect.bottom), Point(x: bottom.x, y: rect.bottom + gutter * 0.28),
                    tick))
            let drop = style.size * 0.36
            guard top.x > rect.x + 7 * factor, top.x < rect.right - 7 * factor else { continue }
            frame.append(type.line(text, style, centredAt: Point(x: top.x, y: rect.y - gutter * 0.62 + drop)))
            frame.append(
                type.line(text, style, centredAt: Point(x: bottom.x, y: rect.bottom + gutter * 0.62 + drop)))
        }
        for latitude in Self.multiples(of: step, from: box.lower.y, to: box.upper.y) {
            let line = try chain(plane, isMeridian: false, latitude / 60, box)
            let (left, right) = (line[0], line[line.count - 1])
            guard left.y > rect.y + 1, left.y < rect.bottom - 1 else { continue }
            lines.append(.line(line, isClosed: false, pen))
            frame.append(
                .rule(Point(x: rect.x, y: left.y), Point(x: rect.x - gutter * 0.28, y: left.y), tick))
            frame.append(
                .rule(
                    Point(x: rect.right, y: right.y), Point(x: rect.right + gutter * 0.28, y: right.y), tick))
            guard left.y > rect.y + 7 * factor, left.y < rect.bottom - 7 * factor else { continue }
            let text = Self.text(minutes: latitude)
            let half = type.type.extent(of: text, style).advance / 2
            let drop = style.size * 0.36
            for (x, y) in [(rect.x - gutter * 0.62, left.y), (rect.right + gutter * 0.62, right.y)] {
                // Read from the right-hand side of the sheet, as on Chinese topographic maps.
                frame.append(
                    .text(
                        type.type.mark(text, style, at: Point(x: x + drop, y: y + half), angle: -.pi / 2)))
            }
        }
        return (lines, frame)
    }

    /// A line of one longitude or latitude from one side of the map to the other, on paper.
    private func chain(
        _ plane: borrowing SheetPlane, isMeridian: Bool, _ value: Double, _ box: Box
    ) throws(MapError) -> [Point] {
        let pieces = 8
        var degrees: [Point] = []
        for piece in 0...pieces {
            let part = Double(piece) / Double(pieces)
            degrees.append(
                isMeridian
                    ? Point(x: value, y: box.lower.y + (box.upper.y - box.lower.y) * part)
                    : Point(x: box.lower.x + (box.upper.x - box.lower.x) * part, y: value))
        }
        return view.paper(try plane.metres(degrees))
    }

    private static func multiples(of step: Double, from low: Double, to high: Double) -> [Double] {
        Array(stride(from: (low * 60 / step).rounded(.up) * step, through: high * 60, by: step))
    }

    /// Degrees and minutes: `106°20′`.
    static func text(minutes: Double) -> String {
        let all = Int(minutes.rounded())
        let rest = all % 60
        return "\(all / 60)°\(rest < 10 ? "0" : "")\(rest)′"
    }
}

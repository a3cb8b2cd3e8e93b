import PlanarGeometry

/// Two numbers understood as degrees, minutes and seconds without marks: 1061948.00 as 106°19′48″.
///
/// A way some survey programs write angles. It is never taken for granted, since metres look alike; it is offered
/// where both numbers would lie in China.
public struct PackedSexagesimal: Hashable, Sendable, CustomStringConvertible {
    /// Longitude and latitude in the order written, such as `106°19′48″,29°31′12″`.
    public let description: String

    /// Unpacks a pair as written, either way round; nil where it cannot be such angles.
    init?(_ pair: Point) {
        guard let first = Angle(pair.x), let second = Angle(pair.y) else { return nil }
        let area = AreaOfUse.china
        guard
            area.covers(Point(x: first.degrees, y: second.degrees))
                || area.covers(Point(x: second.degrees, y: first.degrees))
        else { return nil }
        description = "\(first.text),\(second.text)"
    }

    private struct Angle {
        let degrees: Double
        let text: String

        init?(_ packed: Double) {
            guard packed >= 30000, packed < 1_370_000 else { return nil }
            let whole = Int(packed)
            let (degree, minute) = (whole / 10000, whole / 100 % 100)
            let second = packed - Double(whole - whole % 100)
            guard minute < 60, second < 60 else { return nil }
            degrees = Double(degree) + Double(minute) / 60 + second / 3600
            let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
            let seconds = second < 10 ? "0\(second.figures(decimals: 4))" : second.figures(decimals: 4)
            text = "\(degree)°\(minutes)′\(seconds)″"
        }
    }
}

import Foundation
import PlanarGeometry

/// The mass of an isotropic normal over polygons by brute force: the plane is cut into rows, each row's chords
/// are taken by the error function, and the rows are summed by Gauss–Legendre between the heights of the vertices.
///
/// Nothing of it is polar and nothing is Owen's T, so that it can stand witness for the polygon integral. Inside
/// and outside alternate along a row, holes included.
struct ScanlineQuadrature {
    let centre: Point
    let standardDeviation: Double

    func mass(in polygons: [Polygon]) -> Double {
        // Rows across the longer way: along a needle its chords would come and go between two rows. A normal is
        // the same whichever way the plane is turned.
        let box = Box(around: polygons.flatMap(\.exterior.points))
        let isWide = box.map { $0.upper.x - $0.lower.x > $0.upper.y - $0.lower.y } ?? false
        let edges = polygons.flatMap(\.rings).flatMap { Array($0.segments) }.map { edge in
            Segment(scaled(edge.start, turned: isWide), scaled(edge.end, turned: isWide))
        }
        // Beyond ten standard deviations a row holds less than 1e-22.
        let heights = edges.map(\.start.y).filter { abs($0) < 10 } + [-10, 10]
        var stops = Set(heights).sorted()
        stops = zip(stops, stops.dropFirst()).flatMap { low, high in
            // Rows of at most a tenth of a standard deviation.
            let pieces = max(1, ((high - low) * 10).rounded(.up))
            return stride(from: 0, to: pieces, by: 1).map { low + (high - low) * $0 / pieces }
        }
        stops.append(10)
        var sum = 0.0
        for (low, high) in zip(stops, stops.dropFirst()) {
            for (node, weight) in Self.nodes {
                let y = (low + high) / 2 + node * (high - low) / 2
                sum += weight * (high - low) / 2 * chords(of: edges, at: y) * exp(-y * y / 2)
            }
        }
        return sum / (2 * Double.pi).squareRoot()
    }

    private func scaled(_ point: Point, turned: Bool) -> Point {
        let x = (point.x - centre.x) / standardDeviation
        let y = (point.y - centre.y) / standardDeviation
        return turned ? Point(x: -y, y: x) : Point(x: x, y: y)
    }

    /// The mass of a standard normal over the pieces of one row inside the polygons.
    private func chords(of edges: [Segment], at y: Double) -> Double {
        var crossings: [Double] = []
        for edge in edges where (edge.start.y > y) != (edge.end.y > y) {
            let part = (y - edge.start.y) / (edge.end.y - edge.start.y)
            crossings.append(edge.start.x + part * (edge.end.x - edge.start.x))
        }
        crossings.sort()
        var sum = 0.0
        for index in stride(from: 0, to: crossings.count - 1, by: 2) {
            sum += Self.below(crossings[index + 1]) - Self.below(crossings[index])
        }
        return sum
    }

    /// The mass of a standard normal below a number.
    private static func below(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

    /// Gauss–Legendre, five points (Abramowitz and Stegun, table 25.4).
    private static let nodes = [
        (0, 0.568888888888889), (-0.538469310105683, 0.478628670499366),
        (0.538469310105683, 0.478628670499366),
        (-0.906179845938664, 0.236926885056189), (0.906179845938664, 0.236926885056189),
    ]
}

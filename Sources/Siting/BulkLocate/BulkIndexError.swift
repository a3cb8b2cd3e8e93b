public import PlanarGeometry
public import Wording

/// Why no index can be made from some zones.
public enum BulkIndexError: ExplainedError, Hashable {
    /// A coordinate of 10¹⁵⁰ or more.
    case coordinateTooLarge(zone: Int, at: Point)
    /// More vertices than 2³⁰ or more zones than 2²⁴.
    case tooMany(vertices: Int, zones: Int)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .coordinateTooLarge: "coordinate_too_large"
        case .tooMany: "too_many_zones"
        }
    }

    /// What is wrong.
    public var message: Bilingual {
        switch self {
        case .coordinateTooLarge(let zone, let point):
            Bilingual(
                zh: "第 \(zone) 个区（从 0 起）的坐标 \(point.x), \(point.y) 过大，无法建立索引。",
                en:
                    "Zone \(zone), counted from 0, has the coordinate \(point.x), \(point.y): too large to index."
            )
        case .tooMany(let vertices, let zones):
            Bilingual(
                zh: "共 \(zones) 个区、\(vertices) 个顶点，超出索引上限（2^24 个区，2^30 个顶点）。",
                en: "\(zones) zones with \(vertices) vertices exceed an index (2^24 zones, 2^30 vertices).")
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch self {
        case .coordinateTooLarge:
            Bilingual(zh: "请检查该顶点的坐标。", en: "Check the coordinates of that vertex.")
        case .tooMany:
            Bilingual(zh: "请将各区分成几批，分别建立索引。", en: "Split the zones among several indexes.")
        }
    }
}

public import PlanarGeometry
public import Projection
public import Topology
public import Wording

/// Why a shape is no site.
public enum ParcelError: ExplainedError, Hashable {
    /// There is no shape, or a part of it is empty.
    case empty
    /// Points, lines and areas in one shape.
    case mixed
    /// More vertices than are taken.
    case tooManyVertices(Int, limit: Int)
    /// So many long edges side by side that laying the shape over zones would take minutes.
    case tooIntricate(vertices: Int)
    /// An edge longer than half the globe; from and to in degrees.
    case crossesAntimeridian(from: Point, to: Point)
    /// An area or a line of no extent.
    case noExtent(dimension: Int)
    /// An area smaller than any site; m².
    case belowLeastArea(Double)
    /// No valid shape by the simple feature model; the place is in the frame given.
    case invalid(Invalidity, ReferenceFrame)
    /// The text is no WKT.
    case text(WKTError)
    /// The coordinates do not lie in their frame.
    case projection(ProjectionError)
    /// They look like those of another frame or order, told as a position's would be.
    case arrival(ArrivalError)
    /// GEOS refused.
    case topology(TopologyError)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .empty: "empty_geometry"
        case .mixed: "mixed_geometry"
        case .tooManyVertices: "too_many_vertices"
        case .tooIntricate: "too_intricate"
        case .crossesAntimeridian: "crosses_antimeridian"
        case .noExtent(let dimension): dimension == 1 ? "zero_length" : "zero_area"
        case .belowLeastArea: "area_below_least"
        case .invalid: "invalid_geometry"
        case .text(let error): error.code
        case .projection(let error): error.code
        case .arrival(let error): error.code
        case .topology(let error): error.code
        }
    }

    /// What is wrong, and where.
    public var message: Bilingual {
        switch self {
        case .empty: Bilingual(zh: "图形为空，或含有空的部分。", en: "The shape is empty, or a part of it is.")
        case .mixed:
            Bilingual(
                zh: "图形同时含有点、线、面，无法作为一个地块。",
                en: "The shape mixes points, lines and areas; a site is of one kind.")
        case .tooManyVertices(let count, let limit):
            Bilingual(
                zh: "图形有 \(count) 个顶点，超过上限 \(limit)。",
                en: "The shape has \(count) vertices, more than the limit of \(limit).")
        case .tooIntricate(let count):
            Bilingual(
                zh: "图形有 \(count) 个顶点，且大量长边彼此紧挨（如密集的尖刺、梳齿），叠置计算量过大。",
                en:
                    "The shape has \(count) vertices and so many long edges side by side (spikes, combs) that it cannot be laid over zones in reasonable time."
            )
        case .crossesAntimeridian(let start, let end):
            Bilingual(
                zh: "从经度 \(start.x) 到 \(end.x) 的边跨过 180° 经线。",
                en: "The edge from longitude \(start.x) to \(end.x) crosses the 180th meridian.")
        case .noExtent(let dimension):
            dimension == 1
                ? Bilingual(zh: "线的长度为零。", en: "The line has no length.")
                : Bilingual(zh: "地块面积为零：各顶点在一条直线上或重合。", en: "The area is zero: its vertices lie on one line.")
        case .belowLeastArea(let area):
            Self.belowLeastArea(FixedDecimals(area, decimals: 9)?.description ?? "\(area)")
        case .invalid(let invalidity, let frame):
            Bilingual(
                zh: "图形无效（\(Self.zh(invalidity.reason))）\(Self.place(invalidity.location, frame).zh)。",
                en:
                    "The shape is not valid (\(invalidity.reason))\(Self.place(invalidity.location, frame).en)."
            )
        case .text(let error): error.message
        case .projection(let error): error.message
        case .arrival(let error): error.message
        case .topology(let error): error.message
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch self {
        case .empty: Bilingual(zh: "请给出至少一个顶点齐全的部分。", en: "Give at least one part, each with its vertices.")
        case .mixed: Bilingual(zh: "请按点、线、面分开提交。", en: "Give points, lines and areas as sites of their own.")
        case .tooManyVertices, .tooIntricate:
            Bilingual(zh: "请先化简边界，或拆成几个地块。", en: "Simplify the boundary, or split the site.")
        case .crossesAntimeridian:
            Bilingual(
                zh: "请按 RFC 7946 第 3.1.9 节在 180° 经线处切开；若是经纬度写反，请改正。",
                en: "Cut it there (RFC 7946 section 3.1.9), or mend the longitudes.")
        case .noExtent, .belowLeastArea:
            Bilingual(zh: "请检查坐标；若是点位，请作为点给出。", en: "Check the coordinates; give a point as a point.")
        case .invalid:
            Bilingual(
                zh: "请改正该处，或加 --make-valid 由程序修复（会报告改动）。",
                en: "Mend it there, or ask for a repair with --make-valid; what it changes is reported.")
        case .text(let error): error.remedy
        case .projection(let error): error.remedy
        case .arrival(let error): error.remedy
        case .topology(let error): error.remedy
        }
    }

    private static func belowLeastArea(_ area: String) -> Bilingual {
        Bilingual(
            zh: "地块面积只有约 \(area) 平方米，小于可评估的最小面积 \(ParcelReader.leastArea) 平方米（1 平方厘米）。",
            en:
                "The area is some \(area) m² only, less than the least that is assessed, \(ParcelReader.leastArea) m² (a square centimetre)."
        )
    }

    static func place(_ point: Point, _ frame: ReferenceFrame) -> Bilingual {
        guard point.isFinite else { return Bilingual(zh: "", en: "") }
        let decimals = frame.isGeographic ? 7 : 2
        let x = FixedDecimals(point.x, decimals: decimals)?.description ?? "\(point.x)"
        let y = FixedDecimals(point.y, decimals: decimals)?.description ?? "\(point.y)"
        return Bilingual(
            zh: "，位置 \(x), \(y)（\(frame.identifier)）", en: " at \(x), \(y) (\(frame.identifier))")
    }

    /// What GEOS says of a defect, in Chinese.
    static func zh(_ reason: String) -> String {
        let words = [
            "Ring Self-intersection": "环自相接", "Self-intersection": "边界自相交",
            "Too few points in geometry component": "顶点过少",
            "Hole lies outside shell": "洞在外环之外", "Holes are nested": "洞相互嵌套",
            "Interior is disconnected": "内部不连通", "Nested shells": "外环相互嵌套", "Duplicate Rings": "环重复",
        ]
        return words[reason] ?? reason
    }
}

import PlanarGeometry
public import Planning
public import Projection
import Tables
import Wording

/// Writes the land administration's boundary text (勘测定界报盘坐标).
///
/// Rings repeat their first point; point numbers run on through a parcel; numbers have three decimals, which is what
/// `精度=0.001` promises, so that a text read again is the same parcels to half a millimetre.
public struct BoundaryTextWriter: Sendable {
    private let frame: ProjectedFrame
    private let date: CalendarDate
    private let encoding: ExchangeOptions.Encoding

    /// Prepares to write in one Gauss–Krüger strip; nil for any other frame, which the form has no room for.
    public init?(frame: ReferenceFrame, date: CalendarDate, encoding: ExchangeOptions.Encoding = .utf8) {
        guard let plane = frame.projectedFrame, case .gaussKrueger = plane.method else { return nil }
        self.frame = plane
        self.date = date
        self.encoding = encoding
    }

    /// The text, its lines ended as Windows does.
    ///
    /// - Throws: ``ExchangeError`` where a character is not in the encoding.
    public func bytes(_ parcels: [BoundaryParcel]) throws(ExchangeError) -> [UInt8] {
        guard case .gaussKrueger(let width, let zone, _) = frame.method else { return [] }
        var lines = [
            "[属性描述]", "格式版本号=1.01版本", "数据产生单位=", "数据产生日期=\(date)", "坐标系=2000国家大地坐标系",
            "几度分带=\(width)", "投影类型=高斯克吕格", "计量单位=米", "带号=\(zone)", "精度=0.001",
            "转换参数=0,0,0,0,0,0,0", "[地块坐标]",
        ]
        for parcel in parcels { lines += self.lines(of: parcel) }
        do throws(TableError) {
            var output: [UInt8] = []
            var encoder = try TextEncoder(encoding == .utf8 ? .utf8 : .gb18030)
            try encoder.append(lines.joined(separator: "\r\n") + "\r\n", to: &output)
            return output
        } catch {
            throw ExchangeError(error, .badData)
        }
    }

    private func lines(of parcel: BoundaryParcel) -> [String] {
        let (kind, rings) = Self.rings(of: parcel.geometry)
        let count = rings.reduce(0) { $0 + $1.count }
        let area = parcel.hectares.flatMap { FixedDecimals($0, decimals: 4)?.description } ?? ""
        // A comma within a name would be a field of its own.
        let names = [parcel.number, parcel.name, kind, parcel.sheet, parcel.use, parcel.category]
            .map { $0.replacing(",", with: "，").replacing("@", with: "") }
        var lines = [(["\(count)", area] + names + ["@"]).joined(separator: ",")]
        var point = 1
        for (index, ring) in rings.enumerated() {
            let first = point
            for (place, position) in ring.enumerated() {
                let isRepeated = kind == "面" && place == ring.count - 1
                lines.append(
                    "J\(isRepeated ? first : point),\(index + 1),\(Self.metres(position.y)),\(Self.metres(position.x))"
                )
                if !isRepeated { point += 1 }
            }
        }
        return lines
    }

    private static func rings(of geometry: Geometry) -> (kind: String, rings: [[Point]]) {
        if !geometry.polygons.isEmpty {
            return ("面", geometry.polygons.flatMap { $0.rings.map(\.points) })
        }
        if !geometry.lines.isEmpty { return ("线", geometry.lines.map(\.points)) }
        return ("点", geometry.vertices.map { [$0] })
    }

    private static func metres(_ value: Double) -> String {
        FixedDecimals(value, decimals: 3)?.description ?? "\(value)"
    }
}

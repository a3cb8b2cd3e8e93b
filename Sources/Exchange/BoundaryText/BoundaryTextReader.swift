import PlanarGeometry
public import Projection
import Tables
public import Wording

/// Reads the land administration's boundary text (勘测定界报盘坐标), in its dialects.
///
/// `[属性描述]` with `坐标系`, `几度分带`, `带号` and others; then `[地块坐标]`, where each parcel has a line of its own that
/// ends in `@` — 界址点数, 面积, 编号, 名称, 图形属性, 图幅号, 用途, 地类编码 — and a line for each point: 点号, 圈号, X, Y. X is
/// north. Rings may be closed by repeating their first point or not; ring numbers may be missing; commas may be
/// full-width; the text may be UTF-8 or GB18030, as the programs that write it are.
public enum BoundaryTextReader {
    /// A text, read.
    public struct Outcome: Sendable {
        /// The parcels, easting first.
        public internal(set) var parcels: [BoundaryParcel] = []
        /// What was decided in reading.
        public internal(set) var notes: [Note] = []
        var head = BoundaryHead()

        /// The frame of the numbers; one that the user states goes before the text's.
        ///
        /// - Throws: ``ExchangeError`` where the text does not tell.
        public func frame(overruledBy frame: ReferenceFrame? = nil) throws(ExchangeError) -> ReferenceFrame {
            if let frame { return frame }
            guard let sample = parcels.first?.geometry.vertices.first else { throw .boundaryWithoutParcels }
            return try head.frame(of: sample)
        }
    }

    /// Whether some bytes begin such a text.
    public static func isBoundaryText(_ bytes: ArraySlice<UInt8>) -> Bool {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        let start = body.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let gb18030: [[UInt8]] = [
            [0x5B, 0xCA, 0xF4, 0xD0, 0xD4, 0xC3, 0xE8, 0xCA, 0xF6, 0x5D],  // [属性描述]
            [0x5B, 0xB5, 0xD8, 0xBF, 0xE9, 0xD7, 0xF8, 0xB1, 0xEA, 0x5D],  // [地块坐标]
        ]
        return (["[属性描述]", "[地块坐标]"].map { Array($0.utf8) } + gb18030).contains { start.starts(with: $0) }
    }

    /// Reads a text.
    ///
    /// - Throws: ``ExchangeError`` with the line.
    public static func read(_ bytes: [UInt8]) throws(ExchangeError) -> Outcome {
        let text = try decoded(bytes)
        var outcome = Outcome()
        var draft: Draft?
        var isInParcels = false
        var unclosed = 0
        func finish(_ draft: Draft?) throws(ExchangeError) {
            guard let draft else { return }
            outcome.parcels.append(try draft.parcel(&unclosed))
        }
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            let line = String(raw).trimmed
            if line.isEmpty { continue }
            if line.hasPrefix("[") {
                isInParcels = line.contains("地块坐标")
                continue
            }
            guard isInParcels else {
                outcome.head.take(line)
                continue
            }
            let fields = line.foldedWidth.split(separator: ",", omittingEmptySubsequences: false)
                .map { String($0).trimmed }
            if line.hasSuffix("@") {
                try finish(draft)
                draft = Draft(fields, line: index + 1)
            } else if draft != nil {
                try draft?.take(fields, line: index + 1)
            } else {
                throw .boundaryNumber(line: index + 1, line)
            }
        }
        try finish(draft)
        guard !outcome.parcels.isEmpty else { throw .boundaryWithoutParcels }
        if unclosed > 0 {
            outcome.notes.append(
                Note(
                    code: "rings_closed",
                    text: Bilingual(
                        zh: "\(unclosed) 圈首末点不重复，已按闭合读取。",
                        en: "\(unclosed) rings do not repeat their first point and were read as closed.")))
        }
        return outcome
    }

    private static func decoded(_ bytes: [UInt8]) throws(ExchangeError) -> String {
        guard !bytes.isEmpty else { throw .boundaryWithoutParcels }
        do throws(TableError) {
            return String(decoding: try ByteSource(bytes).decoded(from: nil).all(), as: UTF8.self)
        } catch {
            throw ExchangeError(error, .badData)
        }
    }
}

/// A parcel while its lines are read.
private struct Draft {
    private let line: Int
    private let fields: [String]
    private var rings: [(number: String, points: [Point])] = []
    private var count = 0

    init(_ fields: [String], line: Int) {
        self.fields = fields
        self.line = line
    }

    private func field(_ index: Int) -> String {
        index < fields.count && fields[index] != "@" ? fields[index] : ""
    }

    mutating func take(_ fields: [String], line: Int) throws(ExchangeError) {
        // 点号,圈号,X,Y; some programs leave the ring out.
        guard fields.count >= 3 else { throw .boundaryNumber(line: line, fields.joined(separator: ",")) }
        let hasRing = fields.count >= 4
        let texts = hasRing ? (fields[2], fields[3]) : (fields[1], fields[2])
        guard let north = Double(texts.0), north.isFinite else { throw .boundaryNumber(line: line, texts.0) }
        guard let east = Double(texts.1), east.isFinite else { throw .boundaryNumber(line: line, texts.1) }
        // Northings of China are 0.4 to 6 million; eastings below a million, or with the zone beyond 13 million.
        let isEasting = { (value: Double) in (100_000..<1_000_000).contains(value) || value >= 13_000_000 }
        if isEasting(north), !isEasting(east) { throw .boundarySwapped(line: line, texts.0, texts.1) }
        count += 1
        let ring = hasRing ? fields[1] : "1"
        if rings.last?.number != ring { rings.append((ring, [])) }
        rings[rings.count - 1].points.append(Point(x: east, y: north))
    }

    /// The parcel; rings that do not repeat their first point are counted.
    func parcel(_ unclosed: inout Int) throws(ExchangeError) -> BoundaryParcel {
        let name = field(3).isEmpty ? field(2) : field(3)
        // The count is that of the lines, or, where rings are closed, that of the points without their repetition.
        let repeated = rings.count { $0.points.count > 1 && $0.points.first == $0.points.last }
        if let stated = Int(field(0)), stated != count, stated != count - repeated {
            throw .boundaryCount(line: line, name: name, stated: stated, found: count)
        }
        return BoundaryParcel(
            number: field(2), name: field(3), sheet: field(5), use: field(6), category: field(7),
            hectares: Double(field(1)).flatMap { $0 > 0 ? $0 : nil }, geometry: try geometry(name, &unclosed))
    }

    private func geometry(_ name: String, _ unclosed: inout Int) throws(ExchangeError) -> Geometry {
        do throws(GeometryError) {
            switch field(4) {
            case "点":
                let points = rings.flatMap(\.points)
                return points.count == 1 ? .point(points[0]) : .multiPoint(points)
            case "线":
                var lines: [LineString] = []
                for ring in rings { lines.append(try LineString(ring.points)) }
                return lines.count == 1 ? .lineString(lines[0]) : .multiLineString(lines)
            default: break
            }
            var closed: [Ring] = []
            for ring in rings {
                var points = ring.points
                if let first = points.first, points.last != first {
                    points.append(first)
                    unclosed += 1
                }
                closed.append(try Ring(points))
            }
            guard let area = closed.assembled else { throw GeometryError.tooFewPoints(count: 0, needed: 4) }
            return area
        } catch {
            throw .boundaryShape(line: line, name: name)
        }
    }
}

extension [Ring] {
    /// The rings as one area: a ring inside an earlier outer one is its hole, any other begins a part of its own.
    var assembled: Geometry? {
        var parts: [(exterior: Ring, holes: [Ring])] = []
        for ring in self {
            let holder = parts.firstIndex { part in
                ring.points.allSatisfy { part.exterior.encloses($0) || part.exterior.points.contains($0) }
            }
            if let holder { parts[holder].holes.append(ring) } else { parts.append((ring, [])) }
        }
        let polygons = parts.map { Polygon(exterior: $0.exterior, holes: $0.holes) }
        return polygons.count == 1 ? .polygon(polygons[0]) : polygons.isEmpty ? nil : .multiPolygon(polygons)
    }
}

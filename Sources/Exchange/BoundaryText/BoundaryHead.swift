import PlanarGeometry
import Projection
import Wording

/// What stands under `[属性描述]`, as far as it says where the numbers lie.
struct BoundaryHead {
    private(set) var entries: [String: String] = [:]

    mutating func take(_ line: String) {
        let parts = line.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
        guard let key = parts.first else { return }
        entries[key] = parts.count > 1 ? parts[1] : ""
    }

    /// The frame of the numbers; the leading digits of a sample easting tell whether the zone stands in them.
    ///
    /// - Throws: ``ExchangeError`` where the text does not tell, or contradicts itself.
    func frame(of sample: Point) throws(ExchangeError) -> ReferenceFrame {
        let datum = entries["坐标系"] ?? ""
        if !datum.isEmpty {
            do throws(FrameError) {
                guard try ReferenceFrame(parsing: datum) == .cgcs2000 else { throw FrameError.unknown(datum) }
            } catch {
                throw ExchangeError(error, .badData)
            }
        }
        let stated = entries["带号"].flatMap { Int($0) }
        let isNumbered = sample.x >= 1e7
        let carried = isNumbered ? Int(sample.x / 1e6) : nil
        guard let zone = carried ?? stated else { throw .boundaryZoneUnstated }
        if let stated, let carried, stated != carried {
            throw .boundaryZonesDiffer(stated: stated, carried: carried)
        }
        // 13–23 are 6° zones and 25–45 are 3° ones, so the number alone tells; what is stated beside it must fit.
        let width = entries["几度分带"].flatMap { Int($0) }
        guard let frame = ProjectedFrame(zone: zone, numbered: isNumbered),
            case .gaussKrueger(let own, _, _) = frame.method, width == nil || width == own
        else { throw .boundaryNoSuchZone(zone, width: width) }
        return .projected(frame)
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace || first == "\u{FEFF}" { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

extension ExchangeError {
    private static func boundary(_ code: String, _ zh: String, _ en: String, _ doZh: String, _ doEn: String)
        -> ExchangeError
    {
        ExchangeError(.badData, code, Bilingual(zh: zh, en: en), remedy: Bilingual(zh: doZh, en: doEn))
    }

    static var boundaryZoneUnstated: ExchangeError {
        boundary(
            "zone_unstated", "报盘文本没有写“带号”，Y 坐标也不含带号。",
            "The boundary text states no 带号, and its eastings carry none.",
            "请补上“带号=35”（或 36），或用 --frame 指明。", "Add 带号=35 (or 36), or name the frame with --frame.")
    }

    static func boundaryZonesDiffer(stated: Int, carried: Int) -> ExchangeError {
        boundary(
            "zones_differ", "报盘文本写明带号为 \(stated)，Y 坐标却以 \(carried) 开头。",
            "The boundary text states zone \(stated), but its eastings begin with \(carried).",
            "请核对带号与坐标，改正其一。", "Check the two and mend one.")
    }

    static func boundaryNoSuchZone(_ zone: Int, width: Int?) -> ExchangeError {
        boundary(
            "no_such_zone", "没有\(width.map { "\($0)度" } ?? "")分带的第 \(zone) 带。",
            "There is no\(width.map { " \($0)-degree" } ?? "") zone \(zone).",
            "三度带为 25—45，六度带为 13—23；请核对“几度分带”与“带号”。",
            "3-degree zones are 25 to 45, 6-degree ones 13 to 23; check 几度分带 and 带号.")
    }

    static func boundarySwapped(line: Int, _ x: String, _ y: String) -> ExchangeError {
        boundary(
            "swapped_axes", "第 \(line) 行的 X、Y 颠倒了：\(x), \(y)。报盘坐标的 X 为北（此地约 3 200 000—3 300 000），Y 为东。",
            "X and Y are exchanged in line \(line): \(x), \(y). In a boundary text X is north (some 3 200 000 to "
                + "3 300 000 here) and Y is east.",
            "请对调两列后重新导出。", "Exchange the two columns and export it again.")
    }

    static func boundaryNumber(line: Int, _ text: String) -> ExchangeError {
        boundary(
            "bad_coordinate", "第 \(line) 行的“\(text.quotable)”不是坐标。",
            "Line \(line): \(text.quoted) is no coordinate.",
            "每行应为：点号,圈号,X坐标,Y坐标，如 J1,1,3267643.661,35628945.812。",
            "A line is point, ring, X (north), Y (east), such as J1,1,3267643.661,35628945.812.")
    }

    static func boundaryCount(line: Int, name: String, stated: Int, found: Int) -> ExchangeError {
        boundary(
            "wrong_point_count", "第 \(line) 行：地块“\(name.quotable)”写明 \(stated) 个界址点，实有 \(found) 个。",
            "Line \(line): the parcel \(name.quoted) is said to have \(stated) points and has \(found).",
            "可能缺行或多行；请核对后重新导出。", "Lines are missing or too many: check it and export it again.")
    }

    static func boundaryShape(line: Int, name: String) -> ExchangeError {
        boundary(
            "too_few_points", "第 \(line) 行：地块“\(name.quotable)”的界址点围不成面。",
            "Line \(line): the points of the parcel \(name.quoted) enclose nothing.",
            "每圈至少三个不同的界址点。", "A ring needs three different points at least.")
    }

    static var boundaryWithoutParcels: ExchangeError {
        boundary(
            "empty_input", "报盘文本中没有地块坐标。", "The boundary text holds no parcel.",
            "请检查 [地块坐标] 之后的内容。", "Check what stands after [地块坐标].")
    }
}

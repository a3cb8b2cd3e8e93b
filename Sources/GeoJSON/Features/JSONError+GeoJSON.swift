import PlanarGeometry
import Wording

/// Where in a file a `type` stands, which decides what it may be.
enum TypePlace {
    case root, feature, element, geometry

    var words: Bilingual {
        switch self {
        case .root:
            Bilingual(
                zh: "FeatureCollection、Feature 或几何类型", en: "FeatureCollection, Feature or a geometry type")
        case .feature: Bilingual(zh: "Feature 或几何类型", en: "Feature or a geometry type")
        case .element: Bilingual(zh: "Feature", en: "Feature")
        case .geometry:
            Bilingual(
                zh: GeometryDecoder.kinds.joined(separator: "、"),
                en: GeometryDecoder.kinds.joined(separator: ", "))
        }
    }

    fileprivate var allowed: [String] {
        switch self {
        case .root: ["FeatureCollection", "Feature"] + GeometryDecoder.kinds
        case .feature: ["Feature"] + GeometryDecoder.kinds
        case .element: ["Feature"]
        case .geometry: GeometryDecoder.kinds
        }
    }
}

/// What a list of positions was to become.
enum PositionList {
    case line
    case ring(Int)

    fileprivate var words: Bilingual {
        switch self {
        case .line: Bilingual(zh: "线", en: "The line")
        case .ring(0): Bilingual(zh: "第 0 环（外环）", en: "Ring 0 (the outer ring)")
        case .ring(let index): Bilingual(zh: "第 \(index) 环（内环）", en: "Ring \(index) (a hole)")
        }
    }
}

extension JSONObject {
    /// The `type` of a GeoJSON object.
    func type(_ place: TypePlace) throws(JSONError) -> String {
        guard let type = self["type"] else { throw .missingType(in: self, place) }
        guard let name = type.stringValue else {
            throw .wrongType(of: type, wanted: .string, path: JSONPath.root.member("type"))
        }
        return name
    }
}

extension JSONError {
    static func missingType(in members: JSONObject, _ place: TypePlace) -> JSONError {
        let isEsri = ["rings", "paths", "attributes", "spatialReference", "geometryType"].contains {
            members[$0] != nil
        }
        return JSONError(
            code: "missing_member",
            problem: Bilingual(
                zh: "缺少键 \"type\"" + (isEsri ? "，看起来是 Esri JSON。" : "。"),
                en: "The member \"type\" is missing" + (isEsri ? "; this looks like Esri JSON." : ".")),
            remedy: isEsri
                ? Bilingual(zh: "请在 ArcGIS 中导出为 GeoJSON。", en: "Export it as GeoJSON from ArcGIS.")
                : Bilingual(zh: "请补上 \"type\"：\(place.words.zh)。", en: "Add \"type\": \(place.words.en)."))
    }

    static func missingGeometry(in members: JSONObject) -> JSONError {
        JSONError(
            code: "missing_member",
            problem: Bilingual(zh: "要素缺少键 \"geometry\"。", en: "The feature has no member \"geometry\"."),
            remedy: Bilingual(
                zh: "请补上几何；确无几何时写 \"geometry\": null。",
                en: "Add the geometry, or \"geometry\": null where there is none."))
    }

    static func unknownType(_ type: String, wanted place: TypePlace) -> JSONError {
        let path = JSONPath.root.member("type")
        let code = place == .geometry ? "unknown_geometry_type" : "unknown_type"
        let problem = Bilingual(
            zh: "类型 \(type.quoted) 在此处无效。", en: "The type \(type.quoted) is not valid here.")
        let remedy: Bilingual
        if let meant = place.allowed.first(where: { $0.lowercased() == type.lowercased() }) {
            remedy = Bilingual(zh: "请写作 \"\(meant)\"，区分大小写。", en: "Write \"\(meant)\"; case counts.")
        } else if place == .element, GeometryDecoder.kinds.contains(type) {
            remedy = Bilingual(
                zh: "请包成要素：{\"type\":\"Feature\",\"properties\":{},\"geometry\":…}。",
                en: "Wrap it: {\"type\":\"Feature\",\"properties\":{},\"geometry\":…}.")
        } else if type == "Topology" {
            remedy = Bilingual(
                zh: "这是 TopoJSON，请先转为 GeoJSON。", en: "This is TopoJSON; convert it to GeoJSON first.")
        } else {
            remedy = Bilingual(zh: "请改为 \(place.words.zh)。", en: "Use \(place.words.en).")
        }
        return JSONError(code: code, problem: problem, remedy: remedy, path: path)
    }

    static func emptyGeometry() -> JSONError {
        JSONError(
            code: "empty_geometry",
            problem: Bilingual(zh: "几何为空，没有坐标。", en: "This part of the geometry is empty."),
            remedy: Bilingual(
                zh: "请删去空的部分；确无几何时写 \"geometry\": null。",
                en: "Take the empty part out, or write \"geometry\": null where there is none."))
    }

    static func wrongPositionLength(_ count: Int) -> JSONError {
        JSONError(
            code: "wrong_position_length",
            problem: Bilingual(
                zh: "一个位置有 \(count) 个数，应为 2 个（或加高程共 3 个）。",
                en:
                    "A position has \(count) number\(count == 1 ? "" : "s"); it must have 2, or 3 with a height."
            ),
            remedy: count == 1
                ? Bilingual(zh: "请写全 [x, y]。", en: "Write both, [x, y].")
                : Bilingual(
                    zh: "请只写 [x, y]；若是多个点连写，请每点各加方括号。",
                    en: "Write [x, y] only; where several points were run together, give each its brackets."))
    }

    /// Reached only by values that were not read from a text, which can hold no such number.
    static func notFiniteCoordinate(path: JSONPath) -> JSONError {
        JSONError(
            code: "not_finite",
            problem: Bilingual(zh: "坐标不是有限的数。", en: "A coordinate is not a finite number."),
            remedy: Bilingual(zh: "请改正坐标。", en: "Correct the coordinate."),
            path: path)
    }

    static func unsupportedCRS(_ name: String, path: JSONPath) -> JSONError {
        JSONError(
            code: "unsupported_crs",
            problem: Bilingual(
                zh: "文件声明的坐标系 \(name.quoted) 不是经纬度（WGS 84 或 CGCS2000）。",
                en: "The file declares the frame \(name.quoted), which is not longitude and latitude "
                    + "on WGS 84 or CGCS2000."),
            remedy: Bilingual(
                zh: "请先转换为经纬度，或在读取时指明坐标系。",
                en: "Reproject it to longitude and latitude first, or state its frame when reading."),
            path: path)
    }

    /// Puts in words why positions make no line or ring.
    init(_ error: GeometryError, in list: PositionList) {
        switch error {
        case .notFinite(let index):
            self = .notFiniteCoordinate(path: JSONPath.root.element(index))
        case .tooFewPoints(let count, let needed):
            self.init(
                code: "too_few_positions",
                problem: Bilingual(
                    zh: "\(list.words.zh)只有 \(count) 个点，至少要 \(needed) 个。",
                    en: "\(list.words.en) has \(count) position\(count == 1 ? "" : "s"); "
                        + "it needs \(needed) or more."),
                remedy: needed == 4
                    ? Bilingual(
                        zh: "请补足顶点，末点须与起点相同。", en: "Add vertices; the last must repeat the first.")
                    : Bilingual(zh: "请补足顶点。", en: "Add vertices."))
        case .openRing(let first, let last):
            let ends = (first.words, last.words)
            self.init(
                code: "unclosed_ring",
                problem: Bilingual(
                    zh: "\(list.words.zh)未闭合：起点 \(ends.0)，末点 \(ends.1)。",
                    en: "\(list.words.en) is not closed: it begins at \(ends.0) and ends at \(ends.1)."),
                remedy: Bilingual(
                    zh: "请在末尾重复起点 \(ends.0)。", en: "Repeat the first position \(ends.0) at the end."))
        }
    }

    /// The same error; where a value of the wrong kind stands in coordinates, with the shape they should have.
    func withShape(of type: String) -> JSONError {
        let shape: String
        switch type {
        case "Point": shape = "[x, y]"
        case "MultiPoint", "LineString": shape = "[[x, y], …]"
        case "MultiLineString", "Polygon": shape = "[[[x, y], …], …]"
        case "MultiPolygon": shape = "[[[[x, y], …], …], …]"
        default: return self
        }
        guard code == "wrong_type" else { return self }
        return JSONError(
            code: code, problem: problem,
            remedy: Bilingual(zh: "\(type) 的坐标应为 \(shape)。", en: "Coordinates of a \(type) are \(shape)."),
            path: path, position: position)
    }
}

extension Point {
    fileprivate var words: String { "[\(JSONWriter.digits(x)), \(JSONWriter.digits(y))]" }
}

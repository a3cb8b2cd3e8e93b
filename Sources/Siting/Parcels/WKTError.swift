public import PlanarGeometry
public import Wording

/// Why a text is no Well-Known Text, and where.
public struct WKTError: ExplainedError, Hashable {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// Something else should stand here.
        case expected(Bilingual)
        /// The text begins with a word that is no kind of geometry.
        case unknownKind(String)
        /// A part is empty.
        case empty
        /// `SRID=…;` stands before the text.
        case srid
        /// Collections nest too deep.
        case tooDeep
        /// More vertices than are taken.
        case tooManyVertices
        /// The points make no line or ring.
        case shape(GeometryError)
    }

    /// The byte at fault, from 1.
    public let position: Int
    /// What is wrong.
    public let fault: Fault

    init(at place: Int, _ fault: Fault) {
        position = place + 1
        self.fault = fault
    }

    /// The stable name for programs.
    public var code: String {
        switch fault {
        case .empty: "empty_geometry"
        case .tooManyVertices: "too_many_vertices"
        case .shape: "invalid_geometry"
        case .srid: "srid_in_wkt"
        case .expected, .unknownKind, .tooDeep: "invalid_wkt"
        }
    }

    /// What is wrong, and at which character.
    public var message: Bilingual {
        let words: Bilingual
        switch fault {
        case .expected(let wanted): words = Bilingual(zh: "此处应为\(wanted.zh)", en: "\(wanted.en) is expected")
        case .unknownKind(let kind):
            words = Bilingual(zh: "不认识的图形类型“\(kind)”", en: "\"\(kind)\" is no kind of geometry")
        case .empty: words = Bilingual(zh: "图形的一部分为空（EMPTY）", en: "a part is EMPTY")
        case .srid: words = Bilingual(zh: "不接受 SRID 前缀", en: "an SRID is not taken")
        case .tooDeep: words = Bilingual(zh: "嵌套过深", en: "it nests too deep")
        case .tooManyVertices:
            words = Bilingual(
                zh: "顶点超过 \(ParcelReader.vertexLimit) 个",
                en: "there are more than \(ParcelReader.vertexLimit) vertices")
        case .shape(.openRing(let first, let last)):
            words = Bilingual(
                zh: "环未闭合，首点 \(first.x) \(first.y)，末点 \(last.x) \(last.y)",
                en: "the ring is open: it begins at \(first.x) \(first.y) and ends at \(last.x) \(last.y)")
        case .shape(.tooFewPoints(let count, let needed)):
            words = Bilingual(
                zh: "只有 \(count) 个点，至少要 \(needed) 个", en: "\(count) points where \(needed) are needed")
        case .shape(.notFinite): words = Bilingual(zh: "坐标不是有限的数", en: "a coordinate is not finite")
        }
        return Bilingual(zh: "WKT 第 \(position) 字节：\(words.zh)。", en: "WKT, byte \(position): \(words.en).")
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch fault {
        case .srid:
            Bilingual(zh: "请去掉 SRID，用 --frame 注明坐标系。", en: "Leave it out and name the frame with --frame.")
        case .tooManyVertices:
            Bilingual(zh: "请先化简边界，或拆成几个地块。", en: "Simplify the boundary, or split the site.")
        default:
            Bilingual(
                zh:
                    "写法如 POINT(106.30 29.50) 或 POLYGON((106.30 29.50, 106.31 29.50, 106.31 29.51, 106.30 29.50))：括号成对，面的首末点相同。",
                en:
                    "Write it like POINT(106.30 29.50) or POLYGON((106.30 29.50, 106.31 29.50, 106.31 29.51, 106.30 29.50)): brackets in pairs, rings closed."
            )
        }
    }
}

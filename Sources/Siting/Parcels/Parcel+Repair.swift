internal import PlanarGeometry
internal import Projection
internal import Wording

extension Parcel {
    /// What a repair changed, for the reader: a shape that had to be repaired may have become another.
    var repairNote: Note? {
        guard let repair else { return nil }
        let place = repair.location.map { ParcelError.place($0, frame) }
        var (zh, en) = (
            "图形原本无效（\(ParcelError.zh(repair.reason))\(place?.zh ?? "")），已按要求修复："
                + "部分数 \(repair.parts.before)→\(repair.parts.after)，顶点数 \(repair.vertices.before)→\(repair.vertices.after)",
            "The shape was not valid (\(repair.reason)\(place?.en ?? "")) and was repaired as asked: "
                + "\(repair.parts.before) to \(repair.parts.after) parts, \(repair.vertices.before) to \(repair.vertices.after) vertices"
        )
        if let areas = repair.areas {
            let (before, after) = (Self.hectares(areas.before), Self.hectares(areas.after))
            zh += "，面积 \(before)→\(after) 公顷（修复前按外环减内环计）"
            en += ", \(before) to \(after) ha (before: outer rings less inner ones)"
            if areas.hasHoleOutside {
                zh += "；有内环（洞）在外环之外，修复后成了用地"
                en += "; a hole outside its shell has become land"
            }
        }
        return Note(
            code: "made_valid",
            text: Bilingual(zh: zh + "。请核对修复后的范围。", en: en + ". Check what became of it."))
    }

    private static func hectares(_ squareMetres: Double) -> String {
        FixedDecimals(squareMetres / 10_000, decimals: 4)?.description ?? "–"
    }
}

extension Parcel.Repair {
    /// The areas of a shape before and after, m².
    public struct Areas: Hashable, Sendable {
        /// Outer rings less inner ones, each by its own area: of rings that cross themselves less than they cover.
        public let before: Double
        /// Of the repaired shape.
        public let after: Double
        /// Whether an inner ring lay outside its outer one, so that the repair made land of it.
        public let hasHoleOutside: Bool
    }
}

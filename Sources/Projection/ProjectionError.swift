public import PlanarGeometry
public import Wording

/// Why a position cannot be carried from one frame to another.
public enum ProjectionError: ExplainedError, Hashable {
    /// A number is NaN or infinite. `index` is the position's place in an array, nil for a single one.
    case notFinite(index: Int?)
    /// The position lies outside the frame's area of use.
    ///
    /// `position` is what was given: in the frame, or in WGS 84 where `inFrame` is false.
    case outsideAreaOfUse(ReferenceFrame, position: Point, inFrame: Bool, index: Int?)
    /// Too far from the centre of a local metric frame.
    case tooFarFromCentre(centre: Point, position: Point, index: Int?)
    /// PROJ refused, with the name of its function and its own words.
    case library(function: String, words: String)

    /// The stable name for programs.
    public var code: String {
        switch self {
        case .notFinite: "not_finite"
        case .outsideAreaOfUse: "outside_area_of_use"
        case .tooFarFromCentre: "too_far_from_centre"
        case .library: "projection_failed"
        }
    }

    /// What is wrong, naming the position and the frame.
    public var message: Bilingual {
        switch self {
        case .notFinite(let index):
            return Bilingual(
                zh: "\(Self.place(index).zh)坐标不是有限的数。",
                en: "\(Self.place(index).en)a coordinate is not a finite number.")
        case .outsideAreaOfUse(let frame, let position, let inFrame, let index):
            let area = frame.areaOfUse
            let given = position.figures(geographic: !inFrame || frame.isGeographic)
            let own = inFrame ? frame : .wgs84
            return Bilingual(
                zh:
                    "\(Self.place(index).zh)坐标 \(given)（\(own.identifier)）超出 \(frame.identifier)（\(frame.name.zh)）的适用范围："
                    + "经度 \(area.west.figures())°—\(area.east.figures())°，纬度 \(area.south.figures())°—\(area.north.figures())°。",
                en:
                    "\(Self.place(index).en)\(given) (\(own.identifier)) is outside the area of use of \(frame.identifier) "
                    + "(\(frame.name.en)): longitude \(area.west.figures()) to \(area.east.figures()), "
                    + "latitude \(area.south.figures()) to \(area.north.figures()).")
        case .tooFarFromCentre(let centre, let position, let index):
            return Bilingual(
                zh:
                    "\(Self.place(index).zh)位置 \(position.figures(geographic: true)) 离局部坐标系中心 \(centre.figures(geographic: true)) 太远。",
                en: "\(Self.place(index).en)\(position.figures(geographic: true)) is too far from the centre "
                    + "\(centre.figures(geographic: true)) of the local frame.")
        case .library(let function, let words):
            return Bilingual(
                zh: "坐标转换库 PROJ 报错（\(function)）：\(words)。", en: "PROJ failed in \(function): \(words).")
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch self {
        case .notFinite:
            Bilingual(zh: "请检查该数字。", en: "Check the number.")
        case .outsideAreaOfUse(let frame, _, _, _) where frame.projectedFrame?.eastingCarriesZone == true:
            Bilingual(
                zh: "请核对坐标系（带号、中央经线）和横纵顺序；横坐标应以带号 \(frame.projectedFrame?.zoneNumber ?? 0) 开头，数字不能省略前几位。",
                en:
                    "Check the frame (zone, central meridian) and the order; eastings here begin with zone number "
                    + "\(frame.projectedFrame?.zoneNumber ?? 0), and no leading digit may be left out.")
        case .outsideAreaOfUse(let frame, _, _, _) where !frame.isGeographic:
            Bilingual(
                zh: "请核对坐标系（带号、中央经线）和横纵顺序，数字不能省略前几位。",
                en:
                    "Check the frame (zone, central meridian) and the order; no leading digit may be left out."
            )
        case .outsideAreaOfUse:
            Bilingual(
                zh: "请核对经纬度顺序（先经度后纬度）；中国以外的位置请用 wgs84。",
                en: "Check the order (longitude first); for places outside China use wgs84.")
        case .tooFarFromCentre:
            Bilingual(
                zh: "请改用大地线距离。", en: "Use the geodesic distance instead.")
        case .library:
            Bilingual(
                zh: "请核对坐标与坐标系；若无误，请附上此信息报告问题。",
                en: "Check the coordinates and the frame; if they are right, report this message.")
        }
    }

    private static func place(_ index: Int?) -> Bilingual {
        guard let index else { return Bilingual(zh: "", en: "") }
        return Bilingual(zh: "第 \(index + 1) 个位置：", en: "position \(index + 1): ")
    }
}

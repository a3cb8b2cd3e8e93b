public import Planning
public import Wording

/// Why a criterion cannot be asked, found before any candidate is looked at.
public struct CriterionError: ExplainedError, Hashable {
    /// What can be wrong.
    public enum Fault: Hashable, Sendable {
        /// There is no criterion at all.
        case none
        /// The name means no zone, or several.
        case name(ZoneNameError)
        /// The zone is not drawn; with the zone it is part of.
        case unlocated(Zone, parent: Zone?)
        /// The name is that of a place (控制点) in which nothing lies; with what zones are called nearly so.
        case placeIsNoZone(String, ZoneNameError)
        /// Nothing lies in an axis, a river or a place.
        case holdsNoSites(Zone)
        /// The text has no `<=` or `>=`.
        case missingComparison(String)
        /// The text has the other one.
        case wrongComparison(String)
        /// The length is none.
        case length(String, Measure)
        /// The area is none.
        case area(String, Measure)
        /// Building floor area is not land.
        case floorArea(String)
        /// The activity has no words.
        case emptyActivity
        /// Two criteria exclude each other.
        case contradiction(Criterion, Criterion, because: Bilingual)
    }

    /// What can be wrong with a figure.
    public enum Measure: Hashable, Sendable {
        /// A number without a unit.
        case noUnit
        /// Below zero.
        case negative
        /// Zero.
        case zero
        /// Larger than the Earth.
        case tooLarge
        /// No figure with a unit of this kind.
        case unreadable
    }

    /// The kind of criterion at fault; nil where there is none.
    public let kind: Criterion.Kind?
    /// What is wrong with it.
    public let fault: Fault

    package init(_ kind: Criterion.Kind?, _ fault: Fault) {
        self.kind = kind
        self.fault = fault
    }

    /// The stable name for programs.
    public var code: String {
        switch fault {
        case .none: "no_criterion"
        case .name(let error): error.code
        case .unlocated: "unlocated_zone"
        case .placeIsNoZone: "place_is_no_zone"
        case .holdsNoSites: "zone_holds_no_sites"
        case .missingComparison, .wrongComparison: "invalid_comparison"
        case .length(_, let fault): fault == .noUnit ? "missing_unit" : "invalid_distance"
        case .area(_, let fault): fault == .noUnit ? "missing_unit" : "invalid_area"
        case .floorArea: "floor_area"
        case .emptyActivity: "empty_activity"
        case .contradiction: "contradictory_criteria"
        }
    }

    /// What is wrong.
    public var message: Bilingual {
        switch fault {
        case .none: return Bilingual(zh: "没有给出任何筛选条件。", en: "No criterion is given.")
        case .name(let error): return error.message
        case .placeIsNoZone(let name, _):
            return Bilingual(
                zh: "“\(name.quotable)”是地名（控制点），不是规划结构单元，地块不能位于其“内”。",
                en:
                    "\(name.quoted) is a named place (a control point) and no planned zone: nothing lies in it."
            )
        case .unlocated(let zone, _):
            let reason = zone.unlocatedReason ?? Bilingual(zh: "未注明原因", en: "no reason given")
            return Bilingual(
                zh: "结构单元“\(zone.name.zh)”（\(zone.id)）未上图，不能作为筛选条件：\(reason.zh)。",
                en: "\(zone.name.en) (\(zone.id)) is not drawn and cannot be a criterion: \(reason.en).")
        case .holdsNoSites(let zone):
            return Bilingual(
                zh: "“\(zone.name.zh)”（\(zone.id)）是轴线、河流或地点，地块不能位于其“内”。",
                en: "\(zone.name.en) (\(zone.id)) is an axis, a river or a place: nothing lies in it.")
        case .missingComparison(let text):
            return Bilingual(
                zh: "“\(text.quotable)”缺少 <= 或 >=。", en: "\(text.quoted) has neither <= nor >=.")
        case .wrongComparison(let text):
            return kind == .near
                ? Bilingual(zh: "“\(text.quotable)”：靠近条件只能用 <=。", en: "\(text.quoted): near takes <= only.")
                : Bilingual(zh: "“\(text.quotable)”：远离条件只能用 >=。", en: "\(text.quoted): away takes >= only.")
        case .length(let text, let fault): return fault.message(of: text, Self.length)
        case .area(let text, let fault): return fault.message(of: text, Self.area)
        case .floorArea(let text):
            return Bilingual(
                zh: "“\(text.quotable)”是建筑面积，不是用地面积，二者不能互换。",
                en: "\(text.quoted) is building floor area, which says nothing about land.")
        case .emptyActivity: return Bilingual(zh: "活动名称为空。", en: "The activity has no words.")
        case .contradiction(let one, let other, let reason):
            return Bilingual(
                zh: "条件“\(one.label.zh)”与“\(other.label.zh)”相互矛盾：\(reason.zh)。",
                en: "\"\(one.label.en)\" and \"\(other.label.en)\" contradict each other: \(reason.en).")
        }
    }

    /// What to do about it.
    public var remedy: Bilingual {
        switch fault {
        case .none:
            return Bilingual(
                zh: "请至少给出一项，如 --in 生命岛、--near \"科学大道<=1km\"、--min-area 50亩。",
                en:
                    "Give one at least, such as --in shengmingdao, --near \"kexue-dadao<=1km\", --min-area 50亩."
            )
        case .name(let error): return error.remedy
        case .placeIsNoZone(let name, let error):
            return Bilingual(
                zh: "要按距离筛选，请写 --near \"\(name.quotable)<=1km\"。\(error.remedy.zh)",
                en: "To ask for a distance: --near \"\(name.quotable)<=1km\". \(error.remedy.en)")
        case .unlocated(let zone, let outer):
            let parent = outer.map {
                Bilingual(
                    zh: "可改用其上级“\($0.name.zh)”，或", en: "Ask for its parent \($0.name.en) (\($0.id)), or ")
            }
            return Bilingual(
                zh: "\(parent?.zh ?? "可")用 jinfeng zone \(zone.name.zh) 查看依据。",
                en: "\(parent?.en ?? "")see what the texts say with jinfeng zone \(zone.id).")
        case .holdsNoSites(let zone):
            return Bilingual(
                zh: "请改用距离条件，如 --near \"\(zone.name.zh)<=500m\"。",
                en: "Ask for a distance, such as --near \"\(zone.id)<=500m\".")
        case .missingComparison, .wrongComparison, .length:
            return kind == .near
                ? Bilingual(
                    zh: "写法如 --near \"科学大道<=1km\"；单位可用 m、km、米、公里。",
                    en: "Write it like --near \"kexue-dadao<=1km\"; units are m and km.")
                : Bilingual(
                    zh: "写法如 --away \"中梁山>=500m\"；单位可用 m、km、米、公里。",
                    en: "Write it like --away \"zhongliangshan>=500m\"; units are m and km.")
        case .area, .floorArea:
            return Bilingual(
                zh: "请给出用地面积并写明单位，如 50亩、3.3公顷、33000平方米。",
                en: "Give the land area with its unit, such as 50亩, 3.3ha or 33000m2.")
        case .emptyActivity:
            return Bilingual(zh: "写法如 --activity 集成电路设计。", en: "Write it like --activity \"chip design\".")
        case .contradiction:
            return Bilingual(zh: "没有地块能同时满足，请去掉其中一项。", en: "No site can meet both: drop one of them.")
        }
    }

    private static let length = Bilingual(zh: "距离", en: "distance")
    private static let area = Bilingual(zh: "面积", en: "area")
}

extension CriterionError.Measure {
    fileprivate func message(of text: String, _ what: Bilingual) -> Bilingual {
        switch self {
        case .noUnit:
            Bilingual(
                zh: "\(what.zh)“\(text.quotable)”没有写单位。", en: "The \(what.en) \(text.quoted) bears no unit.")
        case .negative:
            Bilingual(
                zh: "\(what.zh)“\(text.quotable)”为负数。", en: "The \(what.en) \(text.quoted) is negative.")
        case .zero:
            Bilingual(
                zh: "\(what.zh)“\(text.quotable)”为零，不成其为条件。", en: "The \(what.en) \(text.quoted) is zero.")
        case .tooLarge:
            Bilingual(
                zh: "\(what.zh)“\(text.quotable)”超出地球的大小。",
                en: "The \(what.en) \(text.quoted) is larger than the Earth.")
        case .unreadable:
            Bilingual(
                zh: "“\(text.quotable)”不是带单位的\(what.zh)。", en: "\(text.quoted) is no \(what.en) with a unit.")
        }
    }
}

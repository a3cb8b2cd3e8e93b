public import Planning
public import Siting
public import Wording

/// The words people read for the values programs read, as section 1 of the contract fixes them.
public enum Vocabulary {
    /// A verdict.
    public static func word(for verdict: Verdict) -> Bilingual {
        switch verdict {
        case .inside: Bilingual(zh: "范围内", en: "inside")
        case .outside: Bilingual(zh: "范围外", en: "outside")
        case .uncertain: Bilingual(zh: "难以判定（需核边界）", en: "uncertain (check the boundary)")
        }
    }

    /// A grade.
    public static func word(for grade: Grade) -> Bilingual {
        switch grade {
        case .clearlyInside: Bilingual(zh: "明确在内", en: "clearly inside")
        case .likelyInside: Bilingual(zh: "较可能在内", en: "likely inside")
        case .undecided: Bilingual(zh: "难以判定", en: "undecided")
        case .likelyOutside: Bilingual(zh: "较可能在外", en: "likely outside")
        case .clearlyOutside: Bilingual(zh: "明确在外", en: "clearly outside")
        }
    }

    /// The role of a zone.
    public static func word(for role: Zone.Role) -> Bilingual {
        switch role {
        case .area: Bilingual(zh: "片区", en: "area")
        case .belt: Bilingual(zh: "带", en: "belt")
        case .screen: Bilingual(zh: "生态屏障", en: "screen")
        case .axis: Bilingual(zh: "轴线（示意中心线）", en: "axis (schematic centre line)")
        case .river: Bilingual(zh: "河流", en: "river")
        case .place: Bilingual(zh: "地点", en: "place")
        case .control: Bilingual(zh: "控制线", en: "control line")
        }
    }

    /// What an answer rests on.
    public static func word(for basis: ZoneAnswer.Basis) -> Bilingual {
        switch basis {
        case .text: Bilingual(zh: "文本写明", en: "stated in the text")
        case .geometry: Bilingual(zh: "图面", en: "by the drawing")
        case .both: Bilingual(zh: "文本写明，图面一致", en: "stated in the text, and so drawn")
        }
    }

    /// Where a plan period stands, with what follows from it.
    ///
    /// 届满 is not 失效.
    public static func sentence(for status: PlanStatus, of period: PlanPeriod?) -> Bilingual {
        guard let period, status != .notStated else {
            return Bilingual(
                zh: "未注明规划期，请核对所属规划是否现行",
                en: "plan period not stated on import; check whether the plan is in force")
        }
        let years = "\(period.from)—\(period.to)"
        switch status {
        case .notYet:
            return Bilingual(zh: "规划期\(years)年，尚未开始", en: "plan period \(years), not yet begun")
        case .inForce: return Bilingual(zh: "规划期\(years)年，期内", en: "plan period \(years), in force")
        case .periodEnded, .ended, .notStated:
            let outlook = status == .periodEnded ? period.outlook : nil
            let beyond = outlook.map { Bilingual(zh: "（展望\($0)）", en: " (outlook \($0))") }
            return Bilingual(
                zh: "规划期\(years)年，已届满\(beyond?.zh ?? "")；请核对现行国土空间规划及后续规划",
                en:
                    "plan period \(years) has ended\(beyond?.en ?? ""); check the territorial plan in force and later plans"
            )
        }
    }

    /// Where a plan period stands beside an edition's name: where only some boundaries were imported, it is that of the texts.
    static func period(_ period: PlanPeriod?, _ status: PlanStatus, of edition: Edition) -> Bilingual {
        let sentence = sentence(for: status, of: period)
        guard edition.origin != nil, !edition.isImportedWhole else { return sentence }
        return Bilingual(zh: "规划文本的\(sentence.zh)", en: "of the texts the \(sentence.en)")
    }

    /// How far the boundary is, and on which side the site lies.
    public static func distance(_ metres: Double) -> Bilingual {
        let figure = Figures.distance(abs(metres))
        return metres >= 0
            ? Bilingual(zh: "在边界内侧 \(figure)", en: "\(figure) inside the boundary")
            : Bilingual(zh: "在边界外侧 \(figure)", en: "\(figure) outside the boundary")
    }

    /// A direction of the compass, eight of them, for a bearing in degrees clockwise from north.
    public static func direction(_ bearing: Double) -> Bilingual {
        let names = [
            Bilingual(zh: "北", en: "north"), Bilingual(zh: "东北", en: "north-east"),
            Bilingual(zh: "东", en: "east"), Bilingual(zh: "东南", en: "south-east"),
            Bilingual(zh: "南", en: "south"), Bilingual(zh: "西南", en: "south-west"),
            Bilingual(zh: "西", en: "west"), Bilingual(zh: "西北", en: "north-west"),
        ]
        // Any turn of the circle is the same direction.
        let eighth = Int((bearing.remainder(dividingBy: 360) / 45).rounded())
        return names[(eighth + 8) % 8]
    }

    /// What every answer for people ends with.
    public static let disclaimer = Bilingual(
        zh: "图面除注明导入者外系依据规划文字示意绘制，未经审核，不是官方地图。本结果为规划空间结构参考，不构成用地预审与选址意见，不作为审批依据。",
        en:
            "Except where an import is named, the drawing is schematic, made by us from the words of the documents, "
            + "unreviewed, and no official map. "
            + "This result informs siting; it is neither a pre-examination of land use nor a siting opinion, and no basis for approval."
    )
}

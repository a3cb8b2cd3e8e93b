internal import Planning
public import Siting
public import Wording

extension Vocabulary {
    /// How much a flag weighs.
    public static func word(for severity: AssessmentFlag.Severity) -> Bilingual {
        switch severity {
        case .attention: Bilingual(zh: "注意", en: "Attention")
        case .hint: Bilingual(zh: "提示", en: "Note")
        }
    }

    /// A rule that raises flags, in a few words.
    public static func title(of rule: AssessmentFlag.Rule) -> Bilingual {
        switch rule {
        case .occupiesControl: Bilingual(zh: "压占控制线", en: "lies in a control line")
        case .outsideControl: Bilingual(zh: "超出控制边界", en: "lies outside a control boundary")
        case .straddlesZones: Bilingual(zh: "跨结构单元", en: "lies across zones")
        case .inScreen: Bilingual(zh: "位于生态屏障", en: "in a screen")
        case .nearBoundary: Bilingual(zh: "紧邻或跨图上边界", en: "at a drawn boundary")
        case .outsideEveryLayout: Bilingual(zh: "不在所查规划的适用范围内", en: "outside every layout asked")
        case .notCovered: Bilingual(zh: "某一规划不适用", en: "not covered by a layout")
        case .partlyCovered: Bilingual(zh: "某一规划只部分适用", en: "covered by a layout in part")
        case .unassigned: Bilingual(zh: "文本未明确归属", en: "assigned to no zone")
        case .planPeriodEnded: Bilingual(zh: "规划期已届满", en: "plan period ended")
        case .activityAssignedElsewhere: Bilingual(zh: "活动安排在别处", en: "activity assigned elsewhere")
        case .shareMeaningless: Bilingual(zh: "不宜按面积占比判断", en: "shares say nothing")
        case .siteInaccurate: Bilingual(zh: "位置不够准", en: "site badly known")
        case .statedAreaDiffers: Bilingual(zh: "申报面积不符", en: "stated area differs")
        case .textSilent: Bilingual(zh: "文本未写明", en: "the texts are silent")
        case .farAway: Bilingual(zh: "远离科学城", en: "far away")
        case .outsideChina: Bilingual(zh: "不在中国", en: "outside China")
        }
    }

    /// How a site stands to the zones the documents give an activity to.
    public static func sentence(for outcome: ComparedActivity.Outcome) -> Bilingual {
        switch outcome {
        case .here: Bilingual(zh: "文本所安排的结构单元包括此处", en: "the texts assign it to a zone that holds the site")
        case .nominallyHere:
            Bilingual(
                zh: "图面落在文本所安排的结构单元内，但以现有精度难以判定，需核边界",
                en: "as drawn in a zone the texts assign it to, but undecided at the accuracy")
        case .partlyHere:
            Bilingual(
                zh: "拟选地块有一部分位于文本所安排的结构单元内", en: "part of the site lies in a zone the texts assign it to")
        case .possiblyHere:
            Bilingual(
                zh: "图面在文本所安排的结构单元之外，但未超出中误差所及，难以判定",
                en: "as drawn outside the zones the texts assign it to, but the accuracy leaves it open")
        case .undrawnHere:
            Bilingual(
                zh: "文本安排在一个未上图的单元，此处位于其上级单元内，无法再细分",
                en:
                    "the texts assign it to a zone that is not drawn; the site lies in the zone that one is part of"
            )
        case .elsewhere:
            Bilingual(
                zh: "文本安排在别处，此处不在其中",
                en: "the texts assign it elsewhere; the site lies in none of those zones")
        case .notComparable:
            Bilingual(
                zh: "文本有安排，但所安排的单元未上图，或其规划不适用于此处，无法比对",
                en:
                    "the texts assign it, to zones that are not drawn or whose layout does not speak about this land: no comparison"
            )
        case .otherStage:
            Bilingual(
                zh: "文本未见对所问环节的安排，写的是其他环节", en: "the texts assign it for other stages, not for the one asked")
        case .atLarge:
            Bilingual(
                zh: "文本只就整个直管园或区县提到，未落到具体结构单元",
                en: "the texts speak of it for a whole park or district, for no zone in particular")
        case .notStated: Bilingual(zh: "文本未见对此项的安排", en: "the texts do not assign it")
        }
    }

    /// Where a site lies to what one sentence names.
    static func word(for place: ComparedAssignment.Place) -> Bilingual {
        switch place {
        case .here: return Bilingual(zh: "此处在内", en: "the site lies in it")
        case .nominally: return Bilingual(zh: "图面在内，难以判定", en: "in it as drawn, undecided")
        case .partly: return Bilingual(zh: "此处部分在内", en: "part of the site lies in it")
        case .possibly:
            return Bilingual(zh: "图面在外，中误差以内难以判定", en: "as drawn outside, undecided at the accuracy")
        case .along(let distance):
            let away = Self.distance(distance)
            return Bilingual(
                zh: "此处在其近旁，\(away.zh)，图面分辨不出远近",
                en: "the site lies by it, \(away.en): nearer than the drawing can tell")
        case .elsewhere(let distance):
            let away = Self.distance(distance)
            return Bilingual(zh: "此处不在内，\(away.zh)", en: "the site is not in it, \(away.en)")
        case .notDrawn(let parent, let holds):
            guard let parent else { return Bilingual(zh: "未上图，无法比对", en: "not drawn, no comparison") }
            guard let holds else {
                return Bilingual(
                    zh: "未上图；此处是否在其上级“\(parent.name.zh)”内无法判定",
                    en: "not drawn; whether the site lies in \(parent.name.en), which it is part of, is open")
            }
            return holds
                ? Bilingual(
                    zh: "未上图；此处在其上级“\(parent.name.zh)”内",
                    en: "not drawn; the site lies in \(parent.name.en), which it is part of")
                : Bilingual(
                    zh: "未上图；此处也不在其上级“\(parent.name.zh)”内",
                    en: "not drawn; the site is not in \(parent.name.en), which it is part of")
        case .notCovered:
            return Bilingual(zh: "该规划不适用于此处，不作比对", en: "its layout does not speak about this land")
        case .notInCatalogue:
            return Bilingual(zh: "目录未收录，无法比对", en: "not in the catalogue, no comparison")
        }
    }

    /// How much of a site lies in a zone, and whether that is sure.
    static func word(forHolding standing: ZoneStanding) -> Bilingual {
        switch standing.holding {
        case .whole where standing.verdict != .inside:
            Bilingual(zh: "图面在内，难以判定", en: "holds it as drawn, undecided")
        case .whole: Bilingual(zh: "此处在内", en: "holds the site")
        case .part where standing.isSliver:
            Bilingual(zh: "仅\(sliver.zh)", en: "holds a \(sliver.en) of it only")
        case .part: Bilingual(zh: "部分在内", en: "holds a part of it")
        case .possible: Bilingual(zh: "可能在内", en: "may hold it")
        }
    }

    /// Why a zone is told to hold the site likely and the verdict is open all the same; nil where no zone is.
    static func gradeBeside(_ assessment: Assessment) -> Bilingual? {
        let isLikely = assessment.layouts.flatMap(\.zones).contains {
            $0.grade == .likelyInside && $0.verdict == .uncertain
        }
        guard isLikely else { return nil }
        let needed = Figures.thousandths(assessment.confidence.value)
        return Bilingual(
            zh: "“较可能在内”是概率分级（80% 以上）；概率未到 \(needed) 的，结论仍为“难以判定”。",
            en:
                "“Likely inside” grades the probability (80 % and more); below \(needed) the verdict stays undecided."
        )
    }

    /// Why a distance is told.
    static func word(for reason: AssessedDistance.Reason) -> Bilingual {
        let reach = Figures.distance(AssessedDistance.contextReach)
        return switch reason {
        case .layoutCoversSite: Bilingual(zh: "适用于此处的规划所列", en: "of a layout that covers the site")
        case .contextNearby: Bilingual(zh: "相关要素，\(reach) 以内", en: "context within \(reach)")
        case .counterpartHere: Bilingual(zh: "该规划不适用于此处", en: "its layout does not cover the site")
        }
    }

    /// The gap to a neighbour, its direction and how well it is known.
    static func gap(_ one: Neighbour) -> Bilingual {
        let (gap, accuracy) = (Figures.distance(one.gap), Figures.distance(one.accuracy))
        let direction = direction(one.bearing)
        return Bilingual(
            zh: "间距 \(gap)，在\(direction.zh)面，位置中误差 \(accuracy)",
            en: "gap \(gap) to the \(direction.en), accuracy \(accuracy)")
    }
}

extension Assessment {
    /// The zones near the site and not met by it: those it meets are told as zones that hold it, and axes, rivers and
    /// places among the distances.
    var nearNeighbours: [Neighbour] { neighbours.filter { $0.kind == .near && $0.zone.role.holdsSites } }
}

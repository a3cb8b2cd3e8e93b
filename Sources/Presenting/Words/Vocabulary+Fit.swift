public import Planning
public import Siting
public import Wording

extension Vocabulary {
    /// A stage of an activity.
    public static func word(for stage: ActivityStage) -> Bilingual { stage.name }

    /// Who stands behind a document.
    public static func word(for rank: Document.Rank) -> Bilingual {
        switch rank {
        case .national: Bilingual(zh: "中央有关部门与川渝两省市", en: "central bodies with Chongqing and Sichuan")
        case .municipal: Bilingual(zh: "重庆市人民政府", en: "municipal government")
        case .zone: Bilingual(zh: "重庆高新区", en: "Chongqing High-tech Zone")
        case .district: Bilingual(zh: "沙坪坝区", en: "Shapingba District")
        }
    }

    /// How a sentence stands to a question of fit.
    public static func word(for standing: FitAssignment.Standing) -> Bilingual {
        switch standing {
        case .direct: Bilingual(zh: "文本点名", en: "named by the text")
        case .stageNotStated: Bilingual(zh: "文本点名，未写环节", en: "named, stage not stated")
        case .otherStage: Bilingual(zh: "文本点名，写的是其他环节", en: "named, at another stage")
        case .broader: Bilingual(zh: "文本写的是上位概念", en: "the text has the broader term")
        case .related: Bilingual(zh: "文本写的是相关概念", en: "the text has a related term")
        }
    }

    /// How far the texts answer a question about an activity, at the stages asked for.
    public static func sentence(
        for outcome: ActivityAnswer.Outcome, at stages: [ActivityStage]
    ) -> Bilingual {
        let zh = stages.map { word(for: $0).zh }.joined(separator: "、")
        let en = stages.map { word(for: $0).en }.joined(separator: ", ")
        switch outcome {
        case .assigned: return Bilingual(zh: "文本有安排", en: "the texts assign it")
        case .stageNotStated:
            return Bilingual(
                zh: "文本有安排，但未写是否为\(zh)环节", en: "the texts assign it and do not say whether for \(en)")
        case .otherStage:
            return Bilingual(
                zh: "文本未见对其\(zh)环节的安排，写的是其他环节",
                en: "the texts do not assign it for \(en), but for other stages")
        case .atLarge:
            return Bilingual(
                zh: "文本只就整个科学城、直管园或区县提到，未落到具体结构单元",
                en:
                    "the texts speak of it for the whole Science City, park or district, for no zone in particular"
            )
        case .notStated: return Bilingual(zh: "文本未见对此项的安排", en: "the texts do not assign it")
        }
    }
}

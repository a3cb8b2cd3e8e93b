internal import GeoJSON
internal import Hummingbird
internal import Planning
internal import Presenting
internal import Siting
internal import Tables
internal import Wording

/// To which zones the documents assign an activity.
struct FitRoute: Sendable {
    let desk: QuestionDesk

    var endpoint: Endpoint {
        Endpoint(
            .get, "/fit", id: "fit", .questions, zh: "功能导向比对：文件把某类活动安排在哪些结构单元",
            en: "To which zones the documents assign an activity.",
            parameters: [
                Parameter.activity.required(),
                Parameter(
                    "stage", zh: "只问这些环节：research 研发、transfer 转化、manufacture 制造（逗号分隔）",
                    en: "Only these stages, parted by commas: research, transfer, manufacture."),
                Parameter(
                    "document", zh: "只看这些文件（id，逗号分隔）", en: "Only these documents, by id, parted by commas."),
                .layout, .asOf,
            ], formats: [.json, .text, .csv, .html]
        ) { asked in
            let query = asked.query
            guard let activity = query["activity"] else {
                throw Problem.missingParameter("activity", example: "/fit?activity=IVD")
            }
            let catalogue = desk.data.catalogue
            let stages = try query.list("stage").map { word throws(Problem) in
                guard let stage = ActivityStage(rawValue: word) else {
                    throw Problem.invalidChoice("stage", word, ActivityStage.allCases.map(\.rawValue))
                }
                return stage
            }
            let named = try query.layouts(among: catalogue.layouts)
            let filter = FunctionalFit.Filter(
                stages: ActivityStage.allCases.filter(stages.contains),
                documents: try query.ids("document", among: catalogue.documents.map(\.id)),
                layouts: named.isEmpty ? nil : Set(named))
            let day = try query.day()
            let (language, format) = (asked.language, asked.format)
            let bytes = try await desk.assessing.ask(on: day, for: asked) {
                [data = desk.data] _, _ throws(Problem) in
                let answer = FunctionalFit(data.vocabulary, data.catalogue, asOf: day).answer(
                    activity, filter: filter)
                return try Problem.told {
                    switch format {
                    case .csv: try FitTable.csv(answer, in: language)
                    case .text, .html: Array(FitText(language: language).full(answer).utf8)
                    default: JSONWriter(.pretty).bytes(answer.json(in: language)) + [UInt8(ascii: "\n")]
                    }
                }
            }
            return asked.answer(
                bytes, titled: asked.words("功能导向比对", "Where the documents want it"), desk.settings)
        }
    }
}

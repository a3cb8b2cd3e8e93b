internal import Planning
internal import Siting
internal import Wording

extension AssessmentReport {
    /// A page that prints, a sheet for each site; it asks for no other file and runs no script.
    public var html: String {
        let names = rows.map { $0.name ?? $0.id ?? $0.label }
        let title =
            language.say("地块初判", "Site assessment")
            + (names.count == 1 ? language.say("：", ": ") + names[0] : "")
        return HTMLPages.render(
            .assessment,
            AssessmentPage(
                language: language.rawValue, title: title,
                sheets: sheets))
    }

    /// What stands on paper, a sheet for each site.
    package var sheets: [AssessmentSheet] {
        rows.enumerated().map { index, row in
            AssessmentSheet(
                row, map: maps.indices.contains(index) ? maps[index] : "", catalogue: catalogue,
                language: language)
        }
    }
}

/// The page; the names are those of `page.mustache` and `assessment.mustache`.
struct AssessmentPage {
    let language: String
    let title: String
    let sheets: [AssessmentSheet]
}

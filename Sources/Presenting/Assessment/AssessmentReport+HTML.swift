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

    /// What stands on paper, a sheet for each site, each with room for its map where it has one.
    package var sheets: [AssessmentSheet] {
        rows.indices.map { index in sheet(index, map: maps.indices.contains(index) ? maps[index] : "") }
    }

    /// The sheet of one site, with room for a map that is drawn apart.
    package func sheet(_ index: Int, map: String = "") -> AssessmentSheet {
        AssessmentSheet(
            rows[index], catalogue: catalogue, language: language, map: map,
            mapHeight: map.isEmpty ? 0 : Self.mapHeight)
    }

    /// How high the map on a sheet is that is as wide as the sheet, millimetres.
    package static let mapHeight = 58.0
}

/// The page; the names are those of `page.mustache` and `assessment.mustache`.
struct AssessmentPage {
    let language: String
    let title: String
    let sheets: [AssessmentSheet]
}

internal import PlanarGeometry
internal import Planning
internal import Wording

extension Edition {
    /// How an answer was reckoned, where imported outlines stand beside kept sketches (``Sheets``); nil in an edition of
    /// one kind.
    var mixedAccuracies: Note? {
        guard let origin else { return nil }
        let holding = zones.filter { $0.role.holdsSites && $0.geometry?.polygons.isEmpty == false }
        let surveyed = holding.filter { origin.draws($0.id) }
        guard !surveyed.isEmpty, surveyed.count < holding.count else { return nil }
        return Note(
            .mixedAccuracies,
            Bilingual(
                zh:
                    "导入的边界与沿用的示意图形并存：先按导入边界的中误差判定在其内还是在其外，示意单元再在此范围内按示意边线的中误差计算；两者共用的边线以导入的为准。各单元所列中误差为其所属一类的中误差。",
                en:
                    "Imported outlines stand beside kept sketches: the imported ones decide first, by their own accuracy; sketches are reckoned by theirs within what these leave, and a line the two share is the imported one. The accuracy given with a zone is that of its kind."
            ))
    }
}

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
                    "本版次既有导入的边界，也有沿用的示意图形：先按导入边界及其中误差判定在界内还是界外，示意单元再在所余范围内按示意边线的中误差推算；与导入边界共用的边线以导入边界为准。所列中误差，导入单元取导入边界的，示意单元取示意边线的。",
                en:
                    "Imported outlines stand beside kept sketches: the imported ones decide first, by their own accuracy; sketches are reckoned by theirs within what these leave, and a line the two share is the imported one. The accuracy given with a zone is that of its kind."
            ))
    }
}

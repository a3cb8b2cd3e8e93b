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
        let named = surveyed.prefix(3)
        let isAll = named.count == surveyed.count
        let zh =
            named.map { "“\($0.name.zh)”" }.joined(separator: "、") + (isAll ? "" : "等\(surveyed.count)个单元")
        let en =
            named.map(\.name.en).joined(separator: ", ")
            + (isAll ? "" : " and \(surveyed.count - named.count) more")
        return Note(
            .mixedAccuracies,
            Bilingual(
                zh:
                    "本版\(zh)的边界为导入，其余单元沿用示意图形。先按导入边界自身的中误差判定在其内还是在其外，示意单元再在此范围内按示意边线的中误差计算；导入单元与示意单元共用的边线，以导入的为准。各单元所列中误差分别为导入边界、示意边线的中误差。",
                en:
                    "The outlines imported in this edition are those of \(en); the other zones are sketches that were kept. Imported outlines decide first, by their own accuracy; sketches are reckoned by theirs within what these leave, and a line the two share is the imported one. The accuracy given with a zone is that of its kind."
            ))
    }
}

internal import Planning
internal import Wording

extension Edition {
    /// A word of warning where imported lines and sketches stand side by side, one ten times better known than another.
    ///
    /// All probabilities of a layout and a site are reckoned with the accuracy of the nearest drawn line, so that members of
    /// a partition and the rest add up to one and no parent is less likely than its child. Of a zone whose own
    /// lines are known far better or far worse, they are approximate.
    var mixedAccuracies: Note? {
        guard origin != nil else { return nil }
        let known = zones.filter(\.role.holdsSites).compactMap { $0.accuracy?.metres }
        guard let least = known.min(), let most = known.max(), most >= 10 * least else { return nil }
        let (low, high) = (Self.figure(least), Self.figure(most))
        return Note(
            .mixedAccuracies,
            Bilingual(
                zh:
                    "本版既有导入的边界，也有示意图形，位置中误差从 \(low) 米到 \(high) 米不等；同一格局的概率一律按最近一条图面边线的中误差计算，对边线精度不同的其他单元只是近似。",
                en:
                    "This edition holds imported lines beside sketches, known to between \(low) and \(high) m; all its probabilities use the accuracy of the nearest drawn line and are approximate for zones whose own lines are known otherwise."
            ))
    }

    private static func figure(_ metres: Double) -> String {
        FixedDecimals(metres, decimals: metres < 10 && metres != metres.rounded() ? 1 : 0)?.description ?? ""
    }
}

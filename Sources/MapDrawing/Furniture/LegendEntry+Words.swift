internal import Planning
internal import Presenting
internal import Wording

extension LegendEntry {
    /// The entries for what is on the maps, in the order a reader looks for them; accuracies are those of the edges drawn, of
    /// imported ones or of sketches.
    static func all(
        for signs: Set<Sign>, accuracies: (_ isImported: Bool) -> ClosedRange<Double>?
    ) -> [LegendEntry] {
        let order: [Sign] =
            [.position, .parcel, .smallParcel] + Zone.Role.allCases.map { .zone($0) }
            + [.importedEdge, .softEdge, .coverage, .district, .mountain, .landmark, .river, .road, .town]
        return order.filter(signs.contains).map { sign in
            LegendEntry(sign: sign, words: words(for: sign, accuracies))
        }
    }

    private static func words(
        for sign: Sign, _ accuracies: (_ isImported: Bool) -> ClosedRange<Double>?
    ) -> Bilingual {
        switch sign {
        case .position: return Bilingual(zh: "点位", en: "Site")
        case .smallParcel:
            return Bilingual(zh: "拟选地块（过小，以符号表示）", en: "Site (too small to be drawn to scale)")
        case .parcel: return Bilingual(zh: "拟选地块", en: "Site")
        case .zone(.area): return Bilingual(zh: "片区（相邻者深浅不同）", en: "Area (neighbours differ in shade)")
        case .zone(.screen): return Bilingual(zh: "生态屏障与脊线（示意）", en: "Ecological screen, its ridge line")
        case .zone(let role):
            let word = Vocabulary.word(for: role)
            return Bilingual(zh: word.zh, en: word.en.prefix(1).uppercased() + word.en.dropFirst())
        case .importedEdge:
            let figures = accuracies(true).map(figures) ?? ""
            return Bilingual(zh: "边界（导入）：中误差\(figures)", en: "Imported edge, known to \(figures)")
        case .softEdge:
            let figures = accuracies(false).map(figures)
            return Bilingual(
                zh: "边界（示意）：渐变宽度为±1倍位置中误差" + (figures.map { "（\($0)）" } ?? ""),
                en: "Schematic edge: fades over one standard error each way"
                    + (figures.map { " (\($0))" } ?? ""))
        case .coverage: return Bilingual(zh: "文件适用范围", en: "Land the document covers")
        case .district: return Bilingual(zh: "其他区界（示意）", en: "Other outline (schematic)")
        case .mountain: return Bilingual(zh: "山体", en: "Mountains")
        case .river: return Bilingual(zh: "河流", en: "River")
        case .road: return Bilingual(zh: "道路（示意中心线）", en: "Road (centre line)")
        case .landmark: return Bilingual(zh: "相关地物", en: "Landmark")
        case .town: return Bilingual(zh: "街镇", en: "Township")
        }
    }

    private static func figures(_ range: ClosedRange<Double>) -> String {
        let (low, high) = (FixedDecimals.metres(range.lowerBound), FixedDecimals.metres(range.upperBound))
        // A figure and its unit stay on one line.
        return low == high ? "±\(low)\u{00A0}m" : "±\(low)–\(high)\u{00A0}m"
    }
}

internal import Planning
internal import Presenting
internal import Wording

extension LegendEntry {
    /// The entries for what is on the maps, in the order a reader looks for them.
    static func all(
        for signs: Set<Sign>, accuracies: ClosedRange<Double>?, isImported: Bool
    ) -> [LegendEntry] {
        let order: [Sign] =
            [.position, .parcel] + Zone.Role.allCases.map { .zone($0) }
            + [.softEdge, .coverage, .district, .mountain, .landmark, .river, .road, .town]
        return order.filter(signs.contains).map { sign in
            LegendEntry(sign: sign, words: words(for: sign, accuracies, isImported))
        }
    }

    private static func words(
        for sign: Sign, _ accuracies: ClosedRange<Double>?, _ isImported: Bool
    ) -> Bilingual {
        switch sign {
        case .position: return Bilingual(zh: "点位", en: "Site")
        case .parcel: return Bilingual(zh: "拟选地块", en: "Site")
        case .zone(.area): return Bilingual(zh: "片区（相邻者深浅不同）", en: "Area (neighbours differ in shade)")
        case .zone(.screen): return Bilingual(zh: "生态屏障与脊线（示意）", en: "Ecological screen, its ridge line")
        case .zone(let role):
            let word = Vocabulary.word(for: role)
            return Bilingual(zh: word.zh, en: word.en.prefix(1).uppercased() + word.en.dropFirst())
        case .softEdge:
            let figures = accuracies.map { range in
                let (low, high) = (figure(range.lowerBound), figure(range.upperBound))
                return low == high ? "\(low)" : "\(low)–\(high)"
            }
            return Bilingual(
                zh: "边界（\(isImported ? "导入" : "示意")）：渐变宽度为±1倍位置中误差" + (figures.map { "（±\($0) m）" } ?? ""),
                en: "\(isImported ? "Imported" : "Schematic") edge: fades over one standard error each way"
                    + (figures.map { " (±\($0) m)" } ?? ""))
        case .coverage: return Bilingual(zh: "文件适用范围", en: "Land the document covers")
        case .district: return Bilingual(zh: "其他区界（示意）", en: "Other outline (schematic)")
        case .mountain: return Bilingual(zh: "山体", en: "Mountains")
        case .river: return Bilingual(zh: "河流", en: "River")
        case .road: return Bilingual(zh: "道路（示意中心线）", en: "Road (centre line)")
        case .landmark: return Bilingual(zh: "相关地物", en: "Landmark")
        case .town: return Bilingual(zh: "街镇", en: "Township")
        }
    }

    /// Metres, of what is known to less than ten of them with a decimal.
    private static func figure(_ metres: Double) -> String {
        FixedDecimals(metres, decimals: metres < 10 && metres != metres.rounded() ? 1 : 0)?.description ?? ""
    }
}

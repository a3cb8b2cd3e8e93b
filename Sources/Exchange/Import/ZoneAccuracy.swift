import GeoJSON
import Wording

/// How well the lines of an imported zone are known: as the user states, else as the file does.
struct ZoneAccuracy {
    private let request: ImportRequest

    init(_ request: ImportRequest) { self.request = request }

    /// States it in the properties of a zone, with what it rests on.
    ///
    /// - Throws: `option_missing` where neither the user nor the file says.
    func state(
        of candidates: [ImportCandidate], _ reading: CandidateReading, in properties: inout JSONObject
    ) throws(ExchangeError) {
        let stated = candidates.compactMap { $0.texts[.accuracy].flatMap(Double.init) }.max()
        guard let own = request.accuracy ?? stated, own > 0 else {
            throw .unsaid(
                "--accuracy",
                Bilingual(
                    zh: "\(candidates[0].place.quotable)没有写明边线的位置中误差",
                    en: "\(candidates[0].place.quotable) does not say how well its lines are known"
                ),
                Bilingual(
                    zh: "请给出每轴一倍中误差，如 --accuracy 0.5m；或用 --map accuracy_m=字段 指明字段。",
                    en:
                        "Give one standard deviation per axis, such as --accuracy 0.5m, or name its column with --map accuracy_m=COLUMN."
                ))
        }
        // A sketch known to hundreds of metres is none the worse for a metre of the frame.
        let frame = reading.frameAccuracy * 10 > own ? reading.frameAccuracy : 0
        let metres = (own * own + frame * frame).squareRoot()
        let number = "\(own)".hasSuffix(".0") ? String("\(own)".dropLast(2)) : "\(own)"
        let isStated = request.accuracy != nil
        var zh = "导入自 \(reading.fileNames)，"
        var en = "imported from \(reading.fileNames); "
        if let basis = request.accuracyBasis {
            zh += "\(basis)：\(number) 米"
            en += "\(basis): \(number) m"
        } else {
            zh += isStated ? "导入时声明为 \(number) 米" : "文件所载 \(number) 米"
            en += isStated ? "stated on import as \(number) m" : "\(number) m by the file"
        }
        if frame > 0 {
            zh += "；坐标系转换另计 \(Int(frame)) 米，按平方和合成"
            en += "; \(Int(frame)) m for the frame added in squares"
        }
        properties["accuracy_m"] = .rounded(metres, decimals: 3)
        properties["accuracy_basis_zh"] = .string(zh)
        properties["accuracy_basis_en"] = .string(en)
    }
}

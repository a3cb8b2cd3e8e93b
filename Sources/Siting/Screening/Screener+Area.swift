internal import PlanarGeometry
internal import Planning
internal import Wording

extension Screener {
    /// How large a candidate's land is: measured from its shape, or as its table states where it has none.
    func areaFinding(
        _ criterion: Criterion, _ wanted: StatedArea, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        if case .area(let measured) = candidate.measured.extent {
            return measuredFinding(criterion, wanted, measured, candidate)
        }
        let stated = candidate.candidate.landArea
        guard let area = stated.area else {
            var finding = CriterionFinding(criterion, .notAnswerable, basis: .stated)
            finding.reasons = [stated.reason(isLine: candidate.measured.dimension == 1)]
            return finding
        }
        let isEnough = area.squareMetres >= wanted.squareMetres
        var finding = CriterionFinding(criterion, isEnough ? .met : .notMet, basis: .stated)
        finding.probability = isEnough ? 1 : 0
        finding.measure = .area(area.squareMetres)
        finding.reasons = [
            Bilingual(zh: "没有地块边界，按表中申报的用地面积", en: "no shape is given: by the area stated in the table")
        ]
        return finding
    }

    private func measuredFinding(
        _ criterion: Criterion, _ wanted: StatedArea, _ measured: Double, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        let deviation = Self.deviation(of: candidate.measured)
        let surplus = measured - wanted.squareMetres
        let probability = deviation > 0 ? standardNormal(surplus / deviation) : surplus >= 0 ? 1 : 0
        var finding = CriterionFinding(criterion, screening.outcome(of: probability), basis: .shape)
        finding.probability = probability
        finding.measure = .area(measured)
        finding.accuracy = deviation > 0 ? deviation : nil
        if let stated = candidate.candidate.landArea.area,
            abs(stated.deviation(of: measured)) > StatedArea.tolerance
        {
            finding.reasons.append(stated.note(on: measured).text)
        }
        if abs(surplus) <= StatedArea.tolerance * wanted.squareMetres {
            finding.reasons.append(
                Bilingual(
                    zh: "与下限相差不到 0.1%，投影面与椭球面的量算差别即可改变结论",
                    en:
                        "within 0.1 % of the limit: whether the plane or the ellipsoid is measured can change it"
                ))
        }
        return finding
    }

    /// The standard deviation of an area whose vertices are each known to the user's accuracy, m².
    ///
    /// By the formula of Gauss the area is half the sum of xᵢ(yᵢ₊₁ − yᵢ₋₁); with a standard deviation of σ per axis at
    /// every vertex, independent of the others, its variance is σ²/4 · Σ|pᵢ₊₁ − pᵢ₋₁|². What moves all vertices alike, as a
    /// frame does, changes no area.
    static func deviation(of parcel: MeasuredParcel) -> Double {
        guard parcel.parcel.accuracy > 0, let metres = parcel.metres else { return 0 }
        var sum = 0.0
        for ring in metres.polygons.flatMap(\.rings) {
            let points = ring.points.dropLast()
            for (before, after) in zip(points, Array(points.dropFirst(2)) + Array(points.prefix(2))) {
                let (dx, dy) = (after.x - before.x, after.y - before.y)
                sum += dx * dx + dy * dy
            }
        }
        return parcel.parcel.accuracy / 2 * sum.squareRoot()
    }
}

extension StatedLandArea {
    /// Why no land area is known.
    fileprivate func reason(isLine: Bool) -> Bilingual {
        switch self {
        case .none, .area:
            isLine
                ? Bilingual(zh: "线没有面积，表中也未列用地面积", en: "a line has no area, and none is stated")
                : Bilingual(zh: "点位没有面积，表中也未列用地面积", en: "a point has no area, and none is stated")
        case .withoutUnit(let text):
            Bilingual(
                zh: "表中面积“\(text.quotable)”未写单位（亩、公顷或平方米）",
                en: "the stated area \(text.quoted) bears no unit")
        case .floorArea(let text):
            Bilingual(
                zh: "表中只有建筑面积“\(text.quotable)”，不是用地面积",
                en: "the table states building floor area (\(text.quoted)), which is not land")
        case .unreadable(let text):
            Bilingual(
                zh: "表中面积“\(text.quotable)”不是一个确定的数（约数、区间不能用来判定），请写成数加单位，如 50亩",
                en:
                    "the stated area \(text.quoted) is no single number (approximations and ranges decide nothing): write a number with its unit, such as 50亩"
            )
        }
    }
}

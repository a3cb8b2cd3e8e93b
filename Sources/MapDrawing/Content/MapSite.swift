internal import PlanarGeometry
internal import Planning
internal import Presenting
public import Siting
internal import Wording

/// The site a map shows.
public enum MapSite: Sendable {
    /// A position (点位).
    case position(Site)
    /// A shape (拟选地块).
    case parcel(Parcel)

    /// The shape in WGS 84 degrees.
    var geometry: Geometry {
        switch self {
        case .position(let site): .point(site.position.point)
        case .parcel(let parcel): parcel.geometry
        }
    }

    /// What is known of where it lies, one standard deviation per axis, metres.
    var accuracy: Double {
        switch self {
        case .position(let site): site.accuracy
        case .parcel(let parcel): parcel.accuracy
        }
    }

    /// The user's name for it.
    var name: String? {
        switch self {
        case .position(let site): site.place?.name.zh ?? site.name ?? site.id
        case .parcel(let parcel): parcel.name ?? parcel.id
        }
    }
}

/// What the layouts on a sheet say of the site, in words.
struct SiteReading {
    /// What it is called.
    let name: Bilingual
    /// Where it is, in figures.
    let place: Bilingual
    /// By the layout's id: the zone and its grade.
    let answers: [String: (zone: Bilingual, grade: Bilingual)]

    init(_ site: MapSite, _ catalogue: Catalogue, asOf: CalendarDate, layouts: Set<String>) throws(MapError) {
        do throws(LocatorError) {
            switch site {
            case .position(let site):
                let answer = try Locator(catalogue, asOf: asOf).locate(site, layouts: layouts)
                let given = site.place?.name ?? site.name.map { Bilingual(zh: $0, en: $0) }
                name = given ?? Bilingual(zh: "点位", en: "Site")
                place = Self.figures(site.position, accuracy: site.accuracy)
                answers = Dictionary(
                    uniqueKeysWithValues: answer.layouts.map { ($0.layout.id, Self.words($0)) })
            case .parcel(let parcel):
                let answer = try ZoneOverlay(catalogue, asOf: asOf).shares(of: parcel)
                let given = (parcel.name ?? parcel.id).map { Bilingual(zh: $0, en: $0) }
                name = given ?? Bilingual(zh: "拟选地块", en: "Site")
                let hectares = answer.extent?.hectares.flatMap { FixedDecimals($0, decimals: 2) }
                let mu = answer.extent?.mu.flatMap { FixedDecimals($0, decimals: 1) }
                if let hectares, let mu {
                    place = Bilingual(zh: "\(hectares) 公顷（\(mu) 亩）", en: "\(hectares) ha (\(mu) mu)")
                } else {
                    place = Bilingual(zh: "", en: "")
                }
                answers = Dictionary(
                    uniqueKeysWithValues: answer.layouts.filter { layouts.contains($0.layout.id) }.map {
                        ($0.layout.id, Self.words($0))
                    })
            }
        } catch {
            throw MapError.locator(error)
        }
    }

    private static func figures(_ position: LonLat, accuracy: Double) -> Bilingual {
        let longitude = FixedDecimals(position.longitude, decimals: 5)?.description ?? ""
        let latitude = FixedDecimals(position.latitude, decimals: 5)?.description ?? ""
        guard accuracy > 0, let metres = FixedDecimals(accuracy, decimals: 0) else {
            return Bilingual(zh: "\(longitude)，\(latitude)", en: "\(longitude), \(latitude)")
        }
        return Bilingual(
            zh: "\(longitude)，\(latitude)，中误差 \(metres) m", en: "\(longitude), \(latitude), ±\(metres) m")
    }

    private static let notCovered = (
        zone: Bilingual(zh: "不在该文件适用范围", en: "Not covered by its document"),
        grade: Bilingual(zh: "不作判断", en: "no answer")
    )

    private static func words(_ answer: LayoutAnswer) -> (zone: Bilingual, grade: Bilingual) {
        guard answer.applicability == .covered else { return notCovered }
        guard let deepest = answer.deepest else {
            guard let nearest = answer.nearest else {
                return (Bilingual(zh: "不在任何单元内", en: "In no zone"), Bilingual(zh: "", en: ""))
            }
            let distance = FixedDecimals(nearest.distance / 1000, decimals: 1)?.description ?? ""
            return (
                Bilingual(zh: "不在任何单元图面内", en: "In no zone as drawn"),
                Bilingual(
                    zh: "最近：\(nearest.zone.name.zh) \(distance) km",
                    en: "nearest: \(nearest.zone.name.en), \(distance) km")
            )
        }
        let percent = percentage(deepest.probability)
        let grade = Vocabulary.word(for: deepest.grade)
        guard deepest.basis == .geometry else {
            let basis = Vocabulary.word(for: deepest.basis)
            return (deepest.zone.name, basis)
        }
        return (
            deepest.zone.name, Bilingual(zh: "\(grade.zh)（\(percent)）", en: "\(grade.en) (\(percent))")
        )
    }

    private static func words(_ answer: LayoutShares) -> (zone: Bilingual, grade: Bilingual) {
        guard answer.applicability == .covered else { return notCovered }
        let met = answer.zones.filter { $0.isMet && $0.zone.role.holdsSites }
        let parents = Set(met.compactMap(\.zone.parent))
        let leaves = met.filter { !parents.contains($0.zone.id) }
            .sorted { ($0.share ?? 0) > ($1.share ?? 0) }.prefix(3)
        guard let first = leaves.first else {
            return (Bilingual(zh: "不在任何单元图面内", en: "In no zone as drawn"), Bilingual(zh: "", en: ""))
        }
        guard leaves.count > 1 else {
            let grade = Vocabulary.word(for: first.grade)
            let share = first.share.map { percentage($0) } ?? ""
            return (
                first.zone.name,
                Bilingual(zh: "占比 \(share)，\(grade.zh)", en: "\(share) of it, \(grade.en)")
            )
        }
        let grade = Vocabulary.word(for: first.grade)
        return (
            Bilingual(
                zh: leaves.map { "\($0.zone.name.zh) \(percentage($0.share ?? 0))" }.joined(separator: "、"),
                en: leaves.map { "\($0.zone.name.en) \(percentage($0.share ?? 0))" }.joined(separator: ", ")),
            grade
        )
    }

    /// A probability or share as people read it: never 0 or 100 of what is neither.
    private static func percentage(_ part: Double) -> String {
        switch part {
        case ..<0.01: "<1%"
        case 0.99...: ">99%"
        default: "\(Int((part * 100).rounded()))%"
        }
    }
}

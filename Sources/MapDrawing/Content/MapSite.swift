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

    /// Asks the layouts on a sheet.
    init(_ site: MapSite, _ catalogue: Catalogue, asOf: CalendarDate, layouts: Set<String>) throws(MapError) {
        do throws(LocatorError) {
            switch site {
            case .position(let position):
                let answer = try Locator(catalogue, asOf: asOf).locate(position, layouts: layouts)
                self.init(site, nil, answer.layouts.map { LayoutAssessment($0) })
            case .parcel(let parcel):
                let answer = try ZoneOverlay(catalogue, asOf: asOf).shares(of: parcel, layouts: layouts)
                self.init(site, answer.extent, answer.layouts.map { LayoutAssessment($0) })
            }
        } catch {
            throw MapError.locator(error)
        }
    }

    /// What was found when the site was assessed.
    init(_ assessment: Assessment) {
        self.init(MapSite(assessment.site), assessment.extent, assessment.layouts)
    }

    private init(_ site: MapSite, _ extent: Siting.Extent?, _ layouts: [LayoutAssessment]) {
        switch site {
        case .position(let site):
            let given = site.place?.name ?? site.name.map { Bilingual(zh: $0, en: $0) }
            name = given ?? Bilingual(zh: "点位", en: "Site")
            place = Self.figures(site.position, accuracy: site.accuracy)
        case .parcel(let parcel):
            let given = (parcel.name ?? parcel.id).map { Bilingual(zh: $0, en: $0) }
            name = given ?? Bilingual(zh: "拟选地块", en: "Site")
            let hectares = extent?.hectares.flatMap { FixedDecimals($0, decimals: 2) }
            let mu = extent?.mu.flatMap { FixedDecimals($0, decimals: 1) }
            if let hectares, let mu {
                place = Bilingual(zh: "\(hectares) 公顷（\(mu) 亩）", en: "\(hectares) ha (\(mu) mu)")
            } else {
                place = Bilingual(zh: "", en: "")
            }
        }
        answers = Dictionary(
            uniqueKeysWithValues: layouts.map { layout in
                let (zh, en) = (LayoutHeadline(layout, in: .zh), LayoutHeadline(layout, in: .en))
                return (
                    layout.layout.id,
                    (Bilingual(zh: zh.zone, en: en.zone), Bilingual(zh: zh.sureness, en: en.sureness))
                )
            })
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
}

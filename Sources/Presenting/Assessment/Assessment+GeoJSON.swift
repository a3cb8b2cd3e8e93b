public import GeoJSON
internal import PlanarGeometry
internal import Planning
public import Siting
public import Wording

extension Assessment {
    /// The site and every zone that holds it or may, as GIS programs open them.
    ///
    /// The site's feature carries the whole assessment as `assessment`, beside a few plain values that tables show; each
    /// zone's feature carries how the site stands to it.
    public func features(in language: Language) -> [Feature] {
        [siteFeature(in: language)]
            + (layouts.flatMap(\.zones) + context).map { standing in
                var properties: JSONObject = ["kind": "zone", "layout": .string(standing.zone.layout)]
                for member in standing.json(in: language).members ?? [:] {
                    properties[member.key] = member.value
                }
                let id = [site.id, standing.zone.layout, standing.zone.id].compactMap(\.self)
                return Feature(
                    id: FeatureID(id.joined(separator: "/")), geometry: standing.zone.geometry,
                    properties: properties)
            }
    }

    private func siteFeature(in language: Language) -> Feature {
        let geometry: Geometry
        switch site.shape {
        case .position(let site): geometry = .point(site.position.point)
        case .parcel(let parcel): geometry = parcel.geometry
        }
        var properties: JSONObject = ["kind": "site", "name": .optional(site.name)]
        for layout in layouts {
            properties["\(layout.layout.id):zone"] = .optional(layout.principal?.zone.id)
            properties["\(layout.layout.id):coverage"] = .string(layout.applicability.rawValue)
        }
        properties["flags"] = .string(flags.map(\.rule.rawValue).joined(separator: ";"))
        properties["assessment"] = json(in: language)
        return Feature(id: site.id.map { FeatureID($0) }, geometry: geometry, properties: properties)
    }
}

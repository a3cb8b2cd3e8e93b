import Foundation
import PlanarGeometry
import Planning
import TestSupport
import Wording

@testable import Planning
@testable import Siting

/// What Benchmarks/Peers/shares_oracle.py worked out; its head says how.
enum SharesFixture {
    /// The lines of one file as fields, its heading left out.
    static func rows(_ name: String) throws -> [[String]] {
        let given = ProcessInfo.processInfo.environment["JINFENG_SHARES_FIXTURES"]
        let folder = given ?? "\(Repository.root)/Tests/SitingTests/Fixtures/Shares"
        return try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            .split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
    }

    /// The zones of overlay.tsv; the cells of `tiling` are a partition of its parent that does not fill it.
    static func catalogue() throws -> Catalogue {
        let zones = try rows("overlay.tsv").filter { $0[0] == "zone" }
        let layouts = try ["tiling", "loose"].map { name in
            try SyntheticLayout(name, zones.filter { $0[1] == name }.map { SyntheticZone($0[2], $0[3]) })
        }
        return SyntheticLayout.catalogue(layouts, dividing: [("tiling", "parent")])
    }
}

/// A zone by id and WKT.
struct SyntheticZone {
    let id: String
    let wkt: String
    var accuracy = 0.0
    var role: Zone.Role?

    init(_ id: String, _ wkt: String, accuracy: Double = 0, role: Zone.Role? = nil) {
        self.id = id
        self.wkt = wkt
        self.accuracy = accuracy
        self.role = role
    }
}

/// A layout drawn for a test.
struct SyntheticLayout {
    let id: String
    let zones: [Zone]

    init(_ id: String, _ zones: [SyntheticZone]) throws {
        self.id = id
        self.zones = try zones.map { zone in
            let geometry = try WKTReader.geometry(zone.wkt, vertexLimit: 1_000_000)
            let text = Bilingual(zh: zone.id, en: zone.id)
            return Zone(
                id: zone.id, name: text, aliases: [], layout: id, parent: nil, statedParent: nil,
                role: zone.role ?? (geometry.polygons.isEmpty ? .axis : .area), functions: [], industries: [],
                location: .located(geometry, accuracy: Accuracy(metres: zone.accuracy, basis: text)),
                sources: [], planPeriod: PlanPeriod(from: 2021, to: 2025, outlook: 2035), note: nil,
                counterpart: nil)
        }
    }

    static func catalogue(
        _ layouts: [SyntheticLayout], dividing divided: [(layout: String, whole: String?)] = []
    ) -> Catalogue {
        let text = Bilingual(zh: "试", en: "test")
        return Catalogue(
            documents: [],
            layouts: layouts.map { layout in
                let partitions = divided.filter { $0.layout == layout.id }.map { partition in
                    Partition(
                        of: partition.whole.map { ZoneReference(layout: layout.id, zone: $0) },
                        members: layout.zones.map(\.id).filter { $0 != partition.whole }, fills: false,
                        basis: text)
                }
                let edition = Edition(
                    id: "test", name: text, validFrom: CalendarDate("2000-01-01") ?? .today(), validTo: nil,
                    recordedOn: CalendarDate("2000-01-01") ?? .today(), zones: layout.zones, relations: [],
                    quantities: [])
                return Layout(
                    id: layout.id, name: text, kind: .plan, documents: [], coverage: nil,
                    partitions: partitions,
                    unassigned: nil, editions: [edition])
            })
    }
}

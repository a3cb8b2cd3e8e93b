import Exchange
import Foundation
import GeoJSON
import PlanarGeometry
import Planning
import TestSupport
import Testing
import Wording

/// The files other programs made.
enum Fixture {
    static func path(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.resourcePath)
        return "\(folder)/Fixtures/\(name)"
    }
}

/// The shipped layouts as they are exported.
enum Shipped {
    static func dataset(_ layouts: [String]? = nil) throws -> ExchangeDataset {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let date = try #require(CalendarDate("2026-11-21"))
        let editions = catalogue.layouts.filter { layouts?.contains($0.id) ?? true }.compactMap { layout in
            layout.edition(validOn: date).map { (layout: layout, edition: $0) }
        }
        let tables = ZoneTables(
            catalogue, language: .zh, statement: Bilingual(zh: "示意，不作审批依据", en: "schematic")
        ) { role in Bilingual(zh: "类型\(role.rawValue)", en: role.rawValue) }
        return tables.dataset(of: editions, asOf: date)
    }
}

extension SiteFile {
    /// Reads a file as its name and beginning say.
    init(_ path: String, _ options: SiteFileOptions = SiteFileOptions()) throws {
        let first = FileManager.default.contents(atPath: path).map { Array($0.prefix(64)) } ?? []
        let format = try #require(SiteFileFormat.recognise(path, firstBytes: first[...]))
        try self.init(path: path, format: format, options: options)
    }

    var features: [Feature] {
        if case .features(let features) = content { features } else { [] }
    }

    var rows: [[String]] {
        if case .sheet(let rows) = content { rows } else { [] }
    }
}

/// What an expression throws as an error of the room.
func exchangeError(_ body: () throws -> Void) throws -> ExchangeError {
    do {
        try body()
    } catch {
        return try #require(error as? ExchangeError, "\(error)")
    }
    throw NothingThrown()
}

struct NothingThrown: Error {}

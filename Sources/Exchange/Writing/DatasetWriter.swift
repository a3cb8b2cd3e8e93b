import PlanarGeometry
import Projection
public import Wording

/// Writes a dataset in one of the formats, whole or not at all.
public struct DatasetWriter: Sendable {
    /// What was written.
    public struct Outcome: Hashable, Sendable {
        /// The layers or files, each with its count of rows.
        public internal(set) var layers: [(name: String, rows: Int)] = []
        /// How many rows without geometry the format has no room for.
        public internal(set) var omitted = 0
        /// How many rows lost their attributes, being drawn only.
        public internal(set) var drawnOnly = 0
        /// What the format could not keep of the cells.
        public internal(set) var notes: [Note] = []

        /// Whether two writings came to the same.
        public static func == (left: Outcome, right: Outcome) -> Bool {
            left.omitted == right.omitted && left.drawnOnly == right.drawnOnly
                && left.notes == right.notes && left.layers.elementsEqual(right.layers, by: ==)
        }

        /// By what ``==(_:_:)`` compares.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(omitted)
            hasher.combine(drawnOnly)
            hasher.combine(notes)
            for layer in layers {
                hasher.combine(layer.name)
                hasher.combine(layer.rows)
            }
        }
    }

    let format: ExchangeFormat
    let options: ExchangeOptions
    /// Whether anybody still waits for what is written; asked between rows, and what is not is left unwritten.
    public var isWanted: @Sendable () -> Bool = { true }

    /// Chooses a format.
    ///
    /// - Throws: `frame_not_in_format`.
    public init(_ format: ExchangeFormat, _ options: ExchangeOptions = ExchangeOptions())
        throws(ExchangeError)
    {
        if format.isWGS84Only, options.frame != .wgs84 { throw .wgs84Only(format) }
        self.format = format
        self.options = options
    }

    /// Writes to a path: a file, for a Shapefile a folder or a name ending in `.shp`, or a database.
    ///
    /// - Throws: ``ExchangeError``; what stood at the path is then unchanged.
    @discardableResult
    public func write(_ dataset: ExchangeDataset, to path: String) throws(ExchangeError) -> Outcome {
        if format == .postGIS {
            let writer = try DatabaseWriter(path, options)
            var outcome = Outcome()
            outcome.layers = try writer.write(try carried(dataset))
            return outcome
        }
        let publication = try Publication(at: path, replacing: options.replacing)
        let dataset = try carried(dataset)
        do throws(ExchangeError) {
            return try write(dataset, to: path, by: publication)
        } catch {
            throw publication.explained(error)
        }
    }

    private func write(
        _ dataset: ExchangeDataset, to path: String, by publication: borrowing Publication
    ) throws(ExchangeError) -> Outcome {
        guard isWanted() else { throw .abandoned }
        var outcome = Outcome()
        if !format.keepsUnlocated { outcome.omitted = dataset.unlocatedCount }
        switch format {
        case .geoJSON, .geoJSONSequence, .csv:
            let bytes = format == .csv ? try csv(dataset) : geoJSON(dataset)
            try FileBytes.write(bytes, to: "\(publication.folder)/whole", for: path)
            outcome.layers = [(dataset.merged.name, dataset.merged.rows.count)]
            try publication.publish("whole")
        case .boundaryText:
            let parcels = dataset.merged.parcels
            guard
                let writer = BoundaryTextWriter(
                    frame: options.frame, date: dataset.date, encoding: options.encoding)
            else { throw .gaussKruegerOnly(format) }
            try FileBytes.write(
                try writer.bytes(parcels), to: "\(publication.folder)/whole", for: path)
            outcome.layers = [(dataset.merged.name, parcels.count)]
            outcome.omitted = dataset.merged.rows.count - parcels.count
            try publication.publish("whole")
        case .shapefile: outcome.layers = try writeShapefiles(dataset, path, publication)
        case .geoPackage, .kml, .kmz, .flatGeobuf, .dxf, .workbook:
            // LIBKML tells KML from KMZ by the name.
            let name = "whole.\(format.rawValue)"
            if format == .workbook { outcome.notes = SheetLimits(dataset.tables + dataset.attachments).notes }
            let folder = format == .workbook ? publication.ownFolder : publication.folder
            outcome.layers = try writeLayers(dataset, to: "\(folder)/\(name)", for: path)
            if format == .dxf {
                try DXFText.finish(
                    fileAt: "\(publication.folder)/\(name)", for: path, layers: drawingLayers(of: dataset),
                    isMetric: !options.frame.isGeographic)
                outcome.drawnOnly = outcome.layers.reduce(0) { $0 + $1.rows }
            }
            try publication.publish(name)
        case .postGIS: break
        }
        return outcome
    }

    /// The dataset in the frame it leaves in.
    private func carried(_ dataset: ExchangeDataset) throws(ExchangeError) -> ExchangeDataset {
        do throws(ProjectionError) {
            let move = try FrameMove(to: options.frame)
            var dataset = dataset
            // No register has GCJ-02 and BD-09: a column must say what no file's head can.
            if options.frame.epsg == nil { dataset.tables = dataset.tables.map { $0.stating(options.frame) } }
            for table in dataset.tables.indices {
                for row in dataset.tables[table].rows.indices {
                    guard let geometry = dataset.tables[table].rows[row].geometry else { continue }
                    dataset.tables[table].rows[row].geometry = try move.carried(geometry)
                }
            }
            return dataset
        } catch {
            throw ExchangeError(error, .badData)
        }
    }
}

extension ExchangeTable {
    /// The table with a column that names the frame.
    fileprivate func stating(_ frame: ReferenceFrame) -> ExchangeTable {
        let field = Field("frame", short: "FRAME", Bilingual(zh: "坐标系", en: "Reference frame"))
        let rows = rows.map { row in
            var row = row
            row.cells.append(.text(frame.identifier))
            return row
        }
        return ExchangeTable(name: name, title: title, fields: fields + [field], rows: rows)
    }

    /// The rows that are areas, as parcels: number and name, and the area of the plane they are drawn in.
    fileprivate var parcels: [BoundaryParcel] {
        rows.compactMap { row in
            guard let geometry = row.geometry, GeometryKind(geometry) == .area else { return nil }
            var number = ""
            if case .text(let text)? = row.cells.first { number = text }
            let squareMetres = geometry.polygons.reduce(0.0) { sum, polygon in
                sum + polygon.rings.reduce(0.0) { $0 + $1.signedArea }
            }
            return BoundaryParcel(
                number: number, name: row.label ?? "", hectares: squareMetres / 10_000, geometry: geometry)
        }
    }
}

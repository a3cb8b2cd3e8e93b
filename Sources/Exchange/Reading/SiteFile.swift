public import GeoJSON
public import Projection
public import Wording

/// How a file of sites is to be read.
public struct SiteFileOptions: Hashable, Sendable {
    /// The sheet or layer; nil for the only one there is.
    public var layer: String?
    /// The frame the user states, which overrules the file's own; nil to go by the file.
    public var frame: ReferenceFrame?
    /// The row of a sheet's header as the user counts; nil for the first.
    public var headerRow: Int?
    /// The encoding of a `.dbf`; nil to recognise it.
    public var encoding: ExchangeOptions.Encoding?
    /// Whether a table of a database is read for its numbers though it has a geometry, because the user named columns.
    public var ignoresGeometry = false
    /// How far apart the ends of lines of a drawing may lie and still be joined, in the unit of the drawing.
    public var closingTolerance: Double

    /// Chooses.
    public init(
        layer: String? = nil, frame: ReferenceFrame? = nil, headerRow: Int? = nil,
        encoding: ExchangeOptions.Encoding? = nil, closingTolerance: Double = 0.01
    ) {
        self.layer = layer
        self.frame = frame
        self.headerRow = headerRow
        self.encoding = encoding
        self.closingTolerance = closingTolerance
    }
}

/// A file of sites, read.
public struct SiteFile: Sendable {
    /// What was in it.
    public enum Content: Sendable {
        /// The rows of a sheet, every cell as the text it shows; rows and columns as they stand there.
        case sheet([[String]])
        /// Features, their coordinates in ``SiteFile/frame``.
        case features([Feature])
    }

    /// The format.
    public let format: SiteFileFormat
    /// The sheet or layer it was read from; empty where several were put together.
    public let layer: String
    /// What was in it.
    public let content: Content
    /// The frame of the features: the one stated by the user, else the file's; nil for a sheet, whose headers tell.
    public let frame: ReferenceFrame?
    /// What was decided in reading, and what was not kept.
    public let notes: [Note]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file, or the folder of a file geodatabase.
    ///   - format: what it is, as ``SiteFileFormat/recognise(_:firstBytes:)`` tells.
    ///   - options: how.
    /// - Throws: ``ExchangeError``.
    public init(
        path: String, format: SiteFileFormat, options: SiteFileOptions = SiteFileOptions()
    ) throws(ExchangeError) {
        self.format = format
        if format != .postGIS { try FileCheck(path, format).check() }
        switch format {
        case .workbook, .openDocument:
            let sheet = try SheetReading(path, format).read(options)
            layer = sheet.name
            content = .sheet(sheet.rows)
            frame = nil
            notes = sheet.notes
        case .boundaryText:
            let read = try BoundaryTextReader.read(try FileBytes.read(path, limit: 256 << 20))
            layer = ""
            frame = try read.frame(overruledBy: options.frame)
            content = .features(read.parcels.map(\.feature))
            notes = read.notes
        case .postGIS:
            let read = try DatabaseReading(path, options).read()
            layer = read.name
            content = read.content
            frame = read.frame
            notes = read.notes
        case .shapefile, .geoPackage, .kml, .kmz, .dxf, .flatGeobuf, .fileGeodatabase:
            let read = try LayerReading(path, format, options).read()
            layer = read.name
            frame = read.frame
            content = .features(read.features)
            notes = read.notes
        }
    }

    /// Whether it is rows of cells and not features.
    public var isTable: Bool {
        if case .sheet = content { true } else { false }
    }

    /// The file as the text that commands read: CSV for a sheet, GeoJSON for features.
    ///
    /// The GeoJSON names its frame in the `crs` member of 2008, where it is not WGS 84.
    public var text: [UInt8] {
        switch content {
        case .sheet(let rows): return SheetText.csv(rows)
        case .features(let features):
            var members: JSONObject = ["type": "FeatureCollection"]
            if let code = frame?.epsg, code != 4326 {
                members["crs"] = [
                    "type": "name", "properties": ["name": .string("urn:ogc:def:crs:EPSG::\(code)")],
                ]
            }
            // Twelve decimals: a million times finer than a survey, and whole to any reader. What comes from a database
            // is held against what it answers itself, to the last bit.
            let decimals = format == .postGIS ? 15 : 12
            members["features"] = .array(features.map { $0.encoded(decimals: decimals) })
            return JSONWriter().bytes(.object(members))
        }
    }
}

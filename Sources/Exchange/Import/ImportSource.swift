import GeoJSON
import Glibc
import PlanarGeometry
import Planning
public import Projection
import Wording

/// A file to import from, and how it is to be read.
public struct ImportSource: Hashable, Sendable {
    /// Its path.
    public var path: String
    /// The layer; nil for the only one.
    public var layer: String?
    /// The frame the user states, which overrules the file's own.
    public var frame: ReferenceFrame?
    /// The encoding of a `.dbf`; nil to recognise it.
    public var encoding: ExchangeOptions.Encoding?
    /// How far apart the ends of a drawing's lines may lie and still be joined.
    public var closingTolerance: Double

    /// Names a file.
    public init(
        _ path: String, layer: String? = nil, frame: ReferenceFrame? = nil,
        encoding: ExchangeOptions.Encoding? = nil, closingTolerance: Double = 0.01
    ) {
        self.path = path
        self.layer = layer
        self.frame = frame
        self.encoding = encoding
        self.closingTolerance = closingTolerance
    }
}

/// What stood in a file, in its own frame.
struct ImportedFile {
    let features: [Feature]
    let frame: ReferenceFrame
    let notes: [Note]
    let origin: [EditionOrigin.File]
    /// The columns, in the order they first occur.
    let columns: [String]

    init(_ source: ImportSource) throws(ExchangeError) {
        let path = source.path
        let first = try Self.beginning(of: path)
        if let format = SiteFileFormat.recognise(path, firstBytes: first[...]) {
            guard !format.isTable else { throw .nothingDrawn(path, format) }
            let options = SiteFileOptions(
                layer: source.layer, frame: source.frame, encoding: source.encoding,
                closingTolerance: source.closingTolerance)
            let file = try SiteFile(path: path, format: format, options: options)
            guard case .features(let features) = file.content, let frame = file.frame else {
                throw .nothingDrawn(path, format)
            }
            // A row that cannot be read may be answered so; a zone may not.
            if let note = file.notes.first(where: { $0.code == "unreadable_geometry" }) {
                throw .unreadableGeometry(path, note.text)
            }
            (self.features, self.frame, notes) = (features, frame, file.notes)
        } else {
            guard Self.isJSON(path, first) else { throw .unknownFormat(path, first) }
            (features, frame, notes) = try Self.collection(source)
        }
        origin = try Self.files(of: path)
        var columns: [String] = []
        for key in features.flatMap(\.properties.keys) where !columns.contains(key) { columns.append(key) }
        self.columns =
            features.contains { $0.id != nil } && !columns.contains("id") ? ["id"] + columns : columns
    }

    private static func isJSON(_ path: String, _ first: [UInt8]) -> Bool {
        let name = path.lowercased()
        let opening = first.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        return name.hasSuffix(".geojson") || name.hasSuffix(".json") || opening == UInt8(ascii: "{")
    }

    private static func beginning(of path: String) throws(ExchangeError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, SystemReason(errno).text) }
        defer { _ = close(descriptor) }
        return FilePart(descriptor, offset: 0, count: 64).bytes
    }

    // MARK: - GeoJSON

    private static func collection(
        _ source: ImportSource
    ) throws(ExchangeError) -> (features: [Feature], frame: ReferenceFrame, notes: [Note]) {
        let bytes = try FileBytes.read(source.path, limit: 1 << 30)
        guard !bytes.isEmpty else { throw .empty(source.path) }
        let collection: FeatureCollection
        do throws(JSONError) {
            collection = try FeatureCollection(parsing: bytes, acceptingAnyCRS: true)
        } catch {
            throw .inFile(source.path, error)
        }
        guard !collection.features.isEmpty else { throw .noFeatures(source.path) }
        var notes: [Note] = []
        if collection.droppedAltitudes > 0 {
            notes.append(
                Note(
                    code: "heights_dropped",
                    text: Bilingual(
                        zh: "\(collection.droppedAltitudes) 个位置带高程，只取平面位置。",
                        en: "\(collection.droppedAltitudes) positions have heights, which are left out.")))
        }
        if let frame = source.frame { return (collection.features, frame, notes) }
        guard let name = collection.declaredCRS else { return (collection.features, .wgs84, notes) }
        // urn:ogc:def:crs:EPSG::4544 and http://www.opengis.net/def/crs/EPSG/0/4544 both end in the code.
        let parts = name.uppercased().split { $0 == ":" || $0 == "/" }
        if parts.last == "CRS84" { return (collection.features, .wgs84, notes) }
        do throws(FrameError) {
            let code = parts.contains("EPSG") ? parts.last.map { "epsg:\($0)" } : nil
            return (collection.features, try ReferenceFrame(parsing: code ?? name), notes)
        } catch {
            throw .inFile(source.path, error)
        }
    }

    // MARK: - Where it came from

    /// The file with its hash; of a shapefile its parts, of a folder what is in it.
    private static func files(of path: String) throws(ExchangeError) -> [EditionOrigin.File] {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .unreadable(path, SystemReason(errno).text) }
        if status.st_mode & S_IFMT == S_IFDIR {
            let folder = name(of: path)
            return try FolderListing.names(in: path).filter { !$0.hasSuffix(".lock") }.map {
                name throws(ExchangeError) in
                try file(path + "/" + name, named: folder + "/" + name)
            }
        }
        guard SiteFileFormat.recognise(path, firstBytes: []) == .shapefile else {
            return [try file(path, named: name(of: path))]
        }
        let parts = try ShapefileParts(path)
        return try ["shp", "shx", "dbf", "prj", "cpg"].compactMap(parts.part).map {
            part throws(ExchangeError) in
            try file(part, named: name(of: part))
        }
    }

    private static func file(_ path: String, named name: String) throws(ExchangeError) -> EditionOrigin.File {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .unreadable(path, SystemReason(errno).text) }
        return EditionOrigin.File(
            name: name, sha256: SHA256.hexadecimal(of: try FileBytes.read(path, limit: 2 << 30)),
            modified: CalendarDate(ofSecond: Int(status.st_mtim.tv_sec)))
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

extension Feature {
    /// What a column says of the feature, as text; nil where it says nothing.
    func text(_ column: String?) -> String? {
        guard let column else { return nil }
        let text: String
        switch properties[column] {
        case .string(let string): text = string
        case .number(let number):
            text = Int(exactly: number).map(String.init) ?? "\(number)"
        case .numeral(let digits): text = digits
        case nil where column == "id": text = id?.text ?? ""
        case .null, .bool, .array, .object, nil: return nil
        }
        let trimmed = text.drop(while: \.isWhitespace)
        let end = trimmed.lastIndex { !$0.isWhitespace }
        return end.map { String(trimmed[...$0]) }
    }
}

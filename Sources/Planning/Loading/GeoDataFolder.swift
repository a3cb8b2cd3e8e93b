internal import GeoJSON
internal import Glibc
internal import Wording

/// A GeoData folder on disk.
///
/// ```
/// catalogue.json                    documents, layouts, coverage, partitions, editions
/// control-points.csv                named places with known positions
/// <layout>/<edition>/zones.geojson  the zones (RFC 7946)
/// <layout>/<edition>/relations.json what the texts state between zones, and of their size
/// cited-lines.json                  the lines every quote begins on
/// unchecked-items.json              what siting has to look up elsewhere
/// ```
public struct GeoDataFolder: Hashable, Sendable {
    /// The folder's path.
    public let path: String

    /// Files that are read from here instead of from the disk, by their names below the folder.
    private var replaced: [String: [UInt8]] = [:]

    /// Names a folder; nothing is read yet.
    public init(path: String) {
        self.path = path
    }

    /// The same folder with another text in place of one of its files: an edit looked at before it is saved.
    public func replacing(_ file: String, with text: [UInt8]) -> GeoDataFolder {
        var folder = self
        folder.replaced[file] = text
        return folder
    }

    /// Reads documents, layouts and every edition of each.
    ///
    /// - Throws: ``GeoDataError`` naming the file, the zone and what to mend.
    public func catalogue() throws(GeoDataError) -> Catalogue {
        var loading = CatalogueLoading(folder: self)
        let catalogue = loading.catalogue()
        if let fault = loading.faults.first { throw fault }
        return catalogue
    }

    /// Whether a file is there, readable or not.
    func has(_ file: String) -> Bool { replaced[file] != nil || access("\(path)/\(file)", F_OK) == 0 }

    /// The bytes of a file below the folder.
    ///
    /// - Throws: ``GeoDataError/unreadable(file:reason:)``.
    public func bytes(of file: String) throws(GeoDataError) -> [UInt8] {
        if let text = replaced[file] { return text }
        guard let stream = fopen("\(path)/\(file)", "rb") else {
            throw GeoDataError.unreadable(file: "\(path)/\(file)", reason: SystemReason(errno))
        }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        let piece = 1 << 16
        var failure: Int32 = 0
        while true {
            let read = [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
                count = fread(buffer.baseAddress, 1, piece, stream)
                failure = errno
            }
            bytes += read
            guard read.count == piece else { break }
        }
        // Opening a folder succeeds; reading it does not.
        guard ferror(stream) == 0 else {
            throw GeoDataError.unreadable(file: "\(path)/\(file)", reason: SystemReason(failure))
        }
        return bytes
    }

    /// The root of a JSON file below the folder, read by a decoder whose errors then name the file.
    func read<Value>(
        _ file: String, _ value: (JSONCursor) throws(JSONError) -> Value
    ) throws(GeoDataError) -> Value {
        try decode(file) { text throws(JSONError) in try value(JSONCursor(parsing: text)) }
    }

    /// The same for a decoder that wants the text.
    func decode<Value>(
        _ file: String, _ value: ([UInt8]) throws(JSONError) -> Value
    ) throws(GeoDataError) -> Value {
        let bytes = try bytes(of: file)
        do throws(JSONError) {
            return try value(bytes)
        } catch {
            throw GeoDataError.malformed(file: "\(path)/\(file)", error)
        }
    }
}

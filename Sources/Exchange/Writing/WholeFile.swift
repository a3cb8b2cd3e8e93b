import Glibc

/// A file made of bytes at hand, such as a picture or a page.
///
/// It is put into place whole, and whatever stood there stays until it is.
public struct WholeFile: Sendable {
    private let path: String
    private let replacing: Bool

    /// Names a file that is to be written: before its bytes are made, so that no work is done in vain.
    ///
    /// - Throws: `target_exists` where it is there and may not be replaced.
    public init(at path: String, replacing: Bool) throws(ExchangeError) {
        self.path = path
        self.replacing = replacing
        if !replacing { try Self.refuseToReplace(path) }
    }

    /// Writes it.
    ///
    /// - Throws: `target_exists`, `unwritable_output`; what stood there is then unchanged.
    public func write(_ bytes: [UInt8]) throws(ExchangeError) {
        // A pipe or a device (`/dev/stdout`) is written to and not replaced.
        if let kind = Self.kind(of: path), kind != S_IFREG, kind != S_IFDIR {
            return try FileBytes.write(bytes, to: path, for: path)
        }
        let publication = try Publication(at: path, replacing: replacing)
        do throws(ExchangeError) {
            try FileBytes.write(bytes, to: "\(publication.folder)/whole", for: path)
            try publication.publish("whole")
        } catch {
            throw publication.explained(error)
        }
    }

    /// Refuses a path at which there is a file.
    public static func refuseToReplace(_ path: String) throws(ExchangeError) {
        if kind(of: path) == S_IFREG { throw .targetExists(path) }
    }

    /// What is at a path; nil where nothing is.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}

import Glibc
import Wording

extension DatasetWriter {
    /// What ``write(_:to:)`` puts into a file, for those who keep none.
    ///
    /// A Shapefile, which is several files, comes as a ZIP archive of them. Formats that are not ours to write are
    /// made in a folder of the system's for temporary files (`TMPDIR`, else `/tmp`).
    ///
    /// - Parameters:
    ///   - dataset: what is written.
    ///   - name: the file's name without its ending; it is the first word in the names of a Shapefile's files.
    /// - Returns: the bytes, and what was written.
    /// - Throws: ``ExchangeError``.
    public func bytes(
        of dataset: ExchangeDataset, named name: String
    ) throws(ExchangeError) -> (bytes: [UInt8], outcome: Outcome) {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        let folder: WorkFolder
        do throws(WorkFolder.Failed) {
            folder = try WorkFolder(in: parent)
        } catch {
            throw .unwritable(parent, SystemReason(error.reason).text)
        }
        let outcome = try write(dataset, to: "\(folder.path)/\(name).\(format.rawValue)")
        let names = try FolderListing.names(in: folder.path)
        var files: [(name: String, content: [UInt8])] = []
        for name in names {
            files.append((name, try FileBytes.read("\(folder.path)/\(name)", limit: Self.memoryLimit)))
        }
        if format != .shapefile, let whole = files.first { return (whole.content, outcome) }
        return (StoredArchive.bytes(of: files), outcome)
    }

    /// More than this is for files.
    private static let memoryLimit = 256 << 20
}

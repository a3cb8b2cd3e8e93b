import Glibc
import Wording

/// The files of a folder.
enum FolderListing {
    /// Their names, sorted; hidden ones left out.
    static func names(in path: String) throws(ExchangeError) -> [String] {
        try allNames(in: path).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// All names in no order, the folder's own `.` and `..` among them.
    static func allNames(in path: String) throws(ExchangeError) -> [String] {
        guard let directory = unsafe opendir(path) else { throw .unreadable(path, SystemReason(errno).text) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            names.append(
                unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                    unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
                })
        }
        return names
    }
}

import Glibc
import Wording

/// The files of a folder.
enum FolderListing {
    /// Their names, sorted; the folder itself and hidden ones left out.
    static func names(in path: String) throws(ExchangeError) -> [String] {
        guard let directory = unsafe opendir(path) else { throw .unreadable(path, SystemReason(errno).text) }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

import Glibc

/// A folder of its own to make files in, gone with all that is in it when its owner is.
struct WorkFolder: ~Copyable {
    let path: String

    /// Makes one in a folder that is there.
    ///
    /// - Throws: ``Failed`` with the system's reason.
    init(in parent: String) throws(Failed) {
        var template = Array("\(parent)/.jinfeng-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Failed(reason: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Takes away the files within; there are no folders.
    deinit {
        for name in (try? FolderListing.names(in: path)) ?? [] { unsafe unlink("\(path)/\(name)") }
        unsafe rmdir(path)
    }

    /// Why there is none.
    struct Failed: Error {
        /// The system's number for it.
        let reason: Int32
    }
}

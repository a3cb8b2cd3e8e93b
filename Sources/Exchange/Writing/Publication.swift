import Glibc
import Wording

/// Files made in a folder of their own beside the target and put into place when all of them are whole.
///
/// Each is put there by one rename, so that whoever looks sees the old file or the new one and never a part; where
/// anything fails before, what was there stays as it was.
struct Publication: ~Copyable {
    private let work: WorkFolder
    private let target: String
    private let replacing: Bool

    /// Where the files are made.
    var folder: String { work.path }

    /// The same by a path of no other folder: see ``WorkFolder/ownPath``.
    var ownFolder: String { work.ownPath }

    /// Prepares to publish at a path.
    ///
    /// - Throws: `target_exists`, `unwritable_output`.
    init(at target: String, replacing: Bool) throws(ExchangeError) {
        var target = target
        while target.count > 1, target.hasSuffix("/") { target.removeLast() }
        self.target = target
        self.replacing = replacing
        // Before any work is done; a folder may be one that Shapefiles go into.
        if !replacing { try WholeFile.refuseToReplace(target) }
        let parent =
            target.lastIndex(of: "/").map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        do throws(WorkFolder.Failed) {
            work = try WorkFolder(in: parent)
        } catch {
            throw .unwritable(target, SystemReason(error.reason).text)
        }
    }

    /// What went wrong in making them, told of the target: by the system's reason where there is one, for what GDAL says of
    /// a full disk helps nobody.
    func explained(_ error: ExchangeError) -> ExchangeError {
        guard error.kind == .inputOutput || error.code == "gdal_refused" else { return error }
        if let obstacle = work.obstacle { return .unwritable(target, obstacle.text) }
        return error.code == "gdal_refused" ? .unwritable(target, error.message) : error
    }

    /// Puts one file, made under a name in ``folder``, at the target itself.
    func publish(_ name: String) throws(ExchangeError) {
        try place("\(folder)/\(name)", at: target)
    }

    /// Puts files, made under their names in ``folder``, beside the target.
    func publishBeside(_ names: [String]) throws(ExchangeError) {
        let parent = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
        try publish(names, into: parent)
    }

    /// Makes the target a folder that holds the files; of one that is there, nothing else is touched.
    func publishFolder(_ names: [String]) throws(ExchangeError) {
        if unsafe mkdir(target, 0o777) != 0, errno != EEXIST {
            throw .unwritable(target, SystemReason(errno).text)
        }
        try publish(names, into: target + "/")
    }

    private func publish(_ names: [String], into parent: String) throws(ExchangeError) {
        if !replacing, let there = names.first(where: { unsafe access(parent + $0, F_OK) == 0 }) {
            throw .targetExists(parent + there)
        }
        for name in names { try place("\(folder)/\(name)", at: parent + name) }
    }

    private func place(_ made: String, at target: String) throws(ExchangeError) {
        if !replacing {
            // A second name for the file leaves no moment between look and move, where the file system has such.
            if unsafe link(made, target) == 0 { return }
            if unsafe errno == EEXIST || access(target, F_OK) == 0 { throw .targetExists(target) }
        }
        // A folder is never replaced by a file: rename refuses.
        guard unsafe rename(made, target) == 0 else { throw .unwritable(target, SystemReason(errno).text) }
    }
}

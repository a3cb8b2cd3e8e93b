import Glibc

/// Work folders of runs that were killed, taken away by the next run that works beside them.
///
/// A folder is one of them if it has the name, belongs to this user, holds no lock of an owner and was not touched for
/// ``quietSeconds``, so that none is taken between being made and being locked. One that holds an edition moved aside by an
/// import stays: it may be the only copy.
enum StaleWorkFolders {
    static let quietSeconds = 600

    static func sweep(_ parent: String) {
        // Where the folder cannot be listed nothing can be made in it either, which is told then.
        let names = (try? FolderListing.allNames(in: parent)) ?? []
        let count = WorkFolder.prefix.utf8.count + WorkFolder.randomCount
        for name in names where name.hasPrefix(WorkFolder.prefix) && name.utf8.count == count {
            removeIfStale("\(parent)/\(name)")
        }
    }

    private static func removeIfStale(_ path: String) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { _ = close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
            time(nil) - status.st_mtim.tv_sec > quietSeconds, flock(descriptor, LOCK_EX | LOCK_NB) == 0,
            unsafe access("\(path)/\(EditionPlacing.before)", F_OK) != 0
        else { return }
        WorkFolder.remove(path)
    }
}

import Glibc
import Planning
import Wording

/// Puts an edition into a GeoData folder: whole or not at all.
///
/// Everything is written into a folder of its own first. Then the edition's folder is moved to its place, where nothing
/// refers to it yet, and at last the catalogue that names it, by a rename: whoever reads sees the state before or the
/// one after. Where a step fails, those before it are undone.
struct EditionPlacing {
    /// What an edition that is replaced is called in the work folder until the new one stands.
    static let before = "before"

    private let folder: GeoDataFolder
    private let layout: String
    private let edition: String
    private let files: [(name: String, bytes: [UInt8])]
    private let replacing: Bool
    /// The catalogue the edition was made for; nil where it could not be read.
    private let catalogue: [UInt8]?

    init(
        folder: GeoDataFolder, layout: String, edition: String, files: [(name: String, bytes: [UInt8])],
        replacing: Bool
    ) {
        self.folder = folder
        self.layout = layout
        self.edition = edition
        self.files = files
        self.replacing = replacing
        catalogue = try? folder.bytes(of: CatalogueEdit.file)
    }

    func place() throws(ExchangeError) {
        // Another import may have come in between; its edition must not be lost.
        guard (try? folder.bytes(of: CatalogueEdit.file)) == catalogue else {
            throw .changedMeanwhile(folder.path)
        }
        let work: WorkFolder
        do throws(WorkFolder.Failed) {
            work = try WorkFolder(in: folder.path)
        } catch {
            throw .unwritable(folder.path, SystemReason(error.reason).text)
        }
        let stage = work.path
        var loose: [String] = []
        for (name, bytes) in files {
            let parts = name.split(separator: "/")
            let last = String(parts[parts.count - 1])
            let isOfEdition = parts.count > 1
            if isOfEdition { try Self.make("\(stage)/edition") } else { loose.append(last) }
            try FileBytes.write(
                bytes, to: isOfEdition ? "\(stage)/edition/\(last)" : "\(stage)/\(last)",
                for: "\(folder.path)/\(name)")
        }
        let home = "\(folder.path)/\(layout)"
        let isNewHome = unsafe access(home, F_OK) != 0
        try Self.make(home)
        let place = "\(home)/\(edition)"
        let wasThere = unsafe access(place, F_OK) == 0
        do throws(ExchangeError) {
            if wasThere {
                guard replacing else { throw .editionExists(edition, of: layout) }
                try Self.move(place, to: "\(stage)/\(Self.before)")
            }
            do throws(ExchangeError) {
                try Self.move("\(stage)/edition", to: place)
                // With the catalogue the edition is there.
                try Self.move("\(stage)/\(CatalogueEdit.file)", to: "\(folder.path)/\(CatalogueEdit.file)")
            } catch {
                _ = unsafe rename(place, "\(stage)/edition")
                if wasThere { _ = unsafe rename("\(stage)/\(Self.before)", place) }
                throw error
            }
        } catch {
            if isNewHome { _ = unsafe rmdir(home) }
            throw error
        }
        // Tables for people; where one cannot be renewed, `validate` says that it is out of date.
        for name in loose where name != CatalogueEdit.file {
            _ = unsafe rename("\(work.path)/\(name)", "\(folder.path)/\(name)")
        }
    }

    private static func make(_ path: String) throws(ExchangeError) {
        guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw .unwritable(path, SystemReason(errno).text)
        }
    }

    private static func move(_ path: String, to target: String) throws(ExchangeError) {
        guard unsafe rename(path, target) == 0 else { throw .unwritable(target, SystemReason(errno).text) }
    }
}

extension ExchangeError {
    fileprivate static func changedMeanwhile(_ folder: String) -> ExchangeError {
        ExchangeError(
            .inputOutput, "changed_meanwhile",
            Bilingual(
                zh: "“\(folder.quotable)”的 catalogue.json 在导入期间已被改动，未写入任何文件。",
                en: "catalogue.json in \(folder.quoted) was changed during the import; nothing was written."),
            remedy: Bilingual(zh: "请重新运行。", en: "Run it again."))
    }
}

/// What a part of an Office Open XML document refers to (ECMA-376, part 2, 6.5).
struct WorkbookParts {
    /// One reference.
    struct Target {
        let id: String
        /// The last word of the type, such as `worksheet`.
        let kind: String
        /// The name in the archive.
        let part: String
    }

    private let targets: [Target]

    /// The references of a part; none where there is no list of them.
    init(of part: String, in archive: String, _ session: borrowing GDALSession) throws(SheetFault) {
        let steps = part.split(separator: "/")
        let folder = steps.dropLast()
        let list = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
        guard let entry = ArchiveEntry(list, in: archive, session) else {
            targets = []
            return
        }
        var xml = XMLScanner(entry)
        var found: [Target] = []
        while true {
            let event = try xml.next()
            if event == .finished { break }
            guard event == .start("Relationship"), let id = xml.attribute("Id"),
                let kind = xml.attribute("Type")?.split(separator: "/").last,
                let target = xml.attribute("Target")
            else { continue }
            var place = target.hasPrefix("/") ? [] : folder
            for step in target.split(separator: "/") where step != "." {
                if step == ".." { _ = place.popLast() } else { place.append(step) }
            }
            found.append(Target(id: id, kind: String(kind), part: place.joined(separator: "/")))
        }
        targets = found
    }

    /// The first part of a kind.
    func first(_ kind: String) -> String? { targets.first { $0.kind == kind }?.part }

    /// The part of a kind by its reference; nil where it is of another kind.
    func part(_ kind: String, id: String) -> String? {
        targets.first { $0.id == id && $0.kind == kind }?.part
    }
}

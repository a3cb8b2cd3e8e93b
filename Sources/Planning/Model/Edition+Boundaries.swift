public import Wording

/// Whose boundaries an edition has.
extension Edition {
    /// Whether every drawing of it was imported: none of ours stands beside them.
    public var isImportedWhole: Bool {
        guard let origin else { return false }
        return zones.allSatisfy { $0.geometry == nil || origin.zones.contains($0.id) }
    }

    /// Whose boundary a zone has: the plan, the file and the years it plans for; nil where we drew it.
    public func boundarySource(of zone: Zone) -> Bilingual? {
        guard let origin, zone.geometry != nil, origin.zones.contains(zone.id) else { return nil }
        return origin.statement
    }

    /// Whose boundaries they are: the plan, the file and, if wished, the years the plan is made for, as far as they were told
    /// on import; nil where we drew them all.
    public func boundaries(withPeriod: Bool) -> Bilingual? {
        guard let origin else { return nil }
        var from = withPeriod ? origin.statement : origin.name
        if let classification {
            from = Bilingual(
                zh: "\(from.zh)，标为“\(classification)”", en: "\(from.en), classified “\(classification)”")
        }
        let drawn = zones.filter { origin.zones.contains($0.id) }
        guard !isImportedWhole, !drawn.isEmpty else {
            return Bilingual(zh: "边界取自导入的\(from.zh)", en: "the boundaries were imported from \(from.en)")
        }
        let most = 6
        let names = drawn.prefix(most)
        let more = drawn.count > most
        return Bilingual(
            zh:
                "\(names.map { "“\($0.name.zh)”" }.joined())\(more ? "等\(drawn.count)个单元" : "")的边界取自导入的\(from.zh)；其余单元沿用此前版次的图形",
            en:
                "the boundaries of \(names.map(\.name.en).joined(separator: ", "))\(more ? " and others, \(drawn.count) in all," : "") were imported from \(from.en); the other zones keep the drawing of the edition before"
        )
    }
}

extension EditionOrigin {
    /// The plan, its number and day, the file and the years it plans for; of what was not told on import, that it was not.
    public var statement: Bilingual {
        let (name, years) = (name, planPeriod.map { "\($0.from)—\($0.to)" })
        return Bilingual(
            zh: name.zh + (years.map { "，规划期\($0)年" } ?? "，未注明规划期"),
            en: name.en + (years.map { ", plan period \($0)" } ?? ", plan period not stated"))
    }

    /// The plan, its number and day, and the file.
    var name: Bilingual {
        guard let title else {
            return Bilingual(
                zh: "文件 \(mainFiles)（未注明所属规划）", en: "the file \(mainFiles) (of a plan not stated)")
        }
        let which = [number, date?.description].compactMap(\.self)
        return Bilingual(
            zh: "《\(title)》（\((which + ["文件 \(mainFiles)"]).joined(separator: "，"))）",
            en: "\(title) (\((which + ["file \(mainFiles)"]).joined(separator: ", ")))")
    }

    /// The files people would name: a Shapefile's other parts go without saying.
    private var mainFiles: String {
        var stems: Set<Substring> = []
        let main = files.map(\.name).filter { name in
            stems.insert(name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]).inserted
        }
        return main.prefix(2).joined(separator: ", ") + (main.count > 2 ? " …" : "")
    }
}

import Exchange
import Planning
import Presenting
import Validation
import Wording

/// What an import did, or why it did nothing, as people read it.
struct ImportText {
    private let edition: EditionImport
    private let isDryRun: Bool
    private let missing: ImportRequest.MissingZones
    private let language: Language

    init(
        _ edition: EditionImport, isDryRun: Bool, keeping missing: ImportRequest.MissingZones,
        _ language: Language
    ) {
        self.edition = edition
        self.isDryRun = isDryRun
        self.missing = missing
        self.language = language
    }

    /// What is now in the folder.
    var summary: String {
        var lines: [String] = []
        let (zones, features) = (edition.drawn.count, edition.drawn.reduce(0) { $0 + $1.features })
        let name = "\(edition.layout)/\(edition.edition)"
        if isDryRun {
            lines.append(say("检查通过，未写入：\(name)", "Checked, nothing written: \(name)"))
        } else {
            lines.append(say("已导入 \(name)", "Imported \(name)"))
        }
        lines.append(say("  自 \(edition.validFrom) 起有效", "  valid from \(edition.validFrom)"))
        lines.append(
            say("  上图 \(zones) 个单元（\(features) 个要素）：", "  \(zones) zones drawn (\(features) features): ")
                + list(edition.drawn.map(\.zone)))
        if !edition.columns.isEmpty { lines.append(say("  字段：", "  columns: ") + edition.columns) }
        if !edition.created.isEmpty {
            lines.append(say("  其中新单元：", "  new among them: ") + list(edition.created))
        }
        if !edition.missing.isEmpty {
            lines.append(
                (missing == .keep
                    ? say("  文件中没有，沿用原图形：", "  not in the files, outline kept: ")
                    : say("  文件中没有，不再上图：", "  not in the files, no longer drawn: "))
                    + list(edition.missing))
        }
        if !edition.superseded.isEmpty {
            lines.append(
                say("  此前版次自该日起由它取代：", "  superseded on that day: ") + list(edition.superseded)
                    + say("（--as-of 可取用）", " (still there by --as-of)"))
        }
        let (own, all) = (edition.warnings, edition.report.warnings.count)
        let others = all - own.count
        lines.append(
            say("  校验：无错误", "  checked: no errors of its own")
                + (own.isEmpty ? "" : say("，警告 \(own.count) 条：", "; warnings: \(own.count)"))
                + (others > 0
                    ? say(
                        "；其他版次的警告 \(others) 条，见 jinfeng validate",
                        "; \(others) warnings on other editions, see jinfeng validate") : ""))
        lines += own.prefix(Self.most).map {
            "    \($0.rule.id)  \($0.message[language])\n      → \($0.remedy[language])"
        }
        if own.count > Self.most {
            lines.append(say("    其余见 jinfeng validate", "    the others: jinfeng validate"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What the rules find.
    var obstacles: String {
        edition.obstacles.map { finding in
            let zone = finding.zone.map { "  \($0)" } ?? ""
            let numbers = finding.position.map { [$0.longitude, $0.latitude] } ?? []
            let place = numbers.compactMap { FixedDecimals($0, decimals: 5)?.description }.joined(
                separator: ", ")
            return
                "\(finding.rule.id)\(zone)  \(place)\n    \(finding.message[language])\n    → \(finding.remedy[language])\n"
        }.joined()
    }

    /// The last line where nothing was written.
    var refusal: String {
        let rules = Set(edition.obstacles.filter(\.isAcceptable).map(\.rule.id)).sorted()
        var text = say(
            "jinfeng: 校验发现 \(edition.obstacles.count) 处错误，未写入任何文件。",
            "jinfeng: the rules find \(edition.obstacles.count) errors; nothing was written.")
        if !rules.isEmpty {
            let option = rules.map { "--accept \($0)" }.joined(separator: " ")
            text += say(
                "法定边界确与文本或示意图不一致的，可加 \(option)。",
                " Where the statutory line does differ from text or sketch, add \(option).")
        }
        let isBetweenMembers = edition.obstacles.contains {
            $0.rule.id.hasPrefix("partition.") && !$0.isAcceptable
        }
        if missing == .keep, isBetweenMembers {
            text += say(
                "导入的边界与沿用的示意图形不能并存的，请去掉 --missing keep，或把相邻单元一并导入。",
                " Where an imported line and a sketch that is kept cannot stand together, leave out --missing keep or import the neighbours as well."
            )
        }
        return text
    }

    /// How many warnings are told in full.
    private static let most = 10

    private func list(_ names: [String]) -> String {
        names.prefix(20).joined(separator: say("、", ", ")) + (names.count > 20 ? " …" : "")
    }

    private func say(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[language] }
}

import Exchange
import Planning
import Presenting
import Projection
import Siting
import Tables
import Wording

extension Import {
    /// What the options ask for.
    func request(_ folder: GeoDataFolder, _ language: Language) throws -> ImportRequest {
        let today = CalendarDate.today()
        var request = ImportRequest(
            try sources(language), as: try target.target(in: folder, language),
            validFrom: terms.validFrom ?? today,
            today: today)
        request.mapping = try matching.mapping(language)
        request.matches = try matching.matches(language)
        request.newZones = matching.newZones
        request.missing = matching.missing ?? .unlocated
        request.accuracy = try terms.accuracyMetres(language)
        request.accuracyBasis = terms.accuracyBasis
        request.edition = target.edition
        request.title = terms.sourceTitle
        request.number = terms.sourceNumber
        request.date = terms.sourceDate
        request.classification = terms.classification
        request.planPeriod = try terms.period(language)
        request.coverage = target.coverage.flatMap { $0.split(separator: ",").map(String.init) }
        request.accepted = matching.accept.flatMap { $0.split(separator: ",").map(String.init) }
        request.replacing = force
        request.isRehearsal = dryRun
        return request
    }

    private func sources(_ language: Language) throws -> [ImportSource] {
        var stated: ReferenceFrame?
        do throws(FrameError) {
            stated = try frame.map { text throws(FrameError) in try ReferenceFrame(parsing: text) }
        } catch {
            throw Failure(RowError(error, field: "--frame"), language, status: .usage)
        }
        let closing = try matching.closeWithin.map {
            try DistanceOption.metres($0, field: "--close-within", language)
        }
        return files.flatMap { file in
            let layers: [String?] = sheet.isEmpty ? [nil] : sheet
            return layers.map {
                ImportSource(
                    file, layer: $0, frame: stated, encoding: encoding, closingTolerance: closing ?? 0.01)
            }
        }
    }
}

extension ImportTargetOptions {
    func target(in folder: GeoDataFolder, _ language: Language) throws -> ImportRequest.Target {
        if let control { return .control(control) }
        guard let layout else { throw Failure(WhichLayout(), language, status: .usage) }
        let catalogue: Catalogue
        do throws(GeoDataError) {
            catalogue = try folder.catalogue()
        } catch {
            throw Failure(error, language, status: error.status)
        }
        return .layout(try catalogue.layouts.named([layout], language)[0].id)
    }
}

extension ImportMatchingOptions {
    /// `name_zh=MC,accuracy_m=WC`.
    func mapping(_ language: Language) throws -> [ImportField: String] {
        var mapping: [ImportField: String] = [:]
        for (key, column) in try pairs(map.flatMap { $0.split(separator: ",") }, "--map", language) {
            guard let field = ImportField(rawValue: key) else {
                let known = ImportField.allCases.map(\.rawValue).joined(separator: ", ")
                let error = UsageError(
                    message: Bilingual(zh: "没有“\(key.quotable)”这一项。", en: "There is no field \(key.quoted)."),
                    remedy: Bilingual(zh: "可用：\(known)。", en: "There are: \(known)."))
                throw Failure(RowError(error, field: "--map"), language, status: .usage)
            }
            mapping[field] = column
        }
        return mapping
    }

    func matches(_ language: Language) throws -> [String: String] {
        Dictionary(try pairs(match.map { $0[...] }, "--match", language), uniquingKeysWith: { $1 })
    }

    private func pairs(
        _ texts: [Substring], _ option: String, _ language: Language
    ) throws -> [(String, String)] {
        try texts.map { text in
            // The last sign: a name may have one in it, an id or a column hardly.
            guard let sign = text.lastIndex(where: { $0 == "=" || $0 == "＝" }), sign != text.startIndex,
                text.index(after: sign) != text.endIndex
            else {
                let error = UsageError(
                    message: Bilingual(
                        zh: "“\(text.quotable)”不是“甲=乙”。", en: "\(text.quoted) is not of the form A=B."),
                    remedy: Bilingual(
                        zh: "如 --map name_zh=MC，--match 生命岛片区=shengmingdao。",
                        en: "Such as --map name_zh=MC, --match 生命岛片区=shengmingdao."))
                throw Failure(RowError(error, field: option), language, status: .usage)
            }
            return (String(text[..<sign]), String(text[text.index(after: sign)...]))
        }
    }
}

extension ImportTermsOptions {
    /// Metres; a bare number is metres too, as everybody writes it.
    func accuracyMetres(_ language: Language) throws -> Double? {
        guard let accuracy else { return nil }
        if let number = Double(accuracy) {
            guard number.isFinite, number > 0 else {
                let error = UsageError(
                    message: Bilingual(
                        zh: "位置中误差应大于0，而不是“\(accuracy)”。",
                        en: "An accuracy is above 0, and not \"\(accuracy)\"."),
                    remedy: Bilingual(zh: "如 --accuracy 0.5m。", en: "Such as --accuracy 0.5m."))
                throw Failure(RowError(error, field: "--accuracy"), language, status: .usage)
            }
            return number
        }
        return try DistanceOption.metres(accuracy, field: "--accuracy", language)
    }

    /// `2021-2035`.
    func period(_ language: Language) throws -> PlanPeriod? {
        guard let planPeriod else { return nil }
        let years = planPeriod.split(whereSeparator: { "-—–~至".contains($0) }).compactMap { Int($0) }
        guard years.count == 2, years[0] <= years[1], years.allSatisfy((1900...2200).contains) else {
            let error = UsageError(
                message: Bilingual(
                    zh: "“\(planPeriod.quotable)”不是规划期。", en: "\(planPeriod.quoted) is no plan period."),
                remedy: Bilingual(
                    zh: "请写起止年份，如 2021-2035。", en: "Give the first and the last year, such as 2021-2035."))
            throw Failure(RowError(error, field: "--plan-period"), language, status: .usage)
        }
        return PlanPeriod(from: years[0], to: years[1], outlook: nil)
    }
}

/// No folder was named to write into.
struct WhereToWrite: ExplainedError {
    /// The folder in use, as a shell takes it.
    let folder: String
    let code = "folder_not_named"
    let message = Bilingual(
        zh: "没有用 --geodata 指明写入哪个 GeoData 目录；随程序安装的数据不会被改动。",
        en: "No GeoData folder to write into is named with --geodata; the installed data are not changed.")
    var remedy: Bilingual {
        Bilingual(
            zh: "请先复制一份：cp -r \(folder) 我的GeoData，再加 --geodata 我的GeoData。",
            en: "Make a copy, cp -r \(folder) MyGeoData, and add --geodata MyGeoData.")
    }
}

private struct WhichLayout: ExplainedError {
    let code = "target_not_named"
    let message = Bilingual(zh: "没有指明导入到哪里。", en: "It is not said what the files are.")
    let remedy = Bilingual(
        zh: "请用 --layout 指明空间格局，或用 --control 指明控制线（red-line、farmland、development-boundary）。",
        en:
            "Name a layout with --layout, or a control line with --control (red-line, farmland, development-boundary)."
    )
}

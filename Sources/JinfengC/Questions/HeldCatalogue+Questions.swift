internal import GeoJSON
internal import Intake
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

/// The questions of the command, each answered with the JSON the command gives.
extension HeldCatalogue {
    /// `jinfeng assess`: one site, or each feature of a collection.
    func assessment(of word: String, _ text: String?) throws(Refusal) -> String {
        let terms = try Terms(
            text,
            known: [
                "frame", "accuracy", "confidence", "as_of", "layouts", "language", "activity", "area",
                "make_valid",
            ])
        let (asOf, confidence, language) = (
            try terms.asOf(), try terms.confidence(), try terms.language()
        )
        let layouts = try terms.layouts(among: catalogue.plans)
        let activity = try terms.text("activity")
        let area = try terms.statedArea()
        let reader = ShapedSiteReader(
            ShapedSiteReader.Terms(
                frame: try terms.frame(), accuracy: try terms.accuracy(),
                makingValid: try terms.flag("make_valid"), statedArea: area),
            catalogue, asOf: asOf
        ) { self.gazetteer }
        let sites = try Self.sites(word, reader)
        if area != nil, sites.count != 1 || sites.contains(where: \.hasNoArea) {
            throw Refusal(.usage, TermError.areaOfOne, field: "area")
        }
        do throws(LocatorError) {
            return try assess(asOf: asOf) { assessor throws(LocatorError) in
                let rows = sites.map { one in
                    AssessedRow(
                        label: one.label, id: one.id, name: one.name,
                        outcome: one.site.flatMap { site in
                            do throws(LocatorError) {
                                return .success(
                                    try assessor.assess(
                                        site, activity: activity, confidence: confidence, layouts: layouts))
                            } catch {
                                return .failure(RowError(error))
                            }
                        })
                }
                return AssessmentReport(rows, catalogue: self.catalogue, language: language).json
            }
        } catch {
            throw Refusal(.badData, error)
        }
    }

    /// The sites a word names; the one that cannot be read is why nothing is answered.
    private static func sites(_ word: String, _ reader: ShapedSiteReader) throws(Refusal) -> [ShapedSite] {
        do {
            let sites: [ShapedSite]
            switch SiteArgument(word, mayNameFile: false) {
            case .position(let text): sites = [reader.position(text, label: text)]
            case .wkt(let text): sites = [reader.wkt(text, label: "WKT")]
            case .geojson(let text): sites = try reader.features(Array(text.utf8), label: "GeoJSON")
            case .name(let name), .file(let name): sites = [try reader.named(name)]
            }
            if sites.count == 1, case .failure(let error) = sites[0].site { throw error }
            return sites
        } catch let error as RowError {
            throw Refusal(.badData, error)
        } catch let error as any ExplainedError {
            throw Refusal(.badData, error, field: "site")
        } catch {
            // Readers throw nothing but errors that explain themselves.
            fatalError("\(error)")
        }
    }

    /// `jinfeng find`: the features of a collection that fulfil criteria, ranked.
    func comparison(of candidates: String, _ text: String?) throws(Refusal) -> String {
        let kinds = Criterion.Kind.allCases
        let terms = try Terms(
            text,
            known: kinds.map(\.rawValue) + [
                "frame", "accuracy", "confidence", "as_of", "language", "min_probability", "make_valid",
            ])
        let language = try terms.language()
        let (screening, catalogue) = try screening(terms)
        let frame = try terms.frame()
        let reader = CandidateReader(
            frame: frame, accuracy: try terms.accuracy(), gazetteer: gazetteer,
            zones: ZoneNames(catalogue, asOf: screening.asOf), makingValid: try terms.flag("make_valid"))
        var features: GeoJSONCandidates
        do {
            features = try GeoJSONCandidates(Array(candidates.utf8), overrulingCRS: frame != nil)
        } catch let error as any ExplainedError {
            throw Refusal(.badData, error, field: "candidates")
        } catch {
            fatalError("\(error)")
        }
        do throws(LocatorError) {
            let screener = try Screener(screening, catalogue)
            var rows: [CandidateComparison.Row] = []
            while let row = features.next() { rows.append(row.compared(by: reader, screener)) }
            let comparison = CandidateComparison(
                screening, catalogue, unchecked: uncheckedItems, rows: rows)
            return JSONWriter(.pretty).string(comparison.json(in: language))
        } catch {
            throw Refusal(.badData, error)
        }
    }

    /// The criteria, with the catalogue that holds the control points they ask distances to.
    private func screening(_ terms: Terms) throws(Refusal) -> (Screening, Catalogue) {
        let asOf = try terms.asOf()
        var texts: [(kind: Criterion.Kind, text: String)] = []
        for kind in Criterion.Kind.allCases {
            for text in try terms.texts(kind.rawValue) { texts.append((kind, text)) }
        }
        let (confidence, least) = (try terms.confidence(), try terms.leastProbability())
        let asked = AskedComparison(texts, asOf: asOf)
        let catalogue = asked.catalogue(self.catalogue) { gazetteer }
        do throws(CriterionError) {
            return (
                try asked.screening(
                    in: catalogue, gazetteer: { gazetteer }, vocabulary: vocabulary, confidence: confidence,
                    minimumProbability: least), catalogue
            )
        } catch {
            throw Refusal(.usage, error, field: error.kind?.rawValue)
        }
    }

    /// `jinfeng fit`: an activity → the zones the documents assign it to.
    func fit(of activity: String, _ text: String?) throws(Refusal) -> String {
        guard !activity.allSatisfy(\.isWhitespace) else {
            throw Refusal(.usage, TermError.noActivity, field: "activity")
        }
        let terms = try Terms(text, known: ["as_of", "language", "stages", "documents", "layouts"])
        let language = try terms.language()
        var stages: [ActivityStage] = []
        for word in try terms.texts("stages") {
            guard let stage = ActivityStage(rawValue: word) else {
                throw Refusal(
                    .usage, UnknownTerm(word, known: ActivityStage.allCases.map(\.rawValue)), field: "stages")
            }
            stages.append(stage)
        }
        let documents = try terms.texts("documents")
        for id in documents where !catalogue.documents.contains(where: { $0.id == id }) {
            throw Refusal(.usage, UnknownTerm(id, known: catalogue.documents.map(\.id)), field: "documents")
        }
        let filter = FunctionalFit.Filter(
            stages: ActivityStage.allCases.filter(stages.contains),
            documents: documents.isEmpty ? nil : Set(documents),
            layouts: try terms.layouts(among: catalogue.layouts))
        let answer = FunctionalFit(vocabulary, catalogue, asOf: try terms.asOf()).answer(
            activity, filter: filter)
        return JSONWriter(.pretty).string(answer.json(in: language))
    }

    /// `jinfeng locate`: one position or place.
    func location(of word: String, _ text: String?) throws(Refusal) -> String {
        let terms = try Terms(
            text, known: ["frame", "accuracy", "confidence", "as_of", "layouts", "language"])
        let language = try terms.language()
        let reader = SiteReader(
            frame: try terms.frame(), accuracy: try terms.accuracy(), gazetteer: gazetteer)
        let isName = if case .name = SiteArgument(word, mayNameFile: false) { true } else { false }
        let (confidence, layouts) = (try terms.confidence(), try terms.layouts(among: catalogue.plans))
        let asOf = try terms.asOf()
        let site: Site
        do throws(SiteError) {
            site = try reader.site(
                SiteText(position: isName ? .place(word) : .single(word, order: .eastingFirst)))
        } catch {
            throw Refusal(.badData, error, field: isName ? "place" : "position")
        }
        do throws(LocatorError) {
            return try assess(asOf: asOf) { assessor throws(LocatorError) in
                let answer = try assessor.locate(site, confidence: confidence, layouts: layouts)
                return JSONWriter(.pretty).string(answer.json(in: language))
            }
        } catch {
            throw Refusal(.badData, error)
        }
    }
}

extension ShapedSite {
    /// Whether it is surely a point or a line.
    fileprivate var hasNoArea: Bool {
        guard case .success(let site) = site else { return false }
        if case .parcel(let parcel) = site.shape { return parcel.dimension != 2 }
        return true
    }
}

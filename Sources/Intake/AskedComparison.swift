package import Planning
package import Presenting
package import Siting

/// The criteria of one comparison as people write them: read in the same way at every door.
package struct AskedComparison {
    private let texts: [(kind: Criterion.Kind, text: String)]
    private let asOf: CalendarDate

    /// - Parameters:
    ///   - texts: each criterion with its kind, in the order of the user.
    ///   - asOf: the day whose editions answer.
    package init(_ texts: [(kind: Criterion.Kind, text: String)], asOf: CalendarDate) {
        self.texts = texts
        self.asOf = asOf
    }

    /// Whether an activity is asked for, which takes the vocabulary.
    package var asksActivity: Bool { texts.contains { $0.kind == .activity } }

    /// The catalogue with the control points that distances are asked to, where no zone bears the name.
    ///
    /// - Parameters:
    ///   - catalogue: the catalogue.
    ///   - gazetteer: the named places, read where one is asked for.
    /// - Returns: the catalogue itself where none is.
    package func catalogue(
        _ catalogue: Catalogue, gazetteer: () throws -> Gazetteer
    ) rethrows -> Catalogue {
        let search = ZoneSearch(catalogue, asOf: asOf)
        let unknown = texts.filter { $0.kind == .near || $0.kind == .away }
            .compactMap { CriterionReader.subject(of: $0.text) }.filter { !search.knows($0) }
        guard !unknown.isEmpty else { return catalogue }
        let gazetteer = try gazetteer()
        var catalogue = catalogue
        for name in Set(unknown) {
            guard let place = try? gazetteer.place(named: name) else { continue }
            catalogue = catalogue.adding(place, on: asOf) ?? catalogue
        }
        return catalogue
    }

    /// The criteria, read and checked against each other.
    ///
    /// - Parameters:
    ///   - catalogue: what ``catalogue(_:gazetteer:)`` made.
    ///   - gazetteer: the named places, read to tell a place that was taken for a zone.
    ///   - vocabulary: what the documents assign to which zone; may be nil unless ``asksActivity``.
    ///   - confidence: how sure a verdict must be.
    ///   - minimumProbability: from which probability on a criterion is met; nil to leave it to the confidence.
    /// - Returns: the criteria.
    /// - Throws: ``CriterionError``.
    package func screening(
        in catalogue: Catalogue, gazetteer: () throws -> Gazetteer, vocabulary: ActivityVocabulary?,
        confidence: Confidence,
        minimumProbability: Double?
    ) throws(CriterionError) -> Screening {
        let fit = asksActivity ? vocabulary.map { FunctionalFit($0, catalogue, asOf: asOf) } : nil
        let reader = CriterionReader(catalogue, asOf: asOf, fit: fit)
        var criteria: [Criterion] = []
        for (kind, text) in texts {
            do throws(CriterionError) {
                criteria += try reader.criteria(kind, text)
            } catch {
                guard case .name(let unknown) = error.fault, case .unknown = unknown,
                    kind == .inside || kind == .outside,
                    (try? gazetteer().place(named: text)) != nil
                else { throw error }
                throw CriterionError(kind, .placeIsNoZone(text, unknown))
            }
        }
        return try Screening(
            criteria, in: catalogue, asOf: asOf, confidence: confidence,
            minimumProbability: minimumProbability)
    }
}

extension CandidateRow {
    /// The row with what became of its candidate; one that is bad keeps its place.
    ///
    /// - Parameters:
    ///   - reader: reads the candidate.
    ///   - screener: holds it against the criteria.
    ///   - explained: words an error in the terms of the door.
    ///   - note: is told every candidate that could be read.
    /// - Returns: the row of the comparison.
    package func compared(
        by reader: CandidateReader, _ screener: borrowing Screener,
        explaining explained: (RowError) -> RowError = { $0 },
        noting note: (Candidate) -> Void = { _ in }
    ) -> CandidateComparison.Row {
        var outcome: Result<ScreenedCandidate, RowError>?
        switch candidate(by: reader) {
        case .success(let candidate):
            note(candidate)
            do throws(LocatorError) {
                outcome = .success(try screener.screened(candidate))
            } catch {
                outcome = .failure(explained(RowError(error, row: row)))
            }
        case .failure(let error): outcome = .failure(explained(error))
        case nil: outcome = nil
        }
        return CandidateComparison.Row(origin: origin, row: row, id: id, name: name, outcome: outcome)
    }
}

import GeoJSON
import Intake
import Planning
import Presenting
import Siting
import Tables
import Wording

extension Neighbors {
    /// Answers zones; one that is not drawn ends the command where no other is.
    func write(zones: [Zone], _ overlay: borrowing ZoneOverlay, within distance: Double) throws {
        let language = data.speech.language
        var answers: [NeighbourAnswer] = []
        for zone in zones {
            let reference = ZoneReference(layout: zone.layout, zone: zone.id)
            do throws(LocatorError) {
                if let answer = try overlay.neighbours(of: reference, within: distance) {
                    answers.append(answer)
                }
            } catch {
                throw Failure(error, language, status: .badData)
            }
        }
        guard !answers.isEmpty else {
            throw Failure(UnlocatedZone(zones[0]), language, status: .badData)
        }
        let text = AdjacencyText(language: language)
        try write(
            texts: answers.map { text.full($0) }, values: answers.map { $0.json(in: language) },
            table: { () throws(TableError) in try AdjacencyTable.csv(answers) })
    }

    /// Answers sites; one that cannot be read or measured is told and the others are answered.
    func write(sites: [ShapedSite], _ overlay: borrowing ZoneOverlay, within distance: Double) throws {
        let language = data.speech.language
        var answers: [SiteNeighbourAnswer] = []
        var failures: [RowError] = []
        for one in sites {
            switch one.site {
            case .failure(let error): failures.append(error)
            case .success(let site):
                do throws(LocatorError) {
                    answers.append(
                        try overlay.neighbourAnswer(of: site.parcel, called: one.label, within: distance))
                } catch {
                    failures.append(RowError(error, field: one.label))
                }
            }
        }
        if answers.isEmpty, let first = failures.first {
            throw Failure(first, language, status: .badData)
        }
        let text = AdjacencyText(language: language)
        try write(
            texts: answers.map { text.full($0) },
            values: answers.map { $0.json(in: language) },
            table: { () throws(TableError) in try AdjacencyTable.csv(answers) })
        if let first = failures.first { throw Failure(first, language, status: .badData) }
    }

    private func write(
        texts: [String], values: [JSONValue], table: () throws(TableError) -> [UInt8]
    ) throws {
        let language = data.speech.language
        let output = try Output(path: nil, language)
        switch format {
        case .text: try output.write(texts.joined(separator: "\n"))
        case .json:
            try output.write(
                JSONWriter(.pretty).string(values.count == 1 ? values[0] : .array(values)) + "\n")
        case .csv:
            var bytes: [UInt8]
            do throws(TableError) { bytes = try table() } catch {
                throw Failure(error, language, status: .badData)
            }
            try output.write(&bytes)
        }
    }
}

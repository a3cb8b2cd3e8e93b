import Planning
import Siting
import TestSupport
import Testing

/// The shipped vocabulary over the shipped catalogue, on one day.
enum ShippedFit {
    static let folder = GeoDataFolder(path: Repository.geoData)

    private static let shared = Result { try read() }

    /// Made once for all tests.
    static func make() throws -> FunctionalFit { try shared.get() }

    private static func read() throws -> FunctionalFit {
        let catalogue = try folder.catalogue()
        let day = try #require(CalendarDate("2026-11-21"))
        return FunctionalFit(try folder.activities(in: catalogue), catalogue, asOf: day)
    }
}

/// A question with sentences its answer must have.
struct FitRow: CustomTestStringConvertible, Sendable {
    let question: String
    /// `zone document:line`, each to be among the direct answers.
    let direct: [String]
    /// Zones that must not be among the direct answers.
    var never: [String] = []
    var testDescription: String { question }

    init(_ question: String, _ direct: [String], never: [String] = []) {
        self.question = question
        self.direct = direct
        self.never = never
    }
}

extension FitAnswer {
    /// `zone document:line` of the sentences that name what was asked for, at the stage asked for.
    var direct: [String] { sentences { $0.standing == .direct || $0.standing == .stageNotStated } }

    /// The same for sentences of a choice.
    func sentences(_ isWanted: (FitAssignment) -> Bool) -> [String] {
        activities.flatMap { $0.assignments + $0.instead }.filter(isWanted).map(\.key)
    }
}

extension FitAssignment {
    var key: String { "\(target.id) \(source.document):\(source.line)" }
}

internal import Siting

/// The verdict column as numbers: places in ``words``, which the legend lists.
enum ArrayVerdict {
    /// The words of the command's verdict column.
    static let words =
        Verdict.allCases.map(\.rawValue)
        + ZoneAbsence.allCases.map(\.rawValue).filter { word in
            !Verdict.allCases.contains { $0.rawValue == word }
        }

    /// In place of a verdict where there is no position.
    static let noPosition: UInt8 = 255

    private static let places = Dictionary(
        uniqueKeysWithValues: words.enumerated().map { ($1, UInt8($0)) })

    /// The number of a verdict.
    static func number(_ verdict: Verdict) -> UInt8 { places[verdict.rawValue] ?? noPosition }

    /// The number of the reason for which no zone is named.
    static func number(_ absence: ZoneAbsence) -> UInt8 { places[absence.rawValue] ?? noPosition }
}

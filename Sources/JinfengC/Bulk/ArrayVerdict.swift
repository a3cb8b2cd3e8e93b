internal import Siting

/// The verdict column as numbers: places in ``words``, which the legend lists.
enum ArrayVerdict {
    /// The words of the command's verdict column.
    static let words = [
        Verdict.inside.rawValue, Verdict.outside.rawValue, Verdict.uncertain.rawValue,
        ZoneAbsence.notCovered.rawValue, ZoneAbsence.notStated.rawValue,
        ZoneAbsence.coverageUncertain.rawValue, ZoneAbsence.unassigned.rawValue,
    ]

    /// In place of a verdict where there is no position.
    static let noPosition: UInt8 = 255

    /// The number of a verdict.
    static func number(_ verdict: Verdict) -> UInt8 {
        switch verdict {
        case .inside: 0
        case .outside: 1
        case .uncertain: 2
        }
    }

    /// The number of the reason for which no zone is named.
    static func number(_ absence: ZoneAbsence) -> UInt8 {
        switch absence {
        case .outside: 1
        case .uncertain: 2
        case .notCovered: 3
        case .notStated: 4
        case .coverageUncertain: 5
        case .unassigned: 6
        }
    }
}

/// The years a document plans for, and the year it looks out to.
public struct PlanPeriod: Hashable, Sendable {
    /// The first year.
    public let from: Int
    /// The last year; the period ends with its 31 December.
    public let to: Int
    /// The year of the outlook beyond the period, where the document has one.
    public let outlook: Int?

    /// Names a period.
    public init(from: Int, to: Int, outlook: Int?) {
        self.from = from
        self.to = to
        self.outlook = outlook
    }

    /// Where a day stands against the period.
    public func status(on date: CalendarDate) -> PlanStatus {
        if date.year < from { return .notYet }
        if date.year <= to { return .inForce }
        if let outlook, date.year <= outlook { return .periodEnded }
        return .ended
    }
}

/// Where a plan period stands on a day.
///
/// That a period has ended (届满) does not say the plan lost its force (失效).
public enum PlanStatus: String, Hashable, Sendable, CaseIterable {
    /// Before the first year.
    case notYet = "not_yet"
    /// Within the period.
    case inForce = "in_force"
    /// After the period, within the outlook: 规划期已届满，展望2035.
    case periodEnded = "period_ended"
    /// Not known: the boundaries were imported, and for which years was not stated.
    case notStated = "not_stated"
    /// After the outlook too, or after the period where there is no outlook.
    case ended
}

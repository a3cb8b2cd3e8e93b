internal import Topology
public import Wording

/// One thing that must be true of a GeoData folder.
public struct Rule: Hashable, Sendable {
    /// How much a breach weighs.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The data must not be used or published so.
        case error
        /// Somebody should look.
        case warning
    }

    /// A stable name, `family.rule`, such as `partition.gap`.
    public let id: String
    /// What it is about, in a few words.
    public let title: Bilingual
    /// What must be true.
    public let asks: Bilingual
    /// How much a breach weighs.
    public let severity: Severity
    /// Whether a warning becomes an error where the data are to be published (`--strict`).
    public let bindsPublication: Bool

    init(
        _ id: String, _ title: Bilingual, asks: Bilingual, severity: Severity = .error,
        bindsPublication: Bool = false
    ) {
        self.id = id
        self.title = title
        self.asks = asks
        self.severity = severity
        self.bindsPublication = bindsPublication
    }

    /// What a breach weighs, strictly or not.
    func severity(strict: Bool) -> Severity { strict && bindsPublication ? .error : severity }

    /// Every rule, family by family, in the order of a report.
    public static let all: [Rule] = families.flatMap { $0.rules }

    static var families: [any RuleFamily.Type] {
        [
            SchemaRules.self, GeometryRules.self, HierarchyRules.self, PartitionRules.self, BorderRules.self,
            CoverageRules.self, RelationRules.self, QuantityRules.self, TextRules.self, QuoteRules.self,
            ActivityRules.self,
            AccuracyRules.self, TimeRules.self, PlaceRules.self, NamingRules.self, GuideRules.self,
        ]
    }
}

/// Rules that look at the same things.
protocol RuleFamily {
    /// The rules, in the order of a report.
    static var rules: [Rule] { get }

    /// Notes every breach.
    static func check(_ subject: Subject, _ report: inout ValidationReport) throws(TopologyError)
}

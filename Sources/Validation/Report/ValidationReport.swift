public import Planning
internal import Wording

/// Everything found in one pass over a GeoData folder, and what was counted on the way.
public struct ValidationReport: Hashable, Sendable {
    /// What was counted, over the editions valid on the day.
    public struct Counts: Hashable, Sendable {
        /// Structures drawn.
        public internal(set) var located = 0
        /// Those among them whose drawing was imported, by whichever import.
        public internal(set) var imported = 0
        /// Structures that say why they are not drawn.
        public internal(set) var unlocated = 0
        /// Parts whose parent is not drawn, so that nothing can be said of their lying inside.
        public internal(set) var uncheckableParts = 0
        /// Stated relations by what came of them.
        public internal(set) var relations: [Outcome: Int] = [:]
        /// Stated sizes by what came of them.
        public internal(set) var quantities: [Outcome: Int] = [:]
        /// Quotes in all editions and in the words of functional fit.
        public internal(set) var quotes = 0
        /// Those found again on their line.
        public internal(set) var quotesFound = 0
        /// Documents whose full text was at hand.
        public internal(set) var fullTexts = 0
    }

    /// The day taken as today.
    public let asOf: CalendarDate
    /// Whether breaches that only matter for publication count as errors.
    public let isStrict: Bool
    /// Everything found, rule by rule in ``Rule/all``'s order.
    public private(set) var findings: [Finding] = []
    /// What was counted.
    public internal(set) var counts = Counts()

    init(asOf: CalendarDate, isStrict: Bool) {
        self.asOf = asOf
        self.isStrict = isStrict
    }

    /// The findings that make the data unusable.
    public var errors: [Finding] { findings.filter { $0.severity == .error } }
    /// The findings somebody should look at.
    public var warnings: [Finding] { findings.filter { $0.severity == .warning } }

    /// The findings of each rule that has any.
    public var byRule: [(rule: Rule, findings: [Finding])] {
        Rule.all.compactMap { rule in
            let found = findings.filter { $0.rule == rule }
            return found.isEmpty ? nil : (rule, found)
        }
    }

    mutating func note(
        _ rule: Rule, in drawn: DrawnEdition? = nil, between others: [DrawnEdition] = [],
        acceptable: Bool = true,
        layout: String? = nil, zone: String? = nil,
        at position: LonLat? = nil, _ message: Bilingual, remedy: Bilingual
    ) {
        // What whoever imported an edition has decided to live with stays in sight.
        let editions = others + [drawn].compactMap(\.self)
        let isAccepted =
            acceptable && editions.contains { $0.edition.origin?.accepted.contains(rule.id) ?? false }
        findings.append(
            Finding(
                rule: rule, isAcceptable: acceptable && EditionOrigin.canAccept(rule.id),
                severity: isAccepted ? .warning : rule.severity(strict: isStrict),
                layout: drawn?.layout.id ?? layout,
                edition: drawn?.edition.id, zone: zone, position: position, message: message, remedy: remedy))
    }

    mutating func sortByRule() {
        let order = Dictionary(uniqueKeysWithValues: Rule.all.enumerated().map { ($0.element.id, $0.offset) })
        // Stable: within a rule, the order in which things were found.
        findings = findings.enumerated().sorted {
            (order[$0.element.rule.id] ?? 0, $0.offset) < (order[$1.element.rule.id] ?? 0, $1.offset)
        }.map(\.element)
    }
}

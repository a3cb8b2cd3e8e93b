import Planning
import Testing
import Validation
import Wording

@Suite struct SeededDefectTests {
    @Test func thereAreEnoughDefectsEachWithItsOwnName() {
        #expect(Mutation.all.count >= 60)
        #expect(Set(Mutation.all.map(\.testDescription)).count == Mutation.all.count)
    }

    @Test func theDataBeforeAnyDefectHaveNoFinding() throws {
        let findings = try EditableGeoData.shipped.get().report().findings
        #expect(findings.isEmpty, "\(findings.map { "\($0.rule.id) \($0.zone ?? "") \($0.message.en)" })")
    }

    @Test(arguments: Mutation.all) func aDefectIsFoundByItsRuleAndByNoUnrelatedOne(mutation: Mutation) throws
    {
        var data = try EditableGeoData.shipped.get()
        mutation.apply(&data)
        let report = data.report()
        let found = report.findings.filter { $0.rule.id == mutation.rule }
        let others = report.errors.filter { !mutation.explains($0.rule.id) }
        #expect(!found.isEmpty, "found instead: \(Self.summary(report.findings))")
        #expect(others.isEmpty, "unrelated: \(Self.summary(others))")
        for finding in found {
            #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
            #expect(!finding.remedy.zh.isEmpty && !finding.remedy.en.isEmpty)
        }
    }

    /// Every rule must be able to fire: one that no defect reaches is no rule.
    @Test func everyRuleIsReachedByADefect() {
        let reached = Set(Mutation.all.map(\.rule))
        // GEOS refusing a sound geometry, a lost document and text against drawing are tested on their own.
        let elsewhere: Set = [
            "schema.refused", "quote.document-missing", "quote.line-changed", "text.conflict",
            "place.unlocated", "vocabulary.present",
            "border.near-miss", "hierarchy.beyond-sketch",
        ]
        let missed = Rule.all.map(\.id).filter { !reached.contains($0) && !elsewhere.contains($0) }
        #expect(missed.isEmpty)
    }

    @Test func ruleIDsAreUnique() {
        #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    }

    static func summary(_ findings: [Finding]) -> String {
        findings.prefix(8).map { "\($0.rule.id) \($0.zone ?? "-"): \($0.message.en)" }.joined(separator: "\n")
    }
}

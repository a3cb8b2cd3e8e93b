public import Planning
internal import Topology
internal import Wording

/// Looks at a GeoData folder by every rule and reports all it finds at once.
///
/// ```swift
/// let report = Validator(asOf: .today()).report(on: GeoDataFolder(path: "GeoData").inspection())
/// ```
public struct Validator: Sendable {
    /// The day taken as today: nothing may be recorded after it, and other layouts are taken as they are valid on it.
    public let asOf: CalendarDate
    /// Whether warnings that only matter for publication count as errors.
    public let isStrict: Bool
    /// The full texts of documents, where they are at hand.
    public let documents: CitedText?

    /// Sets the terms of a validation.
    public init(asOf: CalendarDate, isStrict: Bool = false, documents: CitedText? = nil) {
        self.asOf = asOf
        self.isStrict = isStrict
        self.documents = documents
    }

    /// Everything the rules find in what could be read of a folder, and in what could not.
    ///
    /// - Returns: the findings by rule, with counts.
    public func report(on inspection: GeoDataInspection) -> ValidationReport {
        var report = ValidationReport(asOf: asOf, isStrict: isStrict)
        let subject = Subject(inspection, asOf: asOf, documents: documents)
        count(inspection.catalogue, &report)
        for family in Rule.families {
            do throws(TopologyError) {
                try family.check(subject, &report)
            } catch {
                report.note(.refused, error.message, remedy: error.remedy)
            }
        }
        report.sortByRule()
        return report
    }

    private func count(_ catalogue: Catalogue, _ report: inout ValidationReport) {
        for edition in catalogue.layouts.compactMap({ $0.edition(validOn: asOf) }) {
            for zone in edition.zones {
                if zone.geometry == nil { report.counts.unlocated += 1 } else { report.counts.located += 1 }
                if edition.boundarySource(of: zone) != nil { report.counts.imported += 1 }
            }
        }
    }
}

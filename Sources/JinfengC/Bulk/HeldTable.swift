internal import GeoJSON
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Wording

/// The tables that answer arrays on the same terms, never changed: what `jinfeng_table` points to.
final class HeldTable: Sendable {
    let table: BulkTable
    let frame: ReferenceFrame
    let accuracy: Double
    let legend: OwnedText

    /// Makes the tables ready.
    init(_ held: HeldCatalogue, _ text: String?) throws(Refusal) {
        let terms = try Terms(text, known: ["frame", "accuracy", "confidence", "as_of"])
        let stated = try terms.frame()
        let frame = stated ?? .wgs84
        let accuracy = try terms.accuracy()
        let (asOf, confidence) = (try terms.asOf(), try terms.confidence())
        // Checked here once: of a frame that cannot be projected no position could be answered.
        do throws(ProjectionError) { _ = try PlainPositions(frame) } catch {
            throw Refusal(.badData, error, field: "frame")
        }
        let table: BulkTable
        do throws(LocatorError) {
            table = try BulkTable(
                held.catalogue, asOf: asOf, confidence: confidence,
                siteAccuracy: (accuracy * accuracy + frame.accuracy * frame.accuracy).squareRoot())
        } catch {
            throw Refusal(.badData, error)
        }
        self.table = table
        self.frame = frame
        self.accuracy = accuracy
        legend = OwnedText(
            JSONWriter(.compact).string(
                Self.legend(of: table, frame: frame, isAssumed: stated == nil, accuracy: accuracy)))
    }

    /// How many layouts each position is answered for.
    var layoutCount: Int { table.locator.plans.count }

    /// How many words of 64 bits have a bit for each zone of any layout.
    var wordsOfZones: Int { Self.wordsOfZones(table.locator) }

    static func wordsOfZones(_ bulk: BulkLocator) -> Int {
        ((bulk.plans.map(\.zones.count).max() ?? 0) + 63) / 64
    }

    /// Why a position is refused; nothing where it is taken.
    func refusal(of x: Double, _ y: Double) -> Refusal? {
        let reader = SiteReader(frame: frame, accuracy: accuracy)
        // In arrays NaN is what an empty cell is in a table.
        let (first, second) = (x.isNaN ? "" : "\(x)", y.isNaN ? "" : "\(y)")
        do throws(SiteError) {
            _ = try reader.site(SiteText(position: .pair(first, second, order: .eastingFirst)))
            return nil
        } catch {
            return Refusal(.badData, error, field: "position")
        }
    }
}

internal import PlanarGeometry
public import Planning

extension BulkLocator {
    /// What a plan's column of zones holds for every position of a zone set: a place in ``Plan/zones``,
    /// ``BulkAnswers/Columns/none`` or ``BulkAnswers/Columns/notCovered``.
    ///
    /// - Returns: nil where several zones cover the set and which is deepest hangs on the position.
    public func deepestZone(inSet number: UInt32, of plan: Int) -> Int32? {
        let deepest = plans[plan].sets.deepest
        guard deepest.indices.contains(Int(number)) else { return BulkAnswers.Columns.notCovered }
        let zone = deepest[Int(number)]
        return zone <= SetAnswers.several ? nil : zone
    }

    /// The zones of ``index``, by their numbers.
    public var indexedZones: [ZoneReference] {
        let context = catalogue.context?.edition(validOn: asOf)?.zones ?? []
        let around = context.filter { $0.role.holdsSites && $0.geometry?.polygons.isEmpty == false }
        return (plans.flatMap(\.zones) + around).map { ZoneReference(layout: $0.layout, zone: $0.id) }
    }
}

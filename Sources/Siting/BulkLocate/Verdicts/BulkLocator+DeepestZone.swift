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
}

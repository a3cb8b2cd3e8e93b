extension Assessor {
    /// Where a site lies, by the assessor's own ``Locator``: for those who keep one for both questions.
    ///
    /// - Parameters:
    ///   - site: the position, with how well it is known.
    ///   - confidence: how sure a verdict must be.
    ///   - layouts: the plans to answer by id; all of them where nil.
    /// - Returns: an answer for each plan, in catalogue order.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func locate(
        _ site: Site, confidence: Confidence = .standard, layouts: Set<String>? = nil
    ) throws(LocatorError) -> LocateAnswer {
        try locator.locate(site, confidence: confidence, layouts: layouts)
    }
}

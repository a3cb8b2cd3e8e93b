extension AssessmentReport {
    /// A page that prints, a sheet for each site.
    public var html: String { "" }
}

/// Where things are in this checkout.
public enum Repository {
    /// The folder of Package.swift, without a slash at the end.
    public static let root: String = {
        // Tests/TestSupport/Repository.swift
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    /// The shipped data.
    public static let geoData = root + "/GeoData"
}

internal import CGEOS

/// The GEOS library this process runs with.
public enum GEOSVersion {
    /// Such as "3.11.1-CAPI-1.17.1".
    public static var current: String {
        guard let text = unsafe GEOSversion() else { return "unknown" }
        return unsafe String(cString: text)
    }
}

/// The release all doors are of: the command, the service, the C library and what stands on it.
public enum Release {
    /// Its number (semver.org).
    public static let number = "0.1.0"
}

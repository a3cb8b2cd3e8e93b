import CPROJ

/// The PROJ library in use.
@safe public enum PROJVersion {
    /// The version of the library loaded at run time, such as `9.1.1` (`proj_info`).
    public static let current: String = unsafe String(cString: proj_info().version)
}

package import Presenting
package import Siting

/// One site of any shape, read, or why it cannot be.
package struct ShapedSite {
    /// What the user calls it: the word, the file and feature.
    package let label: String
    /// Its id, as far as it could be read.
    package var id: String?
    /// Its name, as far as it could be read.
    package var name: String?
    /// The site.
    package let site: Result<AssessedSite, RowError>
}

import Presenting
import Siting

/// One site of any shape, read, or why it cannot be.
struct ShapedSite {
    /// What the user calls it: the word, the file and feature.
    let label: String
    /// Its id, as far as it could be read.
    var id: String?
    /// Its name, as far as it could be read.
    var name: String?
    /// The site.
    let site: Result<AssessedSite, RowError>
}

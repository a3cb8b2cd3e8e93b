public import Wording

/// A matter siting has to look up elsewhere, because no answer here has checked it (未核查事项).
///
/// The list stands in the data, so that a folder that does hold a control layer can leave its item out.
public struct UncheckedItem: Hashable, Sendable {
    /// The id, such as `ecological-red-line`.
    public let id: String
    /// What it is.
    public let name: Bilingual
    /// What to look up, in a clause.
    public let check: Bilingual
    /// Where the documents name it; none for what siting commonly looks up besides.
    public let sources: [Source]
}

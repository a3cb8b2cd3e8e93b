internal import Planning
internal import Siting
public import Wording

/// A comparison as one printable page (比选表).
public enum ComparisonPage {
    /// HTML.
    public static func html(_ comparison: CandidateComparison, in language: Language) -> String {
        ""
    }
}

public import Wording

/// What is wrong with a JSON or GeoJSON text, where it stands, and how to put it right.
///
/// Codes: `empty_input`, `invalid_json`, `invalid_utf8`, `too_deep`, `duplicate_member`, `not_finite` for the
/// text; `missing_member`, `wrong_type`, `unknown_value` for its values; and for geometry those of RFC 7946:
/// `unknown_type`, `unknown_geometry_type`, `unclosed_ring`, `too_few_positions`, `wrong_position_length`,
/// `empty_geometry`, `unsupported_crs`.
public struct JSONError: ExplainedError, Hashable {
    private struct Content: Hashable, Sendable {
        let code: String
        let problem: Bilingual
        let remedy: Bilingual
        var path: JSONPath
        var position: JSONPosition?
        var featureID: FeatureID?
    }

    /// Boxed, so that every step of the recursive readers keeps one word for an error and not thirty.
    private indirect enum Boxed: Hashable, Sendable {
        case content(Content)
    }

    private var boxed: Boxed
    private var content: Content {
        get {
            switch boxed {
            case .content(let content): content
            }
        }
        set { boxed = .content(newValue) }
    }

    /// Describes a mistake found at a path; codes are snake_case and never change.
    public init(
        code: String, problem: Bilingual, remedy: Bilingual, path: JSONPath = .root,
        position: JSONPosition? = nil
    ) {
        boxed = .content(
            Content(code: code, problem: problem, remedy: remedy, path: path, position: position))
    }

    /// The stable name of the mistake, one of those above or the caller's own.
    public var code: String { content.code }
    /// What is wrong, without the place; ``message`` has both.
    public var problem: Bilingual { content.problem }
    /// What to do about it.
    public var remedy: Bilingual { content.remedy }

    /// The value that is wrong, or the object or array around it.
    public internal(set) var path: JSONPath {
        get { content.path }
        set { content.path = newValue }
    }

    /// Where that value begins in the text; nil where the text was not at hand.
    public internal(set) var position: JSONPosition? {
        get { content.position }
        set { content.position = newValue }
    }

    /// The `id` of the feature it happened in.
    public internal(set) var featureID: FeatureID? {
        get { content.featureID }
        set { content.featureID = newValue }
    }

    /// The place and what is wrong there.
    public var message: Bilingual {
        var zh: [String] = []
        var en: [String] = []
        if let featureID {
            zh.append("要素 \(featureID.text.quoted)")
            en.append("feature \(featureID.text.quoted)")
        }
        if !path.steps.isEmpty {
            zh.append(path.description)
            en.append(path.description)
        }
        if let position {
            zh.append("第 \(position.line) 行第 \(position.column) 列")
            en.append("line \(position.line), column \(position.column)")
        }
        guard !zh.isEmpty else { return problem }
        return Bilingual(
            zh: zh.joined(separator: "，") + "：" + problem.zh,
            en: en.joined(separator: ", ") + ": " + problem.en)
    }

    /// The line in the text, from 1.
    public var line: Int? { position?.line }
    /// The column in that line, from 1, in characters.
    public var column: Int? { position?.column }
    /// The offset in the text, from 0, in bytes.
    public var byteOffset: Int? { position?.byteOffset }

    /// The same error in a larger text, of which the text read was the part that begins at a line and byte.
    public func moved(toLine line: Int, byteOffset: Int) -> JSONError {
        guard let position else { return self }
        var error = self
        error.position = JSONPosition(
            line: position.line + line - 1, column: position.column,
            byteOffset: position.byteOffset + byteOffset)
        return error
    }

    /// The same error seen from one level further out.
    func inside(_ step: JSONPath.Step) -> JSONError {
        var error = self
        error.path.steps.insert(step, at: 0)
        return error
    }
}

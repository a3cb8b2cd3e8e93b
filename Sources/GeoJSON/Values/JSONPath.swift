import Wording

/// The way from the root of a JSON text to a value in it, written `features[3].geometry.coordinates[0]`.
public struct JSONPath: Hashable, Sendable, CustomStringConvertible {
    /// One step down.
    public enum Step: Hashable, Sendable {
        case member(String)
        case element(Int)
    }

    /// The steps from the root down; none for the root itself.
    public var steps: [Step]

    /// Takes the steps from the root down.
    public init(_ steps: [Step] = []) { self.steps = steps }

    /// The root of a text.
    public static let root = JSONPath()

    /// The path of a member of this object.
    public func member(_ key: String) -> JSONPath { JSONPath(steps + [.member(key)]) }
    /// The path of an element of this array, counted from 0.
    public func element(_ index: Int) -> JSONPath { JSONPath(steps + [.element(index)]) }

    /// The path as people write it: dots, brackets, and quotes around keys that hold either.
    public var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .element(let index): text += "[\(index)]"
            case .member(let key) where Self.isPlain(key): text += text.isEmpty ? key : ".\(key)"
            case .member(let key): text += "[\(key.quoted)]"
            }
        }
        return text
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count <= 60
            && key.unicodeScalars.allSatisfy { $0 > " " && !".[]\"\\".unicodeScalars.contains($0) }
    }
}

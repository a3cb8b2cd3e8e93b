public import Projection

/// A site as people write it: texts, not yet numbers.
public struct SiteText: Hashable, Sendable {
    /// How the position is given.
    public enum Position: Hashable, Sendable {
        /// By two numbers.
        case coordinates(Coordinates)
        /// By the name of a place.
        case place(String)

        /// Two texts, as from two columns.
        public static func pair(_ first: String, _ second: String, order: AxisOrder) -> Position {
            .coordinates(.pair(first, second, order: order))
        }

        /// Both numbers in one text.
        public static func single(_ text: String, order: AxisOrder) -> Position {
            .coordinates(.single(text, order: order))
        }
    }

    /// The numbers of a position, as written.
    public enum Coordinates: Hashable, Sendable {
        /// Two texts, as from two columns.
        case pair(String, String, order: AxisOrder)
        /// Both numbers in one text.
        case single(String, order: AxisOrder)
    }

    /// The user's own id.
    public var id: String?
    /// The user's own name.
    public var name: String?
    /// How the position is given.
    public var position: Position
    /// The frame, as written; nil or empty for the reader's own.
    public var frame: String?
    /// The accuracy, as written; nil or empty for the reader's own.
    public var accuracy: String?
    /// Metres in one unit of an accuracy that is written without any: what the header says, or 1.
    public var accuracyMetresPerUnit: Double

    /// Collects the texts.
    public init(
        id: String? = nil, name: String? = nil, position: Position, frame: String? = nil,
        accuracy: String? = nil, accuracyMetresPerUnit: Double = 1
    ) {
        self.id = id
        self.name = name
        self.position = position
        self.frame = frame
        self.accuracy = accuracy
        self.accuracyMetresPerUnit = accuracyMetresPerUnit
    }
}

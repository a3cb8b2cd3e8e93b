public import Wording

/// One coordinate as people write it: `106.33`, `106.33°E`, `东经106°19′48″`, `X=3,267,643.66`, `１０６．３３`.
public struct CoordinateText: Hashable, Sendable {
    /// What letters or words beside the number say it measures.
    public enum Label: Hashable, Sendable {
        /// Longitude or easting: E, W, 东经, 经度, 东, 横.
        case east
        /// Latitude or northing: N, S, 北纬, 纬度, 北, 纵.
        case north
        /// X, which a Chinese survey sheet has point north and a map east.
        case x
        /// Y, the other one.
        case y
    }

    /// The number, west and south negative: degrees, or metres as written.
    public let value: Double
    /// What was written beside it.
    public let label: Label?
    /// Whether degree marks or a compass direction make it an angle.
    public let isAngle: Bool
    /// Whether a unit of length was written behind it; ``value`` is then in metres.
    public let isLength: Bool
    /// What was decided while reading.
    public let notes: [Note]

    /// Reads one coordinate.
    ///
    /// A plain number may have a sign, a decimal point, an exponent and, from a thousand up, commas between groups
    /// of three, and metres or kilometres behind it, which a note repeats. Degrees, minutes and seconds need their
    /// marks, or three numbers with spaces, colons or hyphens between; only the last may have decimals, minutes and
    /// seconds stay below 60. W and S make the value negative.
    ///
    /// - Throws: ``ArrivalError`` with the text, where it is empty or anything but one finite number.
    public init(_ text: String) throws(ArrivalError) {
        try self.init(text[...])
    }

    init(_ part: Substring) throws(ArrivalError) {
        if let value = PlainNumber.ordinary(part) {
            self.init(ordinary: value)
        } else {
            // Longer than any coordinate, even at full width: read no further.
            guard part.utf8.count <= 1000 else { throw .notANumber(String(part.prefix(300))) }
            try self.init(unusual: String(part.trimmed))
        }
    }

    private init(ordinary value: Double) {
        self.value = value
        label = nil
        isAngle = false
        isLength = false
        notes = []
    }

    private init(unusual text: String) throws(ArrivalError) {
        let folded = text.foldedWidth
        var rest = folded.trimmed
        guard !rest.isEmpty else { throw .empty }
        guard rest.utf8.count <= 100 else { throw .notANumber(text) }
        // Said first: their letters would pass for directions.
        let bare = rest.first == "-" || rest.first == "+" ? rest.dropFirst() : rest
        guard !["nan", "inf", "infinity"].contains(bare.lowercased()) else { throw .notFinite(text) }
        var words = CoordinateWords()
        try words.take(from: &rest, writtenAs: text)
        var notes = text.hasWideFigures ? [Note.fullwidthFigures(text)] : []
        var isNegative = false
        if let sign = rest.first, sign == "-" || sign == "+" {
            isNegative = sign == "-"
            rest = rest.dropFirst().trimmed
            // A sign and a direction: the sign might repeat the direction or reverse it.
            guard !words.hasDirection || !isNegative else { throw .conflictingDirections(text) }
        }
        let magnitude: Double
        let unit = LengthUnit(takenFrom: &rest)
        isLength = unit != nil
        if let number = try PlainNumber(rest, writtenAs: text) {
            magnitude = number.value * (unit?.metres ?? 1)
            guard magnitude.isFinite else { throw .notFinite(text) }
            // "628945.81m E" is an easting.
            isAngle = words.hasDirection && unit == nil
            if number.hasSeparators { notes.append(.thousandsSeparator(text, value: number.value)) }
            if unit != nil { notes.append(.unitRead(text, metres: magnitude)) }
        } else if unit == nil, let angle = try Sexagesimal(rest, writtenAs: text) {
            magnitude = angle.degrees
            isAngle = true
        } else {
            throw .notANumber(text)
        }
        value = isNegative || words.isNegative ? -magnitude : magnitude
        label = words.label
        self.notes = notes
    }

    /// A number that arrived as one.
    ///
    /// - Throws: ``ArrivalError/notFinite(_:)`` for NaN and infinity.
    public init(_ value: Double) throws(ArrivalError) {
        guard value.isFinite else { throw .notFinite("\(value)") }
        self.init(ordinary: value)
    }
}

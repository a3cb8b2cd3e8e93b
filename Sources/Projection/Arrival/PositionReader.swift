import PlanarGeometry
import Wording

/// Makes a position of two coordinates: decides which is which, and names what cannot be right.
///
/// Nothing is ever swapped or moved to another zone in silence. Numbers in metres may come northing first, as Chinese survey
/// sheets have them, where their ranges leave no doubt; a note says so. Longitude and latitude are taken in the
/// stated order or refused.
public struct PositionReader: Sendable {
    /// The frame the numbers are said to be in.
    public let frame: ReferenceFrame

    /// Reads positions of a frame.
    public init(frame: ReferenceFrame) {
        self.frame = frame
    }

    /// Reads a pair written in one text.
    ///
    /// Letters or words beside the numbers go before `order`.
    ///
    /// - Throws: ``ArrivalError``.
    public func resolve(_ text: String, order: AxisOrder = .eastingFirst) throws(ArrivalError)
        -> FramedPosition
    {
        let pair = try PositionText(text)
        let written = try labelledOrder(pair.first, pair.second, text: text)
        return try resolve(pair.first, pair.second, order: written ?? order, saidByLetters: written != nil)
    }

    /// Reads two texts, as from two columns.
    ///
    /// Where `order` is stated, a letter against it (E in the latitude) is an error; where not, letters decide.
    ///
    /// - Throws: ``ArrivalError``.
    public func resolve(
        _ first: String, _ second: String, order: AxisOrder = .eastingFirst
    ) throws(ArrivalError) -> FramedPosition {
        let one = try CoordinateText(first)
        let two = try CoordinateText(second)
        guard one.label != nil || two.label != nil else {
            return try resolve(one, two, order: order, saidByLetters: false)
        }
        let text = "\(first.trimmed) \(second.trimmed)"
        let written = try labelledOrder(one, two, text: text) ?? order
        guard order == .unstated || written == order else { throw .conflictingDirections(text) }
        return try resolve(one, two, order: written, saidByLetters: order == .unstated)
    }

    /// Reads two numbers.
    ///
    /// - Throws: ``ArrivalError``.
    public func resolve(
        _ first: Double, _ second: Double, order: AxisOrder = .eastingFirst
    ) throws(ArrivalError) -> FramedPosition {
        try resolve(CoordinateText(first), CoordinateText(second), order: order, saidByLetters: false)
    }

    private func resolve(
        _ first: CoordinateText, _ second: CoordinateText, order: AxisOrder, saidByLetters: Bool
    ) throws(ArrivalError) -> FramedPosition {
        var notes = first.notes + second.notes
        let pair = Point(x: first.value, y: second.value)
        let point: Point
        if let plane = frame.projectedFrame {
            // Marks and units settle it, and so does the size: no plane frame has a use within 360 m of its origin.
            let isLength = first.isLength || second.isLength
            guard !first.isAngle, !second.isAngle,
                isLength || pair.x.magnitude > 360 || pair.y.magnitude > 360
            else { throw .geographicInProjected(pair, frame) }
            let reading = try PlaneReading(pair, order: order, in: plane)
            point = reading.point
            notes += reading.notes
        } else {
            guard !first.isLength, !second.isLength else { throw .projectedInGeographic(pair, frame) }
            if saidByLetters { notes.append(.lettersDecideOrder(northingFirst: order == .northingFirst)) }
            point = try lonLat(pair, order: order)
        }
        return FramedPosition(point: point, frame: frame, notes: notes)
    }

    /// Longitude and latitude, checked for range and for the order.
    func lonLat(_ pair: Point, order: AxisOrder) throws(ArrivalError) -> Point {
        // A thousand: far beyond any angle, far below any easting in use.
        if pair.x.magnitude >= 1000 || pair.y.magnitude >= 1000 {
            if let packed = PackedSexagesimal(pair) { throw .packedSexagesimal(pair, packed, frame) }
            throw .projectedInGeographic(pair, frame)
        }
        let point = order == .northingFirst ? Point(x: pair.y, y: pair.x) : pair
        let swapped = Point(x: point.y, y: point.x)
        guard point.y.magnitude <= 90 else {
            if point.x.magnitude <= 90, point.y.magnitude <= 180 { throw .swappedLonLat(pair, order, frame) }
            throw .latitudeOutOfRange(point.y)
        }
        guard point.x.magnitude <= 180 else { throw .longitudeOutOfRange(point.x) }
        // West of 90° E both orders are possible numbers, but a frame made for China tells them apart.
        if frame != .wgs84, !AreaOfUse.china.covers(point), AreaOfUse.china.covers(swapped) {
            throw .swappedLonLat(pair, order, frame)
        }
        return point
    }

    /// The order that letters or words beside the numbers say; nil where there are none.
    private func labelledOrder(
        _ first: CoordinateText, _ second: CoordinateText, text: String
    ) throws(ArrivalError) -> AxisOrder? {
        let one = first.label.map(isNorth)
        let two = second.label.map(isNorth)
        if let one, let two, one == two { throw .conflictingDirections(text) }
        guard let firstIsNorth = one ?? two.map({ !$0 }) else { return nil }
        return firstIsNorth ? .northingFirst : .eastingFirst
    }

    /// Whether a label means north in this frame: X does on Gauss–Krüger sheets, Y everywhere else.
    private func isNorth(_ label: CoordinateText.Label) -> Bool {
        let isSheet = if case .gaussKrueger = frame.projectedFrame?.method { true } else { false }
        return switch label {
        case .north: true
        case .east: false
        case .x: isSheet
        case .y: !isSheet
        }
    }
}

extension Projector {
    /// Reads a pair written in one text, in the projector's frame, and carries it to WGS 84.
    ///
    /// - Throws: ``ArrivalError``.
    public func read(_ text: String, order: AxisOrder = .eastingFirst) throws(ArrivalError) -> ArrivedPosition
    {
        if let plain = plain(text, order) { return plain }
        return try arrive(PositionReader(frame: frame).resolve(text, order: order))
    }

    /// As nearly all are written: two plain numbers and a comma between them, with nothing to remark.
    private func plain(_ text: String, _ order: AxisOrder) -> ArrivedPosition? {
        let bytes = text.utf8.span
        var comma = 0
        while comma < bytes.count, bytes[comma] != UInt8(ascii: ",") { comma += 1 }
        guard comma < bytes.count, let first = DecimalDigits.ordinary(bytes.extracting(..<comma)),
            let second = DecimalDigits.ordinary(bytes.extracting((comma + 1)...)),
            let read = PositionReader(frame: frame).plainReading(first, second, order: order),
            read.remarks.isEmpty, let wgs84 = try? toWGS84(read.point)
        else { return nil }
        return ArrivedPosition(point: read.point, frame: frame, wgs84: wgs84, notes: [])
    }

    /// Reads two texts, as from two columns, in the projector's frame, and carries the position to WGS 84.
    ///
    /// - Throws: ``ArrivalError``.
    public func read(
        _ first: String, _ second: String, order: AxisOrder = .eastingFirst
    ) throws(ArrivalError) -> ArrivedPosition {
        try arrive(PositionReader(frame: frame).resolve(first, second, order: order))
    }

    private func arrive(_ position: FramedPosition) throws(ArrivalError) -> ArrivedPosition {
        let wgs84: Point
        do throws(ProjectionError) { wgs84 = try toWGS84(position.point) } catch { throw .projection(error) }
        var notes = position.notes
        if frame == .gcj02 || frame == .bd09, !GCJ02.extent.covers(position.point) {
            notes.append(.unshifted(frame: frame))
        }
        return ArrivedPosition(point: position.point, frame: frame, wgs84: wgs84, notes: notes)
    }
}

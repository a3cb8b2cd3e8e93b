internal import PlanarGeometry
public import Planning
public import Projection
public import Wording

/// Turns sites as people write them into positions in WGS 84.
///
/// Keeps one projector for each frame it meets, so that a table of a million rows builds each once. Bound to the
/// task that made it.
public final class SiteReader {
    /// The frame of sites that name none; nil for WGS 84, taken for granted and said so.
    private let frame: ReferenceFrame?
    /// The accuracy of sites that give none, metres.
    private let accuracy: Double
    private let gazetteer: Gazetteer?
    /// The zones, to tell a name that is one of them from a name nobody knows.
    private let zones: ZoneNames?
    private var projectors: [ReferenceFrame: OneProjector] = [:]

    private final class OneProjector {
        let projector: Projector
        let isGeographic: Bool

        init(_ frame: ReferenceFrame) throws(ProjectionError) {
            projector = try Projector(frame)
            isGeographic = frame.isGeographic
        }
    }

    /// - Parameters:
    ///   - frame: the frame of sites that name none; nil for WGS 84, noted on every site.
    ///   - accuracy: one standard deviation per axis of sites that give none, metres.
    ///   - gazetteer: the places that may be named.
    ///   - zones: the zones, which are no positions: their names are refused as what they are.
    public init(
        frame: ReferenceFrame? = nil, accuracy: Double = 0, gazetteer: Gazetteer? = nil,
        zones: ZoneNames? = nil
    ) {
        self.zones = zones
        self.frame = frame
        self.accuracy = accuracy
        self.gazetteer = gazetteer
    }

    /// Reads one site.
    ///
    /// - Throws: ``SiteError`` naming the part at fault.
    public func site(_ text: SiteText) throws(SiteError) -> Site {
        let accuracy = try accuracy(of: text)
        switch text.position {
        case .place(let name): return try site(at: name, text, accuracy: accuracy)
        case .coordinates(let coordinates): return try site(at: coordinates, text, accuracy: accuracy)
        }
    }

    private func site(
        at coordinates: SiteText.Coordinates, _ text: SiteText, accuracy: Double
    ) throws(SiteError) -> Site {
        let (frame, isAssumed) = try frame(of: text)
        let arrived: ArrivedPosition
        do throws(ArrivalError) {
            arrived = try read(coordinates, with: try projector(for: frame))
        } catch {
            throw SiteError(.position, error)
        }
        var notes = arrived.notes
        if isAssumed { notes.insert(Self.assumedFrame, at: 0) }
        if let note = frame.accuracyNote { notes.append(Note(code: "frame_accuracy", text: note)) }
        return Site(
            id: text.id, name: text.name, given: arrived.point, frame: frame, position: LonLat(arrived.wgs84),
            accuracy: accuracy, notes: notes)
    }

    private func read(
        _ coordinates: SiteText.Coordinates, with one: OneProjector
    ) throws(ArrivalError) -> ArrivedPosition {
        switch coordinates {
        case .pair(let first, let second, let order):
            try one.projector.read(
                first, second, order: one.isGeographic ? Self.orderOfDegrees(first, order) : order)
        case .single(let text, let order): try one.projector.read(text, order: order)
        }
    }

    /// Columns named X坐标, Y坐标 are north first on survey sheets, but web exports name longitude and latitude so.
    ///
    /// A number beyond 90 can only be a longitude: it settles which of the two a sheet in degrees is.
    private static func orderOfDegrees(_ first: String, _ order: AxisOrder) -> AxisOrder {
        guard order == .northingFirst, let value = try? CoordinateText(first).value, value.magnitude > 90
        else {
            return order
        }
        return .eastingFirst
    }

    private func site(at name: String, _ text: SiteText, accuracy: Double) throws(SiteError) -> Site {
        guard let gazetteer else { throw SiteError(.place, NoGazetteer(name: name)) }
        let place: NamedPlace
        do throws(PlaceError) {
            place = try gazetteer.place(named: name)
        } catch {
            if case .unknown = error, let zone = try? zones?.zone(named: name) {
                throw SiteError(.place, ZoneIsNoPosition(zone: zone))
            }
            throw SiteError(.place, error)
        }
        guard let position = place.position else { throw SiteError(.place, PlaceError.unlocated(place)) }
        return Site(
            id: text.id, name: text.name ?? place.name.zh, given: position.point, frame: .wgs84,
            position: position, accuracy: max(accuracy, place.accuracy ?? 0), place: place,
            notes: [
                Note(
                    code: "place_position",
                    text: Bilingual(
                        zh: "位置取自控制点“\(place.name.zh)”（\(place.origin.zh)）。",
                        en: "Position of the control point \(place.name.en) (\(place.origin.en))."))
            ])
    }

    /// The frame a site is given in, and whether it was taken for granted.
    ///
    /// - Throws: ``SiteError`` where it is none.
    public func frame(of text: SiteText) throws(SiteError) -> (frame: ReferenceFrame, isAssumed: Bool) {
        guard let written = text.frame, !written.allSatisfy(\.isWhitespace) else {
            return (frame ?? .wgs84, frame == nil)
        }
        do throws(FrameError) {
            return (try ReferenceFrame(parsing: written), false)
        } catch {
            throw SiteError(.frame, error)
        }
    }

    /// How well a site is known, one standard deviation per axis, metres.
    ///
    /// - Throws: ``SiteError`` where it is no length.
    public func accuracy(of text: SiteText) throws(SiteError) -> Double {
        guard let written = text.accuracy, !written.allSatisfy(\.isWhitespace) else { return accuracy }
        return try Self.accuracy(written, metresPerUnit: text.accuracyMetresPerUnit)
    }

    /// Reads an accuracy as people write it, such as `30`, `±30 m` or `0.5km`; metres.
    ///
    /// - Parameters:
    ///   - text: the accuracy.
    ///   - metresPerUnit: metres in one unit of a number that names none.
    /// - Returns: metres.
    /// - Throws: ``SiteError`` where it is no length.
    public static func accuracy(_ text: String, metresPerUnit: Double = 1) throws(SiteError) -> Double {
        guard let metres = AccuracyText.metres(text, metresPerUnit: metresPerUnit) else {
            throw SiteError(.accuracy, AccuracyError(text: text))
        }
        return metres
    }

    private func projector(for frame: ReferenceFrame) throws(ArrivalError) -> OneProjector {
        if let made = projectors[frame] { return made }
        do throws(ProjectionError) {
            let made = try OneProjector(frame)
            projectors[frame] = made
            return made
        } catch {
            throw ArrivalError.projection(error)
        }
    }

    /// That coordinates whose frame nobody stated were read as WGS 84.
    public static let assumedFrame = Note(
        code: "frame_assumed",
        text: Bilingual(
            zh: "坐标按 WGS 84 读取；取自高德地图的请注明 gcj02，取自百度地图的请注明 bd09，否则在此地分别约偏 480 米、1100 米，且无从察觉。",
            en: "Read as WGS 84. Say gcj02 for coordinates copied from Amap and bd09 for Baidu: "
                + "left unsaid they are some 480 m and 1100 m off here, and nothing can detect it."))
}

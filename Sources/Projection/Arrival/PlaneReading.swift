import PlanarGeometry
import Wording

/// Two numbers in metres understood as easting and northing of a plane frame.
struct PlaneReading {
    let point: Point
    /// Whether the first number is the northing.
    private let isTurned: Bool
    /// Whether it is not although it was said to be.
    private let isAgainstOrder: Bool
    private let zone: ZoneRemark?
    private let pair: Point
    private let frame: ProjectedFrame

    /// What was done about the zone number of an easting.
    private enum ZoneRemark {
        case added(Int, to: Double)
        case removed(Int, from: Double)
    }

    /// What was decided, without the words for it.
    var remarks: ReadingRemarks {
        var remarks: ReadingRemarks = []
        if isTurned { remarks.insert(.northingFirst) }
        if isAgainstOrder { remarks.insert(.eastingFirst) }
        switch zone {
        case .added: remarks.insert(.zoneAdded)
        case .removed: remarks.insert(.zoneRemoved)
        case nil: break
        }
        return remarks
    }

    /// What was decided, in words.
    var notes: [Note] {
        var notes: [Note] = []
        if isTurned { notes.append(.northingFirst(northing: pair.x, easting: pair.y)) }
        if isAgainstOrder { notes.append(.eastingFirst(easting: pair.x, northing: pair.y)) }
        switch zone {
        case .added(let zone, let written):
            notes.append(.zoneAdded(written: written, zone: zone, frame: .projected(frame)))
        case .removed(let zone, let written):
            notes.append(.zoneRemoved(written: written, zone: zone, frame: .projected(frame)))
        case nil: break
        }
        return notes
    }

    /// Decides the order by the ranges the frame's numbers have in China; where both orders fit, by what was said.
    ///
    /// - Throws: ``ArrivalError``: the zone number of another strip, both orders possible and nothing said, or
    ///   neither possible.
    init(_ pair: Point, order: AxisOrder, in frame: ProjectedFrame) throws(ArrivalError) {
        let swapped = Point(x: pair.y, y: pair.x)
        let straight = Fit(easting: pair.x, northing: pair.y, in: frame)
        let turned = Fit(easting: pair.y, northing: pair.x, in: frame)
        self.pair = pair
        self.frame = frame
        let isTurned: Bool
        switch (straight.point, turned.point) {
        case (.some, .none): isTurned = false
        case (.none, .some): isTurned = true
        case (.some(let one), .some(let two)):
            guard order != .unstated else {
                throw .ambiguousAxes(
                    pair,
                    [CandidateReading(frame: frame, point: one), CandidateReading(frame: frame, point: two)])
            }
            isTurned = order == .northingFirst
        case (.none, .none):
            // The number of another zone is the likeliest slip and the one with the plainest remedy.
            for (fit, position) in [(straight, pair), (turned, swapped)] {
                if let zone = fit.otherZone {
                    throw .zoneMismatch(easting: position.x, zone: zone, .projected(frame))
                }
            }
            isTurned = order == .northingFirst
            guard frame.servesTheWorld else {
                throw .projection(
                    .outsideAreaOfUse(
                        .projected(frame), position: isTurned ? swapped : pair, inFrame: true, index: nil))
            }
            point = isTurned ? swapped : pair
            self.isTurned = isTurned
            isAgainstOrder = false
            zone = nil
            return
        }
        let fit = isTurned ? turned : straight
        let position = isTurned ? swapped : pair
        point = fit.point ?? position
        self.isTurned = isTurned
        isAgainstOrder = !isTurned && order == .northingFirst
        zone = fit.zoneRemark
    }

    /// Whether two numbers can be an easting and a northing of the frame, in China.
    private struct Fit {
        /// Easting and northing in the frame's own numbering; nil where they cannot be.
        private(set) var point: Point?
        private(set) var zoneRemark: ZoneRemark?
        /// The zone the easting's first two figures name, where it is another one.
        private(set) var otherZone: Int?

        init(easting: Double, northing: Double, in frame: ProjectedFrame) {
            guard frame.chineseNorthings.contains(northing) else { return }
            if frame.chineseEastings.contains(easting) {
                point = Point(x: easting, y: northing)
                return
            }
            guard easting > 0, easting < 100_000_000 else { return }
            // What is left of the easting without a zone number, if it has one.
            let prefix = Int(easting / 1_000_000)
            let plain = easting - Double(prefix) * 1_000_000
            let isPlain = prefix == 0
            guard isPlain || ProjectedFrame(zone: prefix, numbered: true) != nil else { return }
            guard case .gaussKrueger(_, let own, _) = frame.method else {
                // A plane without such zones; beyond its own numbers the figures name a Gauss–Krüger zone.
                if !isPlain, !frame.eastings.contains(easting) { otherZone = prefix }
                return
            }
            let meridian = ProjectedFrame(zone: prefix, numbered: true)?.centralMeridian
            guard isPlain || meridian == frame.centralMeridian else {
                // South of Hainan (18° N) the other number is likelier an easting itself.
                if northing > 1_900_000 { otherZone = prefix }
                return
            }
            let moved = plain - 500_000 + frame.falseEasting
            guard frame.chineseEastings.contains(moved) else { return }
            point = Point(x: moved, y: northing)
            zoneRemark = isPlain ? .added(own, to: easting) : .removed(prefix, from: easting)
        }
    }
}

extension ProjectedFrame {
    /// The eastings the frame has in China, metres.
    fileprivate var chineseEastings: ClosedRange<Double> {
        switch method {
        case .gaussKrueger, .utmNorth: eastings
        case .webMercator: 8_120_000...15_150_000  // 73° to 136° E
        }
    }

    /// The northings the frame has in China, metres.
    fileprivate var chineseNorthings: ClosedRange<Double> {
        switch method {
        case .gaussKrueger, .utmNorth: 330_000...6_010_000  // 3° to 54° N
        case .webMercator: 334_000...7_180_000
        }
    }

    /// Whether the frame is also meant for places outside China.
    fileprivate var servesTheWorld: Bool {
        if case .gaussKrueger = method { false } else { true }
    }
}

internal import PlanarGeometry
public import Planning
public import Projection
public import Wording

/// What an assessment is about: a position, a shape, or a zone asked about by its name.
public struct AssessedSite: Hashable, Sendable {
    /// How the site lies on the ground.
    public enum Shape: Hashable, Sendable {
        /// A position (点位).
        case position(Site)
        /// A line or an area (拟选地块), or several points.
        case parcel(Parcel)
    }

    /// How the site lies on the ground.
    public let shape: Shape
    /// The zone the documents make of it, where it was asked by name: their sentences then place it before the drawing.
    public let zone: ZoneReference?

    /// A position, which may have been asked by name.
    ///
    /// - Parameters:
    ///   - site: the position.
    ///   - notes: what else was decided in reading it.
    public init(_ site: Site, noting notes: [Note] = []) {
        shape = .position(notes.isEmpty ? site : site.noting(notes))
        zone = site.place?.zone
    }

    /// A shape; one that is a single point becomes a position.
    ///
    /// - Parameters:
    ///   - parcel: the shape.
    ///   - isFrameAssumed: whether WGS 84 was taken for granted, which is then said.
    public init(_ parcel: Parcel, isFrameAssumed: Bool = false) {
        let parcel = isFrameAssumed ? parcel.noting([SiteReader.assumedFrame]) : parcel
        zone = nil
        guard case .point(let point) = parcel.geometry else {
            shape = .parcel(parcel)
            return
        }
        shape = .position(
            Site(
                id: parcel.id, name: parcel.name, given: point, frame: .wgs84, position: LonLat(point),
                accuracy: parcel.totalAccuracy, notes: parcel.notes))
    }

    /// A zone as it is drawn, its drawing no better known than it is; nil for one that is not drawn.
    ///
    /// - Parameters:
    ///   - zone: the zone.
    ///   - notes: what else was decided in reading it.
    public init?(_ zone: Zone, noting notes: [Note] = []) {
        guard case .located(let geometry, let accuracy) = zone.location else { return nil }
        self.zone = ZoneReference(layout: zone.layout, zone: zone.id)
        shape = .parcel(
            Parcel(
                id: zone.id, name: zone.name.zh, geometry: geometry, frame: .wgs84,
                accuracy: accuracy.metres, statedArea: nil, repair: nil,
                notes: [
                    Note(
                        code: "zone_as_site",
                        text: Bilingual(
                            zh: "按“\(zone.name.zh)”的示意图形评估；图形本身的位置中误差已计入。",
                            en:
                                "Assessed by the schematic drawing of \(zone.name.en); the accuracy of that drawing is counted in."
                        ))
                ] + notes))
    }

    /// The user's own id for it.
    public var id: String? {
        switch shape {
        case .position(let site): site.id
        case .parcel(let parcel): parcel.id
        }
    }

    /// The user's own name for it, or the place's.
    public var name: String? {
        switch shape {
        case .position(let site): site.name
        case .parcel(let parcel): parcel.name
        }
    }

    /// How well it is known where the site lies, one standard deviation per axis, metres, without the frame's own.
    public var accuracy: Double {
        switch shape {
        case .position(let site): site.accuracy
        case .parcel(let parcel): parcel.accuracy
        }
    }

    /// What was decided in reading it.
    public var notes: [Note] {
        switch shape {
        case .position(let site): site.notes
        case .parcel(let parcel): parcel.notes
        }
    }

    /// The frame it was given in.
    public var frame: ReferenceFrame {
        switch shape {
        case .position(let site): site.frame
        case .parcel(let parcel): parcel.frame
        }
    }

    /// The site as a shape, a position as a point.
    public var parcel: Parcel {
        switch shape {
        case .parcel(let parcel): parcel
        case .position(let site):
            Parcel(
                id: site.id, name: site.name, geometry: .point(site.position.point), frame: site.frame,
                accuracy: site.accuracy, statedArea: nil, repair: nil, notes: site.notes)
        }
    }
}

extension Parcel {
    fileprivate func noting(_ more: [Note]) -> Parcel {
        Parcel(
            id: id, name: name, geometry: geometry, frame: frame, accuracy: accuracy, statedArea: statedArea,
            repair: repair, notes: more + notes)
    }
}

/// A plane frame this library converts, known by its EPSG code.
///
/// The list is closed: nothing a client writes ever becomes a coordinate system by itself. The parameters of
/// each follow from its code (EPSG dataset: Gauss–Krüger on CGCS2000 with scale 1, false easting 500 000 m, and
/// in the numbered form the zone number times 1 000 000 m before it), so no database is searched.
public struct ProjectedFrame: Hashable, Sendable {
    /// How the plane is laid on the ellipsoid.
    public enum Method: Hashable, Sendable {
        /// CGCS2000 Gauss–Krüger in strips of `width` degrees (3 or 6); with `numbered`, eastings begin with the zone.
        case gaussKrueger(width: Int, zone: Int, numbered: Bool)
        /// WGS 84 / UTM, northern hemisphere.
        case utmNorth(zone: Int)
        /// WGS 84 / Pseudo-Mercator, the plane of web maps.
        case webMercator
    }

    /// The EPSG code.
    public let epsg: Int
    /// The projection and its zone.
    public let method: Method

    /// The frame of an EPSG code; nil where the code is not on the list.
    public init?(epsg: Int) {
        switch epsg {
        case 4491...4501: method = .gaussKrueger(width: 6, zone: epsg - 4478, numbered: true)
        case 4502...4512: method = .gaussKrueger(width: 6, zone: epsg - 4489, numbered: false)
        case 4513...4533: method = .gaussKrueger(width: 3, zone: epsg - 4488, numbered: true)
        case 4534...4554: method = .gaussKrueger(width: 3, zone: epsg - 4509, numbered: false)
        case 32648: method = .utmNorth(zone: 48)
        case 3857: method = .webMercator
        default: return nil
        }
        self.epsg = epsg
    }

    /// The Gauss–Krüger frame of a zone: 13–23 are six-degree zones, 25–45 three-degree ones; nil for other numbers.
    public init?(zone: Int, numbered: Bool) {
        switch zone {
        case 13...23: self.init(epsg: zone + (numbered ? 4478 : 4489))
        case 25...45: self.init(epsg: zone + (numbered ? 4488 : 4509))
        default: return nil
        }
    }

    /// Every frame on the list, by code.
    public static let all: [ProjectedFrame] =
        ([3857] + Array(4491...4554) + [32648]).compactMap { ProjectedFrame(epsg: $0) }

    /// The central meridian in degrees east; nil for web Mercator.
    public var centralMeridian: Double? {
        switch method {
        case .gaussKrueger(width: 3, let zone, _): Double(3 * zone)
        case .gaussKrueger(_, let zone, _): Double(6 * zone - 3)
        case .utmNorth(let zone): Double(6 * zone - 183)
        case .webMercator: nil
        }
    }

    /// The zone number of the strip, whether or not eastings carry it; nil for web Mercator.
    public var zoneNumber: Int? {
        switch method {
        case .gaussKrueger(_, let zone, _), .utmNorth(let zone): zone
        case .webMercator: nil
        }
    }

    /// Whether an easting begins with the zone number, as in 35 628 945.81.
    public var eastingCarriesZone: Bool {
        if case .gaussKrueger(_, _, numbered: true) = method { true } else { false }
    }

    /// The easting of the central meridian, metres.
    public var falseEasting: Double {
        switch method {
        case .gaussKrueger(_, let zone, numbered: true): Double(zone) * 1_000_000 + 500_000
        case .gaussKrueger, .utmNorth: 500_000
        case .webMercator: 0
        }
    }
}

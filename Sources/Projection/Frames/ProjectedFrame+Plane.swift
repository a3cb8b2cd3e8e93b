extension ProjectedFrame {
    /// The frame as PROJ's projection step, written from the parameters the EPSG dataset gives for the code.
    var projStep: String {
        switch method {
        case .gaussKrueger:
            let meridian = Int(centralMeridian ?? 0)
            return
                "+proj=tmerc +lat_0=0 +lon_0=\(meridian) +k=1 +x_0=\(Int(falseEasting)) +y_0=0 +ellps=GRS80"
        case .utmNorth(let zone):
            return "+proj=utm +zone=\(zone) +ellps=WGS84"
        case .webMercator:
            return "+proj=webmerc +lat_0=0 +lon_0=0 +x_0=0 +y_0=0 +ellps=WGS84"
        }
    }

    /// The eastings the area of use can have, metres, in the frame's own numbering.
    ///
    /// At 3° N the 3° to the side of a three-degree strip are 334 km, the 4.5° of a six-degree strip 501 km.
    var eastings: ClosedRange<Double> {
        switch method {
        case .gaussKrueger(width: 3, _, _): falseEasting - 340_000...falseEasting + 340_000
        case .gaussKrueger, .utmNorth: falseEasting - 510_000...falseEasting + 510_000
        case .webMercator: -20_037_508.35...20_037_508.35
        }
    }

    /// The northings the area of use can have, metres.
    var northings: ClosedRange<Double> {
        switch method {
        case .gaussKrueger: 330_000...6_010_000
        case .utmNorth: -1...9_400_000
        case .webMercator: -20_049_000...20_049_000
        }
    }
}

import Projection

extension GDALReferenceText {
    /// The frame the file states, where it is one of those converted here.
    ///
    /// By its code, else by its parameters (Esri's `.prj` have none), else by its name, so that Xi'an 80 and its like
    /// are refused as what they are.
    ///
    /// - Throws: ``FrameError``, or nil's caller says that it is unknown.
    func frame() throws(FrameError) -> ReferenceFrame? {
        if let epsg, let frame = try known({ () throws(FrameError) in try ReferenceFrame.epsg(epsg) }) {
            return frame
        }
        if let frame = frameOfParameters { return frame }
        return try known { () throws(FrameError) in try ReferenceFrame(parsing: name) }
    }

    /// A frame that is refused by name stays refused; one that is merely not known may be told another way.
    private func known(
        _ read: () throws(FrameError) -> ReferenceFrame
    ) throws(FrameError) -> ReferenceFrame? {
        do throws(FrameError) {
            return try read()
        } catch {
            if case .refused(_, let datum) = error, datum != .coordinateSystemText { throw error }
            return nil
        }
    }

    private var frameOfParameters: ReferenceFrame? {
        let words = (datum + " " + name).lowercased()
        let isChina = ["china_2000", "china 2000", "cgcs2000", "china_geodetic_coordinate_system_2000"]
            .contains { words.contains($0) }
        let isWorld = ["wgs_1984", "wgs84", "wgs 84", "wgs_84", "world geodetic system 1984"]
            .contains { words.contains($0) }
        guard isChina || isWorld else { return nil }
        if isGeographic { return isChina ? .cgcs2000 : .wgs84 }
        guard isProjected, metresPerUnit == 1 else { return nil }
        if isWorld, words.contains("mercator"), words.contains("web") || words.contains("pseudo") {
            return ProjectedFrame(epsg: 3857).map { .projected($0) }
        }
        guard ["Transverse_Mercator", "Gauss_Kruger"].contains(projection),
            parameter("false_northing") == 0, parameter("latitude_of_origin") == 0
        else { return nil }
        let isSixDegrees = words.contains("6_degree") || words.contains("6-degree")
        let scale = parameter("scale_factor")
        // The 3° zone before the 6° zone of the same meridian: the numbers are the same.
        let found = ProjectedFrame.all.filter { frame in
            guard frame.centralMeridian == parameter("central_meridian"),
                frame.falseEasting == parameter("false_easting")
            else { return false }
            return switch frame.method {
            case .gaussKrueger: isChina && scale == 1
            case .utmNorth: isWorld && scale == 0.9996
            case .webMercator: false
            }
        }
        let strip = found.first { frame in
            guard case .gaussKrueger(let width, _, _) = frame.method else { return true }
            return (width == 6) == isSixDegrees
        }
        return (strip ?? found.first).map { .projected($0) }
    }
}

internal import GeoJSON
internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

extension Rule {
    static let closedRing = Rule(
        "geometry.closed", Bilingual(zh: "环闭合", en: "rings are closed"),
        asks: Bilingual(
            zh: "环的首末点相同（RFC 7946 第3.1.6节）。", en: "A ring ends where it begins (RFC 7946 section 3.1.6)."))
    static let orientation = Rule(
        "geometry.orientation", Bilingual(zh: "环的方向", en: "rings run the right way"),
        asks: Bilingual(
            zh: "外环逆时针，内环顺时针（RFC 7946 第3.1.6节）。",
            en: "Outer rings run counter-clockwise, holes clockwise (RFC 7946 section 3.1.6)."))
    static let decimals = Rule(
        "geometry.decimals", Bilingual(zh: "坐标位数", en: "decimals of coordinates"),
        asks: Bilingual(
            zh: "示意版坐标至多5位小数，其余版次至多9位。",
            en: "At most 5 decimals in a schematic edition, 9 in others."),
        severity: .warning, bindsPublication: true)
    static let range = Rule(
        "geometry.range", Bilingual(zh: "经纬度范围", en: "longitude and latitude in range"),
        asks: Bilingual(
            zh: "经度在±180°内、纬度在±90°内，经度在前。",
            en: "Longitude first and within ±180°, latitude within ±90°."))
    static let remote = Rule(
        "geometry.remote", Bilingual(zh: "远离其他单元", en: "near the other zones"),
        asks: Bilingual(
            zh: "图形距各单元的中心不超过3°。", en: "No zone lies more than 3° from the middle of them all."))
    static let repeatedVertex = Rule(
        "geometry.repeated-vertex", Bilingual(zh: "重复顶点", en: "no repeated vertices"),
        asks: Bilingual(zh: "相邻两个顶点不相同。", en: "No vertex is the same as the one before it."))
    static let antimeridian = Rule(
        "geometry.antimeridian", Bilingual(zh: "跨越180°经线", en: "cut at the antimeridian"),
        asks: Bilingual(
            zh: "图形在180°经线处断开（RFC 7946 第3.1.9节）。",
            en: "No edge crosses the 180th meridian (RFC 7946 section 3.1.9)."))
    static let valid = Rule(
        "geometry.valid", Bilingual(zh: "图形有效", en: "geometries are valid"),
        asks: Bilingual(
            zh: "图形符合 OGC 简单要素规范，不自相交。", en: "Geometries are valid by the OGC simple feature model."))
}

/// RFC 7946 and the simple feature model.
enum GeometryRules: RuleFamily {
    static let rules: [Rule] = [
        .closedRing, .orientation, .decimals, .range, .remote, .repeatedVertex, .antimeridian, .valid,
    ]

    static func check(_ subject: Subject, _ report: inout ValidationReport) {
        for drawn in subject.editions {
            for (zone, flaw) in drawn.flawed { note(flaw, of: zone, in: drawn, &report) }
            for zone in drawn.edition.zones {
                checkVertices(of: zone, in: drawn, &report)
                checkDecimals(of: zone, in: drawn, &report)
            }
            for feature in drawn.writtenFeatures {
                checkRings(of: feature, in: drawn, &report)
            }
        }
    }

    private static func note(
        _ flaw: DrawingFlaw, of zone: Zone, in drawn: DrawnEdition, _ report: inout ValidationReport
    ) {
        switch flaw {
        case .acrossAntimeridian(let point):
            report.note(
                .antimeridian, in: drawn, zone: zone.id, at: LonLat(point),
                Bilingual(
                    zh: "\(zone.called.zh)有一条边跨越180°经线。",
                    en: "An edge of \(zone.called.en) crosses the 180th meridian."),
                remedy: Bilingual(
                    zh: "请在该处断开，或改正误写的经度。", en: "Cut the geometry there, or mend the longitude."))
        case .invalid(let reason, let location):
            let place = location.isFinite ? location : nil
            report.note(
                .valid, in: drawn, zone: zone.id, at: place.map { LonLat($0) },
                Bilingual(
                    zh: "\(zone.called.zh)的图形无效：\(reason)。",
                    en: "\(zone.called.en) is no valid geometry: \(reason)."),
                remedy: Bilingual(
                    zh: "请改正该处顶点，使边线不自相交、不重叠。",
                    en: "Mend the vertices there so that the border does not cross or cover itself."))
        case .remote(let point):
            report.note(
                .remote, in: drawn, zone: zone.id, at: LonLat(point),
                Bilingual(
                    zh: "\(zone.called.zh)远离其他单元。", en: "\(zone.called.en) lies far from all other zones."),
                remedy: Bilingual(zh: "请核对坐标与坐标系。", en: "Check the coordinates and their frame."))
        }
    }

    private static func checkVertices(
        of zone: Zone, in drawn: DrawnEdition, _ report: inout ValidationReport
    ) {
        for line in zone.geometry?.strings ?? [] {
            for (start, end) in zip(line, line.dropFirst()) where start == end {
                report.note(
                    .repeatedVertex, in: drawn, zone: zone.id, at: LonLat(start),
                    Bilingual(
                        zh: "\(zone.called.zh)在此有重复顶点。", en: "\(zone.called.en) repeats a vertex here."),
                    remedy: Bilingual(zh: "请删去其中一个。", en: "Take one of the two out."))
            }
        }
    }

    private static func checkDecimals(
        of zone: Zone, in drawn: DrawnEdition, _ report: inout ValidationReport
    ) {
        let decimals = drawn.edition.id.hasSuffix("schematic") ? 5 : 9
        func isLonger(_ value: Double) -> Bool {
            FixedDecimals(value, decimals: decimals).flatMap { Double($0.description) } != value
        }
        let longer = (zone.geometry?.vertices ?? []).filter { isLonger($0.x) || isLonger($0.y) }
        guard let first = longer.first else { return }
        report.note(
            .decimals, in: drawn, zone: zone.id, at: LonLat(first),
            Bilingual(
                zh: "\(zone.called.zh)有 \(longer.count) 个顶点超过 \(decimals) 位小数。",
                en: "\(longer.count) vertices of \(zone.called.en) have more than \(decimals) decimals."),
            remedy: Bilingual(
                zh: "请按 \(decimals) 位小数保存（QGIS 导出时 COORDINATE_PRECISION=\(decimals)）。",
                en: "Save with \(decimals) decimals (in QGIS: COORDINATE_PRECISION=\(decimals))."))
    }

    /// Reading turns every ring the right way, so this looks at the file.
    private static func checkRings(
        of feature: JSONValue, in drawn: DrawnEdition, _ report: inout ValidationReport
    ) {
        let geometry = feature["geometry"]
        let coordinates = geometry?["coordinates"]?.elements ?? []
        let polygons: [[JSONValue]] =
            switch geometry?["type"]?.stringValue {
            case "Polygon": [coordinates]
            case "MultiPolygon": coordinates.compactMap(\.elements)
            default: []
            }
        for rings in polygons {
            for (index, ring) in rings.enumerated() {
                let points = (ring.elements ?? []).compactMap(\.elements).compactMap { pair in
                    pair.count >= 2
                        ? pair[0].doubleValue.flatMap { x in pair[1].doubleValue.map { Point(x: x, y: $0) } }
                        : nil
                }
                guard let area = try? Ring(points).signedArea, area != 0, (area > 0) != (index == 0) else {
                    continue
                }
                report.note(
                    .orientation, in: drawn, zone: feature["id"]?.stringValue, at: LonLat(points[0]),
                    index == 0
                        ? Bilingual(zh: "外环为顺时针。", en: "The outer ring runs clockwise.")
                        : Bilingual(zh: "内环为逆时针。", en: "A hole runs counter-clockwise."),
                    remedy: Bilingual(zh: "请把该环的顶点倒序。", en: "Turn the order of its vertices round."))
            }
        }
    }
}

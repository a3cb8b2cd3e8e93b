import PlanarGeometry
import Projection
import Wording

extension DatasetWriter {
    /// A DXF: outlines on a layer for each role, names on a layer of their own, and what the drawing is not.
    ///
    /// A drawing keeps no attributes; whoever needs them takes a GeoPackage.
    func fillDrawing(
        _ file: borrowing GDALDataset, _ dataset: ExchangeDataset, _ session: borrowing GDALSession
    ) throws(ExchangeError) -> (name: String, rows: Int) {
        let layer = try file.createLayer("entities", .mixed, frame: nil, options: [], session)
        let table = dataset.merged.located
        // 3 mm on a sheet at 1:25 000.
        let height = options.frame.isGeographic ? 0.00075 : 75.0
        let labels = Bilingual(zh: "注记", en: "LABELS")[options.language]
        var rows = 0
        for table in dataset.tables {
            for row in table.rows {
                guard isWanted() else { throw .abandoned }
                guard let geometry = row.geometry else { continue }
                let name = drawingLayer(of: row, in: table, isOneOfMany: dataset.tables.count > 1)
                // No style: what is drawn has the colour of its layer.
                try layer.addEntity(geometry, on: name, style: nil, session)
                rows += 1
                guard let label = row.label, let place = geometry.labelPlace else { continue }
                try layer.addEntity(
                    .point(place), on: labels, style: Self.text(label, height: height), session)
                rows += 1
            }
        }
        if let box = Box(around: table.rows.flatMap { $0.geometry?.vertices ?? [] }) {
            let words =
                dataset.title[options.language] + "\n" + dataset.statement[options.language]
                + "\n" + options.frame.name[options.language]
            try layer.addEntity(
                .point(Point(x: box.lower.x, y: box.lower.y - 3 * height)),
                on: Bilingual(zh: "说明", en: "NOTES")[options.language],
                style: Self.text(words, height: height, anchor: 7), session)
            rows += 1
        }
        return ("entities", rows)
    }

    private func drawingLayer(
        of row: ExchangeTable.Row, in table: ExchangeTable, isOneOfMany: Bool
    ) -> String {
        let role = row.style?.name[options.language] ?? table.title[options.language]
        return DXFText.layerName(isOneOfMany ? "\(table.title[options.language])-\(role)" : role)
    }

    /// The layers of a drawing and what is on each.
    func drawingLayers(of dataset: ExchangeDataset) -> [String: RoleStyle] {
        var layers: [String: RoleStyle] = [:]
        for table in dataset.tables {
            for row in table.rows {
                layers[drawingLayer(of: row, in: table, isOneOfMany: dataset.tables.count > 1)] = row.style
            }
        }
        return layers
    }

    /// A label as OGR writes it; anchor 5 is the middle, 7 the upper left.
    private static func text(_ text: String, height: Double, anchor: Int = 5) -> String {
        let safe = text.replacing("\"", with: "\\\"")
        return "LABEL(f:\"SimHei\",t:\"\(safe)\",s:\(height)g,p:\(anchor))"
    }
}

extension GDALLayer {
    /// Adds an entity of a drawing: its layer, its style and nothing else.
    fileprivate func addEntity(
        _ geometry: Geometry, on layer: String, style: String?, _ session: borrowing GDALSession
    ) throws(ExchangeError) {
        // The driver's own columns begin with Layer.
        try add([.text(layer)], geometry: geometry, style: style, session)
    }
}

extension Geometry {
    /// Where a name is put: at a point, in the middle of a line, inside an area.
    fileprivate var labelPlace: Point? {
        switch self {
        case .point(let point): return point
        case .multiPoint(let points): return points.first
        case .lineString, .multiLineString:
            let longest = lines.max { $0.points.count < $1.points.count }
            return longest.map { $0.points[$0.points.count / 2] }
        case .polygon, .multiPolygon, .collection:
            return polygons.max { $0.exterior.signedArea < $1.exterior.signedArea }?.middleOfWidestRow
        }
    }
}

extension Polygon {
    /// The middle of the widest part of the row half way up: inside, however the area is bent.
    fileprivate var middleOfWidestRow: Point? {
        guard let box = Box(around: exterior.points) else { return nil }
        // A hair beside the middle, so that no vertex lies on the row.
        let y = box.lower.y + (box.upper.y - box.lower.y) * 0.4999
        let crossings = rings.flatMap { ring in
            ring.segments.compactMap { edge -> Double? in
                guard (edge.start.y > y) != (edge.end.y > y) else { return nil }
                return edge.start.x + (y - edge.start.y) / (edge.end.y - edge.start.y)
                    * (edge.end.x - edge.start.x)
            }
        }.sorted()
        let spans = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
        guard let widest = spans.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return nil }
        return Point(x: (widest.0 + widest.1) / 2, y: y)
    }
}

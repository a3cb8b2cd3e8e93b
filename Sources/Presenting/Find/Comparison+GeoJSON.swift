internal import GeoJSON
internal import PlanarGeometry
internal import Planning
internal import Siting
public import Wording

extension CandidateComparison {
    /// The candidates as a GeoJSON collection in the order of the input, what became of each in its properties.
    ///
    /// A feature that came in goes out with its own id and properties, ours added behind them; its geometry is in
    /// WGS 84, whatever the frame it came in.
    public func geojson(headers: Language) -> [UInt8] {
        let columns = ComparisonColumns(screening, headers: headers)
        let header = columns.header
        let writer = JSONWriter(.compact)
        var output = Array("{\"type\":\"FeatureCollection\",\"features\":[\n".utf8)
        var isFirst = true
        for (row, rank) in zip(rows, ranks) where row.outcome != nil {
            var feature = feature(of: row)
            for (column, cell) in zip(header, columns.cells(row, rank: rank)) {
                // A plain word such as `error` may be the user's own; what has a colon is ours, from an earlier run.
                let isTaken = !column.contains(":") && feature.properties[column] != nil
                feature.properties[isTaken ? "jinfeng:\(column)" : column] = cell.json
            }
            if !isFirst { output.append(contentsOf: ",\n".utf8) }
            isFirst = false
            writer.write(feature.encoded(decimals: 9), to: &output)
        }
        output.append(contentsOf: "\n]}\n".utf8)
        return output
    }

    private func feature(of row: Row) -> Feature {
        var feature = Feature(id: row.id.map { FeatureID($0) }, geometry: nil, properties: [:])
        var frameProperty: String?
        if case .feature(let given?, let key) = row.origin { (feature, frameProperty) = (given, key) }
        if let name = row.name ?? row.screened?.candidate.name, feature.properties["name"] == nil {
            feature.properties["name"] = .string(name)
        }
        guard let screened = row.screened else {
            feature.setAsideGeometryOutsideTheEarth()
            return feature
        }
        switch screened.candidate.place {
        case .site(let site): feature.geometry = .point(site.position.point)
        case .parcel(let parcel): feature.geometry = parcel.geometry
        }
        // A property that still named the frame it came in would have the file moved again when it is read next.
        if let frameProperty, let given = feature.properties[frameProperty] {
            feature.properties[frameProperty] = "wgs84"
            feature.properties["\(frameProperty)_given"] = given
        }
        return feature
    }
}

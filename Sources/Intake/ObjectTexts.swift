import GeoJSON
import Siting
import Tables

/// The members of a JSON object as the texts a table row would hold, its keys read as headers are.
struct ObjectTexts {
    private let object: JSONObject
    private let roles: ObjectColumns.Roles

    init(_ object: JSONObject, _ columns: ObjectColumns) {
        self.object = object
        roles = columns.roles(of: object.keys)
    }

    var id: String? { text(roles.id) }
    var name: String? { text(roles.name) }

    /// The key of the frame, where it holds one.
    var frameKey: String? {
        guard case .success(let attributes) = roles.attributes, let written = text(attributes.frame),
            !written.isEmpty
        else { return nil }
        return attributes.frame?.name
    }

    /// The columns of the position, and the site they give with everything else the object says.
    ///
    /// - Throws: `missing_column` and its like, with the keys in the place of headers.
    func site(overrulingHeaders: Bool) throws(TableError) -> (columns: PositionColumns, text: SiteText) {
        let all = try roles.all.get()
        let columns = all.position.columns
        let position = SiteText.Position(
            all.position, text(columns[0]) ?? "", columns.count > 1 ? text(columns[1]) ?? "" : "")
        let hint = overrulingHeaders ? nil : all.frameHint
        return (all.position, try site(at: position, frame: hint))
    }

    /// A site at a position of its own, with what the object says of it; its frame goes before the one given.
    ///
    /// - Throws: `ambiguous_column` where two keys claim a role alike.
    func site(at position: SiteText.Position, frame: String?) throws(TableError) -> SiteText {
        let attributes = try roles.attributes.get()
        let written = text(attributes.frame)
        return SiteText(
            id: id, name: name, position: position, frame: written?.isEmpty == false ? written : frame,
            accuracy: text(attributes.accuracy), accuracyMetresPerUnit: attributes.accuracyMetresPerUnit)
    }

    /// What the object says of the land: the column that was named for it, else the one whose key says so.
    func landArea(_ named: CandidateColumns.Area? = nil) -> StatedLandArea {
        let areas = CandidateColumns.areas(
            among: object.keys.enumerated().map { TableColumn(index: $0.offset, name: $0.element) })
        let land = named ?? areas.land
        let stated = StatedLandArea(text(land?.column) ?? "", unit: land?.unit)
        guard stated == .none, let floor = areas.floor else { return stated }
        return StatedLandArea(text(floor) ?? "", unit: nil, isFloorArea: true)
    }

    /// What the keys call the parts of a site that are not its position.
    var fields: [SiteError.Part: String] {
        guard case .success(let attributes) = roles.attributes else { return [:] }
        var fields: [SiteError.Part: String] = [:]
        fields[.frame] = attributes.frame?.name
        fields[.accuracy] = attributes.accuracy?.name
        return fields
    }

    /// A member as text; nil where it is missing, null, or no plain value.
    func text(_ column: TableColumn?) -> String? {
        guard let column, let value = object[column.name] else { return nil }
        return switch value {
        case .string(let text): text
        case .number, .numeral: JSONWriter().string(value)
        // A pair `[106.33, 29.52]` reads like the text "106.33,29.52".
        case .array(let elements) where elements.allSatisfy({ $0.doubleValue != nil }):
            elements.map { JSONWriter().string($0) }.joined(separator: ",")
        case .null, .bool, .array, .object: nil
        }
    }
}

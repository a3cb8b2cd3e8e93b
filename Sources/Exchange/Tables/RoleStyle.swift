public import Planning
public import Wording

/// How one kind of zone is drawn in the formats that carry colours.
///
/// Washed-out hues that read as none of the colours of statutory land use maps, told apart in grey by outline and
/// dash; from Paul Tol's muted scheme, which is safe for colour-blind readers.
public struct RoleStyle: Hashable, Sendable {
    /// The role.
    public let role: Zone.Role
    /// The role's name for people, which drawings name their layers by.
    public let name: Bilingual

    /// The style of a role.
    public init(_ role: Zone.Role, name: Bilingual) {
        self.role = role
        self.name = name
    }

    /// Red, green, blue as six hexadecimal digits.
    var colour: String {
        switch role {
        case .area: "332288"
        case .belt: "AA4499"
        case .screen: "117733"
        case .axis: "882255"
        case .river: "0077BB"
        case .place: "222222"
        case .control: "CC6677"
        }
    }

    /// The nearest of AutoCAD's own colours.
    var colourIndex: Int {
        switch role {
        case .area: 5
        case .belt: 6
        case .screen: 3
        case .axis: 1
        case .river: 4
        case .place: 7
        case .control: 30
        }
    }

    /// The width of an outline or line, pixels.
    var width: Int {
        switch role {
        case .axis, .river, .belt: 3
        case .area, .screen, .place, .control: 2
        }
    }

    /// Whether the outline is dashed; a drawn edge that is schematic everywhere, an axis above all.
    var isDashed: Bool { role == .axis || role == .screen || role == .control }

    /// The style as OGR writes it (<https://gdal.org/user/ogr_feature_style.html>).
    func ogrStyle(for kind: GeometryKind) -> String {
        let pattern = isDashed ? ",p:\"6px 4px\"" : ""
        let pen = "PEN(c:#\(colour)FF,w:\(width)px\(pattern))"
        return switch kind {
        case .area, .mixed: "BRUSH(fc:#\(colour)33);\(pen)"
        case .line: pen
        case .point: "SYMBOL(c:#\(colour)FF,id:\"ogr-sym-3\",s:8px)"
        }
    }
}

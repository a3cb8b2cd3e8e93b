internal import Projection
package import Siting
package import Tables

extension SiteText.Position {
    /// What the columns of a table, or the keys of an object, say of the texts found under them.
    ///
    /// - Parameters:
    ///   - columns: the roles.
    ///   - first: the text of the first of its columns.
    ///   - second: the text of the second, where there are two.
    package init(_ columns: PositionColumns, _ first: String, _ second: String) {
        self =
            switch columns {
            case .geographic: .pair(first, second, order: .eastingFirst)
            case .survey: .pair(first, second, order: .northingFirst)
            case .unstated: .pair(first, second, order: .unstated)
            case .single(_, .longitudeFirst): .single(first, order: .eastingFirst)
            case .single(_, .latitudeFirst): .single(first, order: .northingFirst)
            case .single(_, .unstated): .single(first, order: .unstated)
            case .place: .place(first)
            }
    }
}

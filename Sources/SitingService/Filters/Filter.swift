internal import PlanarGeometry

/// A condition on features, as CQL2 states it (OGC 21-065r2): the same for its text and its JSON.
indirect enum Filter: Hashable, Sendable {
    case and([Filter])
    case or([Filter])
    case not(Filter)
    case literal(Bool)
    /// A property that is true or false by itself.
    case property(String)
    case compare(Operand, Comparison, Operand)
    case like(Operand, pattern: String)
    case between(Operand, Operand, Operand)
    case among(Operand, [Operand])
    case isNull(Operand)
    case spatial(SpatialRelation, Place, Place)

    /// How two values are compared.
    enum Comparison: String, CaseIterable, Sendable {
        case equal = "="
        case notEqual = "<>"
        case less = "<"
        case greater = ">"
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
    }

    /// A value in a comparison: a property, or as it stands.
    enum Operand: Hashable, Sendable {
        case property(String)
        case number(Double)
        case text(String)
        case bool(Bool)
    }

    /// How two geometries lie to each other, by the names of CQL2.
    enum SpatialRelation: String, CaseIterable, Sendable {
        case intersects = "s_intersects"
        case equals = "s_equals"
        case disjoint = "s_disjoint"
        case touches = "s_touches"
        case within = "s_within"
        case overlaps = "s_overlaps"
        case crosses = "s_crosses"
        case contains = "s_contains"
    }

    /// A geometry in a filter: a feature's own, or as it stands, in the frame of the filter.
    enum Place: Hashable, Sendable {
        case property(String)
        case geometry(Geometry)
    }
}

extension Filter {
    /// Every geometry that stands in the filter, by another: from the frame of the filter to that of the features.
    func mapping(_ change: (Geometry) throws(Problem) -> Geometry) throws(Problem) -> Filter {
        switch self {
        case .and(let parts):
            return .and(try parts.map { part throws(Problem) in try part.mapping(change) })
        case .or(let parts): return .or(try parts.map { part throws(Problem) in try part.mapping(change) })
        case .not(let part): return .not(try part.mapping(change))
        case .spatial(let relation, let one, let other):
            return .spatial(relation, try one.mapping(change), try other.mapping(change))
        case .literal, .property, .compare, .like, .between, .among, .isNull: return self
        }
    }

    /// What the filter says of each property it names.
    var uses: [(property: String, use: Use)] {
        switch self {
        case .and(let parts), .or(let parts): parts.flatMap(\.uses)
        case .not(let part): part.uses
        case .literal: []
        case .property(let name): [(name, .bool)]
        case .compare(let one, _, let other): one.uses(beside: [other]) + other.uses(beside: [one])
        case .like(let one, _): one.uses(as: .text)
        case .between(let one, let low, let high): one.uses(beside: [low, high])
        case .among(let one, let others): one.uses(beside: others)
        case .isNull(let one): one.uses(as: .any)
        case .spatial(_, let one, let other):
            [one, other].compactMap { place in
                if case .property(let name) = place { (name, .geometry) } else { nil }
            }
        }
    }

    /// What kind of property a filter takes one for.
    enum Use: Hashable, Sendable {
        case any
        case bool
        case number
        case text
        case geometry
    }
}

extension Filter.Place {
    fileprivate func mapping(_ change: (Geometry) throws(Problem) -> Geometry) throws(Problem) -> Filter.Place
    {
        guard case .geometry(let geometry) = self else { return self }
        return .geometry(try change(geometry))
    }
}

extension Filter.Operand {
    fileprivate func uses(as use: Filter.Use) -> [(property: String, use: Filter.Use)] {
        if case .property(let name) = self { [(name, use)] } else { [] }
    }

    /// A property beside a number is taken for a number.
    fileprivate func uses(beside others: [Filter.Operand]) -> [(property: String, use: Filter.Use)] {
        others.flatMap { other in
            switch other {
            case .property: uses(as: .any)
            case .number: uses(as: .number)
            case .text: uses(as: .text)
            case .bool: uses(as: .bool)
            }
        }
    }
}

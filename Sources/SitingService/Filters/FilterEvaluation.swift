internal import GeoJSON
internal import PlanarGeometry
internal import Topology

/// Tells of features whether they fulfil a filter.
///
/// What is not known of a feature is neither true nor false (three-valued logic): a comparison with a property that is
/// null does not hold, and neither does its contrary.
struct FilterEvaluation: ~Copyable {
    private let filter: Filter
    private let operators = SpatialOperators()

    init(_ filter: Filter) { self.filter = filter }

    /// Whether a feature fulfils the filter.
    func holds(of feature: ServedFeature) throws(Problem) -> Bool {
        do throws(TopologyError) {
            return try answer(filter, feature) ?? false
        } catch {
            throw Problem(error, field: "filter")
        }
    }

    private func answer(_ filter: Filter, _ feature: ServedFeature) throws(TopologyError) -> Bool? {
        switch filter {
        case .and(let parts):
            var isUnknown = false
            for part in parts {
                guard let holds = try answer(part, feature) else {
                    isUnknown = true
                    continue
                }
                if !holds { return false }
            }
            return isUnknown ? nil : true
        case .or(let parts):
            var isUnknown = false
            for part in parts {
                guard let holds = try answer(part, feature) else {
                    isUnknown = true
                    continue
                }
                if holds { return true }
            }
            return isUnknown ? nil : false
        case .not(let part): return try answer(part, feature).map { !$0 }
        case .literal(let value): return value
        case .property(let name):
            return if case .bool(let value) = feature.value(of: name) { value } else { nil }
        case .compare(let one, let comparison, let other):
            return Self.compare(feature.value(of: one), comparison, feature.value(of: other))
        case .like(let one, let pattern):
            guard case .text(let text) = feature.value(of: one) else { return nil }
            return LikePattern(pattern).matches(text)
        case .between(let one, let low, let high):
            let value = feature.value(of: one)
            guard let above = Self.compare(value, .greaterOrEqual, feature.value(of: low)),
                let below = Self.compare(value, .lessOrEqual, feature.value(of: high))
            else { return nil }
            return above && below
        case .among(let one, let others):
            let value = feature.value(of: one)
            guard value != nil else { return nil }
            return others.contains { Self.compare(value, .equal, feature.value(of: $0)) == true }
        case .isNull(let one): return feature.value(of: one) == nil
        case .spatial(let relation, let one, let other):
            guard let one = feature.geometry(of: one), let other = feature.geometry(of: other) else {
                return nil
            }
            return try lies(one, relation, other)
        }
    }

    /// Two values of one kind; of different kinds nothing is known.
    private static func compare(
        _ one: Filter.Operand?, _ comparison: Filter.Comparison, _ other: Filter.Operand?
    ) -> Bool? {
        switch (one, other) {
        case (.number(let one), .number(let other)): holds(one, comparison, other)
        case (.text(let one), .text(let other)): holds(one, comparison, other)
        case (.bool(let one), .bool(let other)):
            switch comparison {
            case .equal: one == other
            case .notEqual: one != other
            default: nil
            }
        default: nil
        }
    }

    private static func holds<Value: Comparable>(
        _ one: Value, _ comparison: Filter.Comparison, _ other: Value
    ) -> Bool {
        switch comparison {
        case .equal: one == other
        case .notEqual: one != other
        case .less: one < other
        case .greater: one > other
        case .lessOrEqual: one <= other
        case .greaterOrEqual: one >= other
        }
    }

    /// The relations of OGC 06-103r4, section 6.1.15.3, by the nine-intersection matrix.
    private func lies(_ one: Geometry, _ relation: Filter.SpatialRelation, _ other: Geometry)
        throws(TopologyError) -> Bool
    {
        // Boxes that do not meet settle it without GEOS.
        if let mine = one.box, let others = other.box, !mine.intersects(others) {
            return relation == .disjoint
        }
        let matrix = try operators.relate(one, other)
        return switch relation {
        case .intersects: matrix.isIntersecting
        case .disjoint: matrix.isDisjoint
        case .equals: matrix.isEqual
        case .touches: matrix.isTouching
        case .within: matrix.matches("T*F**F***")
        case .contains: matrix.matches("T*****FF*")
        case .overlaps:
            one.dimension == other.dimension && matrix.matches(one.dimension == 1 ? "1*T***T**" : "T*T***T**")
        case .crosses:
            one.dimension < other.dimension
                ? matrix.matches("T*T******")
                : one.dimension > other.dimension
                    ? matrix.matches("T*****T**") : one.dimension == 1 && matrix.matches("0********")
        }
    }
}

extension Box {
    /// Whether the two have a point in common.
    func intersects(_ other: Box) -> Bool {
        lower.x <= other.upper.x && other.lower.x <= upper.x && lower.y <= other.upper.y
            && other.lower.y <= upper.y
    }
}

extension Geometry {
    /// 0 for points, 1 for lines, 2 for areas; of a collection the largest.
    fileprivate var dimension: Int {
        switch self {
        case .point, .multiPoint: 0
        case .lineString, .multiLineString: 1
        case .polygon, .multiPolygon: 2
        case .collection(let parts): parts.map(\.dimension).max() ?? 0
        }
    }
}

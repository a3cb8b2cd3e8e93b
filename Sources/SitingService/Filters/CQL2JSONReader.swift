internal import GeoJSON
internal import PlanarGeometry

/// Reads a filter from CQL2 JSON (OGC 21-065r2, annex C).
struct CQL2JSONReader {
    private var conditions = 0

    /// Reads a filter from its text.
    static func filter(
        _ text: [UInt8], limit: Int = Problem.FilterLimit.bytes
    ) throws(Problem) -> Filter {
        guard text.count <= limit else { throw Problem.filterTooLarge }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: text)
        } catch {
            throw Problem(error, field: "filter")
        }
        return try filter(value)
    }

    /// Reads a filter that is JSON already.
    static func filter(_ value: JSONValue) throws(Problem) -> Filter {
        var reader = CQL2JSONReader()
        return try reader.filter(value, depth: 0)
    }

    private mutating func filter(_ value: JSONValue, depth: Int) throws(Problem) -> Filter {
        guard depth < Problem.FilterLimit.depth else { throw Problem.filterTooLarge }
        conditions += 1
        guard conditions <= Problem.FilterLimit.conditions else { throw Problem.filterTooLarge }
        if case .bool(let value) = value { return .literal(value) }
        if let name = value["property"]?.stringValue { return .property(name) }
        guard let name = value["op"]?.stringValue, let arguments = value["args"]?.elements else {
            throw Problem.invalidFilter(member: "op, args")
        }
        if let comparison = Filter.Comparison(rawValue: name) {
            try expect(2, arguments, name)
            return .compare(try operand(arguments[0]), comparison, try operand(arguments[1]))
        }
        if let relation = Filter.SpatialRelation(rawValue: name.lowercased()) {
            try expect(2, arguments, name)
            return .spatial(relation, try place(arguments[0]), try place(arguments[1]))
        }
        switch name.lowercased() {
        case "and", "or":
            guard arguments.count >= 2 else { throw Problem.invalidFilter(member: name) }
            var parts: [Filter] = []
            for argument in arguments { parts.append(try filter(argument, depth: depth + 1)) }
            return name.lowercased() == "and" ? .and(parts) : .or(parts)
        case "not":
            try expect(1, arguments, name)
            return .not(try filter(arguments[0], depth: depth + 1))
        case "like":
            try expect(2, arguments, name)
            guard let pattern = arguments[1].stringValue else { throw Problem.invalidFilter(member: name) }
            return .like(try operand(arguments[0]), pattern: pattern)
        case "between":
            try expect(3, arguments, name)
            return .between(try operand(arguments[0]), try operand(arguments[1]), try operand(arguments[2]))
        case "in":
            try expect(2, arguments, name)
            guard let values = arguments[1].elements, !values.isEmpty else {
                throw Problem.invalidFilter(member: name)
            }
            guard values.count <= Problem.FilterLimit.conditions else { throw Problem.filterTooLarge }
            return .among(
                try operand(arguments[0]), try values.map { value throws(Problem) in try operand(value) })
        case "isnull":
            try expect(1, arguments, name)
            return .isNull(try operand(arguments[0]))
        default: throw Problem.invalidFilter(member: name)
        }
    }

    private func expect(_ count: Int, _ arguments: [JSONValue], _ name: String) throws(Problem) {
        guard arguments.count == count else { throw Problem.invalidFilter(member: "\(name) (args)") }
    }

    private func operand(_ value: JSONValue) throws(Problem) -> Filter.Operand {
        switch value {
        case .string(let text): return .text(text)
        case .bool(let value): return .bool(value)
        case .number, .numeral:
            guard let number = value.doubleValue, number.isFinite else {
                throw Problem.invalidFilter(member: "args")
            }
            return .number(number)
        case .null, .array: throw Problem.invalidFilter(member: "args")
        case .object(let members):
            if let name = members["property"]?.stringValue { return .property(name) }
            if let text = (members["date"] ?? members["timestamp"])?.stringValue, DatePeriod.isInstant(text) {
                return .text(text)
            }
            throw Problem.invalidFilter(member: members.keys.first ?? "{}")
        }
    }

    private func place(_ value: JSONValue) throws(Problem) -> Filter.Place {
        if let name = value["property"]?.stringValue { return .property(name) }
        if let numbers = value["bbox"]?.elements {
            guard let box = BoundingBox(numbers.compactMap(\.doubleValue)) else {
                throw Problem.invalidFilter(member: "bbox")
            }
            return .geometry(box.geometry)
        }
        let feature: Feature
        do throws(JSONError) {
            feature = try Feature(decoding: value, acceptingAnyCRS: false)
        } catch {
            throw Problem(error, field: "filter")
        }
        guard let geometry = feature.geometry else { throw Problem.invalidFilter(member: "args") }
        guard geometry.vertices.count <= Problem.FilterLimit.vertices else { throw Problem.filterTooLarge }
        return .geometry(geometry)
    }
}

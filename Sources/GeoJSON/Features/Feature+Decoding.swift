public import PlanarGeometry

extension Feature {
    /// Reads a text that is one Feature or one bare geometry.
    ///
    /// Numbers are taken as they are: whether they lie on the Earth is the frame's question. A `crs` member of
    /// the 2008 specification must name longitude and latitude unless `acceptingAnyCRS`.
    ///
    /// - Throws: ``JSONError`` with line and column.
    public init(
        parsing text: Span<UInt8>, acceptingAnyCRS: Bool = false, depthLimit: Int = 32
    ) throws(JSONError) {
        let value = try JSONValue(parsing: text, depthLimit: depthLimit)
        do {
            self = try Feature(decoding: value, acceptingAnyCRS: acceptingAnyCRS)
        } catch {
            throw error.located(in: text)
        }
    }

    /// Reads a text that is one Feature or one bare geometry.
    public init(
        parsing text: [UInt8], acceptingAnyCRS: Bool = false, depthLimit: Int = 32
    ) throws(JSONError) {
        try self.init(parsing: text.span, acceptingAnyCRS: acceptingAnyCRS, depthLimit: depthLimit)
    }

    /// Reads a part of a larger text, such as a line; positions count from the part's first byte.
    public init(
        parsing text: ArraySlice<UInt8>, acceptingAnyCRS: Bool = false, depthLimit: Int = 32
    ) throws(JSONError) {
        try self.init(parsing: text.span, acceptingAnyCRS: acceptingAnyCRS, depthLimit: depthLimit)
    }

    /// Takes a value that is a Feature or a bare geometry; see ``init(parsing:acceptingAnyCRS:depthLimit:)``.
    ///
    /// - Throws: ``JSONError`` with the path below the value.
    public init(decoding value: JSONValue, acceptingAnyCRS: Bool = false) throws(JSONError) {
        guard let members = value.members else { throw .wrongType(of: value, wanted: .object) }
        _ = try DeclaredCRS(in: members, acceptingAny: acceptingAnyCRS)
        let type = try members.type(.feature)
        if type == "Feature" {
            try self.init(members)
        } else if GeometryDecoder.kinds.contains(type) {
            var decoder = GeometryDecoder()
            let geometry = try decoder.geometry(value)
            self.init(
                id: nil, geometry: geometry, properties: [:], foreignMembers: [:],
                droppedAltitudes: decoder.droppedAltitudes)
        } else {
            throw .unknownType(type, wanted: .feature)
        }
    }

    /// Takes the members of an element of `features`, which must be a Feature.
    init(element value: JSONValue, acceptingAnyCRS: Bool) throws(JSONError) {
        guard let members = value.members else { throw .wrongType(of: value, wanted: .object) }
        let type = try members.type(.element)
        guard type == "Feature" else { throw .unknownType(type, wanted: .element) }
        do {
            _ = try DeclaredCRS(in: members, acceptingAny: acceptingAnyCRS)
        } catch {
            throw error.inFeature(members["id"])
        }
        try self.init(members)
    }

    private init(_ members: JSONObject) throws(JSONError) {
        var decoder = GeometryDecoder()
        var foreignMembers = JSONObject()
        for member in members where !Self.ownKeys.contains(member.key) {
            foreignMembers.add(member.key, member.value)
        }
        do {
            self.init(
                id: try Self.id(members), geometry: try Self.geometry(members, &decoder),
                properties: try Self.properties(members), foreignMembers: foreignMembers,
                droppedAltitudes: decoder.droppedAltitudes)
        } catch {
            throw error.inFeature(members["id"])
        }
    }

    /// The members this type holds by itself; `crs` is obsolete and has been checked.
    static let ownKeys = ["type", "id", "geometry", "properties", "crs"]

    private static func id(_ members: JSONObject) throws(JSONError) -> FeatureID? {
        guard let value = members["id"], value != .null else { return nil }
        guard let id = FeatureID(value) else {
            throw .wrongType(of: value, wanted: .stringOrNumber, path: JSONPath.root.member("id"))
        }
        return id
    }

    private static func geometry(
        _ members: JSONObject, _ decoder: inout GeometryDecoder
    ) throws(JSONError) -> Geometry? {
        guard let value = members["geometry"] else { throw .missingGeometry(in: members) }
        guard value != .null else { return nil }
        do { return try decoder.geometry(value) } catch { throw error.inside(.member("geometry")) }
    }

    private static func properties(_ members: JSONObject) throws(JSONError) -> JSONObject {
        guard let value = members["properties"], value != .null else { return [:] }
        guard let properties = value.members else {
            throw .wrongType(of: value, wanted: .object, path: JSONPath.root.member("properties"))
        }
        return properties
    }
}

extension Geometry {
    /// Takes a value that is a geometry of RFC 7946; third numbers of positions are dropped.
    ///
    /// - Throws: ``JSONError`` with the path below the value.
    public init(decoding value: JSONValue) throws(JSONError) {
        var decoder = GeometryDecoder()
        self = try decoder.geometry(value)
    }
}

extension JSONError {
    /// The same error with the id of the feature it happened in, where that has one.
    func inFeature(_ id: JSONValue?) -> JSONError {
        guard featureID == nil, let id = id.flatMap(FeatureID.init) else { return self }
        var error = self
        error.featureID = id
        return error
    }
}

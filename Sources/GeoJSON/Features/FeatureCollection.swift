/// A FeatureCollection of RFC 7946.
public struct FeatureCollection: Hashable, Sendable {
    /// The features in order.
    public var features: [Feature]
    /// Every member beside `type` and `features`, in order.
    public var foreignMembers: JSONObject
    /// The name in an obsolete `crs` member, as it stood in the file; it is not written again.
    public var declaredCRS: String?

    /// Makes a collection.
    public init(features: [Feature], foreignMembers: JSONObject = [:]) {
        self.features = features
        self.foreignMembers = foreignMembers
    }

    /// Reads a text that is a FeatureCollection, a Feature or a bare geometry, and wants all of it right.
    ///
    /// Where one bad feature shall not lose the others, go through a ``FeatureReader`` instead. A `crs` member must
    /// name longitude and latitude unless `acceptingAnyCRS`.
    ///
    /// - Throws: ``JSONError`` for the first mistake in the text.
    public init(
        parsing text: [UInt8], acceptingAnyCRS: Bool = false, depthLimit: Int = 32
    ) throws(JSONError) {
        var reader = try FeatureReader(
            parsing: text, acceptingAnyCRS: acceptingAnyCRS, depthLimit: depthLimit)
        self.init(features: [], foreignMembers: reader.foreignMembers)
        declaredCRS = reader.declaredCRS
        while let result = reader.next() { features.append(try result.get()) }
    }

    /// The members this type holds by itself; `crs` is obsolete and has been checked.
    static let ownKeys = ["type", "features", "crs"]

    /// How many positions had a third number, which is not kept.
    public var droppedAltitudes: Int { features.reduce(0) { $0 + $1.droppedAltitudes } }
}

/// Reads the features of a text one after another, so that a bad one loses no other and a large file needs
/// no tree of all its values.
///
/// ```swift
/// for result in try FeatureReader(parsing: bytes) { … }
/// ```
/// The text is a FeatureCollection, a Feature or a bare geometry; the latter two count as one feature. After a
/// mistake inside a feature, of syntax even, reading goes on behind the feature's closing bracket. Where that is
/// not to be found the failure is the last result, and what follows it was not read.
public struct FeatureReader: IteratorProtocol, Sequence, Sendable {
    /// The members of the collection beside `type`, `features` and `crs`, in order.
    public private(set) var foreignMembers = JSONObject()
    /// The name in an obsolete `crs` member, as it stands in the file.
    public let declaredCRS: String?
    /// The index of the feature that ``next()`` will read.
    public private(set) var index = 0
    /// The properties of the last feature that was JSON but no Feature, so that its owner gets them back.
    public private(set) var unreadProperties: JSONObject?

    private let text: [UInt8]
    private let acceptingAnyCRS: Bool
    private var reader: JSONReader
    private var state: State
    /// What is wrong behind the features.
    private let laterFault: JSONError?

    private enum State {
        case beforeFeature
        case single(Result<Feature, JSONError>)
        case behindFeatures
        case failing(JSONError)
        case ended
    }

    /// Reads what is around the features.
    ///
    /// A `crs` member must name longitude and latitude unless `acceptingAnyCRS`: set it where the user states the
    /// frame. Containers may nest `depthLimit` deep.
    ///
    /// - Throws: ``JSONError`` where the text is no GeoJSON at all or its `crs` is not accepted.
    public init(
        parsing text: [UInt8], acceptingAnyCRS: Bool = false, depthLimit: Int = 32
    ) throws(JSONError) {
        self.text = text
        self.acceptingAnyCRS = acceptingAnyCRS
        let outline: CollectionOutline
        let isCollection: Bool
        do {
            outline = try CollectionOutline(text.span, depthLimit: depthLimit)
            isCollection = try Self.isCollection(outline)
            declaredCRS = try DeclaredCRS(in: outline.members, acceptingAny: acceptingAnyCRS).name
        } catch {
            throw error.located(in: text.span)
        }
        guard isCollection, let features = outline.features else {
            reader = JSONReader()
            laterFault = nil
            state = .single(Self.single(text, acceptingAnyCRS: acceptingAnyCRS, depthLimit: depthLimit))
            return
        }
        for member in outline.members where !FeatureCollection.ownKeys.contains(member.key) {
            foreignMembers.add(member.key, member.value)
        }
        reader = features
        laterFault = outline.laterFault
        state = .behindFeatures
        do {
            if try reader.enter(closing: UInt8(ascii: "]"), text.span) { state = .beforeFeature }
        } catch {
            state = .failing(error.inside(.member("features")))
        }
    }

    /// The next feature, or why there is none in its place; nil at the end.
    public mutating func next() -> Result<Feature, JSONError>? {
        switch state {
        case .beforeFeature:
            defer { index += 1 }
            return feature()
        case .single(let result):
            state = .ended
            index += 1
            return result
        case .behindFeatures:
            state = .ended
            return laterFault.map { .failure($0) }
        case .failing(let error):
            state = .ended
            return .failure(error)
        case .ended: return nil
        }
    }

    /// Reads the feature that stands here and steps to the next one.
    private mutating func feature() -> Result<Feature, JSONError> {
        let text = text  // a span of a property would keep all of `self` from changing
        let span = text.span
        reader.skipSpace(span)
        let start = reader
        let result: Result<Feature, JSONError>
        do {
            let value = try reader.value(span)
            unreadProperties = nil
            do {
                result = .success(try Feature(element: value, acceptingAnyCRS: acceptingAnyCRS))
            } catch {
                unreadProperties = value["properties"]?.members
                // Counting lines on from the last failure keeps many failures in one file cheap.
                reader.anchor = JSONPosition(byteOffset: start.place, in: span, from: reader.anchor)
                result = .failure(inFeature(error.located(in: span, from: reader.anchor)))
            }
        } catch {
            unreadProperties = nil
            result = .failure(inFeature(error))
            reader = start
            reader.anchor = JSONPosition(byteOffset: start.place, in: span, from: start.anchor)
            guard reader.skipBrackets(span) else {
                state = .ended
                return result
            }
        }
        do {
            if try !reader.another(closing: UInt8(ascii: "]"), span) { state = .behindFeatures }
        } catch {
            state = .failing(error.inside(.member("features")))
        }
        return result
    }

    private func inFeature(_ error: JSONError) -> JSONError {
        error.inside(.element(index)).inside(.member("features"))
    }

    private static func single(
        _ text: [UInt8], acceptingAnyCRS: Bool, depthLimit: Int
    ) -> Result<Feature, JSONError> {
        do {
            return .success(
                try Feature(parsing: text, acceptingAnyCRS: acceptingAnyCRS, depthLimit: depthLimit))
        } catch {
            return .failure(error)
        }
    }

    private static func isCollection(_ outline: CollectionOutline) throws(JSONError) -> Bool {
        // A file cut off in its features may have had its type behind them.
        if outline.isCutShort || outline.laterFault != nil, outline.members["type"] == nil { return true }
        let type = try outline.members.type(.root)
        guard type == "FeatureCollection" else {
            guard type == "Feature" || GeometryDecoder.kinds.contains(type) else {
                throw .unknownType(type, wanted: .root)
            }
            return false
        }
        guard outline.features == nil else { return true }
        guard let other = outline.members["features"] else { throw .missingMember("features") }
        throw .wrongType(of: other, wanted: .array, path: JSONPath.root.member("features"))
    }
}

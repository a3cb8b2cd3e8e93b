public import PlanarGeometry

extension JSONCursor {
    /// The value as a Feature or bare geometry; see ``Feature/init(decoding:acceptingAnyCRS:)``.
    public func feature(acceptingAnyCRS: Bool = false) throws(JSONError) -> Feature {
        try decoding { (value) throws(JSONError) in
            try Feature(decoding: value, acceptingAnyCRS: acceptingAnyCRS)
        }
    }

    /// The value as a geometry; third numbers of positions are dropped.
    public func geometry() throws(JSONError) -> Geometry {
        try decoding { (value) throws(JSONError) in try Geometry(decoding: value) }
    }
}

internal import GeoJSON
internal import Planning
internal import Presenting
internal import Projection
internal import Synchronization
internal import Wording

/// Features as they leave, each written once for each language and frame.
final class FeatureBytes: Sendable {
    private struct Key: Hashable {
        let layout: String
        let edition: String
        let zone: String
        let language: Language
        let reference: CoordinateReference
    }

    private let written = Mutex<[Key: [UInt8]]>([:])

    /// A feature as JSON on one line, without a line's end.
    func bytes(
        of zone: Zone, in collection: ServedCollection, _ language: Language,
        _ reference: CoordinateReference,
        _ projectors: Projectors
    ) throws(Problem) -> [UInt8] {
        let key = Key(
            layout: collection.id, edition: collection.edition.id, zone: zone.id, language: language,
            reference: reference)
        if let known = written.withLock({ $0[key] }) { return known }
        var feature = zone.feature(in: language)
        feature.geometry = try zone.geometry.map { geometry throws(Problem) in
            try projectors.geometry(geometry, in: reference)
        }
        // A tenth of a millimetre where the drawing is exact, decimetres where it is a sketch of ours.
        let degrees = collection.edition.decimals
        let decimals = reference.frame.isGeographic ? degrees : degrees == 5 ? 1 : 4
        let bytes = JSONWriter().bytes(feature.encoded(decimals: decimals))
        written.withLock { $0[key] = bytes }
        return bytes
    }
}

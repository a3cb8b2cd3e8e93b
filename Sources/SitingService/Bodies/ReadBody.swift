internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Tables

/// A body that was read whole, with what its sender says it is.
struct ReadBody: Sendable {
    let type: BodyType
    let bytes: [UInt8]
}

extension Asked {
    /// Reads the body whole.
    ///
    /// - Throws: ``Problem`` where it is of another type, too long, too slow, or holds too many vertices.
    func body(of types: [BodyType], _ settings: ServiceSettings) async throws -> ReadBody {
        let type = try BodyType(request.headers[.contentType], among: types)
        let limit = settings.maximumBody
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Problem.bodyTooLarge(limit: limit)
        }
        let deadline = ContinuousClock.now + .seconds(settings.bodySeconds)
        var bytes: [UInt8] = []
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= limit else { throw Problem.bodyTooLarge(limit: limit) }
            guard ContinuousClock.now < deadline else {
                throw Problem.bodyTooSlow(seconds: settings.bodySeconds)
            }
            bytes += part.readableBytesView
        }
        guard !bytes.isEmpty else { throw Problem.emptyBody }
        guard type.vertexMarks(in: bytes) <= settings.maximumVertices else {
            throw Problem.tooManyVertices(limit: settings.maximumVertices)
        }
        guard type.memberMarks(in: bytes) <= settings.maximumVertices else {
            throw Problem.tooManyMembers(limit: settings.maximumVertices * 3)
        }
        guard !type.isTooDeep(bytes) else { throw Problem.tooDeep }
        return ReadBody(type: type, bytes: bytes)
    }
}

extension ReadBody {
    /// The body in UTF-8, from whatever encoding it is in.
    func text() throws(TableError) -> [UInt8] {
        try ByteSource(bytes).decoded(from: type.encoding).all()
    }
}

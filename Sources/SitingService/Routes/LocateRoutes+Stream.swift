internal import Hummingbird
internal import NIOCore
internal import Planning
internal import Presenting
internal import Siting
internal import Tables
internal import Wording

extension LocateRoutes {
    static let types = [BodyType(.geojson), BodyType(.ndjson), BodyType(.csv)]

    /// Many positions, answered as they arrive.
    var many: Endpoint {
        Endpoint(
            .post, "/locate", id: "locateMany", .questions,
            zh: "许多点位各落在哪个结构单元；NDJSON 与 CSV 边收边答，不限长度",
            en: "In which zones positions lie; NDJSON and CSV are answered as they arrive, without an end.",
            parameters: [.frame, .accuracy, .confidence, .layout, .asOf],
            formats: [.json, .ndjson, .csv, .geojson, .text],
            body: Endpoint.Body(
                types: Self.types, zh: "GeoJSON 点要素、NDJSON（每行一个对象）或 CSV",
                en: "GeoJSON points, NDJSON (an object a line) or CSV.")
        ) { asked in
            let settings = desk.settings
            let type = try BodyType(asked.request.headers[.contentType], among: Self.types)
            let terms = try terms(asked, type)
            let (input, output) = (ChunkPipe(capacity: 4), ChunkPipe(capacity: 4))
            let stream = LocateStream(
                data: desk.data, terms: terms, lineLimit: settings.maximumBody, input: input, output: output)
            let isWhole = type.kind == .geojson
            if isWhole {
                let body = try await asked.body(of: Self.types, settings)
                let feeder = Task {
                    _ = await input.put(body.bytes); input.finish()
                }
                let encoding: TextEncoding
                do { encoding = try await desk.streams.run(stream) } catch { await feeder.value; throw error }
                return asked.streamed(terms.format, in: encoding, from: output) { await feeder.value }
            }
            let feeder = Task { await Self.feed(asked.request.body, into: input) }
            let encoding: TextEncoding
            do {
                encoding = try await desk.streams.run(stream)
            } catch {
                // A stream that found no seat takes nothing: whoever feeds it must not wait for it.
                input.abandon()
                feeder.cancel()
                await feeder.value
                throw error
            }
            return asked.streamed(terms.format, in: encoding, from: output) {
                input.abandon()
                feeder.cancel()
                await feeder.value
            }
        }
    }

    /// Hands the parts of a body on as they arrive.
    private static func feed(_ body: RequestBody, into input: ChunkPipe) async {
        do {
            for try await part in body where part.readableBytes > 0 {
                guard await input.put(Array(part.readableBytesView)) else { return }
            }
        } catch {
            // A connection that broke off ends the stream; nobody is left to be told.
        }
        input.finish()
    }

    private func terms(_ asked: Asked, _ type: BodyType) throws(Problem) -> LocateStream.Terms {
        let query = asked.query
        let isOpen = query["f"] == nil && asked.request.headers[.accept].map { $0.contains("*/*") } ?? true
        return LocateStream.Terms(
            type: type, frame: try query.frame(), accuracy: try query.accuracy(),
            confidence: try query.confidence(), layouts: try query.layouts(in: desk.data.catalogue),
            day: try query.day(), language: asked.language, format: isOpen ? type.answer : asked.format,
            headers: query["lang"] == nil ? .en : asked.language)
    }
}

extension BodyType {
    /// The format answered in where none is asked for: the body's own, as with the command.
    fileprivate var answer: Format {
        switch kind {
        case .csv: .csv
        case .ndjson: .ndjson
        default: .geojson
        }
    }
}

extension Asked {
    /// An answer that leaves as it is made.
    fileprivate func streamed(
        _ format: Format, in encoding: TextEncoding, from output: ChunkPipe,
        ended: @escaping @Sendable () async -> Void
    ) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: format.mediaType(in: encoding), .contentLanguage: language.rawValue,
                .cacheControl: "no-store",
            ],
            body: ResponseBody { writer in
                do {
                    while let bytes = await output.take() { try await writer.write(ByteBuffer(bytes: bytes)) }
                    await ended()
                    try await writer.finish(nil)
                } catch {
                    output.abandon()
                    await ended()
                    throw error
                }
            })
    }
}

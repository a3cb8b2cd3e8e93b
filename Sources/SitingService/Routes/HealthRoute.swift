internal import GeoJSON
internal import Hummingbird
internal import Planning

/// Whether the service answers, and with which data.
struct HealthRoute: Sendable {
    let desk: QuestionDesk

    var endpoint: Endpoint {
        Endpoint(
            .get, "/health", id: "health", .service, zh: "服务是否正常，所用数据的版本",
            en: "Whether the service answers, and with which editions.", isShort: { _ in true }
        ) { asked in
            let today = CalendarDate.today()
            let editions = desk.data.catalogue.layouts.map { layout in
                (layout.id, layout.edition(validOn: today).map { JSONValue.string($0.id) } ?? .null)
            }
            let value: JSONValue = [
                "status": "ok", "as_of": .string("\(today)"), "editions": .object(JSONObject(editions)),
            ]
            return asked.response(JSONWriter(.pretty).bytes(value) + [UInt8(ascii: "\n")])
        }
    }
}

internal import GeoJSON
internal import Wording

/// A parameter of a resource: what it is called, what it means, what it may be.
///
/// The same list settles what a request may say and what `/api` tells of it.
struct Parameter: Sendable {
    let name: String
    let meaning: Bilingual
    /// Its JSON schema, as OpenAPI writes it.
    let schema: JSONValue
    var isRequired = false
    var isInPath = false

    init(_ name: String, zh: String, en: String, schema: JSONValue = ["type": "string"]) {
        self.name = name
        meaning = Bilingual(zh: zh, en: en)
        self.schema = schema
    }

    /// Whether it may stand there with nothing behind it, as forms send what was left blank.
    var mayBeEmpty: Bool {
        schema["type"] == "string" && schema["enum"] == nil && schema["format"] == nil
            && schema["pattern"] == nil
    }

    /// The same parameter, but one that must be given.
    func required() -> Parameter {
        var parameter = self
        parameter.isRequired = true
        return parameter
    }

    /// The same parameter as a part of the path.
    func inPath() -> Parameter {
        var parameter = required()
        parameter.isInPath = true
        return parameter
    }

    static func choice(_ name: String, _ choices: [String], zh: String, en: String) -> Parameter {
        Parameter(
            name, zh: zh, en: en, schema: ["type": "string", "enum": .array(choices.map { .string($0) })])
    }
}

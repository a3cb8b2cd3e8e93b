internal import Configuration
internal import SystemPackage

extension ServiceSettings {
    /// Reads the settings: what a flag says goes before the environment, that before the file, that before the default.
    ///
    /// The environment's names are those of the flags in capitals, such as `JINFENG_MAX_BODY` for `--max-body`; the file
    /// holds such lines too, as systemd reads them for a unit.
    ///
    /// - Parameters:
    ///   - flags: what the command line says, by the flags' names without dashes before them.
    ///   - file: a file of `JINFENG_…=value` lines; nil for none.
    /// - Returns: the settings.
    /// - Throws: ``SettingError`` naming the setting.
    public static func read(flags: [String: String], file: String?) async throws(SettingError)
        -> ServiceSettings
    {
        if let stray = flags.keys.first(where: { !names.contains($0) }) {
            throw SettingError.unknown(stray, names)
        }
        let given = InMemoryProvider(
            name: "flags",
            values: Dictionary(
                uniqueKeysWithValues: flags.map { name, value in
                    (
                        AbsoluteConfigKey(key(name).components, context: [:]),
                        ConfigValue(.string(value), isSecret: false)
                    )
                }))
        var providers: [any ConfigProvider] = [given, EnvironmentVariablesProvider()]
        if let file {
            do {
                providers.append(try await EnvironmentVariablesProvider(environmentFilePath: FilePath(file)))
            } catch {
                throw SettingError.unreadableFile(file, reason: "\(error)")
            }
        }
        let reader = ConfigReader(providers: providers)
        var settings = ServiceSettings()
        if let host = reader.string(forKey: key("host")) { settings.host = host }
        settings.publicURL = reader.string(forKey: key("public-url")) ?? settings.publicURL
        if let origin = reader.string(forKey: key("allow-origin")) { settings.allowedOrigin = origin }
        settings.leafletFolder = reader.string(forKey: key("leaflet")) ?? settings.leafletFolder
        settings.baseMap = try baseMap(reader)
        for number in Self.numbers {
            guard let text = reader.string(forKey: key(number.name)) else { continue }
            guard let value = Int(text), number.range.contains(value) else {
                throw SettingError.invalid(number.name, text, number.range)
            }
            settings[keyPath: number.place] = value
        }
        for flag in Self.flags {
            guard let text = reader.string(forKey: key(flag.name)) else { continue }
            guard let value = Bool(text) else { throw SettingError.invalidFlag(flag.name, text) }
            settings[keyPath: flag.place] = value
        }
        return settings
    }

    /// 天地图 by the operator's key, or any tiles by their address.
    private static func baseMap(_ reader: ConfigReader) throws(SettingError) -> BaseMap? {
        let (datumKey, tilesKey, tiandituKey) = (
            key("basemap-datum"), key("basemap-url"), key("tianditu-key")
        )
        var datum = BaseMap.Datum.wgs84
        if let text = reader.string(forKey: datumKey) {
            guard let known = BaseMap.Datum(rawValue: text) else {
                throw SettingError.invalidChoice(
                    "basemap-datum", text, BaseMap.Datum.allCases.map(\.rawValue))
            }
            datum = known
        }
        if let template = reader.string(forKey: tilesKey) {
            guard BaseMap.isTemplate(template) else { throw SettingError.invalidTiles(template) }
            return .tiles(template, datum)
        }
        guard let text = reader.string(forKey: tiandituKey, isSecret: true) else { return nil }
        guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw SettingError.invalidKey("tianditu-key")
        }
        return .tianditu(key: text)
    }

    /// The names of all settings, as flags and in `JINFENG_…` of the environment.
    public static let names =
        [
            "host", "public-url", "allow-origin", "leaflet", "tianditu-key", "basemap-url", "basemap-datum",
        ] + flags.map(\.name) + numbers.map(\.name)

    /// The settings that are true or false.
    private static let flags: [(name: String, place: any WritableKeyPath<ServiceSettings, Bool> & Sendable)] =
        [
            ("access-log", \.logsAccess), ("allow-classified", \.allowsClassified),
        ]

    private static func key(_ name: String) -> ConfigKey {
        ConfigKey(["jinfeng"] + name.split(separator: "-").map(String.init))
    }

    /// A setting that is a number, and what it may be.
    public struct Number: Sendable {
        /// The flag's name without its dashes.
        public let name: String
        /// What it may be.
        public let range: ClosedRange<Int>
        let place: any WritableKeyPath<ServiceSettings, Int> & Sendable
    }

    /// The settings that are numbers.
    public static let numbers: [Number] = [
        Number(name: "port", range: 0...65_535, place: \.port),
        Number(name: "max-body", range: 1024...1 << 30, place: \.maximumBody),
        Number(name: "max-vertices", range: 4...10_000_000, place: \.maximumVertices),
        Number(name: "max-connections", range: 1...1_000_000, place: \.maximumConnections),
        Number(name: "workers", range: 1...1024, place: \.workers),
        Number(name: "max-waiting", range: 0...100_000, place: \.maximumWaiting),
        Number(name: "max-streams", range: 0...10_000, place: \.maximumStreams),
        Number(name: "head-seconds", range: 1...3600, place: \.headSeconds),
        Number(name: "body-seconds", range: 1...3600, place: \.bodySeconds),
        Number(name: "idle-seconds", range: 1...3600, place: \.idleSeconds),
        Number(name: "answer-seconds", range: 1...3600, place: \.answerSeconds),
        Number(name: "drain-seconds", range: 0...3600, place: \.drainSeconds),
    ]
}

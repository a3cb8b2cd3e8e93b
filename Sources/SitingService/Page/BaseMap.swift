internal import GeoJSON
internal import Wording

/// Tiles from elsewhere under the page's map; there are none unless the service is told.
public struct BaseMap: Hashable, Sendable {
    /// What the tiles' positions refer to.
    public enum Datum: String, CaseIterable, Sendable {
        /// As zones and sites are.
        case wgs84
        /// Taken as equal to WGS 84.
        case cgcs2000
        /// Some 480 m off here; the page says so, and shifts nothing.
        case gcj02
    }

    /// What people read: whose map it is.
    let name: Bilingual
    let attribution: Bilingual
    /// The addresses of the tiles, lowest first, with `{z}`, `{x}`, `{y}` and `{s}`.
    let tiles: [String]
    let subdomains: [String]
    let datum: Datum

    /// 天地图 with the operator's own key.
    ///
    /// Land and roads, and over them the names; CGCS2000, no shift.
    static func tianditu(key: String) -> BaseMap {
        func tiles(_ layer: String) -> String {
            "https://t{s}.tianditu.gov.cn/\(layer)_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=\(layer)"
                + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=\(key)"
        }
        return BaseMap(
            name: Bilingual(zh: "天地图", en: "Tianditu"),
            attribution: Bilingual(zh: "底图：天地图。", en: "Base map: Tianditu."),
            tiles: [tiles("vec"), tiles("cva")], subdomains: (0...7).map(String.init), datum: .cgcs2000)
    }

    /// Any other tiles.
    static func tiles(_ template: String, _ datum: Datum) -> BaseMap {
        let host = Self.host(of: template) ?? template
        return BaseMap(
            name: Bilingual(zh: host, en: host),
            attribution: Bilingual(zh: "底图：\(host)。", en: "Base map: \(host)."), tiles: [template],
            subdomains: ["a", "b", "c"], datum: datum)
    }

    /// Where the page may fetch pictures from, as a content policy writes it.
    var origins: String {
        let addresses = tiles.compactMap { Self.origin(of: $0) }
        let all = addresses.flatMap { address in
            address.contains("{s}")
                ? subdomains.map { address.replacing("{s}", with: $0) } : [address]
        }
        return Set(all).sorted().joined(separator: " ")
    }

    var json: JSONValue {
        [
            "name": name.json, "attribution": attribution.json,
            "tiles": .array(tiles.map { .string($0) }),
            "subdomains": .array(subdomains.map { .string($0) }), "datum": .string(datum.rawValue),
            "max_zoom": .integer(18),
        ]
    }

    /// Whether a text is an address of tiles: HTTP, with its three places, and nothing that would end a policy's word.
    static func isTemplate(_ text: String) -> Bool {
        origin(of: text) != nil && ["{z}", "{x}", "{y}"].allSatisfy { text.contains($0) }
            && !text.utf8.contains {
                $0 <= 0x20 || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 > 0x7E
            }
    }

    private static func origin(of template: String) -> String? {
        guard let scheme = ["https://", "http://"].first(where: { template.hasPrefix($0) }) else {
            return nil
        }
        return host(of: template).map { scheme + $0 }
    }

    private static func host(of template: String) -> String? {
        let parts = template.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[1].isEmpty, !parts[2].isEmpty, !parts[2].contains("@") else {
            return nil
        }
        return String(parts[2])
    }
}

extension Bilingual {
    /// Both languages, for a page that chooses.
    var json: JSONValue { ["zh": .string(zh), "en": .string(en)] }
}

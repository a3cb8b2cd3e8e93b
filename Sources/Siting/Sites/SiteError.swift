internal import Planning
public import Wording

/// Why a site cannot be read, and which part of it is at fault.
public struct SiteError: ExplainedError {
    /// The parts a site is written in.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        case position
        case place
        case frame
        case accuracy
    }

    /// The part at fault.
    public let part: Part
    /// What is wrong with it.
    public let reason: any ExplainedError

    init(_ part: Part, _ reason: any ExplainedError) {
        self.part = part
        self.reason = reason
    }

    /// The stable name for programs.
    public var code: String { reason.code }
    /// What is wrong.
    public var message: Bilingual { reason.message }
    /// What to do about it.
    public var remedy: Bilingual { reason.remedy }
}

/// A place named where none can be looked up: nothing is known of it, not even that it is unknown.
struct NoGazetteer: ExplainedError, Hashable {
    let name: String

    var code: String { "no_gazetteer" }
    var message: Bilingual {
        Bilingual(
            zh: "未载入控制点表，无法查找地名“\(name.quotable)”。",
            en: "No list of named places is loaded, so \(name.quoted) cannot be looked up.")
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "请改用坐标，或载入 GeoData 中的控制点表。", en: "Give coordinates, or load the control points of GeoData.")
    }
}

/// A zone named where a position is asked for.
struct ZoneIsNoPosition: ExplainedError, Hashable {
    let zone: Zone

    let code = "zone_is_no_position"
    var message: Bilingual {
        Bilingual(
            zh: "“\(zone.name.zh)”（\(zone.id)）是结构单元，不是点位。",
            en: "\(zone.name.en) (\(zone.id)) is a zone and no position.")
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "整体评估请用 jinfeng assess \(zone.id)，依据见 jinfeng zone \(zone.id)；要查点位请给坐标或地名。",
            en:
                "To assess all of it: jinfeng assess \(zone.id); what it rests on: jinfeng zone \(zone.id). For a position give coordinates or a place."
        )
    }
}

/// An accuracy that is no length.
struct AccuracyError: ExplainedError, Hashable {
    let text: String

    var code: String { "invalid_accuracy" }
    var message: Bilingual {
        Bilingual(
            zh: "精度“\(text.quotable)”不是一个长度（0 至 2 万公里）。",
            en: "The accuracy \(text.quoted) is no length between 0 and 20 000 km.")
    }
    var remedy: Bilingual {
        Bilingual(zh: "请写中误差的米数，如 30。", en: "Give one standard deviation in metres, such as 30.")
    }
}

/// Reads an accuracy such as `30`, `30m`, `±30 米` or `0.5km`.
enum AccuracyText {
    static func metres(_ text: String, metresPerUnit: Double) -> Double? {
        var rest = text.foldedWidth.lowercased().filter { !$0.isWhitespace }
        if rest.hasPrefix("±") { rest.removeFirst() }
        var unit = metresPerUnit
        for (suffix, metres) in [
            ("km", 1000.0), ("公里", 1000), ("cm", 0.01), ("厘米", 0.01), ("m", 1), ("米", 1),
        ]
        where rest.hasSuffix(suffix) {
            rest.removeLast(suffix.count)
            unit = metres
            break
        }
        // No two places on the Earth are further apart than half its girth.
        guard rest.allSatisfy({ "0123456789.".contains($0) }), let value = Double(rest),
            value * unit <= 20_004_000
        else {
            return nil
        }
        return value * unit
    }
}

internal import Planning
internal import Wording

/// A zone named as a site that is not drawn.
struct UnlocatedSite: ExplainedError {
    private let zone: Zone

    init(_ zone: Zone) { self.zone = zone }

    let code = "unlocated_zone"
    var message: Bilingual {
        Bilingual(
            zh: "“\(zone.name.zh)”（\(zone.id)）未上图，无法评估：\(zone.unlocatedReason?.zh ?? "")。",
            en:
                "\(zone.name.en) (\(zone.id)) is not drawn and cannot be assessed: \(zone.unlocatedReason?.en ?? "")."
        )
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "文本对它的说法见 jinfeng zone \(zone.id)；如有坐标，请直接给出。",
            en:
                "What the documents say of it: jinfeng zone \(zone.id). If you know the coordinates, give them."
        )
    }
}

struct EmptyInput: ExplainedError {
    let code = "empty_input"
    var message: Bilingual { Bilingual(zh: "输入中没有任何地块。", en: "The input holds no site.") }
    var remedy: Bilingual {
        Bilingual(zh: "请确认文件已保存且路径无误。", en: "Check that the file was saved and the path is right.")
    }
}

struct NoShape: ExplainedError {
    let code = "unknown_site_format"
    var message: Bilingual {
        Bilingual(zh: "不是 GeoJSON、WKT，也不是一个坐标。", en: "It is neither GeoJSON nor WKT nor one position.")
    }
    var remedy: Bilingual {
        Bilingual(
            zh: "表格中的多个点位请用 jinfeng locate --input，多个候选地块请用 jinfeng find。",
            en: "For a table of positions use jinfeng locate --input, for candidates jinfeng find.")
    }
}

struct MissingShape: ExplainedError {
    let code = "missing_geometry"
    var message: Bilingual { Bilingual(zh: "要素没有几何（null）。", en: "The feature has no geometry (null).") }
    var remedy: Bilingual {
        Bilingual(zh: "请给出点、线或面。", en: "Give it a point, a line or an area.")
    }
}

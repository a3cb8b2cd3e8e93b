public import Wording

/// Why the service cannot be set up as it was told.
public struct SettingError: ExplainedError {
    /// The stable name for programs.
    public let code: String
    /// What is wrong.
    public let message: Bilingual
    /// What to do about it.
    public let remedy: Bilingual

    static func invalid(_ name: String, _ text: String, _ range: ClosedRange<Int>) -> SettingError {
        SettingError(
            code: "invalid_setting",
            message: Bilingual(
                zh: "设置 \(name) 的值“\(text.quotable)”无效。", en: "The setting \(name) cannot be \(text.quoted)."),
            remedy: Bilingual(
                zh: "请写 \(range.lowerBound) 至 \(range.upperBound) 的整数。",
                en: "Write a whole number from \(range.lowerBound) to \(range.upperBound)."))
    }

    static func unknown(_ name: String, _ names: [String]) -> SettingError {
        SettingError(
            code: "unknown_setting",
            message: Bilingual(zh: "没有设置“\(name.quotable)”。", en: "There is no setting \(name.quoted)."),
            remedy: Bilingual(
                zh: "可选：\(names.joined(separator: "、"))。",
                en: "Choose from: \(names.joined(separator: ", "))."))
    }

    static func invalidFlag(_ name: String, _ text: String) -> SettingError {
        SettingError(
            code: "invalid_setting",
            message: Bilingual(
                zh: "设置 \(name) 的值“\(text.quotable)”无效。", en: "The setting \(name) cannot be \(text.quoted)."),
            remedy: Bilingual(zh: "请写 true 或 false。", en: "Write true or false."))
    }

    static func invalidChoice(_ name: String, _ text: String, _ choices: [String]) -> SettingError {
        SettingError(
            code: "invalid_setting",
            message: Bilingual(
                zh: "设置 \(name) 的值“\(text.quotable)”无效。", en: "The setting \(name) cannot be \(text.quoted)."),
            remedy: Bilingual(
                zh: "可选：\(choices.joined(separator: "、"))。",
                en: "Choose from: \(choices.joined(separator: ", "))."))
    }

    static func invalidTiles(_ text: String) -> SettingError {
        SettingError(
            code: "invalid_setting",
            message: Bilingual(
                zh: "设置 basemap-url 的值“\(text.quotable)”无效。",
                en: "The setting basemap-url cannot be \(text.quoted)."),
            remedy: Bilingual(
                zh: "请写瓦片地址，如 https://tiles.example.cn/{z}/{x}/{y}.png。",
                en: "Write the address of tiles, such as https://tiles.example.cn/{z}/{x}/{y}.png."))
    }

    /// A key is a secret: what was given is not repeated.
    static func invalidKey(_ name: String) -> SettingError {
        SettingError(
            code: "invalid_setting",
            message: Bilingual(zh: "设置 \(name) 的值无效。", en: "The setting \(name) cannot be what it is."),
            remedy: Bilingual(zh: "密钥只含字母与数字。", en: "A key is of letters and digits alone."))
    }

    static func unreadableFile(_ path: String, reason: String) -> SettingError {
        SettingError(
            code: "unreadable_settings",
            message: Bilingual(
                zh: "无法读取设置文件“\(path.quotable)”：\(reason.quotable)。",
                en: "Cannot read the settings in \(path.quoted): \(reason.quotable)."),
            remedy: Bilingual(
                zh: "请检查路径与权限；每行写作 JINFENG_PORT=8080。",
                en: "Check path and permissions; its lines read JINFENG_PORT=8080."))
    }
}

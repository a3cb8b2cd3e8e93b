import Wording

/// The words of the help screen that the argument parser writes itself, in Chinese.
enum HelpHeadings {
    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "子命令："), ("Usage: ", "用法："), ("Error: ", "错误："), ("Help: ", "说明："),
        ("Show the version.", "显示版本"), ("Show help information.", "显示帮助"), ("<subcommand>", "<子命令>"),
    ]

    /// The help in the language asked for.
    static func translated(_ text: String) -> String {
        guard Language.ofHelp == .zh else { return text }
        var text = words.reduce(text) { $0.replacing($1.0, with: $1.1) }
        text = text.replacing(#/\((values|default):\s+([^)]*)\)/#) { match in
            (match.1 == "values" ? "（可取 " : "（默认 ") + match.2 + "）"
        }
        if let start = text.firstRange(of: "  See 'jinfeng help ") {
            text = String(text[..<start.lowerBound]) + "  各子命令的用法见 jinfeng help <子命令>"
        }
        return text
    }
}

import Wording

/// The words of the help screen that the argument parser writes itself, in Chinese.
enum HelpHeadings {
    private static let words = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "子命令："), ("Usage: ", "用法："), ("Error: ", "错误："), ("Help: ", "说明："),
        ("Show the version.", "显示版本"), ("Show help information.", "显示帮助"), ("<subcommand>", "<子命令>"),
        ("[<options>]", "[选项]"),
    ]

    /// What the parser says of arguments that cannot be meant; what the user wrote stays as written.
    private static func complaint(_ text: String) -> String {
        text.replacing(#/The value '(.*?)' is invalid for '(.*?)'/#) { "“\($0.1)”不能用作 \($0.2)" }
            .replacing(#/\. Please provide one of (.*?)\./#) { match in
                "。可用：" + match.1.replacing(#/, | and | or /#, with: { _ in "、" }).replacing("'", with: "")
                    + "。"
            }
            .replacing(#/Missing value for '(.*?)'/#) { "\($0.1) 后面缺少取值" }
            .replacing(#/Missing expected argument '(.*?)'/#) { "缺少参数 \($0.1)" }
            .replacing(#/Unknown option '(.*?)'/#) { "没有选项“\($0.1)”" }
            .replacing(#/\. Did you mean '(.*?)'\?/#) { "，是否指 \($0.1)？" }
            .replacing(#/Unexpected argument '(.*?)'/#) { "多余的参数“\($0.1)”" }
            .replacing(#/\d+ unexpected arguments: /#) { _ in "多余的参数：" }
            .replacing(#/  See '(.*?)' for more information\./#) { "  用法详见 \($0.1)" }
    }

    /// The help in the language asked for.
    static func translated(_ text: String) -> String {
        guard Language.ofHelp == .zh else { return text }
        var text = words.reduce(text) { $0.replacing($1.0, with: $1.1) }
        text = text.replacing(#/\((values|default):\s+([^)]*)\)/#) { match in
            (match.1 == "values" ? "（可取 " : "（默认 ")
                + match.2.replacing(#/;\s+default:\s+/#, with: { _ in "；默认 " }) + "）"
        }
        text = text.replacing(#/）\s+（(可取|默认)/#) { "；\($0.1)" }
        if let start = text.firstRange(of: "  See 'jinfeng help ") {
            text = String(text[..<start.lowerBound]) + "  各子命令的用法见 jinfeng help <子命令>"
        }
        return complaint(text)
    }
}

import ArgumentParser

/// Where the answers go.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: .both(zh: "输出文件（默认标准输出）", en: "The file to write (default: standard output)."),
        completion: .file())
    var output: String?
}

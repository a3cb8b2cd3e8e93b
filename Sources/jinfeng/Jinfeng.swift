import ArgumentParser

@main
struct Jinfeng: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "jinfeng")
}

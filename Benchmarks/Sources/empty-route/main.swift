import Hummingbird

// The yardstick of `Benchmarks/service`: a route of Hummingbird's that answers nothing, as Hummingbird comes.
let port = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 8081
let router = Router()
router.get("/locate") { _, _ in HTTPResponse.Status.ok }
let application = Application(
    router: router,
    configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), backlog: 1024))
try await application.runService()

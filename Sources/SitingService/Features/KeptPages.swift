internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Synchronization
internal import Wording

/// Pages of features as they left before, with their tags: maps ask for the same few over and over.
///
/// GeoData do not change while they are served, so that the address a page was asked for by, the language and the day say
/// all there is to say of it.
final class KeptPages: Sendable {
    /// What tells a page.
    struct Name: Hashable, Sendable {
        let day: CalendarDate
        let method: HTTPRequest.Method
        let language: Language
        /// As the client knows the service, since links on the page begin with it.
        let base: String
        let target: String
    }

    /// Addresses are the clients' to choose: no more than 8 MiB are kept of all.
    private static let most = 128
    private static let mostBytes = 64 << 10

    private let pages = Mutex<[Name: Response]>([:])

    /// The page of a name, made where it was not kept.
    func page(_ name: Name, make: () async throws -> Response) async throws -> Response {
        if let known = pages.withLock({ $0[name] }) { return known }
        let made = try await make()
        guard made.status == .ok, made.body.contentLength.map({ $0 <= Self.mostBytes }) ?? false else {
            return made
        }
        pages.withLock { pages in
            // Those still asked for are soon there again.
            if pages.count >= Self.most { pages.removeAll(keepingCapacity: true) }
            pages[name] = made
        }
        return made
    }
}

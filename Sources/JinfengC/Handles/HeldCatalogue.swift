internal import Glibc
internal import Planning
internal import Siting
internal import Synchronization

/// A catalogue with all that questions need, read once and never changed: what `jinfeng_catalogue` points to.
final class HeldCatalogue: Sendable {
    let catalogue: Catalogue
    let gazetteer: Gazetteer
    let vocabulary: ActivityVocabulary
    let uncheckedItems: [UncheckedItem]
    private let seats: [AssessorSeat]

    /// Reads a GeoData folder.
    init(path: String) throws(Refusal) {
        let folder = GeoDataFolder(path: path)
        do throws(GeoDataError) {
            let catalogue = try folder.catalogue()
            self.catalogue = catalogue
            gazetteer = try folder.gazetteer()
            vocabulary = try folder.activities(in: catalogue)
            uncheckedItems = try folder.uncheckedItems(in: catalogue)
        } catch {
            if case .unreadable = error { throw Refusal(.noInput, error, field: "geodata") }
            throw Refusal(.badData, error, field: "geodata")
        }
        let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        seats = (0..<cores).map { _ in AssessorSeat() }
    }

    /// Asks an assessor of a day, one of as many as there are cores: the first that is free, else waits for one.
    func assess(
        asOf: CalendarDate, _ question: @Sendable (borrowing Assessor) throws(LocatorError) -> String
    ) throws(LocatorError) -> String {
        for seat in seats {
            if let answer = try seat.askIfFree(self, asOf, question) { return answer }
        }
        // All are busy: wait at one that differs from thread to thread.
        return try seats[Int(bitPattern: pthread_self() >> 12) % seats.count].ask(self, asOf, question)
    }
}

/// Where one assessor sits, made when first asked: GEOS and PROJ serve one thread at a time.
private final class AssessorSeat: Sendable {
    private struct Seated: ~Copyable {
        let assessor: Assessor
        let asOf: CalendarDate
    }

    private let seated = Mutex<Seated?>(nil)

    func askIfFree(
        _ held: HeldCatalogue, _ asOf: CalendarDate,
        _ question: @Sendable (borrowing Assessor) throws(LocatorError) -> String
    ) throws(LocatorError) -> String? {
        try seated.withLockIfAvailable { seated throws(LocatorError) in
            try Self.ask(&seated, held, asOf, question)
        }
    }

    func ask(
        _ held: HeldCatalogue, _ asOf: CalendarDate,
        _ question: @Sendable (borrowing Assessor) throws(LocatorError) -> String
    ) throws(LocatorError) -> String {
        try seated.withLock { seated throws(LocatorError) in try Self.ask(&seated, held, asOf, question) }
    }

    private static func ask(
        _ seated: inout Seated?, _ held: HeldCatalogue, _ asOf: CalendarDate,
        _ question: @Sendable (borrowing Assessor) throws(LocatorError) -> String
    ) throws(LocatorError) -> String {
        let isReady =
            switch seated {
            case .some(let seated): seated.asOf == asOf
            case .none: false
            }
        if !isReady {
            let assessor = try Assessor(
                held.catalogue, held.vocabulary, unchecked: held.uncheckedItems, asOf: asOf)
            seated = Seated(assessor: assessor, asOf: asOf)
        }
        switch seated {
        case .some(let seated): return try question(seated.assessor)
        case .none: fatalError("just made")
        }
    }
}

import CGDAL
import Glibc
import Wording

/// A connection to a PostGIS database through GDAL's driver, which speaks libpq.
///
/// Statements are ours and go through as they are: GDAL has none for comments, views, keys or a transaction over
/// several tables.
struct DatabaseConnection: ~Copyable {
    private let session: GDALSession
    private let dataset: GDALDataset
    private let address: DatabaseAddress

    private init(_ address: DatabaseAddress, _ kind: ExchangeError.Kind) throws(ExchangeError) {
        let session = try GDALSession()
        let hasOwnLimit = unsafe getenv("PGCONNECT_TIMEOUT") != nil
        guard
            let dataset = GDALDataset(
                connecting: address.connection(standardTimeout: !hasOwnLimit), session)
        else { throw .unreachable(address, session.lastWords, kind) }
        self.session = session
        self.dataset = dataset
        self.address = address
    }

    /// Connects.
    ///
    /// - Throws: `database_unreachable` with the server's words, `postgis_missing`.
    static func opened(
        _ address: DatabaseAddress, toWrite: Bool
    ) throws(ExchangeError) -> DatabaseConnection {
        let kind: ExchangeError.Kind = toWrite ? .inputOutput : .noInput
        let connection = try DatabaseConnection(address, kind)
        // A time zone, an order of dates or a scan begun in the middle shall not change what is read.
        try connection.run(
            "SET standard_conforming_strings = on; SET datestyle = ISO; SET synchronize_seqscans = off; "
                + "SET extra_float_digits = 1; SET client_min_messages = warning")
        let installed = try connection.rows(
            "SELECT extname::text AS c0 FROM pg_extension WHERE extname = 'postgis'")
        guard !installed.isEmpty else { throw .noPostGIS(address, kind) }
        return connection
    }

    /// What GDAL and the server say.
    var words: GDALSession.Words { session.words }

    /// Runs statements without a result, several parted by semicolons being one transaction.
    ///
    /// - Throws: `database_refused` with the server's words.
    func run(_ statement: String) throws(ExchangeError) {
        let before = session.words.failures.count
        dataset.execute(statement)
        guard session.words.failures.count == before else {
            throw .refused(address, session.words.failures[before])
        }
    }

    /// Runs statements in one transaction: all of them, or none.
    func transaction(_ body: () throws(ExchangeError) -> Void) throws(ExchangeError) {
        // Not by BEGIN: GDAL puts every question into a transaction of its own, whose end would be the end of ours.
        guard dataset.begin() else { throw .refused(address, session.lastWords) }
        do throws(ExchangeError) {
            try body()
        } catch {
            dataset.rollBack()
            throw error
        }
        guard dataset.commit() else { throw .refused(address, session.lastWords) }
    }

    /// The rows of a question, every value a text; empty for NULL.
    func rows(_ question: String) throws(ExchangeError) -> [[String]] {
        var rows: [[String]] = []
        try forEachRow(question) { feature throws(ExchangeError) in rows.append(feature.texts) }
        return rows
    }

    /// Hands on row after row of a question.
    func forEachRow(
        _ question: String, _ body: (GDALFeature) throws(ExchangeError) -> Void
    ) throws(ExchangeError) {
        let before = session.words.failures.count
        let isAnswered = try dataset.withResult(of: question) { layer throws(ExchangeError) in
            try layer.forEachFeature(body)
        }
        guard session.words.failures.count == before else {
            throw .refused(address, session.words.failures[before])
        }
        guard isAnswered else { throw .refused(address, session.lastWords) }
    }
}

extension GDALDataset {
    /// Begins a transaction (`GDALDatasetStartTransaction`); false where the database refuses.
    func begin() -> Bool { unsafe calls.pointee.GDALDatasetStartTransaction(handle, 0) == OGRERR_NONE }

    /// Ends it and keeps what was done (`GDALDatasetCommitTransaction`); false where the database refuses.
    func commit() -> Bool { unsafe calls.pointee.GDALDatasetCommitTransaction(handle) == OGRERR_NONE }

    /// Ends it as if nothing had been done (`GDALDatasetRollbackTransaction`).
    func rollBack() { _ = unsafe calls.pointee.GDALDatasetRollbackTransaction(handle) }

    /// Runs a question and lends its result as a layer; false where there is none (`GDALDatasetExecuteSQL`).
    func withResult(
        of question: String, _ body: (GDALLayer) throws(ExchangeError) -> Void
    ) throws(ExchangeError) -> Bool {
        guard let result = unsafe calls.pointee.GDALDatasetExecuteSQL(handle, question, nil, nil) else {
            return false
        }
        defer { unsafe calls.pointee.GDALDatasetReleaseResultSet(handle, result) }
        try body(unsafe GDALLayer(calls: calls, handle: result))
        return true
    }
}

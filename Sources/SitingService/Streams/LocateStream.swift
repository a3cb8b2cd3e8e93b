internal import Intake
internal import Planning
internal import Presenting
internal import Projection
internal import Siting
internal import Tables
internal import Wording

/// Answers positions as they arrive, on a thread of its own.
///
/// Reads from one pipe and writes into another; both are short, so that what is on its way stays small however long the
/// stream is, and a client that does not take its answers is not read from either.
struct LocateStream: Sendable {
    /// How the sites are to be answered.
    struct Terms: Sendable {
        let type: BodyType
        let frame: ReferenceFrame?
        let accuracy: Double
        let confidence: Confidence
        let layouts: Set<String>?
        let day: CalendarDate
        let language: Language
        let format: Format
        /// The language of headers.
        let headers: Language
    }

    let data: ServedData
    let terms: Terms
    let lineLimit: Int
    let input: ChunkPipe
    let output: ChunkPipe

    /// Answers until the input ends, the output is abandoned, or the input cannot be read on.
    ///
    /// - Parameter opened: called once, as soon as it is known whether the body can be read at all, and what encoding the
    ///   answers are in.
    func run(opened: (Result<TextEncoding, Problem>) -> Void) {
        defer {
            input.abandon()
            output.finish()
        }
        do throws(Problem) {
            try answer { opened(.success($0)) }
        } catch {
            opened(.failure(error))
        }
    }

    /// - Throws: ``Problem`` before the body could be opened, and not after.
    private func answer(opened: (TextEncoding) -> Void) throws(Problem) {
        let answers = Answers(to: output)
        var sites = try Problem.told { try self.sites(sending: answers) }
        let writer = try Problem.told { try self.writer(for: sites) }
        let locator = try Problem.told { try Locator(data.catalogue, asOf: terms.day) }
        opened(terms.format == .csv ? sites.tableEncoding : .utf8)
        let reader = SiteReader(
            frame: terms.frame, accuracy: terms.accuracy, gazetteer: data.gazetteer,
            zones: ZoneNames(data.catalogue, asOf: terms.day))
        var pace = StreamPace()
        do throws(TableError) {
            try writer.begin(&answers.bytes)
            while !answers.isUnwanted, let row = try sites.next() {
                let answered = row.answered(by: reader) { site throws(LocatorError) in
                    try locator.locate(site, confidence: terms.confidence, layouts: terms.layouts)
                }
                try writer.write(answered.inTermsOfTheService, to: &answers.bytes)
                answers.sendIfMany()
                pace.pause()
            }
        } catch {
            // The status is long sent: the last row says why there are no more.
            let last = AnsweredRow(origin: .position, id: nil, name: nil, outcome: .failure(RowError(error)))
            try? writer.write(last.inTermsOfTheService, to: &answers.bytes)
        }
        writer.end(&answers.bytes)
        answers.send()
    }

    /// What arrives; whenever it has to be waited for, what is answered leaves first.
    private func sites(sending answers: Answers) throws -> PostedSites {
        let source = ByteSource(chunks: { [input] () throws(TableError) in
            if !input.hasMore { answers.send() }
            return input.takeHolding()
        })
        return try PostedSites(source, terms.type, frameIsStated: terms.frame != nil, lineLimit: lineLimit)
    }

    /// Answers that have not left yet.
    private final class Answers {
        var bytes: [UInt8] = []
        private(set) var isUnwanted = false
        private let output: ChunkPipe

        init(to output: ChunkPipe) { self.output = output }

        func sendIfMany() { if bytes.count >= 1 << 16 { send() } }

        func send() {
            guard !bytes.isEmpty else { return }
            if !output.putHolding(bytes) { isUnwanted = true }
            bytes.removeAll(keepingCapacity: true)
        }
    }

    private func writer(for sites: borrowing PostedSites) throws(TableError) -> any AnswerWriter {
        let language = terms.language
        switch terms.format {
        case .text: return TextAnswerWriter(catalogue: data.catalogue, language: language, isFull: false)
        case .json: return JSONAnswerWriter(.array, language: language)
        case .csv, .geojson:
            let plans = data.catalogue.plans.filter {
                terms.layouts?.contains($0.id) ?? true && $0.edition(validOn: terms.day) != nil
            }
            let columns = AnswerColumns(layouts: plans, headers: terms.headers, zonesOnly: false)
            if terms.format == .geojson { return GeoJSONAnswerWriter(columns) }
            if let own = try sites.annotated(columns) { return own }
            return try CSVAnswerWriter(columns)
        default: return JSONAnswerWriter(.lines, language: language)
        }
    }
}

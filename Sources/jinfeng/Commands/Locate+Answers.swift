import GeoJSON
import Presenting
import Projection
import Siting
import Tables
import Wording

extension Locate {
    /// Answers row after row; a bad row is answered in its place and costs no other.
    func answerAll(_ input: SiteInput, _ answerer: SiteAnswerer, _ output: Output) throws {
        let job = answerer.job
        let language = job.language
        let writer = try input.writer(job)
        try writeLegend(job)
        var bytes: [UInt8] = []
        do throws(TableError) {
            if job.shape.zoneSets == nil { try writer.begin(&bytes) }
        } catch {
            throw Failure(error, language, status: .badData)
        }
        try output.write(&bytes)
        let size = input.size(path: sites.input)
        let pipeline = AnswerPipeline(job, output, separator: writer.separator, inputSize: size)
        let isSmall = sites.input == nil || size.map { $0 < Self.smallInput } ?? false
        let summary =
            isSmall ? try pipeline.run(input, answerer) : try pipeline.run(input, threads: job.threads)
        writer.resume(afterRows: summary.hasOutput)
        if job.shape.zoneSets == nil { writer.end(&bytes) }
        try output.write(&bytes)
        try output.finish()
        try input.checkForRows(summary.rows, language)
        summary.notes.report(language)
        if job.isTable {
            for sentence in job.catalogue.importedBoundaries(of: job.layouts, on: job.asOf) {
                Messages.write(sentence[language])
            }
        }
        if job.isTable, !job.columns.zonesOnly, summary.rows >= AnswerJob.rowsBeforeTables {
            Messages.write(Self.tabulated[language])
        }
        try report(summary.tally, language)
    }

    /// Says how many rows could not be answered, and ends the command with the exit code of bad data where any.
    func report(_ tally: Tally, _ language: Language) throws {
        try tally.report(
            Bilingual(
                zh: "共 \(tally.total) 行，\(tally.failed) 行未能作答（见各行错误），其余 \(tally.done) 行已作答。",
                en:
                    "\(tally.failed) of \(tally.total) rows could not be answered (see the error in each); the other "
                    + "\(tally.done) were."), language)
    }

    /// What is said of long tables, whose header has no room for it.
    private static var tabulated: Bilingual {
        let rows = AnswerJob.rowsBeforeTables
        return Bilingual(
            zh: "第 \(rows) 行以后的概率取自预算表，与逐点计算相差不超过 0.005（实际约 0.00001）；结构单元与判定均为逐点准确值。",
            en:
                "Behind row \(rows) probabilities are read from tables, within 0.005 of those computed one by one (in fact "
                + "some 0.00001); zones and verdicts are exact.")
    }

    /// Says what the numbers of zone sets mean, before any is written.
    private func writeLegend(_ job: AnswerJob) throws {
        guard let path = stream.legend, let sets = job.shape.zoneSets else { return }
        var bytes = JSONWriter(.compact).bytes(sets.legend) + [UInt8(ascii: "\n")]
        try Output(path: path, apartFrom: sites.input, job.language).write(&bytes)
    }

    /// Below so many bytes a file is answered on one thread: starting others takes longer than its rows.
    private static var smallInput: Int { 32 << 10 }
}

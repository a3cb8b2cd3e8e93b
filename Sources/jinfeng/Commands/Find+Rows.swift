import Intake
import Presenting
import Projection
import Siting
import Tables
import Wording

extension Find {
    /// Screens row after row; a bad row keeps its place and costs no other.
    ///
    /// - Returns: the rows, and why no more followed where the input broke off: what was read is still compared.
    func screened(
        _ input: CandidateInput, _ reader: CandidateReader, _ screener: borrowing Screener
    ) throws -> (rows: [CandidateComparison.Row], interruption: TableError?) {
        var rows: [CandidateComparison.Row] = []
        var notes = RowNotes()
        var interruption: TableError?
        do throws(TableError) {
            while let row = try input.next(rows.count) {
                if let note = row.note { notes.add([note], frame: "", row: row.row) }
                rows.append(
                    row.compared(
                        by: reader, screener,
                        noting: { _ = notes.add($0.notes, frame: $0.frameIdentifier, row: row.row) }))
            }
        } catch {
            interruption = error
        }
        notes.report(data.speech.language)
        if interruption == nil { try checkForRows(rows.count, input) }
        return (rows, interruption)
    }

    /// Says that nothing was asked, where an input held no row at all; a header without rows is no mistake.
    private func checkForRows(_ count: Int, _ input: CandidateInput) throws {
        guard count == 0 else { return }
        let error = NoCandidates()
        if case .ndjson = input { throw Failure(error, data.speech.language, status: .badData) }
        Messages.write(error.message[data.speech.language])
    }

    /// Ends the command with exit code 65 where any row failed.
    func report(_ comparison: CandidateComparison) throws {
        var tally = Tally()
        for row in comparison.rows { tally.count(row.outcome) }
        try tally.report(
            Bilingual(
                zh: "共 \(tally.total) 行，\(tally.failed) 行未能比选（见各行错误），其余 \(tally.done) 行已比选。",
                en:
                    "\(tally.failed) of \(tally.total) rows could not be screened (see the error in each); the other "
                    + "\(tally.done) were."), data.speech.language)
    }
}

extension Candidate {
    /// The stable name of the frame it was given in.
    fileprivate var frameIdentifier: String {
        switch place {
        case .site(let site): site.frameIdentifier
        case .parcel(let parcel): parcel.frame.identifier
        }
    }
}

/// An input without a single candidate.
private struct NoCandidates: ExplainedError {
    let code = "empty_input"
    var message: Bilingual { Bilingual(zh: "输入中没有任何备选地块。", en: "The input holds no candidate.") }
    var remedy: Bilingual {
        Bilingual(zh: "请确认文件已保存且路径无误。", en: "Check that the file was saved and the path is right.")
    }
}

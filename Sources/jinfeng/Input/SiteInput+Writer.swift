import Glibc
import Intake
import Presenting
import Projection
import Tables
import Wording

extension SiteInput {
    /// The format to answer in where none was asked for: the output file's, else the input's own, else text.
    func format(writingTo output: String?) -> AnswerFormat {
        if let named = output.flatMap(AnswerFormat.init(fileName:)) { return named }
        return switch self {
        case .arguments: .text
        case .csv: .csv
        case .ndjson: .ndjson
        case .geojson: .geojson
        case .pairs: .csv
        }
    }

    /// The writer of what stands before and behind all rows; CSV to CSV keeps the user's own columns.
    func writer(_ job: AnswerJob) throws -> any AnswerWriter {
        do throws(TableError) {
            guard case .csv(let input) = self, job.format == .csv else { return try job.writer() }
            return try CSVAnswerWriter(job.columns, annotating: input.sites.reader)
        } catch {
            throw Failure(error, job.language, status: .badData)
        }
    }

    /// How workers take batches apart.
    var reading: AnswerJob.Reading {
        switch self {
        case .arguments, .geojson, .pairs: .rows
        case .csv(let input):
            .csv(input.sites.columns, CSVBatchReader(for: input.sites.reader))
        case .ndjson(let input): .ndjson(input.sites.rules)
        }
    }

    /// The frame that a header or a `crs` names; nil where none does or it cannot be read.
    var usualFrame: ReferenceFrame? {
        let named: String? =
            switch self {
            case .arguments, .ndjson, .pairs: nil
            case .csv(let input): input.sites.columns.frameHint
            case .geojson(let input): input.sites.declaredFrame
            }
        return named.flatMap { try? ReferenceFrame(parsing: $0) }
    }

    /// How many bytes the input has, where it is a file.
    func size(path: String?) -> Int? {
        guard let path else { return nil }
        var status = stat()
        let result = path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)
        guard result == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }
}

extension SiteInput {
    /// Whether the input is raw pairs of numbers.
    var isPairs: Bool {
        if case .pairs = self { true } else { false }
    }

    /// Whether the input is a GeoJSON text sequence.
    var isSequence: Bool {
        if case .ndjson(let input) = self { input.sites.reader.isSequence } else { false }
    }
}

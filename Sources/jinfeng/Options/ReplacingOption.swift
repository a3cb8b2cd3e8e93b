import ArgumentParser
import Exchange
import Wording

/// Whether a file that is written whole (a map, a page, a file of GIS and office programs) may take another's place.
struct ReplacingOption: ParsableArguments {
    @Flag(
        help: .both(
            zh: "覆盖已有的文件（PDF、HTML、图片及 GIS、办公格式；数据库表）",
            en:
                "Replace a file that exists (PDF, HTML, pictures, GIS and office formats; a table of a database)."
        ))
    var force = false

    /// Names the file to write, before any work is done for it.
    ///
    /// - Throws: where it is there and may not be replaced.
    func file(at path: String, _ language: Language) throws -> WholeFile {
        do throws(ExchangeError) {
            return try WholeFile(at: path, replacing: force)
        } catch {
            throw Failure(error, language)
        }
    }
}

extension WholeFile {
    /// Writes it, or ends the command.
    func write(_ bytes: [UInt8], _ language: Language) throws {
        do throws(ExchangeError) { try write(bytes) } catch { throw Failure(error, language) }
    }
}

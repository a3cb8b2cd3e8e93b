import ArgumentParser
import GeoJSON
import PlanarGeometry
import Presenting
import Projection
import Siting
import Tables
import Wording

/// `jinfeng convert`: coordinates from one frame to another.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "坐标转换：WGS 84、CGCS2000、高斯—克吕格、高德、百度", en: "Converts coordinates between frames."),
        discussion: Jinfeng.say(
            zh: """
                每行输出两个数，x 在前（经度或东坐标）；转换不了的留空行，原因见错误输出。西安80、北京54 与重庆市独立坐标系参数不公开，请先转换到 CGCS2000。

                示例：
                  jinfeng convert 106.33,29.52 --to epsg:4544
                  jinfeng convert 35628945.81,3267643.66 --frame epsg:4544 --to gcj02
                  jinfeng convert --input 地块.csv --frame bd09 --to cgcs2000 --output 结果.csv
                """,
            en: """
                Two numbers a line, x first (longitude or easting); a site that cannot be
                converted leaves an empty line and its reason on the error stream.
                Xi'an 80, Beijing 54 and the city's own frame have no public parameters:
                have such data converted to CGCS2000 first.

                Examples:
                  jinfeng convert 106.33,29.52 --to epsg:4544
                  jinfeng convert 35628945.81,3267643.66 --frame epsg:4544 --to gcj02
                  jinfeng convert --input sites.csv --frame bd09 --to wgs84 --output out.csv
                """))

    @OptionGroup var sites: SiteOptions

    @Option(
        name: .customLong("to"),
        help: .both(zh: "目标坐标系", en: "The frame to convert to."),
        completion: .list(ReferenceFrame.all.map(\.identifier)))
    var target: String = "wgs84"

    @OptionGroup var destination: OutputOptions

    /// The file to write; nil for standard output.
    var output: String? { destination.output }

    @OptionGroup var source: GeoDataOptions

    func run() throws {
        let language = source.speech.language
        let frame = try sites.referenceFrame(language)
        let projector = try projector(language)
        let input = try SiteInput(sites, language)
        let gazetteer = input.namesPlaces ? try source.gazetteer() : nil
        let reader = SiteReader(frame: frame, gazetteer: gazetteer)
        let output = try Output(path: output, apartFrom: sites.input, language)
        try convertAll(input, reader, with: projector, output)
    }

    private func projector(_ language: Language) throws -> Projector {
        let frame: ReferenceFrame
        do throws(FrameError) {
            frame = try ReferenceFrame(parsing: target)
        } catch {
            throw Failure(RowError(error, field: "--to"), language, status: .usage)
        }
        do throws(ProjectionError) {
            return try Projector(frame)
        } catch {
            throw Failure(error, language, status: .internal)
        }
    }
}

internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A file of the page, in memory, with its entity tag.
struct PageFile: Sendable {
    let name: String
    let format: Format
    private let body: ByteBuffer
    private let tag: String

    init(_ name: String, _ format: Format, _ bytes: [UInt8]) {
        self.name = name
        self.format = format
        body = ByteBuffer(bytes: bytes)
        tag = EntityTag.of(bytes)
    }

    /// The file as an answer; browsers ask each time whether theirs is still the one.
    var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: format.mediaType, .eTag: tag, .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: body))
    }
}

extension PageFile {
    /// The page's own files, compiled in.
    static let own: [PageFile] = [
        PageFile("page.css", .css, PackageResources.page_css),
        PageFile("address.js", .javascript, PackageResources.address_js),
        PageFile("answer.js", .javascript, PackageResources.answer_js),
        PageFile("element.js", .javascript, PackageResources.element_js),
        PageFile("evidence.js", .javascript, PackageResources.evidence_js),
        PageFile("figures.js", .javascript, PackageResources.figures_js),
        PageFile("labels.js", .javascript, PackageResources.labels_js),
        PageFile("layers.js", .javascript, PackageResources.layers_js),
        PageFile("map.js", .javascript, PackageResources.map_js),
        PageFile("placements.js", .javascript, PackageResources.placements_js),
        PageFile("question.js", .javascript, PackageResources.question_js),
        PageFile("service.js", .javascript, PackageResources.service_js),
        PageFile("sites.js", .javascript, PackageResources.sites_js),
        PageFile("start.js", .javascript, PackageResources.start_js),
        PageFile("words.js", .javascript, PackageResources.words_js),
        PageFile("zones.js", .javascript, PackageResources.zones_js),
    ]

    /// The page itself.
    static let index = PageFile("map", .html, PackageResources.index_html)
}

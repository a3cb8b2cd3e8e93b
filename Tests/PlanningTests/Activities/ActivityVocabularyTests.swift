import GeoJSON
import Planning
import TestSupport
import Testing
import Wording

@Suite struct ActivityVocabularyTests {
    private static let folder = GeoDataFolder(path: Repository.geoData)

    private let catalogue: Catalogue
    private let vocabulary: ActivityVocabulary
    private let cited: CitedText

    init() throws {
        catalogue = try Self.folder.catalogue()
        vocabulary = try Self.folder.activities(in: catalogue)
        cited = try Self.folder.citedLines().merging(vocabulary.keptLines)
    }

    private static func tight(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    private static func holds(_ text: String, _ word: String) -> Bool {
        let (text, word) = (tight(text), tight(word))
        guard !word.isEmpty, text.count >= word.count else { return false }
        return (0...text.count - word.count).contains { text[$0..<$0 + word.count].elementsEqual(word) }
    }

    @Test func everyQuoteBeginsOnItsCitedLine() {
        #expect(vocabulary.sources.count > 300)
        for source in vocabulary.sources {
            #expect(
                cited.holds(source) == true, "\(source.document):\(source.line) \(source.quote)")
        }
    }

    @Test func aQuoteMovedByALineIsNotHeld() throws {
        let source = try #require(vocabulary.activity("ivd")?.words.first?.assignments.first?.source)
        let moved = Source(document: source.document, line: source.line + 1, quote: source.quote)
        #expect(cited.holds(moved) != true)
    }

    @Test func everyWordStandsInTheQuoteThatAssignsIt() {
        for activity in vocabulary.activities {
            for word in activity.words {
                #expect(!word.assignments.isEmpty, "\(activity.id) \(word.text)")
                for assignment in word.assignments {
                    #expect(
                        Self.holds(assignment.source.quote, word.text),
                        "\(activity.id): \(word.text) in \(assignment.source.quote)")
                }
            }
        }
    }

    /// But for the wide words that are said to (高校, 农业), which `validate` holds to what they lead to.
    @Test func noSynonymStandsForTwoActivities() {
        var owners: [String: String] = [:]
        let shared = Set(vocabulary.sharedWords.keys.map(Self.folded))
        for activity in vocabulary.activities {
            for synonym in activity.synonyms where !shared.contains(Self.folded(synonym)) {
                #expect(owners[synonym.lowercased()] == nil, "\(synonym): \(activity.id)")
                owners[synonym.lowercased()] = activity.id
            }
        }
    }

    private static func folded(_ word: String) -> String { word.lowercased().filter { !$0.isWhitespace } }

    @Test func everyActivityIsNamedInBothLanguagesAndHasSynonyms() {
        for activity in vocabulary.activities {
            #expect(!activity.name.zh.isEmpty && !activity.name.en.isEmpty && !activity.synonyms.isEmpty)
            #expect(
                activity.name.en.allSatisfy(\.isASCII) || activity.name.en.contains("–"),
                "\(activity.name.en)")
        }
    }

    @Test func linesKeptHereAreTheLinesKeptThere() throws {
        // A line may be kept twice; then both must say the same.
        let other = try Self.folder.citedLines()
        for document in vocabulary.keptLines.documents {
            for number in vocabulary.keptLines.lineNumbers(of: document) {
                guard let line = other.line(number, of: document) else { continue }
                #expect(vocabulary.keptLines.line(number, of: document) == line)
            }
        }
    }

    struct Damage: CustomTestStringConvertible {
        let from: String
        let to: String
        let code: String
        var testDescription: String { to }
    }

    @Test(arguments: [
        Damage(
            from: "\"jinfeng-five-zones/shengmingdao\"", to: "\"jinfeng-five-zones/shengming\"",
            code: "unknown_reference"),
        Damage(
            from: "\"related\": [\"info-tech\"]", to: "\"related\": [\"nothing\"]", code: "unknown_reference"),
        Damage(from: "\"document\": \"001\"", to: "\"document\": \"999\"", code: "unknown_reference"),
        Damage(from: "\"sentence\": \"002:386\"", to: "\"sentence\": \"002:1\"", code: "unknown_reference"),
        Damage(from: "\"place\": \"fh-jinfeng\"", to: "\"place\": \"fh-nowhere\"", code: "unknown_reference"),
        Damage(from: "\"id\": \"ivd\"", to: "\"id\": \"vaccine\"", code: "duplicate_id"),
        Damage(from: "\"stage\": \"manufacture\"", to: "\"stage\": \"selling\"", code: "unknown_value"),
        Damage(from: "\"synonyms\"", to: "\"synonym\"", code: "missing_member"),
        Damage(
            from: "\"cited_lines\": {", to: "\"cited_lines\": {\"9\": {\"x\": \"\"}, ",
            code: "invalid_line_number"),
        Damage(from: "\"concepts\": [", to: "\"concepts\": [,", code: "invalid_json"),
    ])
    func aDamagedFileIsRefusedByName(_ damage: Damage) throws {
        let text = String(decoding: try Self.folder.bytes(of: "activities.json"), as: UTF8.self)
        let damaged = text.replacing(damage.from, with: damage.to, maxReplacements: 1)
        try #require(damaged != text)
        let folder = Self.folder.replacing("activities.json", with: Array(damaged.utf8))
        let error = try #require(throws: GeoDataError.self) { _ = try folder.activities(in: catalogue) }
        #expect(error.code == damage.code, "\(error)")
        #expect(error.message.zh.contains("activities.json"))
    }

    @Test func aMissingFileIsSaidSo() throws {
        let folder = GeoDataFolder(path: "/nowhere")
        let error = try #require(throws: GeoDataError.self) { _ = try folder.activities(in: catalogue) }
        #expect(error.code == "geodata_unreadable" && error.file == "/nowhere/activities.json")
        #expect(error.message.zh.contains("文件或目录不存在"))
    }
}

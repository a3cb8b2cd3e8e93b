import Tables
import Testing
import Wording

@Suite struct PythonOracleTests {
    @Test(arguments: PythonCSVFixture.cases.indices)
    func readsAsPythonDoes(_ index: Int) throws {
        let example = PythonCSVFixture.cases[index]
        let options = CSVOptions(delimiter: try CSVDelimiter(parsing: example.delimiter))
        let table = try WholeTable(example.text, options: options)
        #expect(table.problems == [])
        let rows = [table.header] + table.rows
        #expect(rows.map { $0.map { Array($0.utf8) } } == example.rows.map { $0.map { Array($0.utf8) } })
    }

    @Test func theFixtureIsNotEmpty() {
        #expect(PythonCSVFixture.cases.count == 60)
    }

    /// The header alone must tell the delimiter Python was told.
    @Test(arguments: PythonCSVFixture.cases.indices)
    func guessesTheDelimiter(_ index: Int) throws {
        let example = PythonCSVFixture.cases[index]
        let reader = try CSVReader(ByteSource(Array(example.text.utf8)))
        #expect(reader.dialect.delimiter == (try CSVDelimiter(parsing: example.delimiter)))
    }
}

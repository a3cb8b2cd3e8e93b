import Exchange
import Testing
import Wording

/// What can be told without a server; the rest is held against one in `Tests/Clients/postgis`.
@Suite struct DatabaseTests {
    @Test(arguments: [
        ("PG:dbname=gis", "PG:dbname=gis"),
        ("pg:host=a dbname = gis", "PG:host=a dbname=gis"),
        ("PG:host=a password=geheim dbname=gis", "PG:host=a password=… dbname=gis"),
        ("PG:PASSWORD='ge heim' dbname=gis", "PG:password=… dbname=gis"),
        ("PG:sslpassword=geheim options='-c a=geheim'", "PG:sslpassword=… options=…"),
        ("PG:dbname='a b' tables=public.sites(geom)", "PG:dbname=a b tables=public.sites(geom)"),
        ("PG:active_schema=planung tables=sites", "PG:active_schema=planung tables=sites"),
        ("PG:postgresql://planner:geheim@host/gis", "PG:…"),
        ("PG:password=geheim'", "PG:password=…"),
        ("PG:password='geheim", "PG:…"),
        ("sites.gpkg", "sites.gpkg"),
    ])
    func noNameOfADatabaseRepeatsItsPassword(_ word: String, _ shown: String) {
        #expect(DatabaseAddress.shown(word) == shown)
    }

    @Test func databasesAreToldFromFilesByTheirName() {
        #expect(ExchangeFormat(fileName: "PG:dbname=a.csv") == .postGIS)
        #expect(ExchangeFormat(fileName: "a.postgis") == nil)
        #expect(SiteFileFormat.recognise("PG:dbname=a.shp", firstBytes: []) == .postGIS)
        #expect(SiteFileFormat.recognise("a.postgis", firstBytes: []) == nil)
    }

    @Test(arguments: [
        ("PG:dbname", "bad_connection"), ("PG:=a", "bad_connection"), ("PG:a='b", "bad_connection"),
        ("PG:a=\\", "bad_connection"), ("PG:postgresql://a/b", "bad_connection"),
        ("PG:tables=a,b", "several_tables"), ("PG:tables=", "several_tables"),
        ("PG:host=/nowhere password=geheim dbname=x tables=a", "database_unreachable"),
    ])
    func whatIsNoDatabaseSaysWhatToDo(_ word: String, _ code: String) throws {
        let error = try exchangeError { _ = try SiteFile(path: word, format: .postGIS) }
        #expect(error.code == code)
        #expect(error.kind == (code == "database_unreachable" ? .noInput : .usage))
        for text in [error.message, error.remedy] {
            #expect(!text.zh.contains("geheim") && !text.en.contains("geheim"))
        }
    }

    @Test func aServerThatIsNotThereIsNoPlaceToWriteTo() throws {
        let dataset = try Shipped.dataset(["jinfeng-five-zones"])
        let error = try exchangeError {
            try DatasetWriter(.postGIS).write(dataset, to: "PG:host=/nowhere dbname=x")
        }
        #expect(error.code == "database_unreachable" && error.kind == .inputOutput)
        #expect(error.message.zh.contains("/nowhere"))
    }
}

import GeoJSON
import Planning
import Testing

@testable import SitingService

/// OGC API Features over the wire.
@Suite struct FeatureTests {
    static let five = "/collections/jinfeng-five-zones"

    @Test func everyLinkOfTheLandingPageLeadsSomewhere() async throws {
        try await LiveService.run { service in
            let landing = try await service.get("/").json()
            let links = try #require(landing["links"]?.elements)
            let relations = Set(links.compactMap { $0["rel"]?.stringValue })
            #expect(relations.isSuperset(of: ["self", "service-desc", "service-doc", "conformance", "data"]))
            for link in links {
                #expect(link["type"]?.stringValue?.contains("charset") == false, "\(link)")
                let address = try #require(link["href"]?.stringValue)
                let target = String(address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" })
                let reply = try await service.get(target.isEmpty ? "/" : target)
                #expect(reply.status == 200, "\(address)")
            }
        }
    }

    @Test func everyCollectionIsListedWithExtentAndFrames() async throws {
        try await LiveService.run { service in
            let listed = try #require(try await service.get("/collections").json()["collections"]?.elements)
            #expect(listed.count == 4)
            for collection in listed {
                let id = try #require(collection["id"]?.stringValue)
                #expect(collection["extent"]?["spatial"]?["bbox"]?.elements?.first?.elements?.count == 4)
                #expect(collection["crs"]?.elements?.first == "http://www.opengis.net/def/crs/OGC/1.3/CRS84")
                let alone = try await service.get("/collections/\(id)").json()
                #expect(alone["storageCrs"] == "http://www.opengis.net/def/crs/OGC/1.3/CRS84")
            }
        }
    }

    @Test(arguments: [1, 3, 1000])
    func pagesTogetherAreTheWholeCollection(limit: Int) async throws {
        try await LiveService.run { service in
            var target: String? = "\(Self.five)/items?limit=\(limit)"
            var ids: [String] = []
            var matched = 0
            while let page = target {
                let json = try await service.get(page).json()
                let features = try #require(json["features"]?.elements)
                #expect(features.count <= limit)
                #expect(json["numberReturned"]?.doubleValue == Double(features.count))
                matched = Int(try #require(json["numberMatched"]?.doubleValue))
                ids += features.compactMap { $0["id"]?.stringValue }
                let next = json["links"]?.elements?.first { $0["rel"] == "next" }?["href"]?.stringValue
                target = next.map { String($0.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }) }
            }
            let edition = try #require(
                try LiveService.data.get().catalogue.layout("jinfeng-five-zones")?.edition(validOn: .today()))
            #expect(ids == edition.zones.map(\.id))
            #expect(matched == ids.count)
        }
    }

    @Test func aFrameGivesItsOwnAxisOrder() async throws {
        try await LiveService.run { service in
            func first(_ crs: String) async throws -> (header: String?, numbers: [Double]) {
                let uri = "http://www.opengis.net/def/crs/\(crs)"
                let reply = try await service.get("\(Self.five)/items/shengmingdao?crs=\(uri)")
                var value = try reply.json()["geometry"]?["coordinates"]
                while let inner = value?.elements?.first, inner.elements != nil { value = inner }
                return (reply.headers["content-crs"], value?.elements?.compactMap(\.doubleValue) ?? [])
            }
            let lonLat = try await first("OGC/1.3/CRS84")
            #expect(lonLat.header == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>")
            let latLon = try await first("EPSG/0/4326")
            #expect(latLon.numbers == [lonLat.numbers[1], lonLat.numbers[0]])
            let gauss = try await first("EPSG/0/4544")
            #expect((3_260_000...3_290_000).contains(gauss.numbers[0]), "northing first")
            #expect((600_000...660_000).contains(gauss.numbers[1]))
            let mercator = try await first("EPSG/0/3857")
            #expect((11_800_000...11_900_000).contains(mercator.numbers[0]), "easting first")
        }
    }

    @Test func aBoxInAnotherFrameFindsTheSame() async throws {
        try await LiveService.run { service in
            func ids(_ query: String) async throws -> [String] {
                try await service.get("\(Self.five)/items?\(query)").json()["features"]?.elements?.compactMap
                {
                    $0["id"]?.stringValue
                } ?? []
            }
            let here = try await ids("bbox=106.32,29.51,106.34,29.53")
            #expect(here.contains("shengmingdao"))
            let all = try await ids("limit=1000")
            #expect(here.count < all.count)
            let turned = try await ids(
                "bbox=29.51,106.32,29.53,106.34&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326")
            #expect(turned == here)
            let nowhere = try await ids("bbox=0,0,1,1")
            #expect(nowhere.isEmpty)
        }
    }

    @Test func timeChoosesTheEdition() async throws {
        try await LiveService.run { service in
            func count(_ datetime: String) async throws -> Double? {
                try await service.get("\(Self.five)/items?datetime=\(datetime)").json()["numberMatched"]?
                    .doubleValue
            }
            let now = try await count("..%2F..")
            #expect(now ?? 0 > 0)
            #expect(try await count("1990-01-01") == 0)
            #expect(try await count("2026-11-21T00:00:00Z%2F..") == now)
        }
    }

    @Test func aPageAskedForAgainIsThePageOfThatLanguageMethodAndAddress() async throws {
        try await LiveService.run { service in
            let target = "\(Self.five)/items?limit=2"
            // First without its body, which must not be what the next one gets.
            let head = try await service.send("HEAD", target)
            #expect(head.status == 200 && head.bytes.isEmpty)
            let first = try await service.get(target)
            let again = try await service.get(target)
            #expect(first.bytes == again.bytes && first.headers["etag"] == again.headers["etag"])
            #expect(again.headers["link"]?.contains("rel=\"next\"") == true)
            let chinese = try await service.get(target, ["Accept-Language": "zh"])
            #expect(chinese.headers["content-language"] == "zh" && chinese.bytes != first.bytes)
            let page = try await service.get(target, ["Accept": "text/html"])
            #expect(page.headers["content-type"]?.hasPrefix("text/html") == true)
            #expect(try await service.get("\(Self.five)/items?limit=3").json()["numberReturned"] == 3)
        }
    }

    @Test func anUnchangedResourceIsNotSentAgain() async throws {
        try await LiveService.run { service in
            let reply = try await service.get("\(Self.five)/items")
            let tag = try #require(reply.headers["etag"])
            let again = try await service.get("\(Self.five)/items", ["If-None-Match": tag])
            #expect(again.status == 304 && again.bytes.isEmpty && again.headers["etag"] == tag)
            let other = try await service.get("\(Self.five)/items", ["If-None-Match": "\"other\""])
            #expect(other.status == 200)
        }
    }

    @Test(arguments: [
        "/", "/conformance", "/collections", five, five + "/queryables", five + "/items",
        five + "/items/shengmingdao", "/api", "/zones/shengmingdao", "/zones/shengmingdao/neighbors",
        "/adjacency?layout=jinfeng-five-zones", "/fit?activity=IVD", "/locate?position=106.33,29.52",
    ])
    func everyResourceIsAPageForPeopleInTheirLanguage(target: String) async throws {
        try await LiveService.run { service in
            let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
            let page = try await service.get(target, ["Accept": browser, "Accept-Language": "zh-CN"])
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.headers["content-language"] == "zh")
            #expect(page.text.contains("<html lang=\"zh\">") && page.text.contains("不作为审批依据"))
            #expect(!page.text.contains("<script"))
            let machine = try await service.get(target)
            #expect(machine.headers["content-type"]?.contains("json") == true)
            _ = try machine.json()
        }
    }

    @Test func theDescriptionTellsOfEveryEndpointOnce() async throws {
        try await LiveService.run { service in
            let reply = try await service.get("/api")
            #expect(reply.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0")
            let paths = try #require(try reply.json()["paths"]?.members)
            var operations: [String] = []
            for path in paths.members {
                for operation in path.value.members?.members ?? [] {
                    operations.append(try #require(operation.value["operationId"]?.stringValue))
                    let inPath = operation.value["parameters"]?.elements?.filter { $0["in"] == "path" } ?? []
                    #expect(inPath.count == path.key.count { $0 == "{" }, "\(path.key)")
                }
            }
            #expect(Set(operations).count == operations.count)
            #expect(
                Set(operations).isSuperset(of: [
                    "landing", "conformance", "collections", "collection", "items", "item", "searchItems",
                    "locate",
                    "locateMany", "assess", "find", "fit", "zone", "neighbors", "adjacency", "mapPNG",
                    "health", "api",
                ]))
        }
    }
}

import GeoJSON
import PlanarGeometry

extension Mutation {
    private typealias Data = EditableGeoData

    /// Ids, parents and references.
    static let families: [Mutation] = [
        Mutation("a member of a partition without its whole as parent", "hierarchy.partition-parent") {
            $0.set("parent", of: "shengmingdao", Data.five, to: .null)
        },
        Mutation("a relation of a zone to itself", "relation.sound") { data in
            data.editList("relations", of: Data.relations(Data.five)) { relations in
                var first = relations[0].members ?? [:]
                first["object"] = first["subject"]
                relations[0] = .object(first)
            }
        },
        Mutation("a relation stated twice", "relation.sound") { data in
            data.editList("relations", of: Data.relations(Data.five)) { $0.append($0[0]) }
        },
        Mutation("a zone that rests on no sentence", "quote.given") {
            $0.set("sources", of: "shengmingdao", Data.five, to: [])
        },
        Mutation("a quote that is a comma", "quote.given") {
            $0.set(
                "sources", of: "shengmingdao", Data.five,
                to: [["document": "002", "line": 386, "quote": "，"]])
        },
        Mutation("an accuracy no drawing can have", "accuracy.possible") {
            $0.set("accuracy_m", of: "shengmingdao", Data.five, to: .number(1e9))
        },
        Mutation(
            "a zone under its neighbour", "hierarchy.inside-parent", also: ["hierarchy.partition-parent"]
        ) {
            $0.set("parent", of: "shengmingdao", Data.five, to: "daxuecheng")
        },
        Mutation("a group's part under another group", "hierarchy.inside-parent") {
            $0.set("parent", of: "jinfeng-zutuan-dongbu", Data.north, to: "xiyong-zutuan")
        },
        Mutation("a parent that does not exist", "ids.known", also: ["hierarchy.partition-parent"]) {
            $0.set("parent", of: "keyangang", Data.five, to: "kexue-zhongxin")
        },
        Mutation(
            "two zones that are each other's parent", "ids.acyclic",
            also: ["hierarchy.inside-parent", "coverage.*"]
        ) {
            $0.set("parent", of: "sheshi-jijuqu", Data.north, to: "sheshi-jijuqu-a")
        },
        Mutation("a zone that is its own parent", "ids.acyclic") {
            $0.set("parent", of: "gaoxinqu-zhiguanyuan", Data.context, to: "gaoxinqu-zhiguanyuan")
        },
        Mutation("an id that occurs twice", "ids.unique") { data in
            let copy = data.zone("kexuegu", Data.five)
            data.editFeatures(Data.five) { $0.append(copy) }
        },
        Mutation("a part before its parent", "ids.order") { data in
            data.editFeatures(Data.five) { $0.append($0.removeFirst()) }
        },
        Mutation("a counterpart that does not exist", "ids.known", also: ["naming.counterpart"]) {
            $0.set(
                "counterpart", of: "jinyunshan-pingzhang", Data.two,
                to: ["layout": "context", "zone": "jinyun"])
        },
        Mutation("a counterpart that names none in turn", "naming.counterpart") {
            $0.set("counterpart", of: "jinyunshan", Data.context, to: .null)
        },
        Mutation("a relation to an unknown zone", "ids.known") { data in
            data.editList("relations", of: Data.relations(Data.five)) { relations in
                var first = relations[0].members ?? [:]
                first["object"] = "context/nowhere"
                relations[0] = .object(first)
            }
        },
        Mutation("a quantity of an unknown zone", "ids.known") { data in
            data.editQuantity { $0["zone"] = "nowhere" }
        },
        Mutation("a coverage of an unknown zone", "ids.known") { data in
            data.editLayout(Data.two) { layout in
                var coverage = layout["coverage"]?.members ?? [:]
                coverage["zones"] = ["shapingba"]
                layout["coverage"] = .object(coverage)
            }
        },
        Mutation("a partition of an unknown member", "ids.known") { data in
            data.editLayout(Data.five) { layout in
                var partition = layout["partitions"]?.elements?[0].members ?? [:]
                partition["members"] = .array((partition["members"]?.elements ?? []) + ["sixth"])
                layout["partitions"] = .array([.object(partition)])
            }
        },
        Mutation("a layout of an unknown document", "ids.known") { data in
            data.editLayout(Data.two) { $0["documents"] = ["005"] }
        },
        Mutation("a zone of another layout in the file", "ids.known") {
            $0.set("layout", of: "kexuegu", Data.five, to: .string(Data.north))
        },
        Mutation("a control point of an unknown zone", "ids.known") { data in
            data.texts["control-points.csv"]?.replace(
                "north-middle-south/kexue-huitang", with: "north-middle-south/x")
        },
    ]

    /// The files as such.
    static let schema: [Mutation] = [
        Mutation("no geometry and no reason", "schema.location") { data in
            data.editZone("kexuegu", Data.five) { $0["geometry"] = .null }
        },
        Mutation("a geometry and a reason for none", "schema.location") { data in
            data.set("unlocated_reason_zh", of: "kexuegu", Data.five, to: "不明")
            data.set("unlocated_reason_en", of: "kexuegu", Data.five, to: "unknown")
        },
        Mutation("no accuracy", "accuracy.present") {
            $0.set("accuracy_m", of: "kexuegu", Data.five, to: .null)
        },
        Mutation("an accuracy of nothing", "accuracy.present") {
            $0.set("accuracy_m", of: "g212", Data.two, to: 0)
        },
        Mutation("a role nobody knows", "schema.text") {
            $0.set("role", of: "kexuegu", Data.five, to: "zone")
        },
        Mutation("a number for a name", "schema.text") { $0.set("name_zh", of: "kexuegu", Data.five, to: 7) },
        Mutation("a member the schema does not know", "schema.unknown-member") {
            $0.set("acuracy_m", of: "kexuegu", Data.five, to: 600)
        },
        Mutation("no unchecked items", "schema.text") { data in
            data.editList("items", of: "unchecked-items.json") { $0 = [] }
        },
        Mutation("an unchecked item named twice", "ids.unique") { data in
            data.editList("items", of: "unchecked-items.json") { $0.append($0[0]) }
        },
        Mutation("another edition of the schema", "schema.text", also: ["schema.*"]) { data in
            data.edit("catalogue.json") { $0["schema_version"] = 2 }
        },
        Mutation("a comma too many in the zones", "schema.text") { data in
            let text = JSONWriter().string(data.json[Data.zones(Data.five)] ?? .null)
            data.texts[Data.zones(Data.five)] = text.replacing(
                "\"id\":\"kexuegu\",", with: "\"id\":\"kexuegu\",,")
        },
        Mutation("relations cut off", "schema.text") { data in
            let text = JSONWriter().string(data.json[Data.relations(Data.two)] ?? .null)
            data.texts[Data.relations(Data.two)] = String(text.prefix(text.count / 2))
        },
        Mutation("an edition without its files", "schema.file", also: ["schema.file"]) { data in
            data.editEdition(of: Data.two) { $0["id"] = "2027-schematic" }
        },
        Mutation("an area stated in kilometres", "schema.text") { data in
            data.editQuantity { $0["unit"] = "km" }
        },
        Mutation("a control point without a number", "schema.text") { data in
            data.texts["control-points.csv"]?.replace("106.37242,29.60016", with: "106.37242,north")
        },
    ]

    /// The documents' words.
    static let quotes: [Mutation] = [
        Mutation("one character of a quote changed", "quote.found") { data in
            data.editSource(of: "shengmingdao", Data.five) {
                $0["quote"] = .string(($0["quote"]?.stringValue ?? "").replacing("生命", with: "生物"))
            }
        },
        Mutation("a quote shortened within", "quote.found") { data in
            data.editSource(of: "shengmingdao", Data.five) { source in
                var text = Array(source["quote"]?.stringValue ?? "")
                text.remove(at: text.count / 2)
                source["quote"] = .string(String(text))
            }
        },
        Mutation("a quote emptied", "quote.found", also: ["quote.given"]) { data in
            data.editSource(of: "shengmingdao", Data.five) { $0["quote"] = "" }
        },
        Mutation("a relation's quote changed", "quote.found") { data in
            data.editRelation(0, of: Data.north) { relation in
                var source = relation["source"]?.members ?? [:]
                source["quote"] = .string("并非" + (source["quote"]?.stringValue ?? ""))
                relation["source"] = .object(source)
            }
        },
        Mutation("a quantity's quote changed", "quote.found") { data in
            data.editQuantity { quantity in
                var source = quantity["source"]?.members ?? [:]
                source["quote"] = .string((source["quote"]?.stringValue ?? "") + "左右")
                quantity["source"] = .object(source)
            }
        },
        Mutation("an unchecked item's quote changed", "quote.found") { data in
            data.editList("items", of: "unchecked-items.json") { items in
                var item = items[0].members ?? [:]
                var source = item["sources"]?.elements?[0].members ?? [:]
                source["quote"] = .string("放宽" + (source["quote"]?.stringValue ?? ""))
                item["sources"] = .array([.object(source)])
                items[0] = .object(item)
            }
        },
        Mutation("a quote laid to another line", "quote.found") { data in
            data.editSource(of: "shengmingdao", Data.five) { $0["line"] = 375 }
        },
        Mutation("a quote laid to a line nobody kept", "quote.line-kept") { data in
            data.editSource(of: "shengmingdao", Data.five) { $0["line"] = 99_999 }
        },
        Mutation("a kept line lost", "quote.line-kept") { data in
            data.editCitedLine(386) { _ in nil }
        },
        Mutation("a kept line rewritten", "quote.found") { data in
            data.editCitedLine(386) { $0.replacing("生命健康", with: "大健康") }
        },
    ]

    /// Relations and sizes that the drawing denies.
    static let relations: [Mutation] = [
        Mutation("north turned into south", "relation.direction") { data in
            data.editRelation(where: "north_of", "beibu-yanfa-ceyuandi", Data.north) {
                $0["relation"] = "south_of"
            }
        },
        Mutation("west turned into east", "relation.direction") { data in
            data.editRelation(where: "west_of", "keyangang", Data.five) { $0["relation"] = "east_of" }
        },
        Mutation("within turned round", "relation.within") { data in
            data.editRelation(where: "within", "keyangang", Data.five) { $0["relation"] = "contains" }
        },
        Mutation("within another town", "relation.within") { data in
            data.editRelation(where: "within", "keyangang", Data.five) {
                $0["object"] = "context/hangu-pianqu"
            }
        },
        Mutation("along a river on the other side of the range", "relation.along") { data in
            data.editRelation(where: "along", "kexuedadao-liangtanhegu-dai", Data.two) {
                $0["object"] = "g212"
            }
        },
        Mutation("a place stated in a zone far from it", "relation.within", also: ["text.conflict"]) { data in
            data.editRelation(where: "within", "kexue-huitang", Data.north) {
                $0["object"] = "liang-cheng-liang-dai-liang-ping/dongbu-renwen-mucheng"
            }
        },
        Mutation("far apart and called adjacent", "relation.adjacent") { data in
            data.editRelation(where: "west_of", "keyangang", Data.five) {
                $0["relation"] = "adjacent"
                $0["object"] = "context/jialingjiang"
            }
        },
        Mutation("far apart and called connected", "relation.connects") { data in
            data.editRelation(where: "west_of", "keyangang", Data.five) {
                $0["relation"] = "connects"
                $0["object"] = "context/jialingjiang"
            }
        },
        Mutation("200 km² stated for 100", "quantity.area") { data in data.editQuantity { $0["value"] = 200 }
        },
        Mutation("亩 taken for km²", "quantity.area") { data in data.editQuantity { $0["unit"] = "mu" } },
        Mutation("an area three times what could be drawn", "quantity.area") { data in
            data.editQuantity {
                $0["drawn_to_size"] = false
                $0["value"] = 300
            }
        },
        Mutation("a road stated far too long", "quantity.length") { data in
            let source = data.zone("g212", Data.two)["properties"]?["sources"]?.elements?[0] ?? .null
            data.editList("quantities", of: Data.relations(Data.two)) {
                $0.append(["zone": "g212", "kind": "length", "value": 90, "unit": "km", "source": source])
            }
        },
    ]

    /// Days and years.
    static let times: [Mutation] = [
        Mutation("a period that ends before it begins", "time.period") {
            $0.set("plan_period", of: "kexuegu", Data.five, to: ["from": 2025, "to": 2021, "outlook": 2035])
        },
        Mutation("an outlook behind us", "time.period") { data in
            data.editList("documents", of: "catalogue.json") { documents in
                var first = documents[0].members ?? [:]
                first["plan_period"] = ["from": 2021, "to": 2025, "outlook": 2023]
                documents[0] = .object(first)
            }
        },
        Mutation("an edition superseded before it is valid", "time.validity") { data in
            data.editEdition(of: Data.five) { $0["valid_to"] = "2020-01-01" }
        },
        Mutation("an edition recorded in the future", "time.recorded") { data in
            data.editEdition(of: Data.five) { $0["recorded_on"] = "2026-11-22" }
        },
        Mutation("two editions for the same days", "time.ambiguous") { data in
            data.editLayout(Data.five) { layout in
                var copy = layout["editions"]?.elements?[0].members ?? [:]
                copy["id"] = "2027-schematic"
                layout["editions"] = .array((layout["editions"]?.elements ?? []) + [.object(copy)])
            }
            for name in ["zones.geojson", "relations.json"] {
                data.put(
                    data.json["\(Data.five)/2026-schematic/\(name)"] ?? .null,
                    as: "\(Data.five)/2027-schematic/\(name)")
            }
        },
    ]

    /// What people read.
    static let words: [Mutation] = [
        Mutation("a zone without an English name", "naming.both-languages", also: ["guide.tables"]) {
            $0.set("name_en", of: "kexuegu", Data.five, to: "")
        },
        Mutation("a reason in one language", "naming.both-languages", also: ["guide.tables"]) {
            $0.set("unlocated_reason_en", of: "sheshi-jijuqu-a", Data.north, to: " ")
        },
        Mutation("a layout without a Chinese name", "naming.both-languages", also: ["guide.tables"]) { data in
            data.editLayout(Data.five) { $0["name_zh"] = "" }
        },
        Mutation("a guide that tells another accuracy", "guide.tables") {
            $0.set("accuracy_m", of: "kexuegu", Data.five, to: 610)
        },
    ]
}

extension EditableGeoData {
    mutating func editSource(of id: String, _ layout: String, _ change: (inout JSONObject) -> Void) {
        var sources = zone(id, layout)["properties"]?["sources"]?.elements ?? []
        var first = sources[0].members ?? [:]
        change(&first)
        sources[0] = .object(first)
        set("sources", of: id, layout, to: .array(sources))
    }

    mutating func editRelation(_ index: Int, of layout: String, _ change: (inout JSONObject) -> Void) {
        editList("relations", of: Self.relations(layout)) { relations in
            var relation = relations[index].members ?? [:]
            change(&relation)
            relations[index] = .object(relation)
        }
    }

    mutating func editRelation(
        where kind: String, _ subject: String, _ layout: String, _ change: (inout JSONObject) -> Void
    ) {
        let relations = json[Self.relations(layout)]?["relations"]?.elements ?? []
        let found = relations.firstIndex {
            $0["relation"]?.stringValue == kind && $0["subject"]?.stringValue == subject
        }
        guard let found else { preconditionFailure("no \(kind) of \(subject)") }
        editRelation(found, of: layout, change)
    }

    /// Edits what is stated of the centre's size.
    mutating func editQuantity(_ change: (inout JSONObject) -> Void) {
        editList("quantities", of: Self.relations(Self.five)) { quantities in
            var first = quantities[0].members ?? [:]
            change(&first)
            quantities[0] = .object(first)
        }
    }

    mutating func editEdition(of layout: String, _ change: (inout JSONObject) -> Void) {
        editLayout(layout) { layout in
            var edition = layout["editions"]?.elements?[0].members ?? [:]
            change(&edition)
            layout["editions"] = .array([.object(edition)])
        }
    }

    /// Edits a kept line of 002.
    mutating func editCitedLine(_ number: Int, _ change: (String) -> String?) {
        edit("cited-lines.json") { root in
            var lines = root["002"]?.members ?? [:]
            lines["\(number)"] = lines["\(number)"]?.stringValue.flatMap(change).map { .string($0) }
            root["002"] = .object(lines)
        }
    }
}

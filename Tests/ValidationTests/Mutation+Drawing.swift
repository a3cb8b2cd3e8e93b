import GeoJSON
import PlanarGeometry

extension Mutation {
    private typealias Data = EditableGeoData

    private static let pairs: [(String, String, String)] = [
        ("beibu-yanfa-ceyuandi", "zhongbu-zhuanhua-yinlingqu", Data.north),
        ("xiyong-zutuan", "kexue-gongyuan-zutuan", Data.north),
        ("keyangang", "daxuecheng", Data.five),
        ("xibu-keji-xincheng", "zhongliangshan-pingzhang", Data.two),
        ("dongbu-renwen-mucheng", "zhongliangshan-pingzhang", Data.two),
    ]

    /// Vertices moved off a border two areas share, by metres and by more.
    static let borders: [Mutation] = pairs.flatMap { one, other, layout in
        let steps = [(2.0, 0.0), (0.0, -2.0), (-8.0, 8.0)]
        let near = steps.map { east, north in
            Mutation(
                "a vertex of \(one) moved \(east), \(north) m off \(other)", "partition.near-miss",
                also: ["border.near-miss"]
            ) { data in
                let shared = data.innerSharedVertices(one, other, layout)
                data.moveVertex(shared[shared.count / 2], of: one, layout, east: east, north: north)
            }
        }
        /// Moves a vertex across the border: towards the middle of its own zone, or away from it.
        @Sendable func across(_ data: inout EditableGeoData, by metres: Double) {
            let shared = data.innerSharedVertices(one, other, layout)
            let vertex = shared[shared.count / 2]
            let ring = data.points(one, layout)
            let place = ring.firstIndex(of: vertex) ?? 0
            let (before, after) = (
                ring[(place + ring.count - 2) % (ring.count - 1)], ring[(place + 1) % (ring.count - 1)]
            )
            // Rings run counter-clockwise, so left of the border is inside.
            let (dx, dy) = ((after.x - before.x) * 96_860, (after.y - before.y) * 110_860)
            let length = (dx * dx + dy * dy).squareRoot()
            data.moveVertex(vertex, of: one, layout, east: -dy / length * metres, north: dx / length * metres)
        }
        let also = ["partition.near-miss", "border.near-miss", "hierarchy.inside-parent", "quantity.area"]
        return near + [
            Mutation("a gap between \(one) and \(other)", "partition.gap", also: also) {
                across(&$0, by: 200)
            },
            Mutation("\(one) drawn into \(other)", "partition.overlap", also: also) { across(&$0, by: -200) },
        ]
    }

    /// Areas that leave the land they belong to, belts and axes that leave each other.
    static let areas: [Mutation] = [
        Mutation("a partition said to fill what it does not", "partition.gap", also: ["partition.near-miss"])
        { data in
            data.editLayout(Data.north) { layout in
                var partitions = layout["partitions"]?.elements ?? []
                var first = partitions[0].members ?? [:]
                first["fills"] = true
                partitions[0] = .object(first)
                layout["partitions"] = .array(partitions)
            }
        },
        Mutation(
            "the south drawn outside the park", "partition.inside-whole",
            also: moves + ["coverage.contains", "partition.*"]
        ) { $0.shift("nanbu-zhizao-shifandai", Data.north, east: 1500, north: -6000) },
        Mutation(
            "the west town drawn outside the district", "coverage.contains", also: moves + ["partition.*"]
        ) {
            $0.shift("xibu-keji-xincheng", Data.two, east: -9000, north: 0)
        },
        Mutation("the centre outside the park", "coverage.contains", also: moves) {
            $0.shift("chengyu-zonghexing-kexue-zhongxin", Data.five, east: 30_000, north: 0)
        },
        Mutation("a five-zones member over another", "partition.overlap", also: moves + ["partition.*"]) {
            data in
            let (from, to) = (data.middle("keyangang", Data.five), data.middle("daxuecheng", Data.five))
            data.map("keyangang", Data.five) { Point(x: $0.x + to.x - from.x, y: $0.y + to.y - from.y) }
        },
        Mutation("a place moved out of its parent", "hierarchy.inside-parent", also: moves) {
            $0.shift("kexue-huitang", Data.north, east: 0, north: 9000)
        },
        Mutation("an area moved out of its parent", "hierarchy.inside-parent", also: moves + ["partition.*"])
        {
            $0.shift("shengmingdao", Data.five, east: 0, north: -6000)
        },
        Mutation("a line moved off its parent", "hierarchy.inside-parent", also: moves) {
            $0.shift("g212", Data.two, east: -20_000, north: 0)
        },
        Mutation("the belt moved off its axis", "relation.along", also: moves + ["coverage.contains"]) {
            $0.shift("kexuedadao-liangtanhegu-dai", Data.two, east: -9000, north: 0)
        },
        Mutation("the axis moved off its belt", "relation.along", also: moves) {
            $0.shift("kexue-dadao", Data.context, east: 12_000, north: 0)
        },
        Mutation("the axis moved off the places it links", "relation.along", also: moves) {
            $0.shift("uni-chuanwai", Data.two, east: -8000, north: 0)
        },
        Mutation("a linked place moved away", "relation.connects", also: moves + ["coverage.contains"]) {
            $0.shift("uni-lujun-junyi", Data.two, east: -7000, north: -5000)
        },
        Mutation(
            "north and south changed places", "relation.direction",
            also: moves + ["partition.*", "coverage.*"]
        ) {
            data in
            let (north, south) = (
                data.points("beibu-yanfa-ceyuandi", Data.north),
                data.points("nanbu-zhizao-shifandai", Data.north)
            )
            data.setPoints(south, of: "beibu-yanfa-ceyuandi", Data.north)
            data.setPoints(north, of: "nanbu-zhizao-shifandai", Data.north)
        },
        Mutation("the centre at half its area", "quantity.area", also: moves + ["partition.*", "coverage.*"])
        { data in
            let middle = data.middle("chengyu-zonghexing-kexue-zhongxin", Data.five)
            data.map("chengyu-zonghexing-kexue-zhongxin", Data.five) {
                Point(x: middle.x + ($0.x - middle.x) * 0.7071, y: middle.y + ($0.y - middle.y) * 0.7071)
            }
        },
        Mutation("the centre 2 % too large", "quantity.area", also: moves + ["partition.*", "coverage.*"]) {
            data in
            let middle = data.middle("chengyu-zonghexing-kexue-zhongxin", Data.five)
            data.map("chengyu-zonghexing-kexue-zhongxin", Data.five) {
                Point(x: middle.x + ($0.x - middle.x) * 1.01, y: middle.y + ($0.y - middle.y) * 1.01)
            }
        },
        Mutation("two control points of one name", "place.name") { data in
            let text = data.texts["control-points.csv"] ?? ""
            let row = text.split(separator: "\n").first { $0.hasPrefix("西永,") } ?? ""
            data.texts["control-points.csv"] = text + row + "\n"
        },
        Mutation("a control point 20 km from its zone", "place.apart", also: ["text.conflict"]) { data in
            let rows =
                data.texts["control-points.csv"]?.split(separator: "\n", omittingEmptySubsequences: false)
                ?? []
            data.texts["control-points.csv"] = rows.map { row in
                guard row.hasPrefix("科学会堂,") else { return String(row) }
                var fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                fields[4] = "106.50000"
                fields[5] = "29.70000"
                return fields.joined(separator: ",")
            }.joined(separator: "\n")
        },
    ]

    /// What moving a whole zone may break beside the rule in question.
    private static let moves = [
        "hierarchy.inside-parent", "border.near-miss", "relation.*", "quantity.area", "place.apart",
        "text.conflict",
    ]

    /// RFC 7946 and the simple feature model.
    static let shapes: [Mutation] = [
        Mutation("latitude before longitude in an area", "geometry.range", also: ["geometry.orientation"]) {
            $0.map("shengmingdao", Data.five) { Point(x: $0.y, y: $0.x) }
        },
        Mutation("latitude before longitude in a line", "geometry.range") {
            $0.map("g212", Data.two) { Point(x: $0.y, y: $0.x) }
        },
        Mutation("latitude before longitude in a point", "geometry.range", also: ["naming.both-languages"]) {
            $0.map("kexue-huitang", Data.north) { Point(x: $0.y, y: $0.x) }
        },
        Mutation("projected metres for degrees", "geometry.range") {
            $0.map("keyangang", Data.five) { Point(x: 35_600_000 + $0.x, y: 3_260_000 + $0.y) }
        },
        Mutation("a place in Shanghai", "geometry.remote") {
            $0.setPoints([Point(x: 121.47, y: 31.23)], of: "uni-chuanwai", Data.two)
        },
        Mutation("a ring run the other way", "geometry.orientation") {
            $0.setPoints($0.points("daxuecheng", Data.five).reversed(), of: "daxuecheng", Data.five)
        },
        Mutation("the district's ring run the other way", "geometry.orientation") {
            $0.setPoints($0.points("shapingba-qu", Data.context).reversed(), of: "shapingba-qu", Data.context)
        },
        Mutation(
            "a hole run the other way", "geometry.orientation", also: ["relation.within", "partition.gap"]
        ) { data in
            let middle = data.middle("shengmingdao", Data.five)
            let hole = [(0.0, 0.0), (300, 0), (300, 300), (0, 300), (0, 0)].map {
                EditableGeoData.moved(middle, east: $0.0, north: $0.1)
            }
            data.editZone("shengmingdao", Data.five) { feature in
                var geometry = feature["geometry"]?.members ?? [:]
                let pairs = hole.map {
                    JSONValue.array([.rounded($0.x, decimals: 5), .rounded($0.y, decimals: 5)])
                }
                geometry["coordinates"] = .array((geometry["coordinates"]?.elements ?? []) + [.array(pairs)])
                feature["geometry"] = .object(geometry)
            }
        },
        Mutation("a ring left open", "geometry.closed") {
            $0.setPoints($0.points("kexuegu", Data.five).dropLast(), of: "kexuegu", Data.five)
        },
        Mutation("a ring that crosses itself", "geometry.valid") { data in
            var ring = data.points("kechuangjie", Data.five)
            ring.swapAt(2, ring.count / 2)
            data.setPoints(ring, of: "kechuangjie", Data.five)
        },
        Mutation("a spike out and back", "geometry.valid") { data in
            var ring = data.points("xiyong-pianqu", Data.context)
            ring.insert(contentsOf: [EditableGeoData.moved(ring[2], east: 0, north: 900), ring[2]], at: 3)
            data.setPoints(ring, of: "xiyong-pianqu", Data.context)
        },
        Mutation("a vertex written twice", "geometry.repeated-vertex") { data in
            var ring = data.points("keyangang", Data.five)
            ring.insert(ring[4], at: 4)
            data.setPoints(ring, of: "keyangang", Data.five)
        },
        Mutation("a line vertex written twice", "geometry.repeated-vertex") { data in
            var line = data.points("shabin-lu", Data.two)
            line.insert(line[1], at: 1)
            data.setPoints(line, of: "shabin-lu", Data.two)
        },
        Mutation("a ring of three points", "schema.text") {
            let ring = $0.points("kexuegu", Data.five)
            $0.setPoints([ring[0], ring[1], ring[0]], of: "kexuegu", Data.five)
        },
        Mutation("an edge round the back of the Earth", "geometry.antimeridian") { data in
            let second = data.points("jialingjiang", Data.context)[1]
            data.map("jialingjiang", Data.context) { $0 == second ? Point(x: -$0.x, y: $0.y) : $0 }
        },
        Mutation("more decimals than a schematic drawing is worth", "geometry.decimals") { data in
            var line = data.points("kexue-dadao", Data.context)
            line[1].x += 0.000_000_4
            data.setPoints(line, of: "kexue-dadao", Data.context, decimals: 9)
        },
        Mutation("an area called an axis", "naming.role") {
            $0.set("role", of: "shengmingdao", Data.five, to: "axis")
        },
        Mutation("an axis called an area", "naming.role") {
            $0.set("role", of: "g212", Data.two, to: "area")
        },
        Mutation("a point called a river", "naming.role") {
            $0.set("role", of: "uni-chuanwai", Data.two, to: "river")
        },
        Mutation("an accuracy of 3 m on a sketch", "accuracy.plausible", also: ["relation.*", "place.apart"])
        {
            $0.set("accuracy_m", of: "kexuegu", Data.five, to: 3)
        },
        Mutation("an accuracy of 20 km", "accuracy.plausible") {
            $0.set("accuracy_m", of: "shengmingdao", Data.five, to: 20_000)
        },
    ]
}

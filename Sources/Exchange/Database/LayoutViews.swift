import Planning
import Projection

/// The common questions over exported layouts, as views and functions of PostGIS.
///
/// `zones` are all zones of the schema; `neighbours` how those of one layout lie to each other, in the words of
/// `jinfeng adjacency`. `zones_at(site)` and `shares_of(parcel)` take a geometry of any SRID, which is transformed; both
/// are plain SQL that the planner sees through, so that the spatial indexes of the tables serve.
struct LayoutViews {
    /// The table that says which layouts the schema holds.
    static let editions = "editions"
    /// What is made beside the tables, the one that stands on the other first.
    static let names = ["neighbours", "zones"]

    private let schema: String
    private let frame: ReferenceFrame

    init(schema: String, frame: ReferenceFrame) {
        self.schema = schema
        self.frame = frame
    }

    /// Asks which tables hold layouts.
    var tables: String { "SELECT table_name AS c0 FROM \(named(Self.editions)) ORDER BY fid" }

    /// Makes views and functions.
    ///
    /// - Parameters:
    ///   - tables: those of the layouts.
    ///   - columns: what they have in common beside `fid` and `geom`.
    /// - Returns: statements, to be run in their order.
    func statements(over tables: [String], columns: [String]) -> [String] {
        let list = (columns.map { SQLText.name($0) } + ["geom"]).joined(separator: ", ")
        let all = tables.map { "SELECT \(list) FROM \(named($0))" }.joined(separator: " UNION ALL ")
        return [
            "CREATE VIEW \(named("zones")) AS \(all)",
            comment(
                "VIEW \(named("zones"))", "各空间格局的全部结构单元，未上图的 geom 为空",
                "All zones of the layouts; those not drawn have no geom"),
            "CREATE VIEW \(named("neighbours")) AS \(neighbours)",
            comment(
                "VIEW \(named("neighbours"))", "同一空间格局内单元之间的关系（500 米以内），用语同 jinfeng adjacency",
                "How zones of one layout lie to each other, up to 500 m apart, in the words of jinfeng adjacency"
            ),
            "CREATE OR REPLACE FUNCTION \(named("zones_at"))(site geometry) RETURNS TABLE (layout text, edition text, "
                + "zone text, name_zh text, name_en text, role text, parent text, accuracy_m double precision) "
                + "LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT z.layout, z.edition, z.zone, z.name_zh, z.name_en, "
                + "z.role, z.parent, z.accuracy_m FROM \(named("zones")) z "
                + "WHERE \(Self.holdsSites) AND ST_Covers(z.geom, \(carried("site"))) $$",
            comment(
                "FUNCTION \(named("zones_at"))(geometry)", "覆盖该点（或整个图形）的结构单元，边界上也算；只看图面，不含概率",
                "The zones that cover a site, boundary included; by the drawing alone, without probability"),
            "CREATE OR REPLACE FUNCTION \(named("shares_of"))(parcel geometry) RETURNS TABLE (layout text, edition text, "
                + "zone text, name_zh text, name_en text, m2 double precision, share double precision, "
                + "accuracy_m double precision) LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT z.layout, z.edition, "
                + "z.zone, z.name_zh, z.name_en, \(area(common)), \(area(common)) / nullif(\(area(parcel)), 0), "
                + "z.accuracy_m FROM \(named("zones")) z WHERE \(Self.holdsSites) AND ST_Intersects(z.geom, \(parcel)) "
                + "AND ST_Relate(z.geom, \(parcel), '2********') $$",
            comment(
                "FUNCTION \(named("shares_of"))(geometry)", "地块落在各结构单元内的面积（椭球面，平方米）与占比；不含误差区间",
                "The part of a parcel in each zone, geodesic square metres, and its share; without the interval"
            ),
        ]
    }

    /// Zones that a site can lie in; axes, rivers and places hold none.
    private static let holdsSites =
        "z.role IN (\(Zone.Role.allCases.filter(\.holdsSites).map { SQLText.text($0.rawValue) }.joined(separator: ", ")))"

    private func named(_ name: String) -> String { SQLText.name(schema, name) }

    private func comment(_ thing: String, _ zh: String, _ en: String) -> String {
        "COMMENT ON \(thing) IS \(SQLText.text("\(zh) / \(en) \(DatabaseWriter.mark)"))"
    }

    /// A geometry of the user's in the frame of the tables; shifted frames have no SRID to go by.
    private func carried(_ geometry: String) -> String {
        frame.epsg.map { "ST_Transform(\(geometry), \($0))" } ?? "ST_SetSRID(\(geometry), 0)"
    }

    private var parcel: String { carried("parcel") }
    private var common: String { "ST_CollectionExtract(ST_Intersection(z.geom, \(parcel)), 3)" }

    /// A geometry on the ellipsoid; a shifted frame is some hundred metres off and of the same shape within 10⁻⁵.
    private func geodesic(_ geometry: String) -> String {
        switch frame.epsg {
        case 4326: "\(geometry)::geography"
        case nil: "ST_SetSRID(\(geometry), 4326)::geography"
        default: "ST_Transform(\(geometry), 4326)::geography"
        }
    }

    private func area(_ geometry: String) -> String { "ST_Area(\(geodesic(geometry)))" }

    /// One row for each pair and direction, decided as ``AdjacencyKind`` decides.
    private var neighbours: String {
        """
        SELECT layout, edition, zone, neighbour, relation,
          CASE relation WHEN 'edge' THEN ST_Length(\(geodesic("ST_CollectionExtract(common, 2)"))) END AS shared_m,
          CASE relation WHEN 'near' THEN gap ELSE 0 END AS gap_m
        FROM (
          SELECT pair.*, CASE
            WHEN common IS NULL THEN 'near'
            WHEN ST_Equals(a, b) THEN 'equals'
            WHEN NOT ST_Relate(a, b, 'T********') THEN
              CASE WHEN ST_IsEmpty(ST_CollectionExtract(common, 2)) THEN 'corner' ELSE 'edge' END
            WHEN ST_Covers(a, b) THEN 'contains'
            WHEN ST_CoveredBy(a, b) THEN 'within'
            WHEN ST_Dimension(a) = ST_Dimension(b)
              AND (ST_Dimension(a) <> 1 OR NOT ST_IsEmpty(ST_CollectionExtract(common, 2))) THEN 'overlaps'
            ELSE 'crosses' END AS relation
          FROM (
            SELECT p.layout, p.edition, p.zone, q.zone AS neighbour, p.geom AS a, q.geom AS b,
              CASE WHEN ST_Intersects(p.geom, q.geom) THEN ST_Intersection(p.geom, q.geom) END AS common,
              ST_Distance(\(geodesic("p.geom")), \(geodesic("q.geom"))) AS gap
            FROM \(named("zones")) p JOIN \(named("zones")) q
              ON p.layout = q.layout AND p.edition = q.edition AND p.zone <> q.zone
            WHERE p.geom IS NOT NULL AND q.geom IS NOT NULL
          ) pair WHERE gap <= 500
        ) related
        """
    }
}

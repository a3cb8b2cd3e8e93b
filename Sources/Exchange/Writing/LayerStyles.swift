import Planning
import Wording

/// The table `layer_styles`, from which QGIS takes the style of a layer of a GeoPackage.
///
/// Each style stands there twice: in QGIS's own form (QML) and as an OGC Styled Layer Descriptor 1.0 for the others.
enum LayerStyles {
    static func table(
        _ layers: [(table: ExchangeTable, kind: GeometryKind)], _ language: Language, _ date: String
    ) -> ExchangeTable {
        let keys = [
            "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML",
            "styleSLD", "useAsDefault", "description", "owner", "ui", "update_time",
        ]
        let rows = layers.compactMap { table, kind -> ExchangeTable.Row? in
            let styles = styles(of: table)
            guard !styles.isEmpty else { return nil }
            return ExchangeTable.Row([
                .text(""), .text(""), .text(table.name), .text("geom"), .text(table.name),
                .text(qml(styles, kind, language)), .text(sld(styles, kind, table.name, language)),
                .integer(1),
                .text(table.title[language]), .text(""), .empty, .text("\(date)T00:00:00.000Z"),
            ])
        }
        return ExchangeTable(
            name: "layer_styles", title: Bilingual(zh: "图层样式", en: "Layer styles"),
            fields: keys.map { key in
                ExchangeTable.Field(
                    key, short: key, Bilingual(zh: key, en: key), key == "useAsDefault" ? .integer : .text)
            }, rows: rows)
    }

    /// The styles of a layer's rows, each once, in the order of the roles.
    private static func styles(of table: ExchangeTable) -> [RoleStyle] {
        let used = Set(table.rows.compactMap(\.style))
        return used.sorted { left, right in
            let order = Zone.Role.allCases
            return order.firstIndex(of: left.role) ?? 0 < order.firstIndex(of: right.role) ?? 0
        }
    }

    private static func qml(_ styles: [RoleStyle], _ kind: GeometryKind, _ language: Language) -> String {
        var categories = ""
        var symbols = ""
        for (index, style) in styles.enumerated() {
            let label = escaped(style.name[language])
            categories +=
                "<category render=\"true\" symbol=\"\(index)\" value=\"\(style.role.rawValue)\" label=\"\(label)\"/>"
            symbols += symbol(style, kind, index)
        }
        let field = language == .zh ? "name_zh" : "name_en"
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
            + "<qgis version=\"3.22\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"1\">"
            + "<renderer-v2 type=\"categorizedSymbol\" attr=\"role\" symbollevels=\"0\" enableorderby=\"0\">"
            + "<categories>\(categories)</categories><symbols>\(symbols)</symbols></renderer-v2>"
            + "<labeling type=\"simple\"><settings calloutType=\"simple\">"
            + "<text-style fieldName=\"\(field)\" isExpression=\"0\" fontSize=\"9\" fontSizeUnit=\"Point\" "
            + "textColor=\"34,34,34,255\"><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
            + "bufferColor=\"255,255,255,220\"/></text-style><placement placement=\"\(kind == .area ? 1 : 2)\"/>"
            + "</settings></labeling></qgis>"
    }

    private static func symbol(_ style: RoleStyle, _ kind: GeometryKind, _ index: Int) -> String {
        let dash = style.isDashed ? "dash" : "solid"
        let width = style.width == 3 ? "0.6" : "0.4"
        func option(_ name: String, _ value: String) -> String { "<prop k=\"\(name)\" v=\"\(value)\"/>" }
        let (type, layer, options): (String, String, String) =
            switch kind {
            case .area, .mixed:
                (
                    "fill", "SimpleFill",
                    option("color", rgb(style, 51)) + option("style", "solid")
                        + option("outline_color", rgb(style, 255)) + option("outline_style", dash)
                        + option("outline_width", width) + option("outline_width_unit", "MM")
                )
            case .line:
                (
                    "line", "SimpleLine",
                    option("line_color", rgb(style, 255)) + option("line_style", dash)
                        + option("line_width", width) + option("line_width_unit", "MM")
                )
            case .point:
                (
                    "marker", "SimpleMarker",
                    option("name", "circle") + option("color", rgb(style, 255)) + option("size", "2.4")
                        + option("size_unit", "MM") + option("outline_color", "255,255,255,255")
                )
            }
        return "<symbol name=\"\(index)\" type=\"\(type)\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">"
            + "<layer class=\"\(layer)\" enabled=\"1\" locked=\"0\" pass=\"0\">\(options)</layer></symbol>"
    }

    private static func sld(
        _ styles: [RoleStyle], _ kind: GeometryKind, _ name: String, _ language: Language
    ) -> String {
        let rules = styles.map { style in
            let stroke =
                "<Stroke>" + parameter("stroke", "#\(style.colour)")
                + parameter("stroke-width", "\(style.width)")
                + (style.isDashed ? parameter("stroke-dasharray", "6 4") : "") + "</Stroke>"
            let symbolizer =
                switch kind {
                case .area, .mixed:
                    "<PolygonSymbolizer><Fill>" + parameter("fill", "#\(style.colour)")
                        + parameter("fill-opacity", "0.2") + "</Fill>\(stroke)</PolygonSymbolizer>"
                case .line: "<LineSymbolizer>\(stroke)</LineSymbolizer>"
                case .point:
                    "<PointSymbolizer><Graphic><Mark><WellKnownName>circle</WellKnownName><Fill>"
                        + parameter("fill", "#\(style.colour)")
                        + "</Fill></Mark><Size>8</Size></Graphic></PointSymbolizer>"
                }
            return "<Rule><Name>\(style.role.rawValue)</Name><Title>\(escaped(style.name[language]))</Title>"
                + "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>role</ogc:PropertyName>"
                + "<ogc:Literal>\(style.role.rawValue)</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>"
                + "\(symbolizer)</Rule>"
        }
        return "<StyledLayerDescriptor xmlns=\"http://www.opengis.net/sld\" "
            + "xmlns:ogc=\"http://www.opengis.net/ogc\" version=\"1.0.0\"><NamedLayer><Name>\(name)</Name>"
            + "<UserStyle><FeatureTypeStyle>\(rules.joined())</FeatureTypeStyle></UserStyle></NamedLayer>"
            + "</StyledLayerDescriptor>"
    }

    private static func parameter(_ name: String, _ value: String) -> String {
        "<CssParameter name=\"\(name)\">\(value)</CssParameter>"
    }

    private static func rgb(_ style: RoleStyle, _ alpha: Int) -> String {
        let value = Int(style.colour, radix: 16) ?? 0
        return "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255),\(alpha)"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { made, character in
            switch character {
            case "&": made += "&amp;"
            case "<": made += "&lt;"
            case ">": made += "&gt;"
            case "\"": made += "&quot;"
            default: made.append(character)
            }
        }
    }
}

public import ArgumentParser
public import Exchange
import Planning
import Wording

/// What imported files become.
struct ImportTargetOptions: ParsableArguments {
    @Option(help: .both(zh: "空间格局（id 或名称）", en: "The layout, by id or name."))
    var layout: String?

    @Option(
        help: .both(
            zh: "控制线：red-line 生态保护红线、farmland 永久基本农田、development-boundary 城镇开发边界",
            en: "A control line: red-line 生态保护红线, farmland 永久基本农田, development-boundary 城镇开发边界."))
    var control: ControlLine?

    @Option(
        help: .both(
            zh: "控制线数据在哪些相关要素范围内是完整的（context 的 id，可重复）；不写则范围外的无压占不作结论",
            en: "Zones of the context on whose land the control line is complete (ids, may be repeated)."))
    var coverage: [String] = []

    @Option(help: .both(zh: "新版次的 id（默认 生效日-imported）", en: "The edition's id (default: the day-imported)."))
    var edition: String?

    func validate() throws {
        if layout != nil, control != nil {
            throw ValidationError(
                Jinfeng.say(
                    zh: "--layout 与 --control 只能用一个。", en: "--layout and --control exclude each other."))
        }
    }
}

/// How features find their zones.
struct ImportMatchingOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "字段对应，如 name_zh=MC,id=BM（默认按市级国土空间总体规划数据库等常见字段名识别）",
            en: "Which column is which, such as name_zh=MC,id=BM (default: by common names)."))
    var map: [String] = []

    @Option(
        help: .both(
            zh: "文件中的名称或编号对应的单元，如 生命岛片区=shengmingdao；new 表示新单元（可重复）",
            en:
                "The zone a name or id of the files means, such as 生命岛片区=shengmingdao, or new; may be repeated."
        ))
    var match: [String] = []

    @Flag(help: .both(zh: "对不上的要素作为新单元导入", en: "Import features that match no zone as new ones."))
    var newZones = false

    @Option(
        help: .both(
            zh: "文件中没有的单元：unlocated 不再上图（默认），keep 沿用原图形",
            en: "Zones the files do not draw: unlocated (default), or keep their outline."))
    var missing: ImportRequest.MissingZones?

    @Option(
        help: .both(
            zh: "接受哪些规则的发现（与文本或示意边界不符的，如 quantity.area；可重复），此后列为警告",
            en:
                "Rules whose findings are accepted, those that hold a line against texts or our drawings, such as quantity.area."
        ))
    var accept: [String] = []

    @Option(
        help: .both(
            zh: "DXF 线段首尾相距多少以内视为闭合（默认 0.01m）",
            en: "How far apart ends of a DXF's lines may lie (default: 0.01m)."))
    var closeWithin: String?
}

/// What is said of the imported lines.
struct ImportTermsOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "边线的位置中误差，每轴一倍，米（如 0.5m；默认取文件字段）",
            en: "One standard deviation per axis of the lines, such as 0.5m (default: the files' column)."))
    var accuracy: String?

    @Option(help: .both(zh: "中误差的依据，一句话", en: "What the accuracy rests on, in a clause."))
    var accuracyBasis: String?

    @Option(
        help: .both(zh: "生效日 YYYY-MM-DD（默认今天）", en: "The first day it is valid, YYYY-MM-DD (default: today).")
    )
    var validFrom: CalendarDate?

    @Option(help: .both(zh: "所属规划或批复的名称", en: "The title of the plan or decision the files belong to."))
    var sourceTitle: String?

    @Option(help: .both(zh: "其文号", en: "Its official number."))
    var sourceNumber: String?

    @Option(help: .both(zh: "其日期 YYYY-MM-DD", en: "Its day, YYYY-MM-DD."))
    var sourceDate: CalendarDate?

    @Option(
        help: .both(
            zh: "密级，如 内部、秘密；标注后默认不予导出",
            en: "The classification, such as 内部; a classified edition is not exported."))
    var classification: String?

    @Option(
        help: .both(
            zh: "所属规划的规划期，如 2021-2035；不写则各处答复注明“未注明规划期”",
            en:
                "The years the plan is made for, such as 2021-2035; where left out, answers say that they are not stated."
        ))
    var planPeriod: String?
}

extension ControlLine: ExpressibleByArgument {}
extension ImportRequest.MissingZones: ExpressibleByArgument {}

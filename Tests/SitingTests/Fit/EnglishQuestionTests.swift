import Planning
import Siting
import Testing

/// The siting questions of the documents, each asked in English: the zone, the line, and what must not be answered.
@Suite struct EnglishQuestionTests {
    private let fit: FunctionalFit

    init() throws { fit = try ShippedFit.make() }

    @Test(arguments: [
        FitRow(
            "In which innovation zone should an integrated circuit design company go?",
            ["kechuangjie 002:388"], never: ["nanbu-zhizao-shifandai"]),
        FitRow("where should big science facilities go", ["keyangang 002:382"]),
        FitRow("high-end medical device R&D", ["shengmingdao 002:386"], never: ["shiban-dajiankang-yuan"]),
        FitRow(
            "IVD reagent manufacturing, not research", ["shiban-dajiankang-yuan 002:567"],
            never: ["shengmingdao"]),
        FitRow("vaccine industrialisation", ["pingan-dajiankang-yuan 002:567"], never: ["shengmingdao"]),
        FitRow("energy storage equipment manufacturing", ["jiulongyuan-c-qu 002:567"]),
        FitRow(
            "ultra-transient experimental facility: area A or area B?", ["sheshi-jijuqu-a 002:557"],
            never: ["sheshi-jijuqu-b"]),
        FitRow(
            "generic major science infrastructure", ["sheshi-jijuqu-b 002:557"], never: ["sheshi-jijuqu-a"]),
        FitRow("land reserved for foreign universities", ["guoji-gaoxiao-yuliuqu 002:557"]),
        FitRow(
            "along which road do corporate headquarters go",
            ["ttai-yanlu 002:562", "kexuegu-t-tai-zutuan 002:562"]),
        FitRow("venture capital firm", ["jinfeng-zutuan 002:562", "jinrong-xiaozhen 004:972"]),
        FitRow(
            "the two axis roads of the Jialing west bank belt", ["g212 004:210", "shabin-lu 004:210"],
            never: ["jinfeng-zutuan"]),
        FitRow("power battery R&D", ["kxc-bishan 002:826"]),
        FitRow("western hydrogen valley", ["kxc-jiulongpo 002:820"]),
        FitRow(
            "science and technology finance town", ["wuyunhu-pianqu 004:972", "jinrong-xiaozhen 004:972"],
            never: ["jinfeng-zutuan"]),
        FitRow("blue line and green line along the Liangtan river", ["lanxian-lvxian 002:755"]),
        FitRow("metro line 7 phase 1", ["metro-7-1 002:645"]),
        FitRow(
            "area of the Chengdu-Chongqing comprehensive science centre",
            ["chengyu-zonghexing-kexue-zhongxin 002:375", "jinfeng-pianqu-da 002:375"]),
    ])
    func isAnsweredWithTheSentence(_ row: FitRow) {
        let answer = fit.answer(row.question)
        for key in row.direct { #expect(answer.direct.contains(key), "\(answer.direct)") }
        for zone in row.never {
            #expect(!answer.direct.contains { $0.hasPrefix(zone + " ") }, "\(answer.direct)")
        }
    }

    @Test(arguments: [
        ("which part of the Jinfeng Group holds the Science Hall", "kexue-huitang"),
        ("which ecological screen is Qingmu Lake in", "qingmuhu"),
        ("which screen do the Qingmu Hot Springs belong to", "qingmu-wenquan"),
        ("a tech project beside Geleshan Forest Park", "geleshan-senlin-gongyuan"),
        ("what suits a plot in the Hangu Area", "hangu-pianqu"),
        ("mountain-side part of the Science Valley and Science T-Stage R&D Group", "kexuegu-t-tai-zutuan"),
    ])
    func aNamedZoneIsAnsweredWithWhatItIsPartOf(_ question: String, _ zone: String) {
        #expect(fit.answer(question).named.map(\.zone.id).contains(zone))
    }

    @Test(arguments: [
        ("which lies north, area A or area B", "ab-order"),
        ("is Life Island in the north, the middle or the south", "shengmingdao-band"),
        ("is the parcel inside the ecological red line", "red-line-parcel"),
        ("land use code of the parcel", "land-use-code"),
    ])
    func whatTheTextsLeaveOpenIsRefused(_ question: String, _ silence: String) {
        let answer = fit.answer(question)
        #expect(answer.reading.silences.map(\.id).contains(silence) && answer.direct.isEmpty)
    }

    /// A river has banks too.
    @Test(arguments: ["a walk on the west bank of the river", "left bank"])
    func aRiverbankIsNoBank(_ question: String) {
        #expect(!fit.answer(question).activities.contains { $0.activity.id == "tech-finance" })
    }
}

import TestSupport
import Testing
import Wording

@Suite struct FindPageTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Language.allCases) func thePageHoldsEveryCandidateOnce(_ language: Language) throws {
        let run = try folder.run(
            "find", Repository.root + "/Examples/candidates.csv", "--in", "直管园", "--not-in", "中梁山",
            "--activity",
            "集成电路设计", "--format", "html", "--lang", language.rawValue)
        #expect(run.status == 0, "\(run.messages)")
        let page = run.text
        for number in 1...40 {
            let id = ">LS-" + (number < 10 ? "0" : "") + "\(number)<"
            #expect(page.ranges(of: id).count == 1)
        }
        #expect(page.contains("A4 landscape"))
        #expect(page.ranges(of: "<table").count == 1)
        #expect(page.contains(language == .zh ? "未核查事项" : "Not checked here"))
        #expect(page.contains(language == .zh ? "不作为审批依据" : "no basis for approval"))
        #expect(page.contains("002:388") && page.contains("届满") == (language == .zh))
        for word in ["选址意见书", "符合规划", "匹配", "{{", "<script", "http"] { #expect(!page.contains(word)) }
    }

    @Test func whatATableHoldsIsEscaped() throws {
        try folder.write("in.csv", "编号,名称,经度,纬度\n<b>1,\"\"\"<script>x\",106.33,29.515\n<i>2,a&b,,\n")
        let run = try folder.run("find", "in.csv", "--in", "直管园", "--format", "html")
        #expect(run.status == 65)
        #expect(!run.text.contains("<script>") && run.text.contains("&lt;script&gt;"))
        #expect(!run.text.contains("<b>1") && !run.text.contains("<i>2"))
        #expect(run.text.contains("missing_geometry"))
    }
}

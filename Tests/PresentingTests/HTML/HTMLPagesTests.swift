import Testing
import Wording

@testable import Presenting

@Suite struct HTMLPagesTests {
    private struct Model {
        let language: String
        let title: String
        let closing: PageClosing
    }

    @Test(arguments: HTMLPages.Page.allCases) func everyTemplateParsesAndStandsInItsPage(
        _ page: HTMLPages.Page
    ) {
        let closing = PageClosing(unchecked: [.init(name: "控规", text: "未查")], language: .zh)
        let html = HTMLPages.render(page, Model(language: "zh", title: "测试", closing: closing))
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"zh\">"))
        #expect(html.contains("<title>测试</title>"))
        #expect(html.contains("<b>控规</b>：未查"))
        #expect(html.contains("不作为审批依据"))
    }

    @Test func whatAUserWroteIsEscaped() {
        let model = Model(
            language: "en", title: "<script>&\"'", closing: PageClosing(unchecked: [], language: .en))
        let html = HTMLPages.render(.assessment, model)
        #expect(!html.contains("<script>"))
        #expect(html.contains("&lt;script&gt;&amp;&quot;&#39;"))
    }

    @Test(arguments: HTMLPages.Page.allCases) func aPageAsksForNoOtherFile(_ page: HTMLPages.Page) {
        let model = Model(language: "zh", title: "", closing: PageClosing(unchecked: [], language: .zh))
        let html = HTMLPages.render(page, model)
        for word in ["http:", "https:", "src=", "<script", "@import", "url("] {
            #expect(!html.contains(word))
        }
    }
}

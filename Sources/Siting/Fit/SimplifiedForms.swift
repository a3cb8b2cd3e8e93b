/// The simplified forms of traditional characters, of those that the vocabulary and the names of GeoData are written in.
///
/// A fact of the script, not of ours: the pairs are those of OpenCC's table of characters (TSCharacters, Apache 2.0), the
/// first form of each.
enum SimplifiedForms {
    /// The simplified form of a character; the character itself where it has none here.
    static func form(of scalar: Unicode.Scalar) -> Unicode.Scalar { forms[scalar] ?? scalar }

    private static let forms = Dictionary(
        uniqueKeysWithValues: zip(traditional.unicodeScalars, simplified.unicodeScalars))

    private static let traditional = """
        並乾亞佈佔併來侷係俬倉個們側備傢傳僅價儀億優儲兒內兩冊別則創劃劑動務勢勵匯區協卽厤參唸問啓啟單嗎噹嚮嚴國圍園圓圖團垻埰報\
        場塊墰壇壓壜壟壩壯夥奬娛學寀實審寫寬將專尋對導層屬峯島崗嶺巖師帶幟幹幾庫廈廠廢廣廳強彆彈彔彙後徑從復徵悅態慶應戰戲戶掛採\
        換揮搶撐擇擔據擬擴攜敎數斷於旂旣昇時曆曏書會朮東査條棟楊業極榦榮構樁樂樑樓標樞樣樹橋機橫檔檢檯檸櫃欄權歐歷歸殯氣氫氾汎汙\
        決沒淩減測準溝溫溼滙滿潤濕濟濱灘灣災為無煉煙燒營爐爭爲牀牽狀獎獨獵獸現環產産畝畫畵當疊痠療癥發監盤眾確礎礦禦禮稅種稱穀積\
        穩競筆箇節範築籌糧糰約紅納紐紙級紡細終組結絡給統絲經綜綠綫綱網綿緊緑線緣編緯縉縱縴總織繞繪繫繼續纔纖罈罎羣義習聯聲職脈脩\
        腦腫腳臟臨臺與興舉舘艦莊華菸萬葉葯蓋蔘藍藝藥處虛號螢衆術衕衛裏補裝裡製複覈見規視覽觀訂計訓託記訪設診註証評詞詢試該詳誌認\
        誕語誤說説誰調請論諮謀謂證識譯議護讀變讓豐負財貨貫責費貼貿資賦質購賽車軌軍軟軸較載輔輕輝輪輯輻轄轉辦農迴這連週進遊運過達\
        遞遠適遷選遺還邊鄉醫針釦鈡銀銅銜鋁鋪鋰鋼錄錯録錶鍊鍍鍵鍼鍾鎂鎭鎮鏈鏡鐘鐵鑑鑒長門開閑閒間閤闆闊關闡陞陳陸陽隊際險隱隸隻雙\
        離雲電鞏鞦韆響頁頂頃項須預領頭頸題顛類顯風颱飛飲飼養館馬駐駕駛騰驅驗驛髒體髮鬚鮮鳳麪麫麯麴麵麼麽黃點齊齣龍
        """

    private static let simplified = """
        并干亚布占并来局系私仓个们侧备家传仅价仪亿优储儿内两册别则创划剂动务势励汇区协即历参念问启启单吗当向严国围园圆图团坝采报\
        场块坛坛压坛垄坝壮伙奖娱学采实审写宽将专寻对导层属峰岛岗岭岩师带帜干几库厦厂废广厅强别弹录汇后径从复征悦态庆应战戏户挂采\
        换挥抢撑择担据拟扩携教数断于旗既升时历向书会术东查条栋杨业极干荣构桩乐梁楼标枢样树桥机横档检台柠柜栏权欧历归殡气氢泛泛污\
        决没凌减测准沟温湿汇满润湿济滨滩湾灾为无炼烟烧营炉争为床牵状奖独猎兽现环产产亩画画当叠酸疗症发监盘众确础矿御礼税种称谷积\
        稳竞笔个节范筑筹粮团约红纳纽纸级纺细终组结络给统丝经综绿线纲网绵紧绿线缘编纬缙纵纤总织绕绘系继续才纤坛坛群义习联声职脉修\
        脑肿脚脏临台与兴举馆舰庄华烟万叶药盖参蓝艺药处虚号萤众术同卫里补装里制复核见规视览观订计训托记访设诊注证评词询试该详志认\
        诞语误说说谁调请论咨谋谓证识译议护读变让丰负财货贯责费贴贸资赋质购赛车轨军软轴较载辅轻辉轮辑辐辖转办农回这连周进游运过达\
        递远适迁选遗还边乡医针扣钟银铜衔铝铺锂钢录错录表炼镀键针钟镁镇镇链镜钟铁鉴鉴长门开闲闲间合板阔关阐升陈陆阳队际险隐隶只双\
        离云电巩秋千响页顶顷项须预领头颈题颠类显风台飞饮饲养馆马驻驾驶腾驱验驿脏体发须鲜凤面面曲曲面么么黄点齐出龙
        """
}

// @ts-check
/** Every text of the page, Chinese and English side by side; what the documents and answers say comes from the service. */

/** @typedef {"zh" | "en"} Language */

/** @type {Record<string, [string, string]>} */
const table = {
  title: ["西部（重庆）科学城 规划空间结构查询", "Western (Chongqing) Science City: planned structure"],
  subtitle: ["金凤 · 依据规划文字示意绘制，逐条注明出处", "Jinfeng · drawn from the words of the plans, each with its source"],
  tools: ["工具", "Tools"],
  language: ["语言", "Language"],
  share: ["复制链接", "Copy link"],
  shared: ["链接已复制。", "The link is copied."],
  sharedAddress: ["请从地址栏复制链接。", "Copy the link from the address bar."],
  shapeNotShared: ["图形较大，链接里不含地块，收到链接的人须另有文件。", "The shape is too large for a link: whoever gets it needs the file too."],
  print: ["打印", "Print"],
  skipToAnswer: ["跳到查询结果", "Skip to the answer"],
  where: ["拟选地块在哪里？", "Where is the site?"],
  whereHint: ["坐标（经度在前，如 106.33,29.52 或 106°19′48″E 29°31′12″N）、地名（如 科学会堂），或在图上点选。", "A position, longitude first (106.33,29.52 or 106°19′48″E 29°31′12″N), the name of a place (科学会堂), or a click on the map."],
  look: ["查询", "Look up"],
  frame: ["坐标系", "Frame"],
  file: ["选择文件…", "Choose a file…"],
  fileHint: ["可把 GeoJSON 或 WKT 文件拖放到页面任意处（SHP、KML、DXF、表格请用 jinfeng 命令，或先转成 GeoJSON）；文件只送往本服务，不留存。", "A file of GeoJSON or WKT may be dropped anywhere on the page (SHP, KML, DXF and tables are for the command, or to be made GeoJSON first); it goes to this service alone and is not kept."],
  dropHere: ["松开即查询这个地块", "Let go to look up this site"],
  more: ["更多条件", "More"],
  activity: ["拟安排的活动", "Intended activity"],
  activityExample: ["如 集成电路设计", "such as chip design"],
  accuracy: ["点位中误差（米）", "Accuracy of the site (m)"],
  accuracyExample: ["默认 0", "default 0"],
  map: ["地图", "Map"],
  mapHint: ["方向键平移，加减号缩放，回车查询地图中心。各图层的结构单元另列于“图层”。", "Arrow keys pan, plus and minus zoom, Enter looks up the centre. The zones are listed under Layers as well."],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  layers: ["图层与图例", "Layers and legend"],
  layout: ["空间格局", "Layout"],
  show: ["显示", "Show"],
  soft: ["边界精度（柔边宽 ±1 个中误差）", "Accuracy of edges (fade of ±1 standard deviation)"],
  context: ["相关地理要素", "Context"],
  names: ["名称", "Names"],
  legend: ["图例", "Legend"],
  zoomTo: ["在图上看 {0}", "Show {0} on the map"],
  unlocated: ["未上图", "Not drawn"],
  accuracyOf: ["中误差 {0}", "accuracy {0}"],
  baseMap: ["底图：{0}", "Base map: {0}"],
  baseGcj02: ["底图为 GCJ-02，与结构单元相比此地约偏 480 米（图上未纠正）；判断以结构单元与坐标为准。", "The base map is in GCJ-02 and lies some 480 m off the zones here (not corrected): go by the zones and the coordinates."],
  baseCgcs2000: ["底图为 CGCS2000，与 WGS 84 在此视为一致，无偏移。", "The base map is in CGCS2000, taken as equal to WGS 84: no shift."],
  answer: ["查询结果", "Answer"],
  welcome: ["在图上点一处，或输入坐标、地名，即可查看它落在哪个结构单元、有多大把握、依据是哪一句话。", "Click the map, or give a position or a name, to see in which planned zone it lies, how sure that is, and which sentence says so."],
  tryOne: ["例如：", "For example: "],
  asking: ["正在查询…", "Looking up…"],
  placed: ["图面落位", "As drawn"],
  noZone: ["未落入任何结构单元", "In no zone"],
  notCovered: ["该规划的文本不涉及此处，不作判定", "The texts of this plan do not speak about this land: no answer is given"],
  partlyCovered: ["只部分位于该规划的适用范围", "Only partly in the land this plan speaks about"],
  probability: ["概率", "Probability"],
  probabilityWhole: ["全部在内的概率", "Probability that all lies in it"],
  probabilityAny: ["有一部分在内的概率", "Probability that some lies in it"],
  allAndAny: ["全部 / 部分在内", "all / some in it"],
  boundary: ["距边界", "Boundary"],
  insideBy: ["边界内侧 {0}", "{0} inside"],
  outsideBy: ["边界外侧 {0}", "{0} outside"],
  accuracyShort: ["位置中误差", "Accuracy"],
  settle: ["须以法定边界或更准的点位核对；两者合计中误差不大于 {0} 方可判定。", "To settle it, look up the statutory boundary or measure the site better: together known to {0}, it is decided."],
  zone: ["结构单元", "Zone"],
  grade: ["判定", "Grade"],
  share_: ["占比（90%区间）", "Share (90 % interval)"],
  area: ["面积", "Area"],
  length: ["长度", "Length"],
  shareSaysNothing: ["不宜按占比判断（图面约{0}）", "share says nothing ({0} as drawn)"],
  rest: ["未划入任何单元", "in none of them"],
  textBasis: ["文本写明", "stated in the text"],
  nearest: ["最近的是“{0}”，{1}", "The nearest is {0}, {1}"],
  seeHere: ["{0}：不在该规划的适用范围内；此处请看{1}（{2}）", "{0}: not in the land of this plan; see here {1} ({2})"],
  evidence: ["依据", "Sources"],
  evidenceOf: ["{0} 的依据", "Sources of {0}"],
  note: ["说明", "Note"],
  allZones: ["各结构单元", "All zones"],
  flags: ["注意与提示", "What to mind"],
  shift: ["最短平移约 {0}、方位角 {1}° 可消除此项", "the shortest shift that lifts this: about {0} at {1}°"],
  shiftWithin: ["移动不到两倍中误差即可消除，图面分辨不出", "a shift of less than twice the accuracy would lift this: the drawing cannot tell"],
  functions: ["文件对此处的安排", "What the documents want here"],
  comparison: ["功能导向比对", "Comparison with the intended activity"],
  inAll: ["此处在内", "holds the site"],
  inPart: ["部分在内", "holds a part"],
  inMaybe: ["可能在内", "may hold it"],
  near: ["附近", "What is near"],
  neighbours: ["邻近的结构单元（{0} 内）", "Neighbouring zones (within {0})"],
  crossed: ["相接或穿过", "touches or crosses"],
  gap: ["间距 {0}，在{1}面", "{0} to the {1}"],
  located: ["所在地（背景要素，不是规划结构单元）", "Where that is (context, not planned zones)"],
  unchecked: ["未核查事项（请另行核对）", "Not checked here (look these up)"],
  documents: ["文件", "Documents"],
  line: ["{0}:{1}", "{0}:{1}"],
  asOf: ["按 {0} 有效的版本作答", "Answered by the editions valid on {0}"],
  site: ["拟选地块", "Site"],
  point: ["点位", "Point"],
  features: ["文件含 {0} 个地块", "The file holds {0} sites"],
  firstOf: ["文件含 {0} 个地块，本页只送出并回答前 {1} 个；其余 {2} 个未送出、未核查，下载的初判表中也没有。点位较多时请改用 jinfeng locate 或 POST /locate，得到一张表；地块较多时请用 jinfeng assess。", "The file holds {0} sites; this page sends and answers the first {1}. The other {2} are neither looked at nor in the report to download. For many positions, ask jinfeng locate or POST /locate, which answer with a table; for many parcels, jinfeng assess."],
  unanswered: ["{0} 个中 {1} 个未能回答", "{1} of {0} could not be answered"],
  unansweredSee: ["{0} 个中 {1} 个未能回答，原因见查询结果。", "{1} of {0} could not be answered: the answer says why."],
  siteNumber: ["第 {0} 个", "No. {0}"],
  siteNamed: ["第 {0} 个（{1}）", "No. {0} ({1})"],
  report: ["下载初判表", "Download the report"],
  onMap: ["在图上看此格局", "Show this layout"],
  noneFound: ["无", "none"],
  failed: ["服务没有回答：{0}", "The service did not answer: {0}"],
  failedTry: ["请检查网络后再试。", "Check the connection and try again."],
  nothingAsked: ["请先给出坐标、地名或文件。", "Give a position, a name or a file first."],
  fileTooLarge: ["“{0}”超过 {1} MB，请先裁剪或简化。", "{0} is larger than {1} MB: cut or simplify it first."],
  otherFile: ["“{0}”不是 GeoJSON 或 WKT，本页不读。SHP、GPKG、KML、DXF 请直接用 jinfeng assess，CSV、Excel 表用 jinfeng locate；或先在 QGIS 中另存为 GeoJSON。", "{0} is neither GeoJSON nor WKT, which is all this page reads. Give SHP, GPKG, KML or DXF to jinfeng assess and tables (CSV, Excel) to jinfeng locate, or save it as GeoJSON first, as QGIS does."],
  downloads: ["下载本格局：", "Download this layout: "],
  mapSheet: ["图件 PDF", "Map (PDF)"],
  said: ["{0}：{1}，{2}。", "{0}: {1}, {2}."],
  saidNone: ["{0}：{1}。", "{0}: {1}."],
  titled: ["{0}：{1}", "{0}: {1}"],
  north: ["北", "north"], northEast: ["东北", "north-east"], east: ["东", "east"], southEast: ["东南", "south-east"],
  south: ["南", "south"], southWest: ["西南", "south-west"], west: ["西", "west"], northWest: ["西北", "north-west"],
  mu: ["亩", "mu"],
};

/** @type {Language} */
let language = "zh";

/** @returns {Language} */
export const currentLanguage = () => language;

/** @param {Language} wanted */
export function speak(wanted) {
  language = wanted;
  document.documentElement.lang = wanted === "zh" ? "zh-CN" : "en";
}

/**
 * The text of that name in the page's language, `{0}` and so on filled in.
 * @param {string} name
 * @param {...(string | number)} values
 */
export function say(name, ...values) {
  const text = table[name];
  if (!text) throw new Error(`no text ${name}`);
  return text[language === "zh" ? 0 : 1].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
}

/**
 * What the service gives in both languages.
 * @param {{ zh: string, en: string } | null | undefined} text
 */
export const said = (text) => text?.[language] ?? "";

/**
 * The name of a zone or layout.
 * @param {{ name_zh: string, name_en: string }} named
 */
export const nameOf = (named) => (language === "zh" ? named.name_zh : named.name_en) || named.name_zh;

/** Words of a list parted as the language does. @param {string[]} words */
export const listed = (words) => words.join(language === "zh" ? "、" : ", ");

/** What is wrong and what to do: in Chinese nothing stands between sentences. @param {...(string | undefined)} texts */
export const sentences = (...texts) => texts.filter(Boolean).join(language === "zh" ? "" : " ");

/** Puts the page's language on all that stands in the document. */
export function translatePage() {
  for (const element of document.querySelectorAll("[data-say]")) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.say ?? "");
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(/** @type {HTMLElement} */ (element).dataset.label ?? ""));
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.setAttribute("placeholder", say(/** @type {HTMLElement} */ (element).dataset.placeholder ?? ""));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.language === language));
  }
  document.title = say("title");
}

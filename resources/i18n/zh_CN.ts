<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Village Desk {version}, Apache License 2.0</source>
        <translation>村居法律服务台 {version}，Apache 许可证 2.0</translation>
    </message>
    <message>
        <source>Fonts: Noto Sans SC and Noto Serif SC (SIL Open Font License), Fandol (GPL with font exception). Division codes: National Bureau of Statistics, 2023.</source>
        <translation>字体：思源黑体、思源宋体（SIL 开放字体许可证），Fandol（GPL 加字体例外）。区划代码：国家统计局 2023 年。</translation>
    </message>
    <message>
        <source>Show the licence</source>
        <translation>查看许可证</translation>
    </message>
</context>
<context>
    <name>AccessesPage</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>所在村</translation>
    </message>
    <message>
        <source>Records taken out</source>
        <translation>导出条数</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Open to their named readers only</source>
        <translation>只对指定人员开放的记录</translation>
    </message>
    <message>
        <source>In an emergency you may look at one: say why, and it opens for a working day. The head of the township&apos;s office and the county see it.</source>
        <translation>遇到紧急情况可以查看：写明理由，可以查看八小时。司法所负责人和县里都会看到。</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>从哪天</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>到哪天</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录种类</translation>
    </message>
    <message>
        <source>{what}: all</source>
        <translation>{what}：全部</translation>
    </message>
    <message>
        <source>Who read and took out records</source>
        <translation>查看和导出记录</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Check the history</source>
        <translation>核对历史</translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation>存为 XLSX</translation>
    </message>
    <message>
        <source>Each reading of hardship figures and of confidential records is written down here, each export, and each look in an emergency with its reason. Nobody can alter or remove an entry: “Check the history” proves it.</source>
        <translation>查看经济困难状况和保密记录、导出、应急查看（连同理由）都记在这里。谁也不能改动或删除：按“核对历史”就能证明。</translation>
    </message>
    <message>
        <source>Write the day as eight digits, such as 20261121.</source>
        <translation>日期写八位数字，如 20261121。</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>Several kinds</source>
        <translation>多种记录</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对……</translation>
    </message>
    <message>
        <source>The history is whole: {count} changes of this desk, each follows from the one before; the county&apos;s log of {log} rows is the one it signed.</source>
        <translation>历史完整：本机 {count} 条变更逐条相连，没有被改动；县里的日志共 {log} 行，与县里的签名相符。</translation>
    </message>
    <message>
        <source>The history was altered: it breaks at {at}. Do not go on working on this PC, and tell the county.</source>
        <translation>历史被改动过：从 {at} 起对不上。请不要继续在这台电脑上工作，并马上报告县里。</translation>
    </message>
    <message>
        <source>{count} entries were saved. The file is not encrypted: keep it to yourself.</source>
        <translation>已保存 {count} 条。文件没有加密，请妥善保管。</translation>
    </message>
    <message>
        <source>Look in an emergency…</source>
        <translation>应急查看……</translation>
    </message>
    <message>
        <source>Why must you look at it now? It is kept with your name, for the head and the county.</source>
        <translation>为什么现在必须查看？理由和您的姓名会记下来，司法所负责人和县里都能看到。</translation>
    </message>
    <message>
        <source>Look in an emergency</source>
        <translation>应急查看</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Send to the township</source>
        <translation>送司法所审核</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Go there (F9)</source>
        <translation>到那里去（F9）</translation>
    </message>
</context>
<context>
    <name>AidCasePage</name>
    <message>
        <source>Not at hand: {papers}. The agency may ask for them, and somebody would have to come again.</source>
        <translation>还没有拿到：{papers}。机构可能要求补交，当事人就得再跑一趟。</translation>
    </message>
    <message>
        <source>Hand over all the same</source>
        <translation>仍然送交</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不送交</translation>
    </message>
    <message>
        <source>The list stands below. Correct copies and pages, then print the receipt.</source>
        <translation>材料清单已列在下面，请核对份数和页数，然后打印登记单。</translation>
    </message>
</context>
<context>
    <name>AidPapersCard</name>
    <message>
        <source>Papers for the agency: print, sign, scan, hand over</source>
        <translation>申请材料：打印、签字、扫描、送交</translation>
    </message>
    <message>
        <source>List these papers for the receipt</source>
        <translation>列出材料清单</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>已扫描</translation>
    </message>
    <message>
        <source>not scanned</source>
        <translation>未扫描</translation>
    </message>
    <message>
        <source>a scan will do</source>
        <translation>可用电子件</translation>
    </message>
    <message>
        <source>at hand</source>
        <translation>原件在手</translation>
    </message>
    <message>
        <source>original missing</source>
        <translation>缺原件</translation>
    </message>
</context>
<context>
    <name>AnswersPanel</name>
    <message>
        <source>The township sent this back. Mend each, or say why not; then send it again:</source>
        <translation>司法所退回了这份记录。请逐条修改，或者说明不改的原因，然后重新送审：</translation>
    </message>
</context>
<context>
    <name>AsideCard</name>
    <message>
        <source>The county has these very words by now; there is nothing left to do.</source>
        <translation>县里现在的内容与您写的一样，不用再处理了。</translation>
    </message>
    <message>
        <source>It cannot be sent again yet: {why}</source>
        <translation>现在还不能再次上报：{why}</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>{when} 保存</translation>
    </message>
    <message>
        <source>received by the county {when}, receipt {number}</source>
        <translation>县里 {when} 收到，回执 {number}</translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation>您写的</translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation>现在的内容</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Give it to the township</source>
        <translation>打印交司法所</translation>
    </message>
    <message>
        <source>Copied. It can be pasted into any field or message.</source>
        <translation>已复制，可以粘贴到任何栏目或消息里。</translation>
    </message>
    <message>
        <source>Found in the file in its place: {values}</source>
        <translation>文件里被改成了：{values}</translation>
    </message>
    <message>
        <source>{name} of the township did not accept it: {reason}</source>
        <translation>司法所{name}没有同意：{reason}</translation>
    </message>
</context>
<context>
    <name>AskWhy</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>AssessmentsPage</name>
    <message>
        <source>Assessment</source>
        <translation>顾问考评</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>新建考评</translation>
    </message>
    <message>
        <source>No assessment yet. The township assesses the adviser once a year.</source>
        <translation>还没有考评。司法所每年对法律顾问考评一次。</translation>
    </message>
    <message>
        <source>How the adviser did in a year, item by item. F8 prints the table for signature.</source>
        <translation>法律顾问一年的工作，逐项打分。按 F8 打印考评表签字。</translation>
    </message>
    <message>
        <source>Take in the items</source>
        <translation>列入考评项目</translation>
    </message>
    <message>
        <source>Add up the score</source>
        <translation>合计得分</translation>
    </message>
</context>
<context>
    <name>AttachmentsCard</name>
    <message>
        <source>Photos and files</source>
        <translation>照片和文件</translation>
    </message>
    <message>
        <source>Add a photo or file</source>
        <translation>添加照片或文件</translation>
    </message>
    <message>
        <source>None yet. The signed sheet belongs here as a photo.</source>
        <translation>还没有。签好名的纸请拍照放在这里。</translation>
    </message>
    <message>
        <source>Pictures and documents (*.jpg *.jpeg *.png *.bmp *.webp *.pdf *.doc *.docx *.xls *.xlsx)</source>
        <translation>图片和文档 (*.jpg *.jpeg *.png *.bmp *.webp *.pdf *.doc *.docx *.xls *.xlsx)</translation>
    </message>
    <message>
        <source>Which photo or file?</source>
        <translation>选哪张照片或文件？</translation>
    </message>
    <message>
        <source>What does it show?</source>
        <translation>内容是什么？</translation>
    </message>
    <message>
        <source>Signed sheet</source>
        <translation>签名原件</translation>
    </message>
    <message>
        <source>The file is kept with the record, encrypted.</source>
        <translation>文件已加密，随记录保存。</translation>
    </message>
</context>
<context>
    <name>BackupCard</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>A backup is an encrypted copy of everything, best on a USB stick that is kept elsewhere. It is read back and checked before it counts.</source>
        <translation>备份是全部内容的加密副本，最好存到 U 盘并放在别处。写完要读回核对无误，才算数。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>现在备份</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>还没有备份过。</translation>
    </message>
    <message>
        <source>Last backup: {when}</source>
        <translation>上次备份：{when}</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>备份到哪里？</translation>
    </message>
    <message>
        <source>Copying and checking …</source>
        <translation>正在复制并核对……</translation>
    </message>
    <message>
        <source>The backup is complete and was read back without a fault.</source>
        <translation>备份已完成，读回核对无误。</translation>
    </message>
</context>
<context>
    <name>BehindPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} 条记录</translation>
    </message>
    <message>
        <source>{count} confidential ones count too and are open to their readers only.</source>
        <translation>另有 {count} 条保密记录也计入，只有获准的人能打开。</translation>
    </message>
    <message>
        <source>Records behind the number</source>
        <translation>这个数字里的记录</translation>
    </message>
</context>
<context>
    <name>BoardsPage</name>
    <message>
        <source>Who stands on the board</source>
        <translation>公示牌上的人员</translation>
    </message>
    <message>
        <source>Somebody was changed after the board was put up. Print it anew and write the new day.</source>
        <translation>公示之后人员有变动，请重新打印并填写新的公示日期。</translation>
    </message>
    <message>
        <source>They come from the advisers&apos; contracts, the directory (entries marked for the board) and the register of mediators; mend them there.</source>
        <translation>人员来自法律顾问合同、资源目录（勾选“上公示牌”的）和人民调解员名册，要改请到那里改。</translation>
    </message>
</context>
<context>
    <name>BoundPage</name>
    <message>
        <source>Binding …</source>
        <translation>正在装订……</translation>
    </message>
    <message>
        <source>{pages} pages, {numbered} of them numbered.</source>
        <translation>共 {pages} 页，其中编了页号的 {numbered} 页。</translation>
    </message>
    <message>
        <source>{count} files could not be bound in: no picture or PDF, or not on this PC yet.</source>
        <translation>有 {count} 个文件没有装订进去：不是图片或 PDF，或者还没有取到本机。</translation>
    </message>
    <message>
        <source>No font has these characters; a box stands in their place: {characters}</source>
        <translation>下列字打印不出来，用方框代替，请手写补上：{characters}</translation>
    </message>
    <message>
        <source>Printed. The sheets are kept.</source>
        <translation>已打印，打印件已登记。</translation>
    </message>
    <message>
        <source>The PDF has been saved.</source>
        <translation>PDF 已保存。</translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
</context>
<context>
    <name>CasesCard</name>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>Enter the usual services</source>
        <translation>填入常用服务事项</translation>
    </message>
</context>
<context>
    <name>ChainPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The whole story</source>
        <translation>来龙去脉</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Everything about one person or matter, by day: visits, cases, applications, referrals. What grew out of a record stands under it. Press a line to open it; Esc leads back.</source>
        <translation>一个人、一件事的全过程，按日期排列：来访、调解、法律援助、转办。由哪条记录引出的，就列在那条下面。点一行就打开那条记录；按 Esc 返回。</translation>
    </message>
    <message>
        <source>Nobody of the register of persons is linked here.</source>
        <translation>没有关联到人员登记里的人。</translation>
    </message>
    <message>
        <source>{count} records; what grew out of one stands under it.</source>
        <translation>共 {count} 条；由某条引出的列在它下面。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有记录。</translation>
    </message>
</context>
<context>
    <name>ChecklistCard</name>
    <message>
        <source>Check list</source>
        <translation>评查表</translation>
    </message>
    <message>
        <source>{good} of {all} items are in order. To be mended: {bad}. To be looked at: {asked}.</source>
        <translation>共 {all} 项，没有问题 {good} 项；需要整改 {bad} 项；需要人工查看 {asked} 项。</translation>
    </message>
    <message>
        <source>A person has to look at this:</source>
        <translation>下面几项程序看不出来，请人工查看：</translation>
    </message>
</context>
<context>
    <name>CheckupsPage</name>
    <message>
        <source>Check-ups</source>
        <translation>法治体检</translation>
    </message>
    <message>
        <source>New check-up</source>
        <translation>新建体检</translation>
    </message>
    <message>
        <source>No check-up yet. Press Ctrl+N for one, and add a line for every risk found.</source>
        <translation>还没有法治体检。按 Ctrl+N 新建，发现一项风险就添加一行。</translation>
    </message>
    <message>
        <source>A check-up looks through the rules, decisions and contracts of a village or a small business. Each risk has somebody who mends it and a day; Today reminds of what is open.</source>
        <translation>法治体检就是把村（居）或小微企业的制度、决策、合同过一遍。每项风险写明谁整改、什么时候改完；没改完的“今日”会提醒。</translation>
    </message>
    <message>
        <source>Risks that are not mended yet</source>
        <translation>还没有整改的风险</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Periods</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>until {day}, as the parties agreed</source>
        <translation>各方同意至 {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}止</translation>
    </message>
    <message>
        <source>{year}/{day}</source>
        <translation>{year}年{day}</translation>
    </message>
    <message>
        <source>{count} days from {day}, which is not counted; {passed} have passed</source>
        <translation>自 {day} 起 {count} 日，当日不计入，已计 {passed} 日</translation>
    </message>
    <message>
        <source>{count} working days from {day}, which is not counted; {passed} have passed</source>
        <translation>自 {day} 起 {count} 个工作日，当日不计入，已计 {passed} 个工作日</translation>
    </message>
    <message>
        <source>{count} month(s) from {day}, which is not counted; {passed} days have passed</source>
        <translation>自 {day} 起 {count} 个月，当日不计入，已计 {passed} 日</translation>
    </message>
    <message>
        <source>{count} days were not counted</source>
        <translation>另有 {count} 日不计入</translation>
    </message>
    <message>
        <source>stands still since {day}</source>
        <translation>自 {day} 起暂停计算</translation>
    </message>
    <message>
        <source>no reminder: {reason} ({who})</source>
        <translation>不再提醒：{reason}（{who}）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>不再提醒</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>{days} days over</source>
        <translation>超期 {days} 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>还剩 {days} 天</translation>
    </message>
</context>
<context>
    <name>ClockingCard</name>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>共 {hours} 小时 {minutes} 分</translation>
    </message>
</context>
<context>
    <name>ClosedPage</name>
    <message>
        <source>This desk is closed</source>
        <translation>工作台已关闭</translation>
    </message>
    <message>
        <source>Connect with the county now</source>
        <translation>现在联系县里</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换个人用</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>2. What the columns mean</source>
        <translation>2. 每一列是什么</translation>
    </message>
    <message>
        <source>Look whether each column was recognised. What you choose here is remembered.</source>
        <translation>请看看每一列认得对不对。在这里选过的，下次会记住。</translation>
    </message>
    <message>
        <source>Not taken over as a field</source>
        <translation>不作为字段导入</translation>
    </message>
    <message>
        <source>(no heading)</source>
        <translation>（没有标题）</translation>
    </message>
</context>
<context>
    <name>ComplaintsPage</name>
    <message>
        <source>Complaint about the station</source>
        <translation>投诉司法所</translation>
    </message>
    <message>
        <source>It goes to the county; the station never reads it, nor its papers and pictures.</source>
        <translation>直接送县里办理，司法所看不到这件投诉，也看不到它的文书和照片。</translation>
    </message>
</context>
<context>
    <name>ConfirmCard</name>
    <message>
        <source>Did the visit go as it is written here?</source>
        <translation>这次服务是不是像这里写的一样？</translation>
    </message>
    <message>
        <source>How was the service</source>
        <translation>服务评价</translation>
    </message>
    <message>
        <source>(how was the service)</source>
        <translation>（请选服务评价）</translation>
    </message>
    <message>
        <source>Who confirms for the village</source>
        <translation>村（居）确认人</translation>
    </message>
    <message>
        <source>What the village says</source>
        <translation>村（居）意见</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>{why} This is decided by: {roles}.</source>
        <translation>{why}由这些人定夺：{roles}。</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Written in two ways</source>
        <translation>同一项有两份内容</translation>
    </message>
    <message>
        <source>Nothing to decide. When two people write the same field at once, both texts appear here.</source>
        <translation>没有要定夺的。两个人同时改同一项时，两份内容会列在这里。</translation>
    </message>
    <message>
        <source>Two people changed the same field before their PCs had met. Both texts are kept; choose which one counts. What differs is marked.</source>
        <translation>两个人在各自电脑上改了同一项，两份都留着，请选以哪一份为准。不一样的地方有底色和下划线。</translation>
    </message>
    <message>
        <source>Read the texts side by side; what one has and the other has not is marked. Press the button under the one that counts, or write it anew. Arrows go from field to field, the digits press the buttons, E writes anew. Nothing is lost: the other text stays in the history of the record.</source>
        <translation>把几份并排看一看，不一样的地方有底色和下划线。以哪一份为准，就按它下面的按钮；也可以重新写。方向键换到上一项、下一项，数字键按对应的按钮，E 重新写。什么都不会丢：另一份留在记录的经过里。</translation>
    </message>
</context>
<context>
    <name>ConsultationsPage</name>
    <message>
        <source>Consultations</source>
        <translation>法律咨询</translation>
    </message>
    <message>
        <source>New consultation</source>
        <translation>新来访</translation>
    </message>
    <message>
        <source>No consultation has been written down yet. Press F2 when somebody comes.</source>
        <translation>还没有咨询记录。有人来访，按 F2 登记。</translation>
    </message>
    <message>
        <source>Turn into mediation</source>
        <translation>转人民调解</translation>
    </message>
    <message>
        <source>Turn into legal aid</source>
        <translation>转法律援助</translation>
    </message>
    <message>
        <source>Register of visitors</source>
        <translation>来访登记簿</translation>
    </message>
    <message>
        <source>Every question somebody brings is one consultation. F2 begins with who comes in; a question alone begins with Ctrl+N. Type the name first, so that nobody is entered twice. Everything is kept while you type; nothing has to be complete until you finish it. A consultation can be turned into a mediation or an application for legal aid without typing anything again. While you write, earlier records in the same words stand beside it, to compare with.</source>
        <translation>来人问的每件事就是一条咨询。按 F2 从来人登记开始；只登记咨询按 Ctrl+N。先输姓名，免得同一个人登记两次。写的内容随时自动保存；办结之前都不必填全。咨询可以直接转为调解或法律援助申请，不用重新填。写的时候，旁边会列出说法相近的以往记录，供对照。</translation>
    </message>
    <message>
        <source>Pass on to another office</source>
        <translation>转办给别的单位</translation>
    </message>
    <message>
        <source>Copied over: nothing has to be typed again. The visit notes what became of it.</source>
        <translation>已带过来，不用重新填。来访记录里也注明了去向。</translation>
    </message>
</context>
<context>
    <name>ContractsPage</name>
    <message>
        <source>Adviser&apos;s contract</source>
        <translation>聘请合同</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>新建合同</translation>
    </message>
    <message>
        <source>No contract yet. The head of the judicial office writes down who advises which village.</source>
        <translation>还没有聘请合同。由司法所长登记哪个村（居）由谁担任法律顾问。</translation>
    </message>
    <message>
        <source>Village survey</source>
        <translation>村情调查</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>顾问考评</translation>
    </message>
    <message>
        <source>Who advises the village, from when to when, and what was agreed on. When the adviser leaves early, write the day and the reason: nothing is deleted.</source>
        <translation>谁担任法律顾问、聘期多久、约定了什么，都写在这里。提前解聘的，写明日期和原因，记录不会删除。</translation>
    </message>
    <message>
        <source>{count} of {all} villages have no adviser now: {names}</source>
        <translation>{all} 个村（居）中有 {count} 个现在没有法律顾问：{names}</translation>
    </message>
    <message>
        <source>More than one contract is in force in: {names}</source>
        <translation>同时有两份以上合同的村（居）：{names}</translation>
    </message>
</context>
<context>
    <name>CountsCard</name>
    <message>
        <source>{count} sheets</source>
        <translation>共 {count} 份</translation>
    </message>
    <message>
        <source>Satisfied {rate:.1f} %, mean {score:.1f} of 100 ({answers} ratings)</source>
        <translation>满意率 {rate:.1f}%，群众满意度 {score:.1f} 分（满分 100，有效评价 {answers} 项）</translation>
    </message>
    <message>
        <source>Knew of the room or 12348: {part} of {whole}</source>
        <translation>知晓：{whole} 人中有 {part} 人以前知道服务室或12348</translation>
    </message>
    <message>
        <source>Would come here first: {part} of {whole}</source>
        <translation>首选：{whole} 人中有 {part} 人首先找服务室或12348</translation>
    </message>
    <message>
        <source>Fewer than {enough} sheets: too few to say much.</source>
        <translation>不足 {enough} 份，样本不足，仅供参考。</translation>
    </message>
</context>
<context>
    <name>CountyStep</name>
    <message>
        <source>County or district: name or pinyin initials</source>
        <translation>县（市、区）：输入名称或拼音首字母</translation>
    </message>
    <message>
        <source>I have an enrolment code from the county</source>
        <translation>县里给了入网码</translation>
    </message>
    <message>
        <source>Address of the county server</source>
        <translation>县服务器地址</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>入网码</translation>
    </message>
    <message>
        <source>Type the name of the county and choose it from the list.</source>
        <translation>请输入县名，再从列表里选。</translation>
    </message>
    <message>
        <source>The enrolment needs the address and the code; both stand on the county&apos;s letter.</source>
        <translation>入网要填地址和入网码，县里的通知上都有。</translation>
    </message>
</context>
<context>
    <name>CrashPage</name>
    <message>
        <source>Something in the program went wrong</source>
        <translation>程序出了问题</translation>
    </message>
    <message>
        <source>What was saved is safe in the encrypted file, and what was being typed has been kept as a draft. Go on, or close the program and start it again. If it happens again, send the report below to the county&apos;s technician: it names places in the program and nothing about anybody.</source>
        <translation>已保存的内容都安全存在加密文件里，正在输入的内容已留作草稿。可以继续，也可以关闭程序再打开。如果再次出现，请把下面的报告发给县里的技术人员：里面只有程序的位置，没有任何人的信息。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>DecideCard</name>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>{name}, received by the county {when}</source>
        <translation>{name} 写的，县里 {when} 收到</translation>
    </message>
    <message>
        <source>another user</source>
        <translation>另一位用户</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>填写的内容</translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation>现在的内容</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>It cannot be accepted as it is: more than a permission was missing, its author has written something newer, or it is your own. Take it off the list with a reason; its author reads it.</source>
        <translation>这一条不能直接同意：可能不只是缺权限，或者本人后来又写了新的，或者是您自己写的。请写明理由，点“不同意”；本人能看到理由。</translation>
    </message>
    <message>
        <source>Reason; the author reads it</source>
        <translation>理由（本人能看到）</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>同意生效</translation>
    </message>
    <message>
        <source>Say why; whoever wrote it will read it.</source>
        <translation>请写明理由，写这条内容的人会看到。</translation>
    </message>
    <message>
        <source>Accepted. It takes effect when the county has your decision; your name stands with it.</source>
        <translation>已同意。县里收到您的意见后生效，历史里记着您的名字。</translation>
    </message>
    <message>
        <source>Not accepted. Its author reads your reason; the text stays in their history.</source>
        <translation>已记为不同意。本人会看到理由，原文仍留在历史里。</translation>
    </message>
</context>
<context>
    <name>DeskPaperView</name>
    <message>
        <source>As it will be printed, A4.</source>
        <translation>A4 纸，打印出来就是这个样子。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>The PDF has been saved.</source>
        <translation>PDF 已保存。</translation>
    </message>
</context>
<context>
    <name>DossierCard</name>
    <message>
        <source>Dossier</source>
        <translation>卷宗</translation>
    </message>
    <message>
        <source>Mandatory papers that are there</source>
        <translation>已有的必备文书</translation>
    </message>
    <message>
        <source>Mandatory papers: {there} of {wanted}. Signed sheets filed: {signed} of {signing}.</source>
        <translation>必备文书 {there}/{wanted}，签名件已归 {signed}/{signing}。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺，点这里去做</translation>
    </message>
    <message>
        <source>signed sheet not filed yet</source>
        <translation>签名件还没有归卷，点这里去添加</translation>
    </message>
    <message>
        <source>Bind the dossier</source>
        <translation>装订成卷</translation>
    </message>
</context>
<context>
    <name>EarlierRecord</name>
    <message>
        <source>An earlier record, to be read</source>
        <translation>以前的一条记录（只能看）</translation>
    </message>
    <message>
        <source>This is how one earlier matter went, and no advice. Look whether the facts are the same and the law still says so before you answer.</source>
        <translation>这只是以前一件事的经过，不是答复建议。答复前请核对：事实是否一样，法律规定是否还是这样。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>EligibilityPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Begin an application with these answers</source>
        <translation>按这些回答新建申请</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Who can apply for legal aid?</source>
        <translation>谁可以申请法律援助</translation>
    </message>
</context>
<context>
    <name>FieldBlock</name>
    <message>
        <source>Put away or not</source>
        <translation>要不要收起这条记录</translation>
    </message>
    <message>
        <source>Joined: please check</source>
        <translation>合并后请核对</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>As the county has it now</source>
        <translation>县里现在的内容</translation>
    </message>
    <message>
        <source>Both texts, joined by the county</source>
        <translation>县里把两份合在一起的内容</translation>
    </message>
    <message>
        <source>As it stands on this PC; not yet received by the county</source>
        <translation>本机现在的内容，县里还没有收到</translation>
    </message>
    <message>
        <source>Written elsewhere at the same time</source>
        <translation>别处同时填写的内容</translation>
    </message>
    <message>
        <source>another user</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Kept in sight</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep the record</source>
        <translation>保留这条记录</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>收起这条记录</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>用这一份</translation>
    </message>
    <message>
        <source>Checked, it is right</source>
        <translation>核对无误</translation>
    </message>
    <message>
        <source>Take the county&apos;s</source>
        <translation>以县里为准</translation>
    </message>
    <message>
        <source>Write it anew</source>
        <translation>重新写</translation>
    </message>
    <message>
        <source>Take what is written here</source>
        <translation>用这里写的</translation>
    </message>
    <message>
        <source>Write it as it should be:</source>
        <translation>请写成应有的内容：</translation>
    </message>
    <message>
        <source>Decided. The other text stays in the history.</source>
        <translation>已定夺。另一份留在记录的经过里。</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>留着这一份</translation>
    </message>
    <message>
        <source>Written on this PC at the same time</source>
        <translation>本机同时填写的内容</translation>
    </message>
</context>
<context>
    <name>FilingPage</name>
    <message>
        <source>File signed papers</source>
        <translation>收回签字件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Choose where it belongs</source>
        <translation>选择归到哪里</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不归档</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Drop photos or scans of signed sheets anywhere on this window, or choose them. The code on each page says where it belongs; several sheets in one PDF are fine.</source>
        <translation>把签字件的照片或扫描件拖到窗口里的任何地方，或者点按钮选择。每一页上的二维码会说明它属于哪条记录；一个 PDF 里有好几份也可以。</translation>
    </message>
    <message>
        <source>Back from paper</source>
        <translation>收回签字件</translation>
    </message>
    <message>
        <source>Photograph or scan the signed sheets and drop the files here, or let the program watch the folder your scanner writes to (Settings). A page whose code cannot be read asks where it belongs. What is signed stays as it was signed: a later change of that text asks for a reason. Ctrl+O chooses files, Ctrl+V pastes a picture, Enter takes the next step of a line.</source>
        <translation>把签好字的文书拍照或扫描，拖到这里；也可以在“设置”里指定扫描仪存放文件的文件夹，程序会自动收。二维码读不出来的页，会问您它属于哪条记录。签过字的内容以签字时为准，以后再改要写明原因。Ctrl+O 选择文件，Ctrl+V 粘贴图片，回车处理当前这一行。</translation>
    </message>
    <message>
        <source>Which photos or scans?</source>
        <translation>选择哪些照片或扫描件？</translation>
    </message>
    <message>
        <source>Pictures and PDF ({kinds})</source>
        <translation>图片和 PDF ({kinds})</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板里没有图片。</translation>
    </message>
    <message>
        <source>Reading … {waiting} files wait.</source>
        <translation>正在读取……还有 {waiting} 个文件等着。</translation>
    </message>
    <message>
        <source>{filed} pages filed.</source>
        <translation>{filed} 页已归入记录。</translation>
    </message>
    <message>
        <source>{asked} pages need you.</source>
        <translation>{asked} 页要您处理。</translation>
    </message>
    <message>
        <source>Nothing has been filed since the program was opened.</source>
        <translation>这次打开程序以来还没有收过签字件。</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>What the law says (for information)</source>
        <translation>法律是怎么说的（仅供提示）</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Which county?</source>
        <translation>在哪个县？</translation>
    </message>
    <message>
        <source>Which room?</source>
        <translation>是哪个服务室？</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>谁在这里办事？</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>恢复密钥单</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Making the encrypted file …</source>
        <translation>正在建立加密文件……</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Begin to work</source>
        <translation>开始使用</translation>
    </message>
</context>
<context>
    <name>FlagsCard</name>
    <message>
        <source>Look at this again</source>
        <translation>请留意</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Somebody comes in</source>
        <translation>来人登记</translation>
    </message>
</context>
<context>
    <name>FrozenCopy</name>
    <message>
        <source>Sent back last time:</source>
        <translation>上次退回的意见：</translation>
    </message>
    <message>
        <source>Line {number}: Enter writes a remark there</source>
        <translation>第 {number} 行：按回车键在这里写意见</translation>
    </message>
</context>
<context>
    <name>HelpAskedCard</name>
    <message>
        <source>The recovery sheet is lost, too</source>
        <translation>密码和恢复密钥单都没有了</translation>
    </message>
    <message>
        <source>1. Save the file that asks for help onto a stick. No record is in it.</source>
        <translation>第一步：把求助文件存到U盘，里面没有任何记录内容。</translation>
    </message>
    <message>
        <source>2. Go with it to the head of the township&apos;s judicial office, or to the county, and show who you are. You get an answer back onto the stick.</source>
        <translation>第二步：带上U盘去找司法所所长或者县里，当面说明您是谁，对方把答复存回U盘。</translation>
    </message>
    <message>
        <source>3. Choose a new password here, and read the answer in. No record changes.</source>
        <translation>第三步：回到这里设一个新密码，读入答复。记录内容不会有任何变化。</translation>
    </message>
    <message>
        <source>Save the file that asks for help</source>
        <translation>存出求助文件</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Ten characters, or four different words</source>
        <translation>至少十个字符，或四个不同的词</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Read the answer in</source>
        <translation>读入答复</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一样。</translation>
    </message>
    <message>
        <source>Answer ({pattern})</source>
        <translation>答复（{pattern}）</translation>
    </message>
    <message>
        <source>Saved. Pull the stick out and take it to the township or the county.</source>
        <translation>已存好。请拔出U盘，带到司法所或县里。</translation>
    </message>
    <message>
        <source>asks for help</source>
        <translation>求助文件</translation>
    </message>
    <message>
        <source>The new password is in force. The lost recovery sheet still opens this PC: make a new one in the settings, then the old one opens nothing any more.</source>
        <translation>新密码已生效。丢了的恢复密钥单还能打开这台电脑：请到“设置”里重新做一份，旧的就打不开了。</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>A village has lost its password</source>
        <translation>帮村里重设密码</translation>
    </message>
    <message>
        <source>Read the file in, and answer</source>
        <translation>读入求助文件并答复</translation>
    </message>
    <message>
        <source>Answered: {file}. Give the stick back; the room sets a new password with it.</source>
        <translation>已答复：{file}。请把U盘交还，对方回去用它设新密码。</translation>
    </message>
    <message>
        <source>Only for a person who stands before you and works in that room. Read in the file they bring: the answer is written beside it. It opens that one PC, once. Note who asked and when.</source>
        <translation>只给当面来办、确实在那个服务室工作的人办理。读入他们带来的求助文件，答复就存在它旁边，只能打开那一台电脑，只能用一次。请记下是谁、什么时候来办的。</translation>
    </message>
</context>
<context>
    <name>HotlinePage</name>
    <message>
        <source>Hotline orders</source>
        <translation>热线工单</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新工单</translation>
    </message>
    <message>
        <source>No order of the hotline yet.</source>
        <translation>还没有热线工单。</translation>
    </message>
    <message>
        <source>An order of the hotline is passed on within one working day, answered within its limit, and the caller is called back. What is late is on Today. Hand it out again if the caller is not satisfied.</source>
        <translation>热线工单一个工作日内转办，在时限内答复，再给来电人打回访电话。超期的会列在“今日”里。来电人不满意的，重新交办。</translation>
    </message>
</context>
<context>
    <name>HouseholdCard</name>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Choose the head of the household</source>
        <translation>选户主</translation>
    </message>
    <message>
        <source>Lives on their own</source>
        <translation>不在这一户</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>No household is known.</source>
        <translation>还没有登记家庭成员。</translation>
    </message>
</context>
<context>
    <name>IndicatorsPage</name>
    <message>
        <source>Save as XLSX</source>
        <translation>存为表格</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>As it will be printed, A4.</source>
        <translation>打印效果，A4纸。</translation>
    </message>
    <message>
        <source>The table has been saved.</source>
        <translation>表格已保存。</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Somebody else</source>
        <translation>换一个人</translation>
    </message>
    <message>
        <source>Somebody comes in</source>
        <translation>来人登记</translation>
    </message>
    <message>
        <source>Answered on the spot</source>
        <translation>当场答复</translation>
    </message>
    <message>
        <source>Keep as a question</source>
        <translation>先登记，待答复</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>转调解</translation>
    </message>
    <message>
        <source>Legal aid</source>
        <translation>转法律援助</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Complaint about us</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Everybody who comes in or calls begins here. Type the name first: whoever was here before is found. Say what it is about in the visitor&apos;s words, and since when. Then choose what becomes of it; nothing has to be typed again. The register of visitors is written from this by itself.</source>
        <translation>来访、来电都从这里开始。先输姓名，以前来过的会找出来。用来人的话写清什么事、什么时候的事，再选怎么办；后面不用重新填。来访登记簿由此自动生成。</translation>
    </message>
    <message>
        <source>{name}, new here</source>
        <translation>{name}，第一次来</translation>
    </message>
    <message>
        <source>(no name given)</source>
        <translation>（未留姓名）</translation>
    </message>
    <message>
        <source>Who is it? A name or a form of address is needed first.</source>
        <translation>先写来人是谁：姓名或称呼都行。</translation>
    </message>
    <message>
        <source>Written down, and carried over: nothing has to be typed again.</source>
        <translation>已登记，内容已带过来，不用重新填。</translation>
    </message>
    <message>
        <source>{name} is written down.</source>
        <translation>{name} 已登记，保存在本机。</translation>
    </message>
    <message>
        <source>Another matter of the same person</source>
        <translation>同一个人还有别的事</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开这条记录</translation>
    </message>
    <message>
        <source>{name}, another matter</source>
        <translation>{name}，另一件事</translation>
    </message>
</context>
<context>
    <name>IntakeSide</name>
    <message>
        <source>How urgent is it?</source>
        <translation>急不急</translation>
    </message>
    <message>
        <source>What this means for the visitor</source>
        <translation>对来人意味着什么</translation>
    </message>
    <message>
        <source>Here before</source>
        <translation>以前来过</translation>
    </message>
    <message>
        <source>If this is so, it must be reported at once, before anything else.</source>
        <translation>如果属实，必须马上报告，先报告再办别的。</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>写报告</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>还剩 {days} 天</translation>
    </message>
    <message>
        <source>may be over since {day}</source>
        <translation>可能已过（{day}）</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Last day {day}, {left}</source>
        <translation>最后一天 {day}，{left}</translation>
    </message>
    <message>
        <source>When did it happen, or the paper come?</source>
        <translation>什么时候发生的，或什么时候收到文书？</translation>
    </message>
    <message>
        <source>Choose what it is about; the usual period is proposed.</source>
        <translation>选了是什么事，会提示通常的时效。</translation>
    </message>
    <message>
        <source>Information only: interruption and suspension change every period. Ask the adviser.</source>
        <translation>仅供提示：时效中断、中止会改变结果，请问法律顾问。</translation>
    </message>
    <message>
        <source>The whole story</source>
        <translation>来龙去脉</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Not yet connected with a county</source>
        <translation>还没有接入县里</translation>
    </message>
    <message>
        <source>Everything works without it. To report to the county, type the address and the one-time code from the county&apos;s letter.</source>
        <translation>不接入也能办理全部事务。要上报县里，请填写县里通知上的地址和一次性入网码。</translation>
    </message>
    <message>
        <source>Address of the county server</source>
        <translation>县服务器地址</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>入网码</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接入</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在接入……</translation>
    </message>
    <message>
        <source>The county knows this desk now.</source>
        <translation>县里已登记这台电脑。</translation>
    </message>
    <message>
        <source>To be enrolled again</source>
        <translation>需要重新登记</translation>
    </message>
    <message>
        <source>The county was restored from a backup older than this PC&apos;s enrolment, so it no longer knows this PC. Everything you have written is still here. Ask the county for a new one-time code and type it here; then all that the county lost is sent again by itself.</source>
        <translation>县里的数据是用备份恢复的，您的电脑是在那份备份之后登记的，所以县里现在不认识它。您的数据都在，一条不少。请向县里要一个新的入网码，填在这里；县里丢失的内容会自动重新上报。</translation>
    </message>
</context>
<context>
    <name>LawAwarePage</name>
    <message>
        <source>{count} in office; a village needs at least {enough}</source>
        <translation>在任 {count} 名，每村不少于 {enough} 名</translation>
    </message>
</context>
<context>
    <name>LawSearch</name>
    <message>
        <source>Words, the number of an article, the name of a law</source>
        <translation>词语、条号或法律名称</translation>
    </message>
    <message>
        <source>Look for an article</source>
        <translation>查找法条</translation>
    </message>
    <message>
        <source>Laws and articles</source>
        <translation>法律和条文</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>{count} laws</source>
        <translation>共{count}部</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>找到{count}条</translation>
    </message>
    <message>
        <source>The first {count}</source>
        <translation>显示前{count}条</translation>
    </message>
</context>
<context>
    <name>LawsPage</name>
    <message>
        <source>Take in files …</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>复制引文</translation>
    </message>
    <message>
        <source>Take out of the library</source>
        <translation>从库中移除</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Laws as Markdown, text or Word files (DOCX) are divided into articles and found without a network. They stay on this PC, encrypted. Look at the day of the text: a newer one may be in force.</source>
        <translation>Markdown、文本或Word（DOCX）格式的法律文件，导入后按条拆分，没有网络也能查。只加密保存在本机，不上报。请留意文本日期，可能已有新的文本施行。</translation>
    </message>
    <message>
        <source>Typical cases</source>
        <translation>典型案例</translation>
    </message>
    <message>
        <source>Laws and cases</source>
        <translation>法律法规与案例</translation>
    </message>
    <message>
        <source>Type words, the number of an article (577) or the name of a law. In a consultation, “Cite an article” puts one into the answer with its number and the day of the text. Texts are for looking up; what they mean for a case is for a person to say.</source>
        <translation>输入词语、条号（如577）或法律名称即可查找。在法律咨询中点“引用法条”，会把条文连同条号和文本日期写进答复。条文供查阅，怎样适用由人来判断。</translation>
    </message>
    <message>
        <source>Take in files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Laws ({kinds})</source>
        <translation>法律文件 ({kinds})</translation>
    </message>
    <message>
        <source>{done} of {of}</source>
        <translation>{done}，共{of}</translation>
    </message>
    <message>
        <source>{new} laws were taken in, {known} were here already.</source>
        <translation>导入{new}部，已有{known}部。</translation>
    </message>
    <message>
        <source>These files could not be read: {names}.</source>
        <translation>这些文件无法读取：{names}。</translation>
    </message>
    <message>
        <source>Copied with its number and the day of the text.</source>
        <translation>已复制，带条号和文本日期。</translation>
    </message>
    <message>
        <source>Take “{title}” out of the library?</source>
        <translation>把《{title}》从库中移除？</translation>
    </message>
    <message>
        <source>What was cited from it stays where it was cited.</source>
        <translation>已引用的条文不受影响。</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>1. The file</source>
        <translation>1. 选择文件</translation>
    </message>
    <message>
        <source>Cases kept in Excel or WPS before can be taken over, with every row word for word beside its case. First you see what would happen. All rows that fit are taken in together or none, and it can be undone.</source>
        <translation>以前用 Excel 或 WPS 记的调解台账，可以直接导入成案件，每一行原文都附在案件旁边。导入之前先给您看结果；能导入的要么全部导入，要么一件也不导入，导入后还可以撤销。</translation>
    </message>
    <message>
        <source>Choose the spreadsheet …</source>
        <translation>选择表格文件…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take in an earlier ledger</source>
        <translation>导入旧台账</translation>
    </message>
    <message>
        <source>Choose the spreadsheet, look whether its columns were recognised, and read what would happen. Rows that do not fit are named with their row number: mend them in Excel or WPS and choose the file again; rows that are here already are not taken in twice.</source>
        <translation>先选表格文件，看看各列认得对不对，再看会导入什么。不能导入的行会写明行号和原因：在 Excel 或 WPS 里改好，再选一次这个文件；已经导入过的行不会重复导入。</translation>
    </message>
    <message>
        <source>Choose the spreadsheet</source>
        <translation>选择表格文件</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>{count} cases of the ledger are saved on this PC.</source>
        <translation>台账里的 {count} 件案件已保存在本机。</translation>
    </message>
    <message>
        <source>Taken in {when}: {count} cases</source>
        <translation>{when} 导入，{count} 件</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The import is undone.</source>
        <translation>这次导入已经撤销。</translation>
    </message>
    <message>
        <source>The import is undone; {count} cases stay, for they were worked on since.</source>
        <translation>这次导入已经撤销；有 {count} 件导入后又办理过，保留不动。</translation>
    </message>
</context>
<context>
    <name>LeftOverCard</name>
    <message>
        <source>Fields the county no longer uses</source>
        <translation>县里已停用的栏目</translation>
    </message>
    <message>
        <source>What was typed there is kept with the record; copy from here what is still needed.</source>
        <translation>原来填写的内容仍保存在记录中；还用得着的，请从这里复制。</translation>
    </message>
</context>
<context>
    <name>LegalAidPage</name>
    <message>
        <source>Legal aid</source>
        <translation>法律援助</translation>
    </message>
    <message>
        <source>New application</source>
        <translation>新申请</translation>
    </message>
    <message>
        <source>No application yet. Press Ctrl+N for a new one, or turn a consultation into one.</source>
        <translation>还没有申请。按 Ctrl+N 新建，或从咨询转来。</translation>
    </message>
    <message>
        <source>Who can apply?</source>
        <translation>谁可以申请</translation>
    </message>
    <message>
        <source>Fill in the application with the applicant, add the statement of hardship with the members of the household, print, have it signed, scan it and hand it over. The agency&apos;s seven days begin when it receives the papers. The agency decides, never this room: what it decides comes with the next round and can be read here. “Who can apply?” says what the law says.</source>
        <translation>和申请人一起填好申请表，添上经济困难状况说明表和家庭成员，打印、签字、扫描，然后送交。机构的七日从机构收到材料之日起算。给不给援助由机构决定，本室不作决定；机构的决定随下一次收发到达，在这里可以看到。“谁可以申请”列出法律是怎么规定的。</translation>
    </message>
    <message>
        <source>Contents of the file</source>
        <translation>卷内文件目录</translation>
    </message>
    <message>
        <source>Take over what the case holds</source>
        <translation>按案件已有内容列出</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Typed and not finished. Go on writing?</source>
        <translation>有没写完的内容，接着写吗？</translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation>存为表格</translation>
    </message>
    <message>
        <source>{count} records were saved. The file is not encrypted: keep it to yourself.</source>
        <translation>已存出{count}条记录。文件没有加密，请妥善保管。</translation>
    </message>
    <message>
        <source>There is nothing here yet.</source>
        <translation>这里还没有记录。</translation>
    </message>
</context>
<context>
    <name>LivePaper</name>
    <message>
        <source>As on paper</source>
        <translation>像纸一样</translation>
    </message>
    <message>
        <source>The paper as it will be printed</source>
        <translation>打印出来的样子</translation>
    </message>
    <message>
        <source>A4 · black and white · press F8 to see all pages</source>
        <translation>A4 · 黑白 · 按 F8 看全部页面</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>{name} is signed in. What was typed is kept; sending to the county goes on.</source>
        <translation>当前使用人：{name}。已输入的内容都留着，上报照常进行。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换人使用</translation>
    </message>
</context>
<context>
    <name>LookingThroughCard</name>
    <message>
        <source>Look through it: nobody may be recognised</source>
        <translation>逐处核对：不能让人认出是谁</translation>
    </message>
    <message>
        <source>I have looked through all of it; nobody can be recognised</source>
        <translation>我已逐处核对，认不出任何人</translation>
    </message>
    <message>
        <source>Looked through by {name}. Whoever changes the text looks through it again.</source>
        <translation>{name}已核对。改动文字以后要重新核对。</translation>
    </message>
    <message>
        <source>This still says who or where: {words}</source>
        <translation>文中仍有可识别的内容：{words}</translation>
    </message>
    <message>
        <source>Replace all of it</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Somebody or some place here is called so, and these are ordinary words as well: {words}. Press one that is a name here; leave those that are not.</source>
        <translation>这些词既是本案中的人名或地名，也是平常用语：{words}。在这里是名字的，请点按；不是的，不用动。</translation>
    </message>
    <message>
        <source>“{word}” is a name: replace it</source>
        <translation>“{word}”是名字，替换</translation>
    </message>
    <message>
        <source>As it was written down</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>As others will read it</source>
        <translation>去标识以后</translation>
    </message>
</context>
<context>
    <name>LooksCard</name>
    <message>
        <source>How it looks</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>多久不用就自动锁定</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>[Practice] The people and matters here are invented. Nothing is a real case.</source>
        <translation>[练习] 这里的人和事都是编的，不是真实案件。</translation>
    </message>
    <message>
        <source>Village Desk</source>
        <translation>村居法律服务台</translation>
    </message>
    <message>
        <source>[Practice] {title}</source>
        <translation>[练习] {title}</translation>
    </message>
</context>
<context>
    <name>MediationPage</name>
    <message>
        <source>Mediation</source>
        <translation>人民调解</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新案件</translation>
    </message>
    <message>
        <source>No case yet. Press Ctrl+N for a new one, or turn a consultation into one.</source>
        <translation>还没有案件。按 Ctrl+N 新建，或从咨询转来。</translation>
    </message>
    <message>
        <source>A case goes its way from the application to filing: add the parties, accept it, write down each session, then the agreement. The line at the bottom says what the next step still needs, and leads there. F8 shows all papers of the case.</source>
        <translation>案件从申请办到归档：添加当事人、受理、记录每次调解、写协议书。底部一行提示下一步还差什么，点一下就到。F8 看这个案件的全部文书。</translation>
    </message>
    <message>
        <source>Take in an earlier ledger</source>
        <translation>导入旧台账</translation>
    </message>
    <message>
        <source>Subsidy for cases</source>
        <translation>以案定补</translation>
    </message>
    <message>
        <source>Mediators</source>
        <translation>调解员名册</translation>
    </message>
    <message>
        <source>What the record should say</source>
        <translation>笔录应当写明的内容</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>NoticePage</name>
    <message>
        <source>The desk cannot be opened just now</source>
        <translation>现在打不开服务台</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Something typed here {when} was not finished. Go on writing it?</source>
        <translation>{when} 在这里输入的内容没有写完，接着写吗？</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>The township sent this back. What to change:</source>
        <translation>司法所已退回，需要修改：</translation>
    </message>
    <message>
        <source>{count} fields were written in two ways at the same time. Both are kept.</source>
        <translation>有 {count} 项在两处同时填写，内容不同，两份都留着。</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>对照定夺</translation>
    </message>
    <message>
        <source>The county could not take a change of this record. The text is kept.</source>
        <translation>这条记录有一处改动县里没能收下，文字都留着。</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>This must be reported at once; until the report is written down the case stands still.</source>
        <translation>下列情况应当立即报告。写好报告记录以前，这件案件不能办理下一步：</translation>
    </message>
    <message>
        <source>Has something been seen here that must be reported? If not, write down why.</source>
        <translation>从内容看，可能有应当报告的情况，请核实。有，请写报告记录；没有，请写明核实的依据：</translation>
    </message>
</context>
<context>
    <name>OpinionsPage</name>
    <message>
        <source>Legal opinions</source>
        <translation>合法性审查</translation>
    </message>
    <message>
        <source>New opinion</source>
        <translation>新建审查</translation>
    </message>
    <message>
        <source>No opinion yet. Press Ctrl+N when the village hands in a decision or a contract.</source>
        <translation>还没有审查意见。村（居）送来决策或合同时，按 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>What the village is going to decide or sign is examined before it does: the parties, the powers, the procedure, the content and the risks. Then it says whether it took the advice.</source>
        <translation>村（居）要作的决定、要签的合同，先审查再办：看主体、权限、程序、内容和风险。办完后写明意见采纳了没有。</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>Take it over as the total</source>
        <translation>填入合计</translation>
    </message>
    <message>
        <source>(nothing written yet)</source>
        <translation>（还没有填写）</translation>
    </message>
    <message>
        <source>Together {amount} yuan a month</source>
        <translation>合计每月 {amount} 元</translation>
    </message>
    <message>
        <source>some of it is not shown here</source>
        <translation>部分内容在此不显示</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Who works on this PC</source>
        <translation>谁在用这台电脑</translation>
    </message>
    <message>
        <source>Their password</source>
        <translation>他（她）的密码</translation>
    </message>
    <message>
        <source>Ten characters, or four different words</source>
        <translation>至少十个字符，或四个不同的词</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>Let them in</source>
        <translation>开通</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>{name} can open this PC&apos;s file now.</source>
        <translation>{name} 现在可以在这台电脑上使用了。</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Persons already known</source>
        <translation>已登记的人</translation>
    </message>
    <message>
        <source>Take this person</source>
        <translation>就是这个人</translation>
    </message>
    <message>
        <source>Enter as a new person</source>
        <translation>登记为新人员</translation>
    </message>
    <message>
        <source>Only write down the name</source>
        <translation>只记姓名</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>是谁？</translation>
    </message>
    <message>
        <source>Already known, most likely first. Arrows choose, Enter takes.</source>
        <translation>已登记的人，最像的在前。上下键选，回车确定。</translation>
    </message>
    <message>
        <source>Nobody like this is known here yet.</source>
        <translation>这里还没有登记过这样的人。</translation>
    </message>
    <message>
        <source>Type a name, pinyin initials, an ID card number or a phone number.</source>
        <translation>输入姓名、拼音首字母、身份证号码或电话号码。</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>As it is written on papers</source>
        <translation>与文书上的写法一致</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Ten characters, or four different words</source>
        <translation>至少十个字符，或四个不同的词</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>PIN for the locked screen (may be left empty)</source>
        <translation>锁屏 PIN 码（可不填）</translation>
    </message>
    <message>
        <source>4 to 12 digits; it opens the locked screen only, never the file</source>
        <translation>4 到 12 位数字；只用来解锁屏幕，不能打开文件</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>Good enough.</source>
        <translation>可以。</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>一致。</translation>
    </message>
    <message>
        <source>Not yet the same.</source>
        <translation>还不一致。</translation>
    </message>
</context>
<context>
    <name>PersonsPage</name>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Nobody is entered yet. A new visit enters people by itself.</source>
        <translation>还没有登记人员。登记来访时会自动记入。</translation>
    </message>
    <message>
        <source>This person may be entered already. Open the other one instead?</source>
        <translation>这个人可能已经登记过，要打开已有的那条吗？</translation>
    </message>
    <message>
        <source>Everybody the room deals with is here once. Sex, birth date and age come from the ID card number. Papers keep the copy that was on them: changing somebody here changes no paper. Somebody entered twice is merged, and that can be undone.</source>
        <translation>和本室打交道的人，每人只登记一次。性别、出生日期、年龄由身份证号带出。文书上的内容是当时抄下的，改这里不会改文书。登记重了的可以合并，合并可以撤销。</translation>
    </message>
    <message>
        <source>The whole story</source>
        <translation>来龙去脉</translation>
    </message>
    <message>
        <source>Entered more than once; these entries are one person now.</source>
        <translation>这个人登记过不止一次，下面几条已合并为一人。</translation>
    </message>
    <message>
        <source>This entry was merged into another one. Records and papers keep what they say.</source>
        <translation>这一条已并入另一条。原有记录和文书都不变。</translation>
    </message>
    <message>
        <source>Open the other one</source>
        <translation>打开那一条</translation>
    </message>
    <message>
        <source>Undo the merge</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>It is the same person: merge into {name}</source>
        <translation>是同一个人：并入“{name}”</translation>
    </message>
    <message>
        <source>Merged. Nothing is lost, and it can be undone on the merged entry.</source>
        <translation>已合并。内容都在，需要时可在被并入的那条上撤销。</translation>
    </message>
    <message>
        <source>They are two entries again.</source>
        <translation>又是两条了。</translation>
    </message>
    <message>
        <source>Who is the head of the household?</source>
        <translation>户主是谁</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>3. What would happen</source>
        <translation>3. 导入前先看看</translation>
    </message>
    <message>
        <source>Print what does not fit</source>
        <translation>打印有问题的行</translation>
    </message>
    <message>
        <source>{fitting} cases fit. {wrong} rows do not fit; they stay in your spreadsheet.</source>
        <translation>可以导入 {fitting} 件。有 {wrong} 行有问题，不会导入，仍在您的表格里。</translation>
    </message>
    <message>
        <source>Take in also {count} rows that look like cases which are here already</source>
        <translation>另有 {count} 行看来已经有了，也要导入</translation>
    </message>
    <message>
        <source>Row {row}, {column}: {what}</source>
        <translation>第 {row} 行&#x3000;{column}：{what}</translation>
    </message>
    <message>
        <source>Row {row} looks like {twin}</source>
        <translation>第 {row} 行与{twin}看来是同一件</translation>
    </message>
    <message>
        <source>Take in {count} cases</source>
        <translation>导入 {count} 件</translation>
    </message>
    <message>
        <source>Looking through the rows …</source>
        <translation>正在逐行查看……</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>Yearly plan</source>
        <translation>年度法律服务计划</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>No plan yet. Press Ctrl+N and write a line for each thing to be done.</source>
        <translation>还没有年度计划。按 Ctrl+N 新建，要做的事一行一项。</translation>
    </message>
    <message>
        <source>The plan of a year, a line for each piece of work. F8 prints it for signature.</source>
        <translation>一年的计划，一行一项工作。按 F8 打印签字。</translation>
    </message>
    <message>
        <source>Plan the visit</source>
        <translation>按此安排一次服务</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>This record has no paper.</source>
        <translation>这条记录没有对应的文书。</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>正在绘制……</translation>
    </message>
    <message>
        <source>Printed. The sheet is kept with the record.</source>
        <translation>已打印，打印件已记入这条记录。</translation>
    </message>
    <message>
        <source>The PDF has been saved.</source>
        <translation>PDF 已保存。</translation>
    </message>
    <message>
        <source>{pages} pages, {size}, as they will be printed</source>
        <translation>共 {pages} 页，{size} 纸，所见即所印</translation>
    </message>
</context>
<context>
    <name>PublicWork</name>
    <message>
        <source>Publicity</source>
        <translation>法治宣传</translation>
    </message>
    <message>
        <source>New activity</source>
        <translation>登记活动</translation>
    </message>
    <message>
        <source>No activity yet. Press Ctrl+N, and add two photos beside it.</source>
        <translation>还没有活动。按 Ctrl+N 登记，并在旁边添加两张照片。</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度测评</translation>
    </message>
    <message>
        <source>Type in a paper sheet</source>
        <translation>录入纸质表</translation>
    </message>
    <message>
        <source>No answers yet.</source>
        <translation>还没有测评。</translation>
    </message>
    <message>
        <source>Survey of needs</source>
        <translation>需求调查</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>新调查表</translation>
    </message>
    <message>
        <source>No sheet yet. Press Ctrl+N; no name is written down.</source>
        <translation>还没有调查表。按 Ctrl+N 新建，不记姓名。</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>No complaint of yours. You see those you took down yourself; the station sees its villages&apos;.</source>
        <translation>没有您登记的投诉。您只能看到自己登记的，司法所看到本乡镇各村的。</translation>
    </message>
    <message>
        <source>Major matters</source>
        <translation>重大事项</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报告单</translation>
    </message>
    <message>
        <source>No report yet. Ring the station first; then write it here.</source>
        <translation>还没有报告单。请先打电话报告司法所，再在这里填写。</translation>
    </message>
    <message>
        <source>Volunteers</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>New volunteer</source>
        <translation>登记志愿者</translation>
    </message>
    <message>
        <source>No volunteer yet. Press Ctrl+N for the first one.</source>
        <translation>还没有志愿者。按 Ctrl+N 登记第一位。</translation>
    </message>
    <message>
        <source>Law-aware persons</source>
        <translation>法律明白人</translation>
    </message>
    <message>
        <source>New law-aware person</source>
        <translation>登记法律明白人</translation>
    </message>
    <message>
        <source>Nobody is on the register yet. A village needs at least three.</source>
        <translation>名册上还没有人。每村不少于三名。</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>资源目录</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新增资源</translation>
    </message>
    <message>
        <source>Nobody is in the directory yet: the adviser, the station, legal aid, notaries, experts.</source>
        <translation>目录里还没有人。请登记法律顾问、司法所、法律援助中心、公证员、专家等。</translation>
    </message>
    <message>
        <source>Notice board</source>
        <translation>公示牌</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>制作公示牌</translation>
    </message>
    <message>
        <source>No board yet. Press Ctrl+N; who serves comes from the directory.</source>
        <translation>还没有公示牌。按 Ctrl+N 制作，服务人员取自资源目录。</translation>
    </message>
    <message>
        <source>Write down each activity once; two photos beside it are printed on its sheet. F8 prints the sheet and a list to sign.</source>
        <translation>每次活动登记一次；旁边的两张照片会印在登记表上。按 F8 打印登记表和签到表。</translation>
    </message>
    <message>
        <source>Turn the screen to the villager: the desk locks, and Esc asks for your PIN. No name is kept, only the day. Nobody sees a single sheet, only counts.</source>
        <translation>把屏幕转给群众评价：工作台同时锁定，按 Esc 后要输入您的PIN码。不记姓名，只记日期。谁也看不到单份评价，只有汇总数。</translation>
    </message>
    <message>
        <source>Ask what help people need; no name is written down.</source>
        <translation>了解群众需要什么法律服务，不记姓名。</translation>
    </message>
    <message>
        <source>A complaint is taken down here and handled by the station, or by the county when it is about the station. Nobody reads a complaint about themselves. The complainant is told the result.</source>
        <translation>投诉在这里登记，由司法所办理；投诉司法所的由县里办理。被投诉人看不到对自己的投诉。办理结果要告知投诉人。</translation>
    </message>
    <message>
        <source>Report at once what may grow: many people, threats, large contracts.</source>
        <translation>人数多、有激化苗头、涉及重大合同的事项要立即报告。</translation>
    </message>
    <message>
        <source>Register a volunteer, add the time served each time, and print the certificate with the sum. It is free of charge.</source>
        <translation>登记志愿者，每次服务后记下时长，证明上自动写明累计小时。出具证明不收费。</translation>
    </message>
    <message>
        <source>Add each training as a line. When a term ends or somebody leaves, write the day and the reason.</source>
        <translation>每次培训记一行。任期届满或退出时，填写日期和原因。</translation>
    </message>
    <message>
        <source>Who can be asked for help. What is marked for the board stands on the notice board.</source>
        <translation>可以请来帮忙的人员和机构。勾选“上公示牌”的会印在公示牌上。</translation>
    </message>
    <message>
        <source>F8 shows the board in A4 and A3. Who stands on it comes from the directory.</source>
        <translation>按 F8 查看A4和A3公示牌。服务人员取自资源目录。</translation>
    </message>
    <message>
        <source>Volunteers wanted</source>
        <translation>志愿者招募</translation>
    </message>
    <message>
        <source>New call</source>
        <translation>发布招募</translation>
    </message>
    <message>
        <source>Nobody is wanted yet. Press Ctrl+N to post what volunteers are needed for.</source>
        <translation>还没有招募。按 Ctrl+N 发布需要志愿者做的事。</translation>
    </message>
    <message>
        <source>Post what volunteers are wanted for, write down who signs up, and the day it is closed. Nobody is made to serve.</source>
        <translation>发布招募事项，记下谁报了名、哪天结束。志愿服务全凭自愿，不得强行指派。</translation>
    </message>
    <message>
        <source>Catalogue of services</source>
        <translation>服务事项清单</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新增事项</translation>
    </message>
    <message>
        <source>The county has not published its catalogue of services yet.</source>
        <translation>县里还没有公布服务事项清单。</translation>
    </message>
    <message>
        <source>Hot matters</source>
        <translation>热点问题解答</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>新增解答</translation>
    </message>
    <message>
        <source>The county has not published an answer to a matter many ask about yet.</source>
        <translation>县里还没有发布热点问题解答。</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>督促检查</translation>
    </message>
    <message>
        <source>New inspection</source>
        <translation>新增检查</translation>
    </message>
    <message>
        <source>No inspection yet. Press Ctrl+N to plan one.</source>
        <translation>还没有检查记录。按 Ctrl+N 新增一次检查计划。</translation>
    </message>
    <message>
        <source>Responsibilities</source>
        <translation>责任清单</translation>
    </message>
    <message>
        <source>New responsibility</source>
        <translation>新增责任</translation>
    </message>
    <message>
        <source>Nobody is named yet. Press Ctrl+N: the unit, its duty, its contact and its money.</source>
        <translation>还没有责任清单。按 Ctrl+N 写明责任单位、职责、责任人和经费。</translation>
    </message>
    <message>
        <source>What is offered, to whom, what to bring, how long it takes, who does it. The county&apos;s office writes it; every room reads it.</source>
        <translation>有哪些服务、为谁服务、要带什么材料、多长时间办好、由谁提供。由县里填写，各服务室都能查看。</translation>
    </message>
    <message>
        <source>What many ask, with the answer of the county&apos;s office. It reaches every room with the next round, and is offered beside a consultation that asks the same.</source>
        <translation>群众问得多的问题和县里的参考答复。下次同步时送到各服务室；接待同类咨询时，显示在表单旁边。</translation>
    </message>
    <message>
        <source>Plan an inspection, write down what was found and by when it is put right. What is late stands on Today until the day it was put right is filled in.</source>
        <translation>先写检查计划，再写发现的问题和整改期限。超期未整改的会列在“今日”里，填写整改完成日期后消除。</translation>
    </message>
    <message>
        <source>Each unit&apos;s duty, its named contact, its money, and what the assessment brought it.</source>
        <translation>各单位的职责任务、责任人、经费预算、考核结果和奖惩情况。</translation>
    </message>
    <message>
        <source>Room and station</source>
        <translation>机构情况</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>登记机构</translation>
    </message>
    <message>
        <source>No profile yet. Press Ctrl+N; the name written here stands on every paper.</source>
        <translation>还没有登记。按 Ctrl+N 登记；这里写的名称会印在每张表上。</translation>
    </message>
    <message>
        <source>Rules on the wall</source>
        <translation>上墙制度</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新增制度</translation>
    </message>
    <message>
        <source>No rule yet. Press Ctrl+N, type its title and text; F8 prints it to hang up.</source>
        <translation>还没有制度。按 Ctrl+N，写下名称和内容；按 F8 打印上墙。</translation>
    </message>
    <message>
        <source>One profile a room or station: its name, plates, services, staff, equipment, and who is reached day and night. Papers bear the name written here, and a new notice board begins with its services.</source>
        <translation>每个服务室或工作站登记一份：名称、挂牌、服务、人员、设备和24小时联系人。各种表都印这里写的名称；新建公示牌时自动带出这里的服务。</translation>
    </message>
    <message>
        <source>F8 prints the rule to hang on the wall, in A4 and A3.</source>
        <translation>按 F8 打印上墙，有 A4 和 A3 两种。</translation>
    </message>
</context>
<context>
    <name>PublicWorkPage</name>
    <message>
        <source>Registers</source>
        <translation>登记簿</translation>
    </message>
    <message>
        <source>Mediators</source>
        <translation>人民调解员</translation>
    </message>
</context>
<context>
    <name>QuarantinePage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需处理的变更</translation>
    </message>
    <message>
        <source>The county has received these changes, but could not take them as they are. Nothing is lost: each text is kept, and stays in the history of its record whatever you decide.</source>
        <translation>这些改动县里已经收到，但没能照原样收下。什么都没有丢：每段文字都保存着，不管您怎么处理，都留在记录的经过里。</translation>
    </message>
    <message>
        <source>Read why the county did not take it, then choose. “Send again” saves the same text as a change of today. Alt+↓ and Alt+↑ go from one to the next, Tab goes through the buttons.</source>
        <translation>先看县里为什么没收下，再选怎么办。“再次上报”就是把同样的文字作为今天的改动重新保存、上报。Alt+↓、Alt+↑ 换到下一条、上一条，Tab 逐个走到按钮。</translation>
    </message>
    <message>
        <source>Nothing needs attention. The county has taken everything it received.</source>
        <translation>没有需要处理的。县里收到的都已收下。</translation>
    </message>
    <message>
        <source>{count} more belong to records that are not open to you; who made them will see them.</source>
        <translation>另有 {count} 条属于您无权查看的记录，由当时填写的人来处理。</translation>
    </message>
    <message>
        <source>Noted as given to the township; it stays in the history of the record.</source>
        <translation>已记下：交给了司法所。原文仍留在记录的经过里。</translation>
    </message>
    <message>
        <source>Of the villages: to be decided here</source>
        <translation>各村被搁置的内容：由您处理</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Which first</source>
        <translation>先看哪些</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>业务类别</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Nothing waits for review. What villages send appears here.</source>
        <translation>没有待审核的材料。各村上报后会出现在这里。</translation>
    </message>
    <message>
        <source>Approve several …</source>
        <translation>批量通过…</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>共 {count} 件待审</translation>
    </message>
    <message>
        <source>, {count} of them here</source>
        <translation>，这里 {count} 件</translation>
    </message>
    <message>
        <source>; the first {count} are listed</source>
        <translation>；列出前 {count} 件</translation>
    </message>
    <message>
        <source>Nothing of this waits. Choose another filter above.</source>
        <translation>没有符合条件的待审材料，请在上面换一个条件。</translation>
    </message>
    <message>
        <source>All, most urgent first</source>
        <translation>全部，急的在前</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>全部村（社区）</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>Receipt number or record</source>
        <translation>回执号或记录（姓名、案号）</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>收到日期从</translation>
    </message>
    <message>
        <source>Received to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Receipts of the county</source>
        <translation>县里的回执</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>打印清单</translation>
    </message>
    <message>
        <source>Print this receipt</source>
        <translation>打印这份回执</translation>
    </message>
    <message>
        <source>What it covers</source>
        <translation>这份回执包括</translation>
    </message>
    <message>
        <source>A receipt is the county&apos;s signed word that it has received what is listed under it. When you open one, the program checks the county&apos;s signature and that nothing under it was altered since. Arrows walk through the list, F8 prints it.</source>
        <translation>回执是县里签名的凭据，证明所列内容县里已经收到。打开一份回执时，程序会核对县里的签名，并核对内容此后没有被改动。方向键在清单里上下走，F8 打印。</translation>
    </message>
    <message>
        <source>Write the day as eight digits, such as 20261121.</source>
        <translation>日期请写八位数字，例如 20261121。</translation>
    </message>
    <message>
        <source>Only: {record}. Show all</source>
        <translation>只看：{record}&#x3000;显示全部</translation>
    </message>
    <message>
        <source>{count} receipts</source>
        <translation>{count} 份回执</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>回执 {number}</translation>
    </message>
    <message>
        <source>{changes} changes, {records} records</source>
        <translation>{changes} 处改动，{records} 件记录</translation>
    </message>
    <message>
        <source>No receipt yet. The county gives one for everything it receives.</source>
        <translation>还没有回执。县里每收到一批内容，都会发来一份回执。</translation>
    </message>
    <message>
        <source>No receipt like this. Fewer characters or another day find more.</source>
        <translation>没有这样的回执。少写几个字，或者换个日期再找。</translation>
    </message>
    <message>
        <source>The county received this {when}, receipt no. {number}.</source>
        <translation>县里已于 {when} 收到，回执号 {number}。</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>Filter: name, pinyin, number, words</source>
        <translation>筛选：姓名、拼音、编号、文字</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>{total} records</source>
        <translation>共 {total} 条</translation>
    </message>
    <message>
        <source>Nothing like this. Fewer characters find more.</source>
        <translation>没有找到。少输几个字，能找到更多。</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Saved {when}</source>
        <translation>已保存 {when}</translation>
    </message>
    <message>
        <source>Kept by itself {clock}</source>
        <translation>已自动保存 {clock}</translation>
    </message>
    <message>
        <source>Kept by itself; one value needs another look</source>
        <translation>已自动保存；有一项需要再看看</translation>
    </message>
    <message>
        <source>Handed in. It goes to the township with the next round; until then it is safe here.</source>
        <translation>已送审，下次上报时发出，在此之前安全存在本机。</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>The program fills this in.</source>
        <translation>这一项由程序填写。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>More of this case</source>
        <translation>本案其他材料</translation>
    </message>
    <message>
        <source>Earlier changes are at the county, which cannot be reached just now.</source>
        <translation>更早的修改记录在县里，现在连不上县里；联网后再打开就能看到。本记录内容完整，不受影响。</translation>
    </message>
    <message>
        <source>Not shown to this office</source>
        <translation>本单位不显示</translation>
    </message>
    <message>
        <source>Handed over, no longer shown</source>
        <translation>已送交，不再显示</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新来访</translation>
    </message>
    <message>
        <source>New application for legal aid</source>
        <translation>申请法律援助</translation>
    </message>
    <message>
        <source>Add a party</source>
        <translation>添加当事人</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>新转办单</translation>
    </message>
    <message>
        <source>New order of the hotline</source>
        <translation>新热线工单</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复密钥单</translation>
    </message>
    <message>
        <source>Lost, or seen by somebody? Make a new one; the old one opens nothing any more.</source>
        <translation>密钥单丢了，或被人看到了？请重新做一份，旧的就打不开了。</translation>
    </message>
    <message>
        <source>Password now</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>Make a new recovery sheet</source>
        <translation>重新做恢复密钥单</translation>
    </message>
    <message>
        <source>It is kept</source>
        <translation>已经留好</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Who forgets the password gets in with this key, and with nothing else: neither the county nor the maker of this program has it. Print it or write it down, put it into an envelope, and keep it away from this PC.</source>
        <translation>忘记密码时，只有凭这串密钥才能进来，县里和软件开发者都没有。请打印或抄下来，装进信封，不要和电脑放在一起。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>To show that you kept it, type two groups from your sheet:</source>
        <translation>请照着密钥单输入其中两组，确认已经留好：</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>第 {number} 组</translation>
    </message>
    <message>
        <source>Group {number} is not as on the sheet.</source>
        <translation>第 {number} 组与密钥单不符。</translation>
    </message>
    <message>
        <source>Recovery sheet of the village desk</source>
        <translation>村居法律服务台 恢复密钥单</translation>
    </message>
    <message>
        <source>With this key a new password can be set when the old one is forgotten. Keep it in a closed envelope, away from the PC. Whoever holds both can read every record.</source>
        <translation>忘记密码时，可凭此密钥重设密码。请装入信封封好，与电脑分开存放。同时拿到两者的人可以看到全部记录。</translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message>
        <source>Referrals</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>新转办单</translation>
    </message>
    <message>
        <source>Nothing has been passed on yet. A visit leads here by itself.</source>
        <translation>还没有转办过。登记来人时可以直接转到这里。</translation>
    </message>
    <message>
        <source>Hotline orders</source>
        <translation>热线工单</translation>
    </message>
    <message>
        <source>A matter another office decides is passed on with a slip: write where it goes, ask the person whether the data may go there, pass it on. The other office signs for it and sends back what it did. Each step is kept with its day, who took it, and why.</source>
        <translation>应由别的单位办的事，用转办单转过去：写明转给谁，问当事人同不同意把信息转过去，然后转办。对方签收，办完把结果反馈回来。每一步的日期、经办人、理由都留着。</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Blank</source>
        <translation>空白表</translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation>存为 XLSX 表格</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开……</translation>
    </message>
    <message>
        <source>The first {count} pages are shown, all are printed</source>
        <translation>只显示前 {count} 页，打印和保存的是全部</translation>
    </message>
    <message>
        <source>The register has been saved. The file is not encrypted: keep it to yourself.</source>
        <translation>登记簿已保存。这个文件没有加密，请妥善保管，不要给无关的人看。</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>RegistersPage</name>
    <message>
        <source>Mediators</source>
        <translation>人民调解员名册</translation>
    </message>
    <message>
        <source>New mediator</source>
        <translation>登记调解员</translation>
    </message>
    <message>
        <source>Nobody is on the register yet. Press Ctrl+N for the first one.</source>
        <translation>名册里还没有人。按 Ctrl+N 登记第一位。</translation>
    </message>
    <message>
        <source>The mediators of the committee, with their term and training. F8 prints the sheet for the county. When a term ends, write the day: nothing is deleted.</source>
        <translation>调委会的人民调解员和他们的任期、培训都记在这里。F8 打印登记表报县里。任期结束时填上离任日期即可，记录不会删除。</translation>
    </message>
</context>
<context>
    <name>RelatedCard</name>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Grew out of this</source>
        <translation>由此转来</translation>
    </message>
    <message>
        <source>Earlier by the same person</source>
        <translation>同一人以前办过</translation>
    </message>
    <message>
        <source>Printed {count} times, last on {day}</source>
        <translation>打印过 {count} 次，最近一次 {day}</translation>
    </message>
    <message>
        <source>Register of persons</source>
        <translation>人员登记</translation>
    </message>
    <message>
        <source>The whole story</source>
        <translation>来龙去脉</translation>
    </message>
</context>
<context>
    <name>RemarkPhrases</name>
    <message>
        <source>Edit these remarks …</source>
        <translation>修改常用意见…</translation>
    </message>
    <message>
        <source>One remark a line, for records of this kind. They stay on this PC.</source>
        <translation>一行一条，用于这类业务，只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Ready remarks</source>
        <translation>常用审核意见</translation>
    </message>
    <message>
        <source>The remarks are kept; F4 shows them.</source>
        <translation>常用意见已保存，按 F4 可以选用。</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Monthly report</source>
        <translation>顾问月（季）报</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新建报表</translation>
    </message>
    <message>
        <source>No report yet. Press Ctrl+N; the numbers are counted from the visits.</source>
        <translation>还没有报表。按 Ctrl+N 新建，数字从服务日志自动算出。</translation>
    </message>
    <message>
        <source>Choose the month or the quarter; the lines are counted from the visits the township has approved. Nothing is typed a second time.</source>
        <translation>选好月份或季度，各行数字从司法所审核通过的服务日志算出，不用再填一遍。</translation>
    </message>
    <message>
        <source>Count the numbers</source>
        <translation>统计数字</translation>
    </message>
    <message>
        <source>Counted. Print it, or send it to the township.</source>
        <translation>统计好了。可以打印，也可以报司法所。</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>as sent, frozen</source>
        <translation>送审时的样子，已冻结</translation>
    </message>
    <message>
        <source>Remark here</source>
        <translation>批注此处</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Sent by {name}, round {round}</source>
        <translation>{name} 送审，第 {round} 次</translation>
    </message>
    <message>
        <source>Approved.</source>
        <translation>已通过。</translation>
    </message>
    <message>
        <source>Sent back with {count} remarks.</source>
        <translation>已退回，批注 {count} 条。</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>附件栏</translation>
    </message>
    <message>
        <source>At the left what the villages sent: first what is overdue, then what is new, then what was mended. Alt+Down and Alt+Up go to the next and the one before. Type the number of a line and press Enter to write a remark on it, or walk there with the arrows; F4 offers ready remarks, F9 goes to the next line that differs from last time or that the check list names, F6 shows check list, papers and earlier rounds. Send back needs at least one remark; the village sees each one under the very field.</source>
        <translation>左边是各村上报的材料：超期的在最前，然后是首次上报的，再是退回后重新上报的。Alt+↓、Alt+↑ 看下一件、上一件。输入行号再按回车，就在那一行写意见，也可以用方向键走过去；F4 选常用意见；F9 跳到下一处与上次不同的、或者评查表指出的地方；F6 依次看评查表、附件和以前各轮。退回至少要写一条意见，村里会在对应的那一项下面看到。</translation>
    </message>
    <message>
        <source>None of these can be approved together.</source>
        <translation>这些都不能批量通过。</translation>
    </message>
    <message>
        <source>{count} can be approved together: {names}</source>
        <translation>有 {count} 件可以一起通过：{names}</translation>
    </message>
    <message>
        <source>{count} stay: {why}</source>
        <translation>留下 {count} 件：{why}</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不办</translation>
    </message>
    <message>
        <source>Approve these {count}</source>
        <translation>通过这 {count} 件</translation>
    </message>
    <message>
        <source>{count} were approved.</source>
        <translation>已通过 {count} 件。</translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>Of the record as it is on this PC now.</source>
        <translation>按这台电脑上现在的内容评查。</translation>
    </message>
    <message>
        <source>There is no check list for records of this kind.</source>
        <translation>这类业务没有评查表。</translation>
    </message>
    <message>
        <source>The scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>评查表</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>往次</translation>
    </message>
    <message>
        <source>No photo or scan lies beside this record.</source>
        <translation>没有照片或者扫描件。</translation>
    </message>
    <message>
        <source>{title}: printed {day}; signed pages on file: {signed} of {pages}</source>
        <translation>{title}：{day}打印；已存签字页 {signed}/{pages}</translation>
    </message>
    <message>
        <source>Papers {count}</source>
        <translation>附件 {count}</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here. It is kept safely with the record.</source>
        <translation>这种文件不能在这里显示，已随记录妥善保存。</translation>
    </message>
    <message>
        <source>{title}, page 1 of {pages}</source>
        <translation>{title}，第 1 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Round {number}: sent by {name}, {day}</source>
        <translation>第 {number} 次：{name} {day}上报</translation>
    </message>
    <message>
        <source>It is here for the first time.</source>
        <translation>首次上报。</translation>
    </message>
    <message>
        <source>Rounds {count}</source>
        <translation>往次 {count}</translation>
    </message>
    <message>
        <source>{title}, as the record is now</source>
        <translation>{title}（按记录现在的内容）</translation>
    </message>
</context>
<context>
    <name>RoomStep</name>
    <message>
        <source>A village legal service room</source>
        <translation>村（居）公共法律服务室</translation>
    </message>
    <message>
        <source>The judicial office of the township</source>
        <translation>乡镇（街道）司法所</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇（街道）</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Choose the township and the village.</source>
        <translation>请选择乡镇和村。</translation>
    </message>
</context>
<context>
    <name>SatisfactionPage</name>
    <message>
        <source>Type in a paper sheet</source>
        <translation>录入纸质表</translation>
    </message>
    <message>
        <source>Turn the screen to the villager</source>
        <translation>请群众评价</translation>
    </message>
    <message>
        <source>Print blank sheets</source>
        <translation>打印空白表</translation>
    </message>
</context>
<context>
    <name>SatisfactionScreen</name>
    <message>
        <source>Back</source>
        <translation>上一题</translation>
    </message>
    <message>
        <source>Leave this out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>就评到这里</translation>
    </message>
    <message>
        <source>No name is asked for, and nobody can see which answers are yours.</source>
        <translation>不记姓名，没有人知道哪份评价是您的。</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>谢谢您的评价。</translation>
    </message>
    <message>
        <source>The next person, please</source>
        <translation>下一位</translation>
    </message>
</context>
<context>
    <name>ScansCard</name>
    <message>
        <source>Signed papers from scanner and phone</source>
        <translation>扫描仪和手机里的签字件</translation>
    </message>
    <message>
        <source>Choose the folder your scanner writes to, or the one your phone&apos;s photos come into. What is put there is filed by itself while you work. Each page is kept encrypted with its record; the plain file is then moved into the folder “{name}”, or deleted.</source>
        <translation>选择扫描仪存放文件的文件夹，或者手机照片传进来的文件夹。您工作的时候，放进去的签字件会自动归入记录。每一页都加密存入记录；没有加密的原文件随后移到“{name}”文件夹，或者直接删除。</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>不再自动收件</translation>
    </message>
    <message>
        <source>Move the filed file aside</source>
        <translation>移到“已收回”文件夹</translation>
    </message>
    <message>
        <source>Delete it at once</source>
        <translation>收回后马上删除</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>没有设置自动收件文件夹。</translation>
    </message>
    <message>
        <source>Where do scans and photos arrive?</source>
        <translation>扫描件和照片放在哪里？</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search: name, pinyin initials, last four digits of an ID, number, content</source>
        <translation>查找：姓名、拼音首字母、身份证后四位、案号、内容</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Nothing found. Fewer characters find more.</source>
        <translation>没有找到。少输几个字，能找到更多。</translation>
    </message>
    <message>
        <source>Search: name, pinyin, ID, number</source>
        <translation>查找：姓名、拼音、证件号、案号</translation>
    </message>
</context>
<context>
    <name>SecretsCard</name>
    <message>
        <source>Password and PIN</source>
        <translation>密码和 PIN 码</translation>
    </message>
    <message>
        <source>Password now</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Ten characters, or four different words</source>
        <translation>至少十个字符，或四个不同的词</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN 码</translation>
    </message>
    <message>
        <source>4 to 12 digits; left empty there is none and the password unlocks</source>
        <translation>4 到 12 位数字；不填则不用 PIN 码，解锁用密码</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>修改 PIN 码</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>两次输入的密码不一样。</translation>
    </message>
    <message>
        <source>The new password is in force.</source>
        <translation>新密码已生效。</translation>
    </message>
    <message>
        <source>The PIN has been changed.</source>
        <translation>PIN 码已修改。</translation>
    </message>
</context>
<context>
    <name>ServingPick</name>
    <message>
        <source>Working for which village</source>
        <translation>为哪个村服务</translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>（请选择）</translation>
    </message>
    <message>
        <source>What you begin now is for {village}, until the day ends.</source>
        <translation>今天新建的记录都归{village}，可随时改选。</translation>
    </message>
    <message>
        <source>Of which village</source>
        <translation>哪个村（居）的</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Choose the text size and the colours, change your password and your PIN, and make a backup on a USB stick. A backup is encrypted like the file itself and opens with the same password.</source>
        <translation>在这里选字号和颜色，修改密码和 PIN 码，把备份存到 U 盘。备份和文件一样是加密的，用同样的密码打开。</translation>
    </message>
</context>
<context>
    <name>SimilarCard</name>
    <message>
        <source>Similar earlier records</source>
        <translation>以前类似的记录</translation>
    </message>
    <message>
        <source>To compare with, not to decide by: people and laws differ.</source>
        <translation>只供对照，不作结论：人不同、事不同，法律也可能改了。</translation>
    </message>
    <message>
        <source>{kind}: {about}</source>
        <translation>{kind}：{about}</translation>
    </message>
    <message>
        <source>Both say {words}</source>
        <translation>都提到：{words}</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Table</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>统计时间</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Half-year</source>
        <translation>半年</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Any two days</source>
        <translation>任意两天之间</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>The period after</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Numbers; Enter shows the records behind one</source>
        <translation>统计数字，按回车看是哪些记录</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation>存为 XLSX 表格</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计报表</translation>
    </message>
    <message>
        <source>The tables come out of the cases by themselves; nothing is typed here. Choose the table, the place and the period (Alt+Left and Alt+Right step through it). Enter on a number shows the records behind it. When numbers do not agree, a sentence says which records to look at.</source>
        <translation>报表由案件自动算出，不用再填。先选报表、地点和统计时间（Alt+左、Alt+右 换上一期、下一期）。在数字上按回车，就看到是哪些记录。数字对不上时，会有一句话告诉您该看哪几件。</translation>
    </message>
    <message>
        <source>This day lies before the first one.</source>
        <translation>这一天早于开始的一天。</translation>
    </message>
    <message>
        <source>Write the day as eight digits, such as 20261121.</source>
        <translation>日期请写八位数字，例如 20261121。</translation>
    </message>
    <message>
        <source>Some numbers do not agree. Look at these records:</source>
        <translation>有的数字对不上，请看这些记录：</translation>
    </message>
    <message>
        <source>The table has been saved.</source>
        <translation>表格已保存。</translation>
    </message>
    <message>
        <source>Case register</source>
        <translation>案件登记簿</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>服务指标</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>Without a network: by USB stick</source>
        <translation>没有网：用U盘</translation>
    </message>
    <message>
        <source>What the county does not have yet goes onto a stick, locked so that only the township and the county can read it. The stick brings back the receipts. A lost stick costs nothing: take out again.</source>
        <translation>把县里还没收到的内容写到U盘，只有司法所和县里能打开。回执随U盘带回。U盘丢了也不要紧，再带出一次就行。</translation>
    </message>
    <message>
        <source>Take out by stick</source>
        <translation>用U盘带出</translation>
    </message>
    <message>
        <source>Read a stick in</source>
        <translation>读入U盘</translation>
    </message>
    <message>
        <source>Print hand-over slip</source>
        <translation>打印交接单</translation>
    </message>
    <message>
        <source>Save slip as PDF</source>
        <translation>交接单存为PDF</translation>
    </message>
    <message>
        <source>Choose the stick or a folder on it</source>
        <translation>选择U盘或U盘上的文件夹</translation>
    </message>
    <message>
        <source>Writing the stick; leave it in …</source>
        <translation>正在写U盘，请不要拔出……</translation>
    </message>
    <message>
        <source>Reading the stick; leave it in …</source>
        <translation>正在读U盘，请不要拔出……</translation>
    </message>
    <message>
        <source>{changes} changes and {attachments} attachments are on the stick, in {files} files.</source>
        <translation>已把 {changes} 条改动、{attachments} 个附件写到U盘，共 {files} 个文件。</translation>
    </message>
    <message>
        <source>You can pull the stick out now. Bring it to the township or the county.</source>
        <translation>现在可以拔出U盘，交到司法所或县里。</translation>
    </message>
    <message>
        <source>Not all has room: put in another stick and press “Take out by stick” again.</source>
        <translation>这个U盘装不下全部内容：请换一个U盘，再按一次“用U盘带出”。</translation>
    </message>
    <message>
        <source>There was nothing new on the stick.</source>
        <translation>U盘上没有新内容。</translation>
    </message>
    <message>
        <source>{count} files are for others and stay on the stick.</source>
        <translation>另有 {count} 个文件是给别人的，仍留在U盘上。</translation>
    </message>
    <message>
        <source>The county has received {count} of your changes; the receipt is here.</source>
        <translation>县里已收到您的 {count} 条改动，回执已读入。</translation>
    </message>
    <message>
        <source>{count} changes of others came in.</source>
        <translation>读入别人的 {count} 条改动。</translation>
    </message>
    <message>
        <source>{count} changes of villages can be reviewed now; not with the county yet.</source>
        <translation>各村的 {count} 条改动现在可以审核了（未到县）。</translation>
    </message>
    <message>
        <source>{count} attachments have arrived.</source>
        <translation>{count} 个附件已送到。</translation>
    </message>
    <message>
        <source>{count} answers for villages are here; they go onto the next stick.</source>
        <translation>有 {count} 份给各村的回执，下次写U盘时带上。</translation>
    </message>
    <message>
        <source>{name}&#x3000;check code {code}</source>
        <translation>{name}&#x3000;核对码 {code}</translation>
    </message>
    <message>
        <source>{number}. {name}&#x3000;{count} changes&#x3000;{size} kB&#x3000;check code {code}</source>
        <translation>{number}. {name}&#x3000;{count} 条改动&#x3000;{size} kB&#x3000;核对码 {code}</translation>
    </message>
    <message>
        <source>{changes} changes, {attachments} attachments, {files} files.</source>
        <translation>共 {changes} 条改动、{attachments} 个附件、{files} 个文件。</translation>
    </message>
    <message>
        <source>Hand-over slip of a USB stick</source>
        <translation>U盘交接单</translation>
    </message>
    <message>
        <source>From: {place}</source>
        <translation>来自：{place}</translation>
    </message>
    <message>
        <source>Written: {when}</source>
        <translation>写入时间：{when}</translation>
    </message>
    <message>
        <source>Whoever reads the stick sees the same check codes. Different codes: not the same files. What is on the stick is locked and signed; whoever finds it cannot read it.</source>
        <translation>对方读入时会显示同样的核对码；核对码不同，就不是同一份文件。U盘上的内容已加密并签名，别人捡到也打不开。</translation>
    </message>
    <message>
        <source>Handed over by ____________&#x3000;Received by ____________&#x3000;Date ____________</source>
        <translation>交件人 ____________&#x3000;收件人 ____________&#x3000;日期 ____________</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>The county&apos;s receipts for {count} villages are here: put in their stick and press “Take out by stick”.</source>
        <translation>县里给 {count} 个村的回执在本机：请插上他们的U盘，按“用U盘带出”。</translation>
    </message>
    <message>
        <source>You can pull the stick out now. Bring it to the county, or back to the villages.</source>
        <translation>现在可以拔出U盘：给县里的送到县里，给各村的交回村里。</translation>
    </message>
    <message>
        <source>With them go {count} files of villages for the county.</source>
        <translation>另有各村给县里的 {count} 个文件也在U盘上。</translation>
    </message>
    <message>
        <source>With them go {count} answers of the county for villages.</source>
        <translation>另有县里给各村的 {count} 份回执也在U盘上。</translation>
    </message>
    <message>
        <source>Bring those of others to the county</source>
        <translation>把别人的代送到县里</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Bringing the files of others to the county; leave the stick in …</source>
        <translation>正在把别人的文件送到县里，请不要拔U盘……</translation>
    </message>
    <message>
        <source>The county has {files} files of others now; {answers} answers lie on the stick. Give it back.</source>
        <translation>别人的 {files} 个文件县里已收到，{answers} 份回执已写到U盘上。请把U盘交还。</translation>
    </message>
</context>
<context>
    <name>SubsidyPage</name>
    <message>
        <source>Subsidy for cases</source>
        <translation>以案定补申报</translation>
    </message>
    <message>
        <source>New claim</source>
        <translation>新申报表</translation>
    </message>
    <message>
        <source>No claim yet. Press Ctrl+N, write the period, and take in its cases with one press.</source>
        <translation>还没有申报表。按 Ctrl+N 新建，填好起止日期，再按一下就能列入案件。</translation>
    </message>
    <message>
        <source>A claim holds the cases one mediator closed in a period. One press takes in every case that meets the county&apos;s conditions and has not been claimed; what is left out is named with the reason. Amounts follow the county&apos;s rates, where it has said them. Then print it, have it signed, and send it to the township.</source>
        <translation>一份申报表列一名调解员在一段时间里办结的案件。按一下按钮，符合县里条件、还没有申报过的案件都会列入；没有列入的会写明原因。县里公布了补贴标准的，金额自动计算。然后打印、签字、上报乡镇。</translation>
    </message>
    <message>
        <source>Take in the cases of this period</source>
        <translation>列入本期案件</translation>
    </message>
    <message>
        <source>Cases of this period that are left out</source>
        <translation>这段时间里没有列入的案件</translation>
    </message>
    <message>
        <source>Look at these cases again</source>
        <translation>这些案件请再核对</translation>
    </message>
</context>
<context>
    <name>SupportCard</name>
    <message>
        <source>When something does not work</source>
        <translation>遇到问题时</translation>
    </message>
    <message>
        <source>Save the sync log as a file and give it to whoever helps you. It holds codes, counts, times and versions only: no names, no texts of records, no passwords.</source>
        <translation>把上报日志存成文件，交给帮您解决问题的人。里面只有代号、数目、时间和版本，没有姓名，没有记录内容，没有密码。</translation>
    </message>
    <message>
        <source>Save the sync log</source>
        <translation>保存上报日志</translation>
    </message>
    <message>
        <source>The sync log has been saved. It holds nothing about a person.</source>
        <translation>上报日志已保存，里面没有任何个人信息。</translation>
    </message>
</context>
<context>
    <name>SurveysPage</name>
    <message>
        <source>Village survey</source>
        <translation>村情调查</translation>
    </message>
    <message>
        <source>New survey</source>
        <translation>新建调查</translation>
    </message>
    <message>
        <source>No survey yet. Press Ctrl+N and write what the adviser should know of the village.</source>
        <translation>还没有调查表。按 Ctrl+N 新建，写下法律顾问应当了解的村情。</translation>
    </message>
    <message>
        <source>What the adviser should know of the village: its people, contracts and disputes.</source>
        <translation>法律顾问应当了解的村情：人口、合同、矛盾纠纷。</translation>
    </message>
</context>
<context>
    <name>SweepsPage</name>
    <message>
        <source>Dispute sweeps</source>
        <translation>矛盾纠纷排查</translation>
    </message>
    <message>
        <source>New sweep</source>
        <translation>新建排查记录</translation>
    </message>
    <message>
        <source>No sweep has been written down yet. Press Ctrl+N for one, also when nothing was found.</source>
        <translation>还没有排查记录。按 Ctrl+N 新建；没有发现纠纷的，也要登记（零报告）。</translation>
    </message>
    <message>
        <source>Write down each round: when, where and who went. Add a line for every dispute found; a line can be registered as a mediation case without typing anything again. When nothing was found, say so: a zero report counts too.</source>
        <translation>每次排查都登记：时间、区域、排查人员。发现的纠纷每件加一行，可以直接登记为调解案件，不用重新输入。没有发现纠纷的，勾选零报告，同样计入统计。</translation>
    </message>
    <message>
        <source>Register as a case</source>
        <translation>登记为调解案件</translation>
    </message>
    <message>
        <source>Registered as a case. Add the parties next.</source>
        <translation>已登记为调解案件，接下来请添加当事人。</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Send and receive now</source>
        <translation>现在上报与接收</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>上报与接收</translation>
    </message>
    <message>
        <source>Everything you save is safe on this PC first, and goes to the county by itself when there is a connection. “Saved” and “received by the county” are two different things; for what is received there is a receipt signed by the county.</source>
        <translation>保存的内容先安全存在本机，有网络时自动上报。“已保存”和“县里已收到”是两回事；县里收到的，有县里签名的回执。</translation>
    </message>
    <message>
        <source>Receipts of the county</source>
        <translation>县里的回执</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>回执 {number}</translation>
    </message>
    <message>
        <source>Latest connections</source>
        <translation>最近几次连接</translation>
    </message>
    <message>
        <source>{pushed} sent, {pulled} received</source>
        <translation>上报 {pushed} 条，接收 {pulled} 条</translation>
    </message>
    <message>
        <source>went through</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>{count} values were entered in two places at the same time; both are kept.</source>
        <translation>有 {count} 项在两处同时填写，两份都留着。</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>对照定夺</translation>
    </message>
    <message>
        <source>{count} changes the county could not take; they are safe here.</source>
        <translation>有 {count} 处改动县里没能收下，内容都安全保存在本机。</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>All receipts</source>
        <translation>全部回执</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{count} changes of villages were set aside and wait for your decision.</source>
        <translation>各村有 {count} 处修改被县里搁置，等您处理。</translation>
    </message>
    <message>
        <source>Look and decide</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>The county&apos;s new lists and rules (version {version}) cannot be used on this PC, so the ones of before stay in use. Nothing is lost. Tell the county: {code}.</source>
        <translation>县里下发的业务配置第 {version} 版在这台电脑上不能用，仍用原来的配置，什么都没有丢。请告诉县里：{code}。</translation>
    </message>
    <message>
        <source>Who read and took out</source>
        <translation>查看和导出记录</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This is the work that waits: first what is overdue, then what the judicial office has returned, then what runs out soon. Each card leads to its record. The numbers at the left count the same things.</source>
        <translation>这里是要办的事：先是已经超期的，再是司法所退回的，然后是快到期的。每张卡片都能点进去办理。左边的数字数的是同样的事。</translation>
    </message>
    <message>
        <source>And {count} more; they appear here when the first are done.</source>
        <translation>还有 {count} 件，办完前面的就会显示。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已经超期</translation>
    </message>
    <message>
        <source>Returned to be mended</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>To be decided</source>
        <translation>等待定夺</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>等待审核</translation>
    </message>
    <message>
        <source>Not finished: {kind}</source>
        <translation>没写完：{kind}</translation>
    </message>
    <message>
        <source>Typed {when} and kept on this PC; not yet saved.</source>
        <translation>{when} 输入，草稿留在本机，还没有保存。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有要办的事。</translation>
    </message>
    <message>
        <source>When somebody comes in, press F2.</source>
        <translation>有人来访，按 F2 登记。</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（未填姓名）</translation>
    </message>
    <message>
        <source>“{field}” was changed in two places; both texts are kept until you decide.</source>
        <translation>“{field}”在两处同时改过，两份都留着，等您定夺。</translation>
    </message>
    <message>
        <source>The county has set a change aside. It is safe here; look at what was entered.</source>
        <translation>有一处修改县里暂未收下，已安全存在本机，请看看填写的内容。</translation>
    </message>
    <message>
        <source>Sent for the {round}. time</source>
        <translation>第 {round} 次送审</translation>
    </message>
    <message>
        <source>{days} days over</source>
        <translation>超期 {days} 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>还剩 {days} 天</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}止</translation>
    </message>
    <message>
        <source>{name}:</source>
        <translation>{name}：</translation>
    </message>
    <message>
        <source>“{field}” {text}</source>
        <translation>“{field}”{text}</translation>
    </message>
    <message>
        <source>{round}. return</source>
        <translation>第 {round} 次退回</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>Mediations this month: {count}</source>
        <translation>本月调解 {count} 件</translation>
    </message>
    <message>
        <source>Consultations: {count}</source>
        <translation>咨询 {count} 次</translation>
    </message>
    <message>
        <source>The county set a change of this village aside. You decide whether it counts.</source>
        <translation>村里有一处改动县里没收下，等您同意或不同意。</translation>
    </message>
</context>
<context>
    <name>TypicalCasesPage</name>
    <message>
        <source>Typical cases</source>
        <translation>典型案例</translation>
    </message>
    <message>
        <source>New typical case</source>
        <translation>新建典型案例</translation>
    </message>
    <message>
        <source>The county has not published any typical case yet.</source>
        <translation>县里还没有发布典型案例。</translation>
    </message>
    <message>
        <source>In preparation</source>
        <translation>编写中的案例</translation>
    </message>
    <message>
        <source>Cases of other rooms, without names, for looking up how such a matter was settled. They are examples and decide nothing.</source>
        <translation>全县各工作室已去标识的案例，遇到类似事情可以查阅怎样办的。案例只供参考，不作为结论。</translation>
    </message>
</context>
<context>
    <name>TypicalDraftsPage</name>
    <message>
        <source>Typical cases in preparation</source>
        <translation>编写中的典型案例</translation>
    </message>
    <message>
        <source>New typical case</source>
        <translation>新建典型案例</translation>
    </message>
    <message>
        <source>None yet. Open a closed case or consultation and press “Make a typical case of it”.</source>
        <translation>还没有。打开一件办结的案件或咨询，点按“编成典型案例”。</translation>
    </message>
    <message>
        <source>Published cases</source>
        <translation>已发布的案例</translation>
    </message>
    <message>
        <source>A typical case is made out of a case or consultation: names, numbers, places and days of birth are replaced by neutral words before anything is kept. Read both texts side by side; a name that is an ordinary word too is asked about. The township and the county review it before every room can read it.</source>
        <translation>典型案例由案件或咨询编成：姓名、证件和电话号码、地名、出生日期先换成“某某”一类的词，然后才保存。请左右对照着看；名字同时又是平常用语的，会问您。司法所和县里审核以后，各工作室才能看到。</translation>
    </message>
</context>
<context>
    <name>TypingHelp</name>
    <message>
        <source>There is something in this field already; it was left as it is.</source>
        <translation>这一栏已经填了内容，没有改动。</translation>
    </message>
    <message>
        <source>Your record before this one says nothing here that may be taken over.</source>
        <translation>您上一条记录的这一栏没有可以照填的内容。</translation>
    </message>
    <message>
        <source>Taken over from your record before this one. Please check: {field}</source>
        <translation>已照您上一条记录填写，请核对：{field}</translation>
    </message>
    <message>
        <source>No phrases yet: short texts you write into this field appear here.</source>
        <translation>还没有常用语：您在这一栏写过的短句会出现在这里。</translation>
    </message>
    <message>
        <source>Edit the phrases of this field …</source>
        <translation>编辑这一格的常用语…</translation>
    </message>
    <message>
        <source>Phrases for {field}</source>
        <translation>“{field}”的常用语</translation>
    </message>
    <message>
        <source>One phrase a line, for this kind of dispute. They stay on this PC.</source>
        <translation>一行一句，用于这一类纠纷，只留在这台电脑上。清空就恢复原来的。</translation>
    </message>
    <message>
        <source>The phrases are kept; F4 shows them.</source>
        <translation>常用语已保存，按 F4 就能看到。</translation>
    </message>
    <message>
        <source>In a long text, put the cursor after an amount such as 1200 first.</source>
        <translation>请先在大段文字里把光标放在金额后面，例如 1200。</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Village Desk</source>
        <translation>村居法律服务台</translation>
    </message>
    <message>
        <source>Who is working?</source>
        <translation>谁在用？</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Password forgotten</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>With the recovery sheet</source>
        <translation>用恢复密钥单</translation>
    </message>
    <message>
        <source>Take the recovery sheet out of its envelope and type its nine groups. Then choose a new password. Nothing in the records changes.</source>
        <translation>请从信封里取出恢复密钥单，输入上面的九组字符，再设新密码。记录内容不会有任何变化。</translation>
    </message>
    <message>
        <source>Recovery key, nine groups of four</source>
        <translation>恢复密钥（九组，每组四个字符）</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Ten characters, or four different words</source>
        <translation>至少十个字符，或四个不同的词</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>设置新密码</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一样。</translation>
    </message>
    <message>
        <source>Wait {seconds} s</source>
        <translation>请等 {seconds} 秒</translation>
    </message>
    <message>
        <source>The sheet is lost, too</source>
        <translation>恢复密钥单也找不到</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>Visits of the adviser</source>
        <translation>法律顾问服务</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新建服务</translation>
    </message>
    <message>
        <source>No visit yet. The adviser plans one with Ctrl+N, or begins it in the village.</source>
        <translation>还没有服务记录。法律顾问按 Ctrl+N 计划一次服务，或者到村后直接新建。</translation>
    </message>
    <message>
        <source>Check in when you arrive and check out when you leave: the hours come from these two times. Write a line for each person or matter. When the log is done, the village confirms it, the township reviews it, and it counts in the monthly report.</source>
        <translation>到村时签到，离开时签退，服务时长按这两个时间算。一人一事写一行。日志写完后由村（居）确认，司法所审核通过，就计入月报。</translation>
    </message>
    <message>
        <source>Yearly plan</source>
        <translation>年度计划</translation>
    </message>
    <message>
        <source>Legal opinions</source>
        <translation>合法性审查</translation>
    </message>
    <message>
        <source>Check-ups</source>
        <translation>法治体检</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>月（季）报</translation>
    </message>
    <message>
        <source>Contract and village</source>
        <translation>合同和村情</translation>
    </message>
    <message>
        <source>Confirmed and sent to the township for review.</source>
        <translation>已确认，并报司法所审核。</translation>
    </message>
    <message>
        <source>Make a consultation of it</source>
        <translation>转为法律咨询</translation>
    </message>
    <message>
        <source>Write an opinion on it</source>
        <translation>转为合法性审查</translation>
    </message>
    <message>
        <source>Write it down as an activity</source>
        <translation>登记为法治宣传活动</translation>
    </message>
</context>
<context>
    <name>VolunteersPage</name>
    <message>
        <source>Served {count} times, {hours} hours in all. The certificate says so (F8).</source>
        <translation>共服务 {count} 次，累计 {hours} 小时，按 F8 打印的证明上会写明。</translation>
    </message>
    <message>
        <source>More than eight hours on one day: {days}. Please look again.</source>
        <translation>有一天超过8小时：{days}，请核对。</translation>
    </message>
</context>
<context>
    <name>WhereTo</name>
    <message>
        <source>Where does this record belong?</source>
        <translation>这份材料该归哪里？</translation>
    </message>
    <message>
        <source>Village or office</source>
        <translation>村（社区）或司法所</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>转到那里</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>People of the place it leaves no longer see it. What they wrote meanwhile is kept by the county.</source>
        <translation>转走后，原来那里的人不再看得到它。他们在这期间写的内容由县里保存。</translation>
    </message>
</context>
<context>
    <name>WhichArticle</name>
    <message>
        <source>Cite an article</source>
        <translation>引用法条</translation>
    </message>
    <message>
        <source>Into the answer</source>
        <translation>写进答复</translation>
    </message>
</context>
<context>
    <name>WhichPaper</name>
    <message>
        <source>Which paper is this?</source>
        <translation>这是哪份文书？</translation>
    </message>
    <message>
        <source>Name, pinyin, number, or the code under the QR code</source>
        <translation>姓名、拼音、编号，或页脚的一串代码</translation>
    </message>
    <message>
        <source>File it there</source>
        <translation>归到这里</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不归</translation>
    </message>
    <message>
        <source>{source}: printed sheets without a signed page come first, those of today before the others. Typing finds any record.</source>
        <translation>{source}：先列出打印过、还没有收回签字件的文书，今天打印的排在前面。输入文字可以查找任何记录。</translation>
    </message>
    <message>
        <source>The sheet with this code</source>
        <translation>这个代码对应的打印件</translation>
    </message>
    <message>
        <source>printed {when}</source>
        <translation>{when} 打印</translation>
    </message>
</context>
<context>
    <name>WhoCard</name>
    <message>
        <source>Which of these are you?</source>
        <translation>您是哪一位？</translation>
    </message>
    <message>
        <source>The county has given this room these accounts; none has the name you typed at the start.</source>
        <translation>县里给本室开通了这些账号，都和您当初填的姓名不同。</translation>
    </message>
</context>
<context>
    <name>WhyChanged</name>
    <message>
        <source>This has been signed</source>
        <translation>这里已经签过字</translation>
    </message>
    <message>
        <source>Save as a supplement</source>
        <translation>作为补充说明保存</translation>
    </message>
    <message>
        <source>Leave it as signed</source>
        <translation>保持签字时的内容</translation>
    </message>
    <message>
        <source>This has been approved</source>
        <translation>这份记录已经审核通过</translation>
    </message>
    <message>
        <source>Leave it as approved</source>
        <translation>保持审核通过的原文</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>The county has published new lists and rules (version {version}); what you open from now on goes by them.</source>
        <translation>县里下发了新的业务配置（第 {version} 版），从现在起新打开的表单按新的来。</translation>
    </message>
    <message>
        <source>The county says: {notes}</source>
        <translation>县里说明：{notes}</translation>
    </message>
</context>
<context>
    <name>_FolderLine</name>
    <message>
        <source>Watch a folder …</source>
        <translation>设置自动收件文件夹……</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>没有设置自动收件文件夹。</translation>
    </message>
    <message>
        <source>Watched folder: {folder}</source>
        <translation>自动收件文件夹：{folder}</translation>
    </message>
    <message>
        <source>Delete {count} filed originals</source>
        <translation>删除 {count} 个已收回的原文件</translation>
    </message>
    <message>
        <source>They are kept encrypted with their records. Really delete?</source>
        <translation>图片已加密存入记录。确定删除原文件？</translation>
    </message>
</context>
<context>
    <name>_HelpPanel</name>
    <message>
        <source>About this page</source>
        <translation>这一页怎么用</translation>
    </message>
    <message>
        <source>Close help</source>
        <translation>关闭说明</translation>
    </message>
    <message>
        <source>F2 new visit
F3 next record found
F4 phrases
F5 send and receive now
F6 history
F7 as in your record before
F8 print
F9 what the next step still needs
F10 amount in capital numerals
F12 lock
Ctrl+K search
Alt+1 to Alt+9 pages
Ctrl+Enter finish
Enter next field, in long text a new line
Esc back; nothing typed is lost</source>
        <translation>F2 新来访
F3 查找下一个
F4 常用语
F5 现在上报与接收
F6 经过
F7 照上一条填
F8 打印
F9 下一步还缺什么
F10 金额写成大写
F12 锁定
Ctrl+K 查找
Alt+1 至 Alt+9 各页
Ctrl+回车 办结
回车到下一栏，长文字里换行
Esc 返回，写过的不会丢</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Where it went</source>
        <translation>归到哪里</translation>
    </message>
    <message>
        <source>Pages that came back</source>
        <translation>收回的页</translation>
    </message>
</context>
<context>
    <name>_Viewer</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here. It is kept safely with the record.</source>
        <translation>这种文件不能在这里显示，已随记录安全保存。</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开……</translation>
    </message>
    <message>
        <source>It is not on this PC. Open it again later: what has come is kept.</source>
        <translation>本机上还没有这个附件。已取回的部分会保留，请稍后再打开。</translation>
    </message>
    <message>
        <source>Fetching it from the county: {size} so far.</source>
        <translation>正在从县里取回：已取回 {size}。</translation>
    </message>
    <message>
        <source>Fetching it from the county: {done} of {size}.</source>
        <translation>正在从县里取回：{done}／{size}。</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>mended</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>not changed yet</source>
        <translation>尚未修改</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已说明</translation>
    </message>
    <message>
        <source>If nothing is changed here, say why</source>
        <translation>这里不改的，请写明原因</translation>
    </message>
    <message>
        <source>Mended; a word about it, if you like</source>
        <translation>已经修改，可以补充说明</translation>
    </message>
</context>
<context>
    <name>attachments</name>
    <message>
        <source>waits to be sent; safe on this PC</source>
        <translation>待上报，已保存在本机</translation>
    </message>
    <message>
        <source>being sent: {done} of {size}</source>
        <translation>正在上报：{done}／{size}</translation>
    </message>
    <message>
        <source>the county has it</source>
        <translation>县里已收到</translation>
    </message>
    <message>
        <source>at the county; opening fetches it</source>
        <translation>在县里，打开时取回</translation>
    </message>
    <message>
        <source>being fetched: {done} so far; opening goes on</source>
        <translation>正在取回：已取 {done}，打开时接着取</translation>
    </message>
    <message>
        <source>came by stick; not with the county yet</source>
        <translation>随U盘带来，还没到县里</translation>
    </message>
    <message>
        <source>comes with a later stick of the village</source>
        <translation>要等村里下一个U盘带来</translation>
    </message>
</context>
<context>
    <name>bound</name>
    <message>
        <source>Bound dossier</source>
        <translation>调解卷宗（装订稿）</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>Application or intake form</source>
        <translation>申请书或受理登记表</translation>
    </message>
    <message>
        <source>The dispute may be mediated</source>
        <translation>属于受理范围</translation>
    </message>
    <message>
        <source>Has no court or police taken the matter on, and may it be mediated at all?</source>
        <translation>法院、公安等是否已经受理或处理？是否属于可以调解的纠纷？</translation>
    </message>
    <message>
        <source>All parties agreed</source>
        <translation>各方自愿</translation>
    </message>
    <message>
        <source>Rights and duties told</source>
        <translation>权利义务告知</translation>
    </message>
    <message>
        <source>The mediator</source>
        <translation>人民调解员</translation>
    </message>
    <message>
        <source>Is the mediator one of the committee, and not partial?</source>
        <translation>调解员是否为本调委会备案人员？有无应当回避的情形？</translation>
    </message>
    <message>
        <source>Cover complete</source>
        <translation>封面填写</translation>
    </message>
    <message>
        <source>Contents agree with the papers</source>
        <translation>目录与文书一致</translation>
    </message>
    <message>
        <source>Identity, powers of attorney, guardians</source>
        <translation>身份证明、委托、监护</translation>
    </message>
    <message>
        <source>People written alike on all papers</source>
        <translation>当事人信息前后一致</translation>
    </message>
    <message>
        <source>One case number</source>
        <translation>编号一致</translation>
    </message>
    <message>
        <source>Days in order</source>
        <translation>日期顺序</translation>
    </message>
    <message>
        <source>Nothing left blank</source>
        <translation>没有空项</translation>
    </message>
    <message>
        <source>Are unused blanks on the signed sheets struck through?</source>
        <translation>签名件上没有用到的空格是否已划掉？</translation>
    </message>
    <message>
        <source>Investigation notes</source>
        <translation>调查记录</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据材料</translation>
    </message>
    <message>
        <source>Is each copy signed and dated by who gave it?</source>
        <translation>每份复印件是否有提供人签名和日期？</translation>
    </message>
    <message>
        <source>Records of the sessions</source>
        <translation>调解记录</translation>
    </message>
    <message>
        <source>Recorder and invited persons</source>
        <translation>记录人和参加人</translation>
    </message>
    <message>
        <source>Agreement complete</source>
        <translation>协议内容完整</translation>
    </message>
    <message>
        <source>Agreement signed and sealed</source>
        <translation>协议签名盖章</translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation>协议份数</translation>
    </message>
    <message>
        <source>Amounts and days</source>
        <translation>金额和日期</translation>
    </message>
    <message>
        <source>Terms that can be performed</source>
        <translation>协议可以履行</translation>
    </message>
    <message>
        <source>Does every term say who does what, when and how, and is it lawful?</source>
        <translation>每一条是否写清谁、做什么、何时、怎样做？内容是否合法？</translation>
    </message>
    <message>
        <source>Words of the law</source>
        <translation>法律用语</translation>
    </message>
    <message>
        <source>Settled in time</source>
        <translation>调解期限</translation>
    </message>
    <message>
        <source>Failure told</source>
        <translation>调解不成的告知</translation>
    </message>
    <message>
        <source>Follow-up visits</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Proof of performance</source>
        <translation>履行凭证</translation>
    </message>
    <message>
        <source>Papers for the court</source>
        <translation>司法确认材料</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>装订</translation>
    </message>
    <message>
        <source>Is it bound in this order, numbered, signed by who filed it, and every seal legible?</source>
        <translation>是否按顺序装订、编好页号、立卷人已签名、印章清楚？</translation>
    </message>
    <message>
        <source>What must be reported</source>
        <translation>应当报告的事项</translation>
    </message>
    <message>
        <source>Neither the application nor the intake form has been printed or filed.</source>
        <translation>申请书和受理登记表都没有打印，也没有归卷。</translation>
    </message>
    <message>
        <source>A ground to refuse the case is written down, but it was taken on.</source>
        <translation>写有不予受理的理由，案件却受理了。</translation>
    </message>
    <message>
        <source>There is no party on one of the two sides.</source>
        <translation>有一方没有当事人。</translation>
    </message>
    <message>
        <source>Nothing says that all parties agreed to be mediated.</source>
        <translation>没有记载各方当事人同意调解。</translation>
    </message>
    <message>
        <source>Nothing says that the parties were told their rights and duties.</source>
        <translation>没有记载已告知当事人权利义务。</translation>
    </message>
    <message>
        <source>No mediator is named.</source>
        <translation>没有写明人民调解员。</translation>
    </message>
    <message>
        <source>{name} mediates and is a party.</source>
        <translation>{name}既是调解员又是当事人。</translation>
    </message>
    <message>
        <source>There is no copy of the identity card of {name}.</source>
        <translation>没有{name}的身份证明复印件。</translation>
    </message>
    <message>
        <source>{name} acts for a party without a power of attorney.</source>
        <translation>{name}代理当事人，但没有授权委托书。</translation>
    </message>
    <message>
        <source>{name} is a minor, and no guardian acts for them.</source>
        <translation>{name}是未成年人，没有监护人参加。</translation>
    </message>
    <message>
        <source>The case hints at something that must be reported; nobody says that it was.</source>
        <translation>案情中有可能应当报告的情形，但没有报告记录。</translation>
    </message>
    <message>
        <source>A duty to report has not been answered.</source>
        <translation>有应当报告的事项还没有报告。</translation>
    </message>
    <message>
        <source>The agreement lacks “{field}”.</source>
        <translation>协议缺“{field}”。</translation>
    </message>
    <message>
        <source>The signed and sealed agreement has not been filed, or not all of its pages.</source>
        <translation>签名盖章的协议书没有归卷，或者缺页。</translation>
    </message>
    <message>
        <source>Not every party has a day of signature.</source>
        <translation>有当事人没有签名日期。</translation>
    </message>
    <message>
        <source>{copies} copies, but {parties} parties and the committee need {least}.</source>
        <translation>写的是{copies}份；当事人{parties}方加调委会，应当是{least}份。</translation>
    </message>
    <message>
        <source>The agreement says {total} yuan, what is to be paid adds up to {sum} yuan.</source>
        <translation>协议金额{total}元，各期应付合计{sum}元，不一致。</translation>
    </message>
    <message>
        <source>{amount} yuan does not stand in words too, or in other words.</source>
        <translation>{amount}元没有写大写，或者大写与小写不一致。</translation>
    </message>
    <message>
        <source>It is to be performed before it was signed.</source>
        <translation>履行期限早于签名日期。</translation>
    </message>
    <message>
        <source>There is no {day}.</source>
        <translation>没有{day}这一天。</translation>
    </message>
    <message>
        <source>“{word}”: no court confirms an agreement about this.</source>
        <translation>“{word}”：这类内容法院不予司法确认。</translation>
    </message>
    <message>
        <source>“{word}” says neither how much nor when.</source>
        <translation>“{word}”没有写清数量或时间。</translation>
    </message>
    <message>
        <source>“{wrong}” should probably be “{right}”.</source>
        <translation>“{wrong}”可能应为“{right}”。</translation>
    </message>
    <message>
        <source>Settled on {day}; the period ended on {last}, and no extension is written down.</source>
        <translation>{day}才调结，期限到{last}为止，又没有延期记录。</translation>
    </message>
    <message>
        <source>It is not written down why it ended.</source>
        <translation>没有写明终止原因。</translation>
    </message>
    <message>
        <source>Nothing says that the parties were told of arbitration, administrative and court ways.</source>
        <translation>没有记载已告知当事人可以通过仲裁、行政、司法途径解决。</translation>
    </message>
    <message>
        <source>Nobody has visited the parties after the agreement.</source>
        <translation>协议后没有回访。</translation>
    </message>
    <message>
        <source>The visit lacks “{field}”.</source>
        <translation>回访记录缺“{field}”。</translation>
    </message>
    <message>
        <source>All visits were before the day of performance, {day}.</source>
        <translation>回访都在履行期限{day}之前。</translation>
    </message>
    <message>
        <source>There is no receipt or other proof for “{what}”.</source>
        <translation>“{what}”没有收条等履行凭证。</translation>
    </message>
    <message>
        <source>The application to the court lacks “{field}”.</source>
        <translation>司法确认申请缺“{field}”。</translation>
    </message>
    <message>
        <source>The signed sheet has not been filed, or not all of its pages.</source>
        <translation>签名件没有归卷，或者缺页。</translation>
    </message>
    <message>
        <source>The dossier has not been made yet.</source>
        <translation>还没有立卷。</translation>
    </message>
    <message>
        <source>The cover lacks “{field}”.</source>
        <translation>封面缺“{field}”。</translation>
    </message>
    <message>
        <source>“{name}” is named here, but is no party of the case.</source>
        <translation>这里写的“{name}”不是本案当事人。</translation>
    </message>
    <message>
        <source>Here “{field}” of {name} is another than with the parties.</source>
        <translation>这里{name}的“{field}”与当事人信息不一致。</translation>
    </message>
    <message>
        <source>The number here is {here}, and that of the case {number}.</source>
        <translation>这里的编号是{here}，案件编号是{number}。</translation>
    </message>
    <message>
        <source>{day} comes before {before}, though it follows it in the course of the case.</source>
        <translation>{day}早于{before}，先后顺序不对。</translation>
    </message>
    <message>
        <source>“{field}” of this party is blank.</source>
        <translation>这位当事人的“{field}”空着。</translation>
    </message>
    <message>
        <source>The note lacks “{field}”.</source>
        <translation>调查记录缺“{field}”。</translation>
    </message>
    <message>
        <source>Not every question has its answer.</source>
        <translation>有的问没有答（问：… 答：…）。</translation>
    </message>
    <message>
        <source>No copy or photo of this evidence is filed.</source>
        <translation>这份证据没有复印件或照片。</translation>
    </message>
    <message>
        <source>The evidence lacks “{field}”.</source>
        <translation>证据材料缺“{field}”。</translation>
    </message>
    <message>
        <source>The record does not say what the {side} said.</source>
        <translation>记录里没有{side}的陈述。</translation>
    </message>
    <message>
        <source>The record of the session lacks “{field}”.</source>
        <translation>调解记录缺“{field}”。</translation>
    </message>
    <message>
        <source>No session has been recorded.</source>
        <translation>没有调解记录。</translation>
    </message>
    <message>
        <source>{name} keeps the record and is a party.</source>
        <translation>{name}既是记录人又是当事人。</translation>
    </message>
    <message>
        <source>{name} stands among the invited, but is a party, the mediator or the recorder.</source>
        <translation>{name}列为参加人，但本是当事人、调解员或记录人。</translation>
    </message>
    <message>
        <source>Records agree with what was signed</source>
        <translation>系统内容与签字件一致</translation>
    </message>
    <message>
        <source>{name} does not stand on the register of mediators.</source>
        <translation>人民调解员名册里没有{name}。</translation>
    </message>
    <message>
        <source>{name} was no mediator on {day} by the register.</source>
        <translation>按名册，{name}在{day}不是人民调解员（未到任或任期已满）。</translation>
    </message>
    <message>
        <source>Applied on {day}; the time for it began with the agreement on {start} and ended on {last}.</source>
        <translation>{day}才申请；申请期限从协议生效的{start}起算，到{last}已届满。</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他电脑上的人</translation>
    </message>
    <message>
        <source>“{field}” is not what was signed: {name} changed it on {day}, and no reason is kept. Print the paper anew and have it signed.</source>
        <translation>“{field}”与签字件不一致：{day}由{name}改动，没有留下补充原因。请重新打印并请当事人签字。</translation>
    </message>
    <message>
        <source>There are no contents yet: bind the dossier, then print or save it.</source>
        <translation>还没有卷内目录，请点“装订成卷”，再打印或存为 PDF。</translation>
    </message>
    <message>
        <source>The contents and the papers differ at “{title}”: bind the dossier again, then print or save it.</source>
        <translation>卷内目录与文书在“{title}”处不一致，请重新装订成卷，再打印或存为 PDF。</translation>
    </message>
    <message>
        <source>The page numbers of the contents do not follow each other: bind the dossier again, then print or save it.</source>
        <translation>卷内目录的页号不连续，请重新装订成卷，再打印或存为 PDF。</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>申请材料原件</translation>
    </message>
    <message>
        <source>Receipt of the originals</source>
        <translation>原件接收记录</translation>
    </message>
    <message>
        <source>Signed and scanned</source>
        <translation>签名后存档</translation>
    </message>
    <message>
        <source>Limitation</source>
        <translation>时效</translation>
    </message>
    <message>
        <source>Facts and reasons</source>
        <translation>案情及申请理由</translation>
    </message>
    <message>
        <source>Is the matter one for which legal aid is given, and is every paper signed and legible?</source>
        <translation>是否属于法律援助事项范围，材料是否都已签名、字迹清楚？</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>One place at a time</source>
        <translation>同一时间只在一处</translation>
    </message>
    <message>
        <source>Confirmed by the village</source>
        <translation>村（居）确认</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Text and proof</source>
        <translation>日志内容和佐证</translation>
    </message>
    <message>
        <source>Do the photos show the adviser at work there, on that day?</source>
        <translation>照片是否反映当日在该村服务的情况？</translation>
    </message>
    <message>
        <source>Not at hand: {paper}</source>
        <translation>缺少：{paper}</translation>
    </message>
    <message>
        <source>It does not say when the original came in, and who took it.</source>
        <translation>没有写明原件收到日期和接收人。</translation>
    </message>
    <message>
        <source>No signed page is on file: {paper}</source>
        <translation>没有存签字页：{paper}</translation>
    </message>
    <message>
        <source>The limitation has passed.</source>
        <translation>法定时效或者期限已过。</translation>
    </message>
    <message>
        <source>Facts and reasons are told in a few words only.</source>
        <translation>案情及申请理由写得过于简单。</translation>
    </message>
    <message>
        <source>A time of arrival or leaving is missing.</source>
        <translation>缺少到达时间或者离开时间。</translation>
    </message>
    <message>
        <source>The adviser left before arriving.</source>
        <translation>离开时间早于到达时间。</translation>
    </message>
    <message>
        <source>The time of leaving has not come yet.</source>
        <translation>离开时间还没有到。</translation>
    </message>
    <message>
        <source>The day is not the day of the arrival.</source>
        <translation>服务日期与到达日期不一致。</translation>
    </message>
    <message>
        <source>The visit lasted more than twelve hours.</source>
        <translation>服务时间超过12小时。</translation>
    </message>
    <message>
        <source>The visit lasted less than ten minutes.</source>
        <translation>服务时间不足10分钟。</translation>
    </message>
    <message>
        <source>At this time another visit of the same adviser was going on, in {place}.</source>
        <translation>同一时间该顾问在{place}还有一次服务。</translation>
    </message>
    <message>
        <source>The village has not confirmed the visit.</source>
        <translation>村（居）还没有确认这次服务。</translation>
    </message>
    <message>
        <source>It does not say for whom this was done, or what came of it.</source>
        <translation>没有写明服务对象或者办理结果。</translation>
    </message>
    <message>
        <source>No matter is written down.</source>
        <translation>没有写服务事项。</translation>
    </message>
    <message>
        <source>{days} days to the limit, but the application is not marked urgent.</source>
        <translation>离法定时效或者期限届满还有{days}天，但没有标明情况紧急。</translation>
    </message>
</context>
<context>
    <name>citing</name>
    <message>
        <source>Cite an article …</source>
        <translation>引用法条…</translation>
    </message>
    <message>
        <source>Cited with its number and the day of the text. Look whether a newer text is in force.</source>
        <translation>已引用，带条号和文本日期。请核对是否已有新的文本施行。</translation>
    </message>
</context>
<context>
    <name>closed</name>
    <message>
        <source>Still to be sent: {changes} changes, {attachments} attachments.</source>
        <translation>还要发送：{changes} 处改动，{attachments} 个附件。</translation>
    </message>
    <message>
        <source>The county has received everything saved on this PC.</source>
        <translation>这台电脑上保存的内容县里都已收到。</translation>
    </message>
</context>
<context>
    <name>converting</name>
    <message>
        <source>Dispute brought by {name}</source>
        <translation>{name}提出的纠纷</translation>
    </message>
</context>
<context>
    <name>county</name>
    <message>
        <source>{area} is not an area of this county: give 6, 9 or 12 digits that begin with its code.</source>
        <translation>{area} 不在本县范围内：请给出以本县代码开头的 6、9 或 12 位数字。</translation>
    </message>
    <message>
        <source>A county&apos;s division code has six digits, for example 620702.</source>
        <translation>县级区划代码是六位数字，例如 620702。</translation>
    </message>
    <message>
        <source>The configuration {file} cannot be used (key: {key}). Correct it and start again.</source>
        <translation>配置文件 {file} 不能使用（项目：{key}）。请改正后重新启动。</translation>
    </message>
    <message>
        <source>There is no such device. List them with: device.</source>
        <translation>没有这台设备。可用 device 列出全部设备。</translation>
    </message>
    <message>
        <source>This database already holds a county. Nothing was changed.</source>
        <translation>这个数据库里已经有一个县。没有改动任何内容。</translation>
    </message>
    <message>
        <source>The file {file} cannot be written, or already exists. Choose another.</source>
        <translation>文件 {file} 不能写入，或已经存在。请另选一个。</translation>
    </message>
    <message>
        <source>There is no such grant. List them with: user list.</source>
        <translation>没有这项授权。可用 user list 列出全部授权。</translation>
    </message>
    <message>
        <source>There is no county in this database. Make one with: init.</source>
        <translation>这个数据库里还没有县。请用 init 建立。</translation>
    </message>
    <message>
        <source>A newer program made this database. Update this program; nothing was changed.</source>
        <translation>这个数据库由更新的程序建立。请更新本程序；没有改动任何内容。</translation>
    </message>
    <message>
        <source>The address {host}:{port} cannot be listened on. Is the server already running?</source>
        <translation>地址 {host}:{port} 不能使用。服务是不是已经在运行？</translation>
    </message>
    <message>
        <source>The county profile lacks the parameter {name}.</source>
        <translation>县级配置缺少参数 {name}。</translation>
    </message>
    <message>
        <source>There is no role {role}.</source>
        <translation>没有 {role} 这个身份。</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be read. Check tls_certificate and tls_key.</source>
        <translation>证书或私钥读不出来。请检查 tls_certificate 和 tls_key。</translation>
    </message>
    <message>
        <source>This unit already has a user of this name.</source>
        <translation>这个单位已有同名的用户。</translation>
    </message>
    <message>
        <source>There is no such user. List them with: user list.</source>
        <translation>没有这个用户。可用 user list 列出全部用户。</translation>
    </message>
    <message>
        <source>The database cannot be reached, or its disk is full. Nothing was changed; try again.</source>
        <translation>数据库连不上，或磁盘已满。没有改动任何内容，请再试一次。</translation>
    </message>
    <message>
        <source>Listening beyond this machine needs TLS: set tls_certificate and tls_key, or behind_proxy = 1 when a gateway in front of the server does TLS.</source>
        <translation>对外提供服务必须使用 TLS：请设置 tls_certificate 和 tls_key；如由服务器前面的网关负责 TLS，请设置 behind_proxy = 1。</translation>
    </message>
    <message>
        <source>The county is as it was at {since}. Desks notice it and send again what was lost. Accounts, grants, revocations and codes made since then are gone: make them again before you start the server.</source>
        <translation>全县数据已恢复到 {since} 的状态。各办公电脑会自动发现，并把丢失的内容重新上报。此后新建的账号、授权、撤销和入网码都没有了：请先重新办理，再启动服务器。</translation>
    </message>
    <message>
        <source>The backup {folder} is incomplete or was altered. Take another one; nothing was changed.</source>
        <translation>备份 {folder} 不完整或被改动过。请换一份备份；现有数据没有任何改动。</translation>
    </message>
    <message>
        <source>Name either a backup, or with --recovered-to the moment the database was put back to.</source>
        <translation>请指定一份备份，或者用 --recovered-to 写明数据库已恢复到的时刻。</translation>
    </message>
    <message>
        <source>The county server is still running. Stop it first; nothing was changed.</source>
        <translation>县服务器还在运行。请先停止它；现有数据没有任何改动。</translation>
    </message>
    <message>
        <source>Nothing of this number is set aside there. List it with: aside.</source>
        <translation>那里没有这个编号的搁置内容。用 aside 可以列出。</translation>
    </message>
    <message>
        <source>Version {version} is published; every desk goes by it after its next round.</source>
        <translation>第 {version} 版已下发；各台电脑下次上报后就按它来。</translation>
    </message>
    <message>
        <source>This profile is larger than a desk takes (1 MB). Nothing was published.</source>
        <translation>这份配置超过了 1 MB，没有下发。</translation>
    </message>
    <message>
        <source>A county&apos;s own profile is called by its code: set &quot;id&quot; to {id}. Nothing was published.</source>
        <translation>本县的配置要用本县区划代码作编号：请把 &quot;id&quot; 改成 {id}。没有下发任何内容。</translation>
    </message>
    <message>
        <source>Version {last} is published already: raise &quot;version&quot; in profile.json. Nothing was published.</source>
        <translation>第 {last} 版已经下发过：请把 profile.json 里的 &quot;version&quot; 改大。没有下发任何内容。</translation>
    </message>
    <message>
        <source>The tables of this database were made by other steps than this program&apos;s. Use the program it was made with, or make a new county; nothing was changed.</source>
        <translation>这个数据库的表是按另一套步骤建立的，本程序不能使用。请用当初建立它的程序打开，或者新建一个县库；没有改动任何内容。</translation>
    </message>
    <message>
        <source>A day is written like 2026-11-22. Nothing was changed.</source>
        <translation>日期请写成 2026-11-22 这样。数据没有改动。</translation>
    </message>
    <message>
        <source>Another person signs in by this name, or it is empty. Choose another.</source>
        <translation>这个登录名已有人使用，或者没有填。请换一个。</translation>
    </message>
    <message>
        <source>Please give a name. Nothing was changed.</source>
        <translation>请填写名称。数据没有改动。</translation>
    </message>
    <message>
        <source>Nobody gives a grant to themselves. Ask another administrator.</source>
        <translation>不能给自己授权，请让另一位管理员来做。</translation>
    </message>
    <message>
        <source>Somebody changed this record or your grants at the same moment. Nothing was changed; open the record again.</source>
        <translation>有人同时改动了这份记录或您的授权。数据没有改动，请重新打开这份记录。</translation>
    </message>
    <message>
        <source>No mistakes found. Nothing was published.</source>
        <translation>没有发现错误。没有发布。</translation>
    </message>
    <message>
        <source>The day it begins has passed. Nothing was published.</source>
        <translation>开始使用的日期已经过去。没有发布。</translation>
    </message>
    <message>
        <source>No version of this number was published.</source>
        <translation>没有发布过这个版本。</translation>
    </message>
    <message>
        <source>The notes are longer than {limit} characters. Nothing was published.</source>
        <translation>说明超过 {limit} 个字。没有发布。</translation>
    </message>
    <message>
        <source>The code {entry} is in the present version, so records may hold it: give it a last day instead.</source>
        <translation>代码 {entry} 在现行版本里，记录可能在用：请写上“到哪天”，不要删除。</translation>
    </message>
    <message>
        <source>There is a draft already. Go on with it, or throw it away first.</source>
        <translation>已经有一份草稿。请接着改，或先丢弃它。</translation>
    </message>
    <message>
        <source>There is no draft any more: it was published or thrown away.</source>
        <translation>草稿已经不在：已发布，或已丢弃。</translation>
    </message>
    <message>
        <source>Somebody changed the draft after this page was made. Nothing of yours was saved; open the page again.</source>
        <translation>您打开这一页以后，有人改过草稿。您的改动没有保存；请重新打开这一页。</translation>
    </message>
    <message>
        <source>A field is called by x_ and small Latin letters, digits and underscores. Nothing was changed.</source>
        <translation>栏目的名称由 x_ 加小写字母、数字和下划线组成。没有改动。</translation>
    </message>
    <message>
        <source>There is no list of this name.</source>
        <translation>没有这个代码表。</translation>
    </message>
    <message>
        <source>A list is called by small Latin letters, digits and underscores, and by no name that is taken. Nothing was changed.</source>
        <translation>代码表的名称由小写字母、数字和下划线组成，不能与已有的相同。没有改动。</translation>
    </message>
    <message>
        <source>There is no sheet of this name.</source>
        <translation>没有这种表格。</translation>
    </message>
    <message>
        <source>Please write what is new, and tick that you have looked at it. Nothing was published.</source>
        <translation>请写明改了什么，并勾选“我看过上面的不同”。没有发布。</translation>
    </message>
    <message>
        <source>{what}: this value cannot be. It is to be: {wanted}. Nothing was changed.</source>
        <translation>{what}：不能这样填，应为 {wanted}。没有改动。</translation>
    </message>
    <message>
        <source>The province gets a month that has ended, written like 2026-10. Nothing was written.</source>
        <translation>报省的是已经结束的月份，写成 2026-10 的样子。没有写出文件。</translation>
    </message>
    <message>
        <source>In {file}, {key} takes a whole number from {low} to {high}. Correct it and start again.</source>
        <translation>{file} 里的 {key} 要填 {low} 到 {high} 的整数。请改正后再启动。</translation>
    </message>
    <message>
        <source>tls_key is of no use without tls_certificate: set both, or neither. Correct it and start again.</source>
        <translation>只填 tls_key、不填 tls_certificate 没有用：要么都填，要么都不填。请改正后再启动。</translation>
    </message>
    <message>
        <source>In {file}, {key} takes one of: {words}. Correct it and start again.</source>
        <translation>{file} 里的 {key} 只能填其中之一：{words}。请改正后再启动。</translation>
    </message>
    <message>
        <source>This list is not what was proposed: it was altered. Nothing was decided; report it.</source>
        <translation>这份清单与提出时不一致，被改动过。没有批准，请立即报告。</translation>
    </message>
    <message>
        <source>There is no such list, or it is decided already.</source>
        <translation>没有这份清单，或者已经决定过了。</translation>
    </message>
    <message>
        <source>Nobody approves a list they proposed. A second person decides; nothing was changed.</source>
        <translation>自己提出的清单不能自己批准，要由另一个人决定。没有改动。</translation>
    </message>
    <message>
        <source>No record&apos;s retention is over. There is nothing to propose.</source>
        <translation>没有保管到期的记录，不用列清单。</translation>
    </message>
</context>
<context>
    <name>desk_paper</name>
    <message>
        <source>Printed by {name}, {when}</source>
        <translation>打印人：{name}&#x3000;打印时间：{when}</translation>
    </message>
    <message>
        <source>[Practice] </source>
        <translation>[练习] </translation>
    </message>
    <message>
        <source>A paper of the desk, not an official one</source>
        <translation>本机打印的清单，不是法定文书</translation>
    </message>
</context>
<context>
    <name>editors</name>
    <message>
        <source>Write the day as eight digits, such as {today}; today, yesterday and +7 work too.</source>
        <translation>日期请输 8 位数字，如 {today}；也可以输“今天”“昨天”“+7”。</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>Write an amount in yuan, such as 1200 or 1200.50.</source>
        <translation>请输入金额（元），如 1200 或 1200.50。</translation>
    </message>
    <message>
        <source>Write day and time, such as 2026-11-21 15:04.</source>
        <translation>请输入日期和时间，如 2026-11-21 15:04。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>eligibility</name>
    <message>
        <source>Choose what it is about: the law lists the matters it gives aid for.</source>
        <translation>请先选申请事项：可以申请法律援助的事项由法律列明。</translation>
    </message>
    <message>
        <source>A matter for which legal aid can be asked in hardship, without an agent.</source>
        <translation>属于法律列明的事项：因经济困难没有委托代理人的，可以申请法律援助。</translation>
    </message>
    <message>
        <source>A matter for which no hardship is asked.</source>
        <translation>属于法律列明的事项，申请不受经济困难条件的限制。</translation>
    </message>
    <message>
        <source>A suspect or accused without a defender, for hardship or another reason, or close kin can apply.</source>
        <translation>犯罪嫌疑人、被告人因经济困难或者其他原因没有委托辩护人的，本人及其近亲属可以申请。</translation>
    </message>
    <message>
        <source>A victim, private prosecutor or plaintiff in a criminal case can apply in hardship.</source>
        <translation>刑事案件的被害人、自诉人、附带民事诉讼原告人因经济困难没有委托诉讼代理人的，可以申请。</translation>
    </message>
    <message>
        <source>Who is heard again after a final judgment, or close kin, can apply in hardship.</source>
        <translation>再审案件的当事人因经济困难没有委托辩护人或者诉讼代理人的，本人及其近亲属可以申请。</translation>
    </message>
    <message>
        <source>The law thinks of people without a lawyer or agent: tell the agency about this one.</source>
        <translation>法律规定的是没有委托代理人、辩护人的情形；已经请了律师的，请向机构说明。</translation>
    </message>
    <message>
        <source>Neither the statement of hardship nor the promise is needed.</source>
        <translation>不用填经济困难状况说明表，也不用诚信承诺书。</translation>
    </message>
    <message>
        <source>Perhaps it is a matter for which no hardship is asked: look at it again.</source>
        <translation>也许属于不受经济困难条件限制的事项，请再核对申请事项。</translation>
    </message>
    <message>
        <source>The applicant states the hardship truthfully on the form for it.</source>
        <translation>申请人应当如实填写经济困难状况说明表。</translation>
    </message>
    <message>
        <source>With a paper that proves it the hardship is not checked: no promise is needed.</source>
        <translation>有证明材料的，免予核查经济困难状况，不用诚信承诺书。</translation>
    </message>
    <message>
        <source>The paper that proves it is still missing: bring it, or a promise is needed.</source>
        <translation>还缺证明材料：请带来；没有证明的，仍要核查或者作诚信承诺。</translation>
    </message>
    <message>
        <source>A promise of integrity goes with the statement.</source>
        <translation>说明表之外，还要签个人诚信承诺书。</translation>
    </message>
    <message>
        <source>The agency checks the statement against shared data.</source>
        <translation>由机构通过信息共享查询核查。</translation>
    </message>
    <message>
        <source>The county has not said its standard of hardship here: ask the agency.</source>
        <translation>这里还没有本地的经济困难标准，请问法律援助机构。</translation>
    </message>
    <message>
        <source>Income and people of the household are needed to compare them with the standard.</source>
        <translation>填上家庭人口和总收入，才能同标准对照。</translation>
    </message>
    <message>
        <source>{own} yuan a head a month: not above the county&apos;s standard of {standard} yuan.</source>
        <translation>家庭人均每月{own}元，不高于本地标准{standard}元。</translation>
    </message>
    <message>
        <source>{own} yuan a head a month: above the county&apos;s standard of {standard} yuan.</source>
        <translation>家庭人均每月{own}元，高于本地标准{standard}元。</translation>
    </message>
    <message>
        <source>As the other side lives in the household, only the applicant&apos;s own means are looked at.</source>
        <translation>对方是共同生活的家庭成员的，只看申请人本人的经济状况。</translation>
    </message>
    <message>
        <source>Families of soldiers come first; ask the agency about the local rule.</source>
        <translation>军人家属优先；当地另有规定的，请问机构。</translation>
    </message>
    <message>
        <source>Veterans come first; ask the agency about the local rule.</source>
        <translation>退役军人优先；当地另有规定的，请问机构。</translation>
    </message>
    <message>
        <source>The guardian applies and signs for the applicant.</source>
        <translation>由法定代理人代为申请并签字。</translation>
    </message>
    <message>
        <source>As the guardian does the harm, another guardian or close kin applies.</source>
        <translation>法定代理人侵害其权益的，由其他法定代理人或者近亲属代为申请。</translation>
    </message>
    <message>
        <source>Guardian or close kin can apply for somebody who is detained.</source>
        <translation>被羁押的人，可以由其法定代理人或者近亲属代为申请。</translation>
    </message>
    <message>
        <source>An application made in custody must reach the agency within 24 hours.</source>
        <translation>在羁押场所提出的申请，应当在二十四小时内转交法律援助机构。</translation>
    </message>
    <message>
        <source>The police, procuracy or court must have a defender designated: nobody needs to apply.</source>
        <translation>办案机关应当通知法律援助机构指派辩护律师，不用本人申请。</translation>
    </message>
    <message>
        <source>Apply where the court or office that handles the case is.</source>
        <translation>向办案机关所在地的法律援助机构申请。</translation>
    </message>
    <message>
        <source>Apply where the dispute is handled, or where it arose.</source>
        <translation>向争议处理机关所在地或者事由发生地的法律援助机构申请。</translation>
    </message>
    <message>
        <source>Apply where the court or office is; outside court, where the dispute is handled or arose.</source>
        <translation>诉讼事项向办案机关所在地的机构申请；非诉讼事项向争议处理机关所在地或者事由发生地的机构申请。</translation>
    </message>
    <message>
        <source>The limit seems to be over: ask the adviser today, it may have been interrupted.</source>
        <translation>期限看来已经过了：今天就问法律顾问，期限可能中断过。</translation>
    </message>
    <message>
        <source>{days} days to the limit: aid may begin before the decision. Call the agency today.</source>
        <translation>离期限届满只剩{days}天，不足七日的可以先行提供法律援助，今天就打电话给机构。</translation>
    </message>
    <message>
        <source>{days} days to the limit. For information only: interruptions change it.</source>
        <translation>离期限届满还有{days}天（仅供提示，中断、中止会改变期限）。</translation>
    </message>
    <message>
        <source>To secure property or evidence at once, aid may begin before the decision.</source>
        <translation>需要马上申请财产保全、证据保全或者先予执行的，可以先行提供法律援助。</translation>
    </message>
    <message>
        <source>Old and disabled people are entitled to accessible service: note what is needed.</source>
        <translation>老年人、残疾人有权得到无障碍服务，请记下需要什么。</translation>
    </message>
    <message>
        <source>Legal aid costs nothing: nobody may take money or goods.</source>
        <translation>法律援助不收取任何费用，任何人不得收取财物。</translation>
    </message>
    <message>
        <source>The agency examines and decides, within seven days from its receipt; never this room.</source>
        <translation>最终由法律援助机构审查决定，自收到申请之日起七日内；本室不作决定。</translation>
    </message>
</context>
<context>
    <name>filing</name>
    <message>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>已归入</translation>
    </message>
    <message>
        <source>filed before</source>
        <translation>以前收过</translation>
    </message>
    <message>
        <source>blank page</source>
        <translation>空白页</translation>
    </message>
    <message>
        <source>whose?</source>
        <translation>待选择</translation>
    </message>
    <message>
        <source>not filed</source>
        <translation>没有归入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不归档</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>This very picture is filed with it already; nothing was kept twice.</source>
        <translation>这张图片以前已经归入，没有重复保存。</translation>
    </message>
    <message>
        <source>It is print {version}. Print {newest} was made later and is not the one signed here.</source>
        <translation>这是第 {version} 稿；后来又打印了第 {newest} 稿，这里签字的不是最新一稿。</translation>
    </message>
    <message>
        <source>It was printed on an earlier version of the form.</source>
        <translation>它是用旧版表格打印的。</translation>
    </message>
    <message>
        <source>This page has {count} earlier pictures; all are kept.</source>
        <translation>这一页原来已有 {count} 张图片，都保留着。</translation>
    </message>
    <message>
        <source>Page {pages} of this paper is still missing.</source>
        <translation>这份文书还缺第 {pages} 页。</translation>
    </message>
    <message>
        <source>Nothing stands on this page; the back of a sheet.</source>
        <translation>这一页是空白的，大概是背面。</translation>
    </message>
    <message>
        <source>Left out; the file stays where it is.</source>
        <translation>没有归档，原文件还在原处。</translation>
    </message>
    <message>
        <source>Taken away from the record; the history still knows it.</source>
        <translation>已从记录中撤回，历史里仍可查到。</translation>
    </message>
    <message>
        <source>The picture is no longer to be had here.</source>
        <translation>这张图片在本机已经找不到了。</translation>
    </message>
    <message>
        <source>Signed and on file: {papers}. A change of what was signed asks for a reason.</source>
        <translation>签字件已收回：{papers}。签过字的内容再改，要写明原因。</translation>
    </message>
    <message>
        <source>{day} {name} changed {fields}: {reason}</source>
        <translation>{day} {name} 改了{fields}：{reason}</translation>
    </message>
    <message>
        <source>“{field}” is not what was signed: {name} changed it on {day}, and gave no reason.</source>
        <translation>“{field}”与已签字的纸质文书不一致：{day}由{name}改动，没有写明原因。</translation>
    </message>
    <message>
        <source>somebody at another desk</source>
        <translation>其他电脑上的人</translation>
    </message>
    <message>
        <source>Something here is not what was signed; both texts are kept. Print the paper anew and have it signed, or put back what was signed.</source>
        <translation>这里有内容与签字件不一致，两份内容都保存着。请重新打印、请当事人签字，或者改回签字时的内容：</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>No mistakes found.</source>
        <translation>没有发现错误。</translation>
    </message>
    <message>
        <source>A bracket is not closed or stands alone: {what}</source>
        <translation>括号没有配对：{what}</translation>
    </message>
    <message>
        <source>A width or size in millimetres is missing or wrong: {what}</source>
        <translation>毫米宽度或大小缺失或有误：{what}</translation>
    </message>
    <message>
        <source>This is not a placeholder: {what}</source>
        <translation>这不是占位符：{what}</translation>
    </message>
    <message>
        <source>This condition cannot be read: {what}</source>
        <translation>这个条件读不懂：{what}</translation>
    </message>
    <message>
        <source>There is no element of this name: {what}</source>
        <translation>没有这个名称的元素：{what}</translation>
    </message>
    <message>
        <source>This line of the heading is missing or wrong: {what}</source>
        <translation>表头这一行缺失或有误：{what}</translation>
    </message>
    <message>
        <source>A block is not closed with “end”, or “end” stands alone: {what}</source>
        <translation>段落没有用“end”结束，或“end”多余：{what}</translation>
    </message>
    <message>
        <source>There is no record kind of this name: {what}</source>
        <translation>没有这个名称的记录类型：{what}</translation>
    </message>
    <message>
        <source>The kind has no such field: {what}</source>
        <translation>记录类型没有这个字段：{what}</translation>
    </message>
    <message>
        <source>There is no such filter, or it does not suit the field: {what}</source>
        <translation>没有这个过滤器，或不适用于这个字段：{what}</translation>
    </message>
    <message>
        <source>The code list has no such code: {what}</source>
        <translation>代码表里没有这个代码：{what}</translation>
    </message>
    <message>
        <source>The cells of this row are {sum} mm wide together; the text is {width} mm wide</source>
        <translation>这一行各格共宽 {sum} 毫米，版心宽 {width} 毫米</translation>
    </message>
    <message>
        <source>This does not fit on the sheet: {what}</source>
        <translation>纸上放不下：{what}</translation>
    </message>
    <message>
        <source>This label does not fit its cell: {what}</source>
        <translation>格子里放不下这个标签：{what}</translation>
    </message>
    <message>
        <source>Two templates have the number {what}</source>
        <translation>两个模板用了同一编号 {what}</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Decided between two versions</source>
        <translation>在两份内容中定夺</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>another version was there</source>
        <translation>当时另有一份内容</translation>
    </message>
    <message>
        <source>the county set it aside</source>
        <translation>县里暂未收下</translation>
    </message>
    <message>
        <source>What happened to this record</source>
        <translation>这条记录的经过</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>还没有保存。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>another user</source>
        <translation>其他用户</translation>
    </message>
    <message>
        <source>county received it {when}</source>
        <translation>县里 {when} 收到</translation>
    </message>
    <message>
        <source>only on this PC so far</source>
        <translation>目前只在本机</translation>
    </message>
    <message>
        <source>Earlier changes are at the county and are being fetched.</source>
        <translation>更早的修改记录在县里，正在取回。</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>已再次上报</translation>
    </message>
    <message>
        <source>the county&apos;s text was left standing</source>
        <translation>已以县里为准</translation>
    </message>
    <message>
        <source>kept on this PC</source>
        <translation>已留在本机</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>given to the township on paper</source>
        <translation>已打印交给司法所</translation>
    </message>
    <message>
        <source>Receipts of the county</source>
        <translation>县里的回执</translation>
    </message>
    <message>
        <source>accepted by {name}: {reason}</source>
        <translation>司法所{name}同意生效：{reason}</translation>
    </message>
    <message>
        <source>not accepted by {name}: {reason}</source>
        <translation>司法所{name}没有同意：{reason}</translation>
    </message>
    <message>
        <source>came by stick, not yet with the county</source>
        <translation>随U盘带来，还没到县里</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>法律咨询</translation>
    </message>
    <message>
        <source>Mediation case</source>
        <translation>人民调解案件</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Mediation session</source>
        <translation>调解记录</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>调解协议</translation>
    </message>
    <message>
        <source>Legal-aid application</source>
        <translation>法律援助申请</translation>
    </message>
    <message>
        <source>Statement of hardship</source>
        <translation>经济困难状况说明</translation>
    </message>
    <message>
        <source>Household member</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Printed sheet</source>
        <translation>打印件</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>送审</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name or form of address</source>
        <translation>姓名或称呼</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Nationality (ethnic)</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>ID card number</source>
        <translation>身份证号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address or village group</source>
        <translation>住址／村民小组</translation>
    </message>
    <message>
        <source>People who came along</source>
        <translation>同来人数</translation>
    </message>
    <message>
        <source>Priority groups</source>
        <translation>身份类别</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Kind of call</source>
        <translation>来电类型</translation>
    </message>
    <message>
        <source>Matter in village words</source>
        <translation>事由（村里话）</translation>
    </message>
    <message>
        <source>Kind of matter</source>
        <translation>事项类型</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>案由</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>咨询内容</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答复意见</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Told of the right to legal aid</source>
        <translation>是否告知有权申请法律援助</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>是否解决</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接待人</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Address of household registration</source>
        <translation>户籍所在地</translation>
    </message>
    <message>
        <source>Address (usual residence)</source>
        <translation>住所地（经常居住地）</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Agent&apos;s name</source>
        <translation>代理人姓名</translation>
    </message>
    <message>
        <source>Kind of agent</source>
        <translation>代理人类别</translation>
    </message>
    <message>
        <source>Agent&apos;s ID card number</source>
        <translation>代理人身份证号码</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>代理人联系电话</translation>
    </message>
    <message>
        <source>Matter of legal aid</source>
        <translation>申请事项</translation>
    </message>
    <message>
        <source>Facts and reasons</source>
        <translation>案情及申请理由</translation>
    </message>
    <message>
        <source>What is claimed</source>
        <translation>诉讼请求</translation>
    </message>
    <message>
        <source>Amount claimed</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Grew out of the consultation</source>
        <translation>由哪次咨询转来</translation>
    </message>
    <message>
        <source>Originals at hand</source>
        <translation>原件核对</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>转交日期</translation>
    </message>
    <message>
        <source>Received by the agency on</source>
        <translation>机构收到日期</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>People in the household</source>
        <translation>家庭人口</translation>
    </message>
    <message>
        <source>Total income a month</source>
        <translation>家庭月总收入</translation>
    </message>
    <message>
        <source>Owns a house</source>
        <translation>有无房产</translation>
    </message>
    <message>
        <source>Number of houses</source>
        <translation>房产套数</translation>
    </message>
    <message>
        <source>Area of the houses</source>
        <translation>房产面积</translation>
    </message>
    <message>
        <source>Owns a car</source>
        <translation>有无机动车</translation>
    </message>
    <message>
        <source>Cash, deposits and securities</source>
        <translation>现金、存款、有价证券</translation>
    </message>
    <message>
        <source>Large spending</source>
        <translation>大额支出</translation>
    </message>
    <message>
        <source>No check needed</source>
        <translation>免予核查</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Written for the applicant by</source>
        <translation>代写人</translation>
    </message>
    <message>
        <source>Read out to the applicant</source>
        <translation>已向申请人宣读</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Place of work or study</source>
        <translation>工作或学习单位</translation>
    </message>
    <message>
        <source>Wages</source>
        <translation>工资收入</translation>
    </message>
    <message>
        <source>Income from production and trade</source>
        <translation>生产经营收入</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>其他收入</translation>
    </message>
    <message>
        <source>Place in the table</source>
        <translation>表中序号</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>Official number given later</source>
        <translation>补登正式案号</translation>
    </message>
    <message>
        <source>Case in a few words</source>
        <translation>案件简称</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>调解委员会</translation>
    </message>
    <message>
        <source>Kind of dispute</source>
        <translation>纠纷类型</translation>
    </message>
    <message>
        <source>Applied on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>The dispute in brief</source>
        <translation>纠纷简要情况</translation>
    </message>
    <message>
        <source>What the applicant asks, one a line</source>
        <translation>申请事项（一行一条）</translation>
    </message>
    <message>
        <source>Amount at stake</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难易程度</translation>
    </message>
    <message>
        <source>Mediator</source>
        <translation>调解员</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Why it was refused</source>
        <translation>不予受理原因</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>调解结果</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>终止原因</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>一方</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Natural or legal person</source>
        <translation>自然人或法人</translation>
    </message>
    <message>
        <source>Age, where no birth date is known</source>
        <translation>年龄（不知出生日期时）</translation>
    </message>
    <message>
        <source>Occupation or post</source>
        <translation>职业或职务</translation>
    </message>
    <message>
        <source>Workplace or address</source>
        <translation>单位或住址</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Legal representative and post</source>
        <translation>法定代表人及职务</translation>
    </message>
    <message>
        <source>Place among the parties</source>
        <translation>当事人排序</translation>
    </message>
    <message>
        <source>Held on</source>
        <translation>调解日期</translation>
    </message>
    <message>
        <source>From (hh:mm)</source>
        <translation>开始（时:分）</translation>
    </message>
    <message>
        <source>To (hh:mm)</source>
        <translation>结束（时:分）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Parties present</source>
        <translation>到场当事人</translation>
    </message>
    <message>
        <source>Invited persons</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Parties were told the rules</source>
        <translation>已告知权利义务</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>调解记录</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Main facts and points in dispute</source>
        <translation>纠纷主要事实、争议事项</translation>
    </message>
    <message>
        <source>What was agreed, one a line</source>
        <translation>达成协议内容（一行一条）</translation>
    </message>
    <message>
        <source>How and until when it is performed</source>
        <translation>履行方式、时限</translation>
    </message>
    <message>
        <source>To be performed by</source>
        <translation>履行期限</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Last signature on</source>
        <translation>最后签名日期</translation>
    </message>
    <message>
        <source>Seal put on</source>
        <translation>盖章日期</translation>
    </message>
    <message>
        <source>Date of the paper</source>
        <translation>文书日期</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>内容说明</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>SHA-256 of its bytes</source>
        <translation>文件 SHA-256</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256 of the bytes on the wire</source>
        <translation>传输文件 SHA-256</translation>
    </message>
    <message>
        <source>Signed sheet</source>
        <translation>签名原件</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>拍摄日期</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Number of the form</source>
        <translation>表格编号</translation>
    </message>
    <message>
        <source>Version of the form</source>
        <translation>表格版本</translation>
    </message>
    <message>
        <source>Version of the county profile</source>
        <translation>县级配置版本</translation>
    </message>
    <message>
        <source>Version of the printed text</source>
        <translation>打印时的版本</translation>
    </message>
    <message>
        <source>Content as printed, canonical JSON</source>
        <translation>打印内容（规范 JSON）</translation>
    </message>
    <message>
        <source>SHA-256 of the content</source>
        <translation>内容 SHA-256</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Printed at</source>
        <translation>打印时间</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>打印人</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>Content, canonical JSON</source>
        <translation>内容（规范 JSON）</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>送审人</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>审核结果</translation>
    </message>
    <message>
        <source>Remarks by field</source>
        <translation>逐项意见</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>曾用名、小名</translation>
    </message>
    <message>
        <source>Kind of identity document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Post of the representative</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Village group</source>
        <translation>村民小组</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>文化程度</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>Oral agreement</source>
        <translation>口头协议</translation>
    </message>
    <message>
        <source>Investigation note</source>
        <translation>调查记录</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据材料</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>授权委托书</translation>
    </message>
    <message>
        <source>What is to be performed</source>
        <translation>履行事项</translation>
    </message>
    <message>
        <source>Follow-up visit</source>
        <translation>回访记录</translation>
    </message>
    <message>
        <source>Court confirmation</source>
        <translation>司法确认</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>卷宗</translation>
    </message>
    <message>
        <source>Paper of the dossier</source>
        <translation>卷内文书</translation>
    </message>
    <message>
        <source>Dispute sweep</source>
        <translation>矛盾纠纷排查</translation>
    </message>
    <message>
        <source>Dispute found</source>
        <translation>排查出的纠纷</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Who was asked</source>
        <translation>被调查人</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>问答记录</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>调查人</translation>
    </message>
    <message>
        <source>Name of the evidence</source>
        <translation>证据材料名称</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>证据来源</translation>
    </message>
    <message>
        <source>Provided by</source>
        <translation>提供人</translation>
    </message>
    <message>
        <source>Provided on</source>
        <translation>提供日期</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Reached on</source>
        <translation>达成日期</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>履行内容</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>履行人</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>应履行日期</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>应付金额</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>实际履行日期</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>已付金额</translation>
    </message>
    <message>
        <source>Receipt or other proof</source>
        <translation>履行凭证（收条、转账等）</translation>
    </message>
    <message>
        <source>Urged on</source>
        <translation>督促日期</translation>
    </message>
    <message>
        <source>Party visited</source>
        <translation>被回访的当事人</translation>
    </message>
    <message>
        <source>Number of the agreement</source>
        <translation>调解协议编号</translation>
    </message>
    <message>
        <source>Why visited</source>
        <translation>回访事由</translation>
    </message>
    <message>
        <source>Visited on</source>
        <translation>回访时间</translation>
    </message>
    <message>
        <source>How visited</source>
        <translation>回访方式</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>履行情况</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>回访情况</translation>
    </message>
    <message>
        <source>Visited by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>委托人</translation>
    </message>
    <message>
        <source>ID card number of the principal</source>
        <translation>委托人身份证号</translation>
    </message>
    <message>
        <source>Address of the principal</source>
        <translation>委托人住址</translation>
    </message>
    <message>
        <source>Phone of the principal</source>
        <translation>委托人电话</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>受托人</translation>
    </message>
    <message>
        <source>ID card number of the agent</source>
        <translation>受托人身份证号</translation>
    </message>
    <message>
        <source>Address of the agent</source>
        <translation>受托人住址</translation>
    </message>
    <message>
        <source>Phone of the agent</source>
        <translation>受托人电话</translation>
    </message>
    <message>
        <source>Relation to the principal</source>
        <translation>与委托人关系</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>委托权限</translation>
    </message>
    <message>
        <source>Other powers</source>
        <translation>其他委托事项</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>委托期限自</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>委托期限至</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>申请确认的人民法院</translation>
    </message>
    <message>
        <source>Agreement of</source>
        <translation>调解协议日期</translation>
    </message>
    <message>
        <source>Enclosures, one a line</source>
        <translation>附件（每行一项）</translation>
    </message>
    <message>
        <source>Number of the ruling</source>
        <translation>裁定书编号</translation>
    </message>
    <message>
        <source>Ruling of</source>
        <translation>裁定日期</translation>
    </message>
    <message>
        <source>Parties were told what a court cannot confirm</source>
        <translation>已告知当事人法院不予确认的情形</translation>
    </message>
    <message>
        <source>Name of the dossier</source>
        <translation>卷名</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Number of the dossier</source>
        <translation>卷号</translation>
    </message>
    <message>
        <source>Mediators</source>
        <translation>人民调解员</translation>
    </message>
    <message>
        <source>Mediated from</source>
        <translation>调解日期自</translation>
    </message>
    <message>
        <source>Mediated until</source>
        <translation>调解日期至</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>立卷人</translation>
    </message>
    <message>
        <source>Filed on</source>
        <translation>立卷日期</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>保管期限</translation>
    </message>
    <message>
        <source>State of the dossier</source>
        <translation>卷宗情况说明</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>检查时间</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书名称</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页号</translation>
    </message>
    <message>
        <source>Swept on</source>
        <translation>排查日期</translation>
    </message>
    <message>
        <source>Area or unit</source>
        <translation>排查区域/单位</translation>
    </message>
    <message>
        <source>Who swept</source>
        <translation>排查人员</translation>
    </message>
    <message>
        <source>Households visited</source>
        <translation>走访户数</translation>
    </message>
    <message>
        <source>Nothing found (zero report)</source>
        <translation>未发现纠纷（零报告）</translation>
    </message>
    <message>
        <source>Disputes prevented</source>
        <translation>预防纠纷</translation>
    </message>
    <message>
        <source>In brief</source>
        <translation>排查情况</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>所属排查</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>排查时间</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>纠纷双方</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Became the case</source>
        <translation>登记的案件</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>补充说明</translation>
    </message>
    <message>
        <source>Page of the sheet</source>
        <translation>打印件第几页</translation>
    </message>
    <message>
        <source>Fields on the paper</source>
        <translation>纸上的栏目</translation>
    </message>
    <message>
        <source>Changed fields</source>
        <translation>改动的栏目</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>补充原因</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>填写人</translation>
    </message>
    <message>
        <source>Kind of committee, if not that of the place</source>
        <translation>调委会类型（与本地不同时填）</translation>
    </message>
    <message>
        <source>What was averted</source>
        <translation>防止了什么激化</translation>
    </message>
    <message>
        <source>People concerned</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>Row of an earlier ledger</source>
        <translation>旧台账</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入批次</translation>
    </message>
    <message>
        <source>Row of the ledger</source>
        <translation>台账行号</translation>
    </message>
    <message>
        <source>As it stands in the ledger</source>
        <translation>台账原文</translation>
    </message>
    <message>
        <source>Change of a period</source>
        <translation>期限变动</translation>
    </message>
    <message>
        <source>Duty to report</source>
        <translation>报告记录</translation>
    </message>
    <message>
        <source>Filed by the court on</source>
        <translation>法院立案日期</translation>
    </message>
    <message>
        <source>Parties received the ruling on</source>
        <translation>裁定书送达日期</translation>
    </message>
    <message>
        <source>Which period</source>
        <translation>哪个期限</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>怎样变动</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until, or the new last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>How the parties agreed to it</source>
        <translation>各方同意的依据</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>What was reported</source>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>报告日期</translation>
    </message>
    <message>
        <source>Time (hh:mm)</source>
        <translation>报告时间</translation>
    </message>
    <message>
        <source>Reported to</source>
        <translation>接报单位</translation>
    </message>
    <message>
        <source>Who took the report</source>
        <translation>接报人</translation>
    </message>
    <message>
        <source>Number of the receipt</source>
        <translation>回执编号</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>If nothing was there after all: how that was found out</source>
        <translation>经核实不属实的依据</translation>
    </message>
    <message>
        <source>All parties agree to mediation</source>
        <translation>各方当事人同意调解</translation>
    </message>
    <message>
        <source>Ground of the refusal</source>
        <translation>不予受理的情形</translation>
    </message>
    <message>
        <source>Parties were told of arbitration, administrative and court ways</source>
        <translation>已告知仲裁、行政、司法途径</translation>
    </message>
    <message>
        <source>Signed the agreement on</source>
        <translation>协议签名日期</translation>
    </message>
    <message>
        <source>Claim for the subsidy</source>
        <translation>以案定补申报表</translation>
    </message>
    <message>
        <source>Case of a claim</source>
        <translation>申报案件</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>申报期间（起）</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>申报期间（止）</translation>
    </message>
    <message>
        <source>Cases claimed</source>
        <translation>案件数</translation>
    </message>
    <message>
        <source>Filled in by</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Filled in on</source>
        <translation>填报日期</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>申报表</translation>
    </message>
    <message>
        <source>Form of the agreement</source>
        <translation>协议形式</translation>
    </message>
    <message>
        <source>Check of the dossier</source>
        <translation>卷宗评查</translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>补贴金额</translation>
    </message>
    <message>
        <source>SHA-256 of the case</source>
        <translation>案件内容校验码</translation>
    </message>
    <message>
        <source>Decision about a change set aside</source>
        <translation>搁置内容的处理</translation>
    </message>
    <message>
        <source>Device that wrote it</source>
        <translation>写这条内容的电脑</translation>
    </message>
    <message>
        <source>Number of the change</source>
        <translation>修改的编号</translation>
    </message>
    <message>
        <source>Chain of the device there</source>
        <translation>该处的校验值</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Person on a register</source>
        <translation>名册人员</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Political status</source>
        <translation>政治面貌</translation>
    </message>
    <message>
        <source>Full or part time</source>
        <translation>专职/兼职</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Committee or unit</source>
        <translation>所在调委会或单位</translation>
    </message>
    <message>
        <source>Elected or appointed</source>
        <translation>推选/聘任</translation>
    </message>
    <message>
        <source>Elected or appointed on</source>
        <translation>推选/聘任日期</translation>
    </message>
    <message>
        <source>Term ends on</source>
        <translation>任期至</translation>
    </message>
    <message>
        <source>Number of the certificate</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Training, one a line</source>
        <translation>培训情况（一行一次）</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离任日期</translation>
    </message>
    <message>
        <source>Adviser&apos;s contract</source>
        <translation>法律顾问聘请合同</translation>
    </message>
    <message>
        <source>Village survey</source>
        <translation>村（居）基本情况调查</translation>
    </message>
    <message>
        <source>Yearly plan</source>
        <translation>年度法律服务计划</translation>
    </message>
    <message>
        <source>Line of the plan</source>
        <translation>计划事项</translation>
    </message>
    <message>
        <source>Adviser&apos;s visit</source>
        <translation>顾问服务日志</translation>
    </message>
    <message>
        <source>Matter of a visit</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Legal opinion</source>
        <translation>合法性审查意见</translation>
    </message>
    <message>
        <source>Legal check-up</source>
        <translation>法治体检</translation>
    </message>
    <message>
        <source>Risk found</source>
        <translation>发现的风险</translation>
    </message>
    <message>
        <source>Report of the advisers&apos; work</source>
        <translation>顾问工作报表</translation>
    </message>
    <message>
        <source>Village of a report</source>
        <translation>报表中的村（居）</translation>
    </message>
    <message>
        <source>Adviser&apos;s assessment</source>
        <translation>顾问工作考评</translation>
    </message>
    <message>
        <source>Line of an assessment</source>
        <translation>考评项目</translation>
    </message>
    <message>
        <source>Number of the contract</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>法律顾问</translation>
    </message>
    <message>
        <source>Kind of adviser</source>
        <translation>顾问身份</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Licence number</source>
        <translation>执业证号</translation>
    </message>
    <message>
        <source>Village or residents&apos; committee</source>
        <translation>村（居）</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>聘请方负责人</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Services agreed on</source>
        <translation>服务内容</translation>
    </message>
    <message>
        <source>Hours on site a month</source>
        <translation>每月现场服务</translation>
    </message>
    <message>
        <source>Visits a month</source>
        <translation>每月到村</translation>
    </message>
    <message>
        <source>Lectures a quarter</source>
        <translation>每季度法治讲座</translation>
    </message>
    <message>
        <source>Fee a year</source>
        <translation>年度服务费用</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>费用承担</translation>
    </message>
    <message>
        <source>Other terms</source>
        <translation>其他约定</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签署日期</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>解聘（终止）日期</translation>
    </message>
    <message>
        <source>Surveyed on</source>
        <translation>调查日期</translation>
    </message>
    <message>
        <source>Party secretary</source>
        <translation>党组织书记</translation>
    </message>
    <message>
        <source>Head of the committee</source>
        <translation>村（居）委会主任</translation>
    </message>
    <message>
        <source>Villagers&apos; groups</source>
        <translation>村（居）民小组</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>常住人口</translation>
    </message>
    <message>
        <source>Party members</source>
        <translation>党员</translation>
    </message>
    <message>
        <source>Working elsewhere</source>
        <translation>外出务工人员</translation>
    </message>
    <message>
        <source>Aged 60 and over</source>
        <translation>60周岁以上老年人</translation>
    </message>
    <message>
        <source>Children left behind</source>
        <translation>留守儿童</translation>
    </message>
    <message>
        <source>Disabled people</source>
        <translation>残疾人</translation>
    </message>
    <message>
        <source>On basic allowance</source>
        <translation>低保、特困人员</translation>
    </message>
    <message>
        <source>Under community correction or resettled</source>
        <translation>社区矫正、安置帮教人员</translation>
    </message>
    <message>
        <source>Arable land</source>
        <translation>耕地面积</translation>
    </message>
    <message>
        <source>Collective income a year</source>
        <translation>集体经济年收入</translation>
    </message>
    <message>
        <source>Main trades</source>
        <translation>主要产业</translation>
    </message>
    <message>
        <source>Village rules</source>
        <translation>村规民约（居民公约）</translation>
    </message>
    <message>
        <source>Law-aware persons</source>
        <translation>法律明白人</translation>
    </message>
    <message>
        <source>Contracts of the collective</source>
        <translation>集体合同及资产情况</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>近年矛盾纠纷情况</translation>
    </message>
    <message>
        <source>Legal needs</source>
        <translation>主要法律服务需求</translation>
    </message>
    <message>
        <source>Fixed day of service</source>
        <translation>固定服务日</translation>
    </message>
    <message>
        <source>Visits planned</source>
        <translation>计划到村</translation>
    </message>
    <message>
        <source>Hours planned</source>
        <translation>计划现场服务</translation>
    </message>
    <message>
        <source>Lectures planned</source>
        <translation>计划法治讲座</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>工作目标</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>保障措施</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>制定日期</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>年度计划</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务类型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>具体工作</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>行程主题</translation>
    </message>
    <message>
        <source>Day of service</source>
        <translation>服务日期</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>离开时间</translation>
    </message>
    <message>
        <source>Why a time was written by hand</source>
        <translation>补登时间原因</translation>
    </message>
    <message>
        <source>Way of service</source>
        <translation>服务方式</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务内容</translation>
    </message>
    <message>
        <source>Problems found and advice</source>
        <translation>发现的问题及建议</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>村（居）负责人</translation>
    </message>
    <message>
        <source>Rating by the village</source>
        <translation>村（居）评价</translation>
    </message>
    <message>
        <source>What the village says</source>
        <translation>村（居）意见</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>所属服务日志</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>People reached</source>
        <translation>受众人次</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>送审日期</translation>
    </message>
    <message>
        <source>What is to be examined</source>
        <translation>送审事项</translation>
    </message>
    <message>
        <source>Papers handed in</source>
        <translation>送审材料</translation>
    </message>
    <message>
        <source>The parties</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>修改建议</translation>
    </message>
    <message>
        <source>Examined by</source>
        <translation>审查人</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>评价方式</translation>
    </message>
    <message>
        <source>Taken up</source>
        <translation>采纳情况</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>服务内容</translation>
    </message>
    <message>
        <source>Who is checked</source>
        <translation>受检单位</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Responsible person</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who checked</source>
        <translation>体检人员</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>体检事项</translation>
    </message>
    <message>
        <source>Looked at again on</source>
        <translation>整改复核日期</translation>
    </message>
    <message>
        <source>What the second look found</source>
        <translation>整改复核结果</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>所属体检</translation>
    </message>
    <message>
        <source>Problem found</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Level of risk</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>To be mended by</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Mended on</source>
        <translation>整改完成日期</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>报表类别</translation>
    </message>
    <message>
        <source>Reporting unit</source>
        <translation>填报单位</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>所属报表</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Visits on site</source>
        <translation>现场服务</translation>
    </message>
    <message>
        <source>Minutes on site</source>
        <translation>现场服务时长</translation>
    </message>
    <message>
        <source>Remote services</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>法律咨询</translation>
    </message>
    <message>
        <source>Lectures</source>
        <translation>法治讲座</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>受众</translation>
    </message>
    <message>
        <source>Mediations</source>
        <translation>调解</translation>
    </message>
    <message>
        <source>Contracts examined</source>
        <translation>审查合同</translation>
    </message>
    <message>
        <source>Legal opinions</source>
        <translation>法律意见</translation>
    </message>
    <message>
        <source>Papers written for people</source>
        <translation>代写文书</translation>
    </message>
    <message>
        <source>Guided to legal aid</source>
        <translation>法援指引</translation>
    </message>
    <message>
        <source>Village rules helped with</source>
        <translation>村规民约</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>Below the standard</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>考评等次</translation>
    </message>
    <message>
        <source>The adviser&apos;s own view</source>
        <translation>自评意见</translation>
    </message>
    <message>
        <source>The village&apos;s view</source>
        <translation>村（社区）意见</translation>
    </message>
    <message>
        <source>The township&apos;s view</source>
        <translation>司法所意见</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>考评日期</translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation>考评人</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>考核目标</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>How it is judged</source>
        <translation>评分标准</translation>
    </message>
    <message>
        <source>Proof of a priority group</source>
        <translation>身份类别证明</translation>
    </message>
    <message>
        <source>Duty to report (visit)</source>
        <translation>强制报告（来访）</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>转办单</translation>
    </message>
    <message>
        <source>Step of a referral</source>
        <translation>转办环节</translation>
    </message>
    <message>
        <source>Work order of the hotline</source>
        <translation>热线工单</translation>
    </message>
    <message>
        <source>Step of a work order</source>
        <translation>工单环节</translation>
    </message>
    <message>
        <source>First matter of the same visit</source>
        <translation>同一次来访的第一件事</translation>
    </message>
    <message>
        <source>How the letter came</source>
        <translation>来信途径</translation>
    </message>
    <message>
        <source>When it happened, or the paper came</source>
        <translation>何时发生（收到文书）</translation>
    </message>
    <message>
        <source>Period that may run out</source>
        <translation>时效、期间</translation>
    </message>
    <message>
        <source>Last day, if a paper names it</source>
        <translation>文书写明的最后日期</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>是否紧急</translation>
    </message>
    <message>
        <source>Answered on the spot</source>
        <translation>当场答复</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Visitor told on</source>
        <translation>反馈日期</translation>
    </message>
    <message>
        <source>How told</source>
        <translation>反馈方式</translation>
    </message>
    <message>
        <source>Asked again on</source>
        <translation>回访日期</translation>
    </message>
    <message>
        <source>Head of the household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Relation to the head</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Priority group</source>
        <translation>身份类别</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发证机关</translation>
    </message>
    <message>
        <source>Proof seen on</source>
        <translation>查验日期</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>查验人</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Taken in on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Grew out of the case</source>
        <translation>来自调解案件</translation>
    </message>
    <message>
        <source>Person concerned</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Kind of office</source>
        <translation>转介去向</translation>
    </message>
    <message>
        <source>Receiving office</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Receiver and phone</source>
        <translation>接收人/电话</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>事项概要</translation>
    </message>
    <message>
        <source>Enclosed papers</source>
        <translation>随附材料</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>要求办结期限</translation>
    </message>
    <message>
        <source>Agreed that the data is passed on</source>
        <translation>同意转出个人信息</translation>
    </message>
    <message>
        <source>Duty by which no consent is needed</source>
        <translation>不需同意的依据</translation>
    </message>
    <message>
        <source>Fulfils the conditions of legal aid</source>
        <translation>符合法律援助条件</translation>
    </message>
    <message>
        <source>Passed on by</source>
        <translation>转出人</translation>
    </message>
    <message>
        <source>Passed on on</source>
        <translation>转办日期</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>接报时间</translation>
    </message>
    <message>
        <source>Signed for by</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Taken or not</source>
        <translation>是否受理</translation>
    </message>
    <message>
        <source>Reason of the refusal</source>
        <translation>不受理理由</translation>
    </message>
    <message>
        <source>Result of the handling</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Result came on</source>
        <translation>反馈日期</translation>
    </message>
    <message>
        <source>Reason of this step</source>
        <translation>理由（退回、重办、延期、督办）</translation>
    </message>
    <message>
        <source>New last day</source>
        <translation>延期至</translation>
    </message>
    <message>
        <source>Asked again by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Handled anew</source>
        <translation>重办标志</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>来源热线</translation>
    </message>
    <message>
        <source>Number at the hotline</source>
        <translation>原工单号</translation>
    </message>
    <message>
        <source>Called on</source>
        <translation>来电日期</translation>
    </message>
    <message>
        <source>Time of the call (hh:mm)</source>
        <translation>来电时刻（如09:05）</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村（居）</translation>
    </message>
    <message>
        <source>What is wanted</source>
        <translation>诉求类别</translation>
    </message>
    <message>
        <source>What the caller asks</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Answer given at once</source>
        <translation>答复摘要</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>受理员</translation>
    </message>
    <message>
        <source>Caller answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>How answered</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>Called back on</source>
        <translation>回访日期</translation>
    </message>
    <message>
        <source>Called back by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>是否联系到</translation>
    </message>
    <message>
        <source>Why not satisfied</source>
        <translation>不满意原因</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Time of the step (hh:mm)</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who took it</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Typical case in preparation</source>
        <translation>典型案例稿</translation>
    </message>
    <message>
        <source>Typical case</source>
        <translation>典型案例</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind of service</source>
        <translation>案例类别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>结案方式</translation>
    </message>
    <message>
        <source>Law it rests on</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>What others can learn from it</source>
        <translation>案例点评</translation>
    </message>
    <message>
        <source>Remark of the reviewer</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>Names looked through by</source>
        <translation>去标识核对人</translation>
    </message>
    <message>
        <source>Names looked through on</source>
        <translation>去标识核对日期</translation>
    </message>
    <message>
        <source>Fingerprint of the text looked through</source>
        <translation>核对时文字的校验值</translation>
    </message>
    <message>
        <source>Passed in the township by</source>
        <translation>司法所审核人</translation>
    </message>
    <message>
        <source>Approved in the county by</source>
        <translation>县审核人</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>Made out of</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Promise and leave to check</source>
        <translation>诚信承诺与核查授权</translation>
    </message>
    <message>
        <source>Paper for the agency</source>
        <translation>申请材料</translation>
    </message>
    <message>
        <source>Power to apply</source>
        <translation>代为申请的授权</translation>
    </message>
    <message>
        <source>Notice of what is missing</source>
        <translation>补充材料/说明通知</translation>
    </message>
    <message>
        <source>Decision of the agency</source>
        <translation>法律援助机构的决定</translation>
    </message>
    <message>
        <source>Designation of a lawyer</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Request for another lawyer</source>
        <translation>更换法律援助人员申请</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Termination of the aid</source>
        <translation>终止法律援助</translation>
    </message>
    <message>
        <source>Receipt of service</source>
        <translation>送达回证</translation>
    </message>
    <message>
        <source>Closing of the case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Line of the contents of the file</source>
        <translation>卷内文件</translation>
    </message>
    <message>
        <source>Call on the person helped</source>
        <translation>受援人回访</translation>
    </message>
    <message>
        <source>Told what follows by</source>
        <translation>告知人</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>Allows the checks</source>
        <translation>同意核查</translation>
    </message>
    <message>
        <source>Members of the household who allow it too</source>
        <translation>同意核查的家庭成员</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>材料类别</translation>
    </message>
    <message>
        <source>It is the original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Needed as</source>
        <translation>装档要求</translation>
    </message>
    <message>
        <source>Original received on</source>
        <translation>原件收到日期</translation>
    </message>
    <message>
        <source>Given back on</source>
        <translation>退还日期</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>法律援助机构</translation>
    </message>
    <message>
        <source>Everything that is missing, one a line</source>
        <translation>需补充的全部材料（每行一项）</translation>
    </message>
    <message>
        <source>Date of the notice</source>
        <translation>通知日期</translation>
    </message>
    <message>
        <source>Applicant received it on</source>
        <translation>申请人收到日期</translation>
    </message>
    <message>
        <source>Days to supply it</source>
        <translation>补正期限</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Supplied on</source>
        <translation>补充日期</translation>
    </message>
    <message>
        <source>What was supplied</source>
        <translation>已补充的材料</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>决定书文号</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Form of the aid</source>
        <translation>法律援助方式</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>依据条款</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Help began before the decision</source>
        <translation>先行提供法律援助</translation>
    </message>
    <message>
        <source>Number of the designation</source>
        <translation>指派号</translation>
    </message>
    <message>
        <source>Designated on</source>
        <translation>指派日期</translation>
    </message>
    <message>
        <source>Lawyer</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Contract signed on</source>
        <translation>委托协议签订日期</translation>
    </message>
    <message>
        <source>Pages of evidence</source>
        <translation>证据材料页数</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>审查结果</translation>
    </message>
    <message>
        <source>Judicial administrative department</source>
        <translation>司法行政部门</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>异议事项</translation>
    </message>
    <message>
        <source>Agency that decided</source>
        <translation>作出决定的机构</translation>
    </message>
    <message>
        <source>Decision of</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Facts and reasons of the objection</source>
        <translation>异议事实和理由</translation>
    </message>
    <message>
        <source>Enclosures</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Received by the department on</source>
        <translation>司法行政部门收到日期</translation>
    </message>
    <message>
        <source>Number of the review</source>
        <translation>审查决定书文号</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>终止情形</translation>
    </message>
    <message>
        <source>Paper handed over</source>
        <translation>文书名称</translation>
    </message>
    <message>
        <source>Taken by, if somebody else</source>
        <translation>代收人</translation>
    </message>
    <message>
        <source>Relation to the receiver</source>
        <translation>与受送达人关系</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>拒收事由</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>送达人</translation>
    </message>
    <message>
        <source>Agent&apos;s sex</source>
        <translation>受托人性别</translation>
    </message>
    <message>
        <source>Case ended on</source>
        <translation>结案日期</translation>
    </message>
    <message>
        <source>Loss averted or gain made</source>
        <translation>挽回损失或取得利益</translation>
    </message>
    <message>
        <source>Evaluation of the result</source>
        <translation>结果评价</translation>
    </message>
    <message>
        <source>Papers handed to the agency on</source>
        <translation>结案材料提交日期</translation>
    </message>
    <message>
        <source>Number of the file</source>
        <translation>归档编号</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Number, or who made it</source>
        <translation>文号/责任人</translation>
    </message>
    <message>
        <source>The lawyer met the applicant</source>
        <translation>承办人约见过受援人</translation>
    </message>
    <message>
        <source>The lawyer said how the case went</source>
        <translation>承办人通报过进展</translation>
    </message>
    <message>
        <source>Money or goods were asked for</source>
        <translation>收取过财物</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Needs because of age or disability</source>
        <translation>无障碍服务需要</translation>
    </message>
    <message>
        <source>Legal stage</source>
        <translation>法律状态</translation>
    </message>
    <message>
        <source>Standing in the matter</source>
        <translation>法律地位</translation>
    </message>
    <message>
        <source>One of a group</source>
        <translation>群体案件</translation>
    </message>
    <message>
        <source>People in the group</source>
        <translation>涉案人数</translation>
    </message>
    <message>
        <source>Detained at</source>
        <translation>羁押场所</translation>
    </message>
    <message>
        <source>Limitation or time limit ends on</source>
        <translation>时效或者期限届满日</translation>
    </message>
    <message>
        <source>Why it is urgent</source>
        <translation>紧急事由</translation>
    </message>
    <message>
        <source>Publicity activity</source>
        <translation>法治宣传活动</translation>
    </message>
    <message>
        <source>Survey of needs</source>
        <translation>需求调查</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Report of a major matter</source>
        <translation>重大事项报告</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>Time served</source>
        <translation>志愿服务记录</translation>
    </message>
    <message>
        <source>Law-aware person</source>
        <translation>法律明白人</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Entry of the directory</source>
        <translation>资源目录</translation>
    </message>
    <message>
        <source>Notice board</source>
        <translation>公示牌</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Office or firm</source>
        <translation>所在机构</translation>
    </message>
    <message>
        <source>Number of the licence</source>
        <translation>执业证号</translation>
    </message>
    <message>
        <source>Specialities</source>
        <translation>业务专长</translation>
    </message>
    <message>
        <source>Times of service</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>Villages served; empty for all</source>
        <translation>服务的村（居），空着为全部</translation>
    </message>
    <message>
        <source>Serves from</source>
        <translation>聘期起</translation>
    </message>
    <message>
        <source>Serves until</source>
        <translation>聘期至</translation>
    </message>
    <message>
        <source>Shown on the notice board</source>
        <translation>上公示牌</translation>
    </message>
    <message>
        <source>Place on the board</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>服务室名称</translation>
    </message>
    <message>
        <source>Place of service</source>
        <translation>服务地点</translation>
    </message>
    <message>
        <source>When the adviser comes</source>
        <translation>法律顾问坐班时间</translation>
    </message>
    <message>
        <source>Phone of the room</source>
        <translation>服务电话</translation>
    </message>
    <message>
        <source>Phone for complaints</source>
        <translation>监督电话</translation>
    </message>
    <message>
        <source>Put up on</source>
        <translation>公示日期</translation>
    </message>
    <message>
        <source>Number of registration</source>
        <translation>注册编号</translation>
    </message>
    <message>
        <source>Unit or occupation</source>
        <translation>工作单位/职业</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Legal qualification or subject</source>
        <translation>法律职业资格/专业</translation>
    </message>
    <message>
        <source>What they can do</source>
        <translation>服务技能</translation>
    </message>
    <message>
        <source>Times they can serve</source>
        <translation>可服务时间</translation>
    </message>
    <message>
        <source>Where they can serve</source>
        <translation>服务地域</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>来源类别</translation>
    </message>
    <message>
        <source>Promise read and given</source>
        <translation>已作服务承诺</translation>
    </message>
    <message>
        <source>Opinion of who checks</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>注册日期</translation>
    </message>
    <message>
        <source>Asked to leave on</source>
        <translation>申请退出日期</translation>
    </message>
    <message>
        <source>Why they left</source>
        <translation>退出原因</translation>
    </message>
    <message>
        <source>Served on</source>
        <translation>服务日期</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>服务项目</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Mark of the examination</source>
        <translation>考试成绩</translation>
    </message>
    <message>
        <source>Number of the badge</source>
        <translation>徽章编号</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>发证日期</translation>
    </message>
    <message>
        <source>Assessment of each year</source>
        <translation>年度考核</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>培训日期</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>学时</translation>
    </message>
    <message>
        <source>What was taught</source>
        <translation>培训内容</translation>
    </message>
    <message>
        <source>Organised by</source>
        <translation>组织单位</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>活动主题</translation>
    </message>
    <message>
        <source>How it was done</source>
        <translation>活动形式</translation>
    </message>
    <message>
        <source>Leaflets handed out</source>
        <translation>宣传资料发放数量</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>主讲人</translation>
    </message>
    <message>
        <source>What it was about</source>
        <translation>内容概要</translation>
    </message>
    <message>
        <source>Manner of the staff</source>
        <translation>服务态度</translation>
    </message>
    <message>
        <source>Knowledge of the staff</source>
        <translation>专业能力</translation>
    </message>
    <message>
        <source>How quickly it went</source>
        <translation>办事效率</translation>
    </message>
    <message>
        <source>The room</source>
        <translation>办事环境</translation>
    </message>
    <message>
        <source>Honest, nothing charged</source>
        <translation>清正廉洁（是否收费）</translation>
    </message>
    <message>
        <source>Your problem was solved</source>
        <translation>是否解决您的问题</translation>
    </message>
    <message>
        <source>Knew of the room or 12348 before</source>
        <translation>以前知道服务室或12348</translation>
    </message>
    <message>
        <source>Would go first to</source>
        <translation>今后首先选择</translation>
    </message>
    <message>
        <source>What should be better</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>身份类别</translation>
    </message>
    <message>
        <source>Legal problems of the last year</source>
        <translation>最近一年遇到的法律问题</translation>
    </message>
    <message>
        <source>Went first to</source>
        <translation>首先找谁</translation>
    </message>
    <message>
        <source>Knows the room</source>
        <translation>知道服务室</translation>
    </message>
    <message>
        <source>Knows 12348</source>
        <translation>知道12348</translation>
    </message>
    <message>
        <source>Knows of legal aid</source>
        <translation>知道法律援助</translation>
    </message>
    <message>
        <source>Wishes to be served</source>
        <translation>希望的服务方式</translation>
    </message>
    <message>
        <source>Wished times</source>
        <translation>希望的服务时间</translation>
    </message>
    <message>
        <source>Wished subjects of lectures</source>
        <translation>希望的讲座内容</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>Complained on</source>
        <translation>投诉日期</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人姓名</translation>
    </message>
    <message>
        <source>Domicile</source>
        <translation>住所地</translation>
    </message>
    <message>
        <source>Full address</source>
        <translation>住所详细地址</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>被投诉方（保存后不能改）</translation>
    </message>
    <message>
        <source>Name complained about</source>
        <translation>被投诉人姓名</translation>
    </message>
    <message>
        <source>Office complained about</source>
        <translation>被投诉机构</translation>
    </message>
    <message>
        <source>Kind of complaint</source>
        <translation>投诉类型</translation>
    </message>
    <message>
        <source>Complained by</source>
        <translation>投诉方式</translation>
    </message>
    <message>
        <source>What is complained of</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>Rule it does not meet</source>
        <translation>不符合哪条规定</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>处理决定情况</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Complainant told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>Told how</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>Not satisfied, because</source>
        <translation>不服处理决定情况</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>People involved</source>
        <translation>涉及人数</translation>
    </message>
    <message>
        <source>What has been done</source>
        <translation>已采取措施</translation>
    </message>
    <message>
        <source>What is proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>批示</translation>
    </message>
    <message>
        <source>The applicant is</source>
        <translation>申请人属于</translation>
    </message>
    <message>
        <source>No steady livelihood</source>
        <translation>无固定生活来源</translation>
    </message>
    <message>
        <source>Receives judicial relief</source>
        <translation>司法救助对象</translation>
    </message>
    <message>
        <source>It is an injury at work</source>
        <translation>属于工伤</translation>
    </message>
    <message>
        <source>Has a paper that proves it</source>
        <translation>有证明材料</translation>
    </message>
    <message>
        <source>Has a lawyer or agent already</source>
        <translation>已请律师或代理人</translation>
    </message>
    <message>
        <source>Income of all together a month</source>
        <translation>全家每月总收入</translation>
    </message>
    <message>
        <source>Against somebody of the same household</source>
        <translation>对方是共同生活的家人</translation>
    </message>
    <message>
        <source>Cannot decide for himself or herself</source>
        <translation>无或者限制民事行为能力</translation>
    </message>
    <message>
        <source>The guardian is who does harm</source>
        <translation>法定代理人侵害其权益</translation>
    </message>
    <message>
        <source>Is detained</source>
        <translation>被羁押</translation>
    </message>
    <message>
        <source>It goes to a court or another office</source>
        <translation>属于诉讼事项</translation>
    </message>
    <message>
        <source>Last day of a limit, if one is known</source>
        <translation>时效或者期限的最后一天（知道的话）</translation>
    </message>
    <message>
        <source>Property or evidence must be secured at once</source>
        <translation>需要马上申请保全</translation>
    </message>
    <message>
        <source>Who can apply for legal aid?</source>
        <translation>谁可以申请法律援助</translation>
    </message>
    <message>
        <source>Confirmation by the village</source>
        <translation>村（居）确认</translation>
    </message>
    <message>
        <source>Confirmed on</source>
        <translation>确认日期</translation>
    </message>
    <message>
        <source>Comes for somebody else: who</source>
        <translation>代办（帮办）人</translation>
    </message>
    <message>
        <source>Volunteers wanted</source>
        <translation>志愿者招募</translation>
    </message>
    <message>
        <source>Free or paid</source>
        <translation>收费情况</translation>
    </message>
    <message>
        <source>Wanted for</source>
        <translation>招募事项</translation>
    </message>
    <message>
        <source>Posted on</source>
        <translation>发布日期</translation>
    </message>
    <message>
        <source>How many are wanted</source>
        <translation>招募人数</translation>
    </message>
    <message>
        <source>What they should be able to do</source>
        <translation>技能要求</translation>
    </message>
    <message>
        <source>Whom to ask</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Answers until</source>
        <translation>报名截止</translation>
    </message>
    <message>
        <source>Who signed up, one a line</source>
        <translation>报名人员（每行一人）</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>场所类型</translation>
    </message>
    <message>
        <source>Accepted or refused on</source>
        <translation>受理（不受理）日期</translation>
    </message>
    <message>
        <source>Service of the catalogue</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Hot matter</source>
        <translation>热点问题解答</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>督促检查</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>责任清单</translation>
    </message>
    <message>
        <source>Served by it</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>What it covers</source>
        <translation>服务内容和范围</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>所需材料</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Who provides it</source>
        <translation>服务提供单位</translation>
    </message>
    <message>
        <source>What good service is</source>
        <translation>服务质量要求</translation>
    </message>
    <message>
        <source>Offered from</source>
        <translation>实施日期</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>How people ask it</source>
        <translation>群众常见问法</translation>
    </message>
    <message>
        <source>Standard answer</source>
        <translation>参考答复</translation>
    </message>
    <message>
        <source>Asked how often</source>
        <translation>咨询次数</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>统计期起</translation>
    </message>
    <message>
        <source>Counted until</source>
        <translation>统计期止</translation>
    </message>
    <message>
        <source>Unit inspected</source>
        <translation>被检查单位</translation>
    </message>
    <message>
        <source>Day planned</source>
        <translation>计划检查日期</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>检查内容</translation>
    </message>
    <message>
        <source>Inspected by</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>Inspected on</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>Progress and effect</source>
        <translation>进展和成效</translation>
    </message>
    <message>
        <source>To be put right by</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Who puts it right</source>
        <translation>整改责任人</translation>
    </message>
    <message>
        <source>Put right on</source>
        <translation>整改完成日期</translation>
    </message>
    <message>
        <source>How it was put right</source>
        <translation>整改情况</translation>
    </message>
    <message>
        <source>Responsible unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>What it answers for</source>
        <translation>职责任务</translation>
    </message>
    <message>
        <source>Named contact</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Money in the budget</source>
        <translation>经费预算</translation>
    </message>
    <message>
        <source>Result of the assessment</source>
        <translation>考核结果</translation>
    </message>
    <message>
        <source>Reward or sanction</source>
        <translation>奖惩情况</translation>
    </message>
    <message>
        <source>Profile of the unit</source>
        <translation>机构情况</translation>
    </message>
    <message>
        <source>Rule on the wall</source>
        <translation>上墙制度</translation>
    </message>
    <message>
        <source>Name of the unit, as papers have it</source>
        <translation>单位名称（印在表上）</translation>
    </message>
    <message>
        <source>Plates at the door</source>
        <translation>挂牌</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>成立日期</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>基础条件</translation>
    </message>
    <message>
        <source>Platform code</source>
        <translation>平台编码</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>建筑面积</translation>
    </message>
    <message>
        <source>Services: the five</source>
        <translation>基本服务（5）</translation>
    </message>
    <message>
        <source>Services added here</source>
        <translation>拓展服务（X）</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员数</translation>
    </message>
    <message>
        <source>Who works here, one a line</source>
        <translation>工作人员（每行一人）</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设施设备</translation>
    </message>
    <message>
        <source>Other equipment</source>
        <translation>其他设备</translation>
    </message>
    <message>
        <source>Who is reached day and night, one a line with phone</source>
        <translation>24小时联系人（每行一人，写电话）</translation>
    </message>
    <message>
        <source>Who comes after hours</source>
        <translation>下班后受理方式</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Approved submission</source>
        <translation>审核通过的送审稿</translation>
    </message>
    <message>
        <source>Answers to the remarks</source>
        <translation>修改说明</translation>
    </message>
    <message>
        <source>Reading or export</source>
        <translation>查看和导出留痕</translation>
    </message>
    <message>
        <source>How confidential</source>
        <translation>保密类别</translation>
    </message>
    <message>
        <source>Records taken out</source>
        <translation>导出条数</translation>
    </message>
    <message>
        <source>Who it was</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>layouts</name>
    <message>
        <source>Who it is</source>
        <translation>这是谁</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>谁来咨询</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>问什么</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>怎么办的</translation>
    </message>
    <message>
        <source>The dispute</source>
        <translation>纠纷情况</translation>
    </message>
    <message>
        <source>Who mediates</source>
        <translation>谁来调解</translation>
    </message>
    <message>
        <source>If it is an organisation</source>
        <translation>如果是单位</translation>
    </message>
    <message>
        <source>When and who</source>
        <translation>时间和参加人</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说了什么</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>怎么说定的</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名盖章</translation>
    </message>
    <message>
        <source>Who applies</source>
        <translation>谁申请</translation>
    </message>
    <message>
        <source>Who acts for the applicant</source>
        <translation>谁代理</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>为啥事</translation>
    </message>
    <message>
        <source>Who states it</source>
        <translation>谁说明</translation>
    </message>
    <message>
        <source>What the household has</source>
        <translation>家里情况</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Member of the household</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Added by the county</source>
        <translation>县里增加的项目</translation>
    </message>
    <message>
        <source>The evidence</source>
        <translation>证据材料</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>应当履行</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Who gives the power</source>
        <translation>委托人</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>受托人</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>委托权限</translation>
    </message>
    <message>
        <source>The application to the court</source>
        <translation>司法确认申请</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>State of the dossier</source>
        <translation>卷宗情况说明</translation>
    </message>
    <message>
        <source>Line of the contents</source>
        <translation>目录一行</translation>
    </message>
    <message>
        <source>The sweep</source>
        <translation>本次排查</translation>
    </message>
    <message>
        <source>As it stands in the ledger</source>
        <translation>台账原文</translation>
    </message>
    <message>
        <source>What becomes of the period</source>
        <translation>期限怎样变动</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告情况</translation>
    </message>
    <message>
        <source>If nothing was there</source>
        <translation>经核实不属实</translation>
    </message>
    <message>
        <source>The claim</source>
        <translation>申报表</translation>
    </message>
    <message>
        <source>The case claimed</source>
        <translation>申报的案件</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>The adviser</source>
        <translation>法律顾问</translation>
    </message>
    <message>
        <source>The contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>When it ends early</source>
        <translation>提前终止</translation>
    </message>
    <message>
        <source>The village</source>
        <translation>村（居）情况</translation>
    </message>
    <message>
        <source>Its people</source>
        <translation>人口和队伍</translation>
    </message>
    <message>
        <source>What it lives on, and what it needs</source>
        <translation>经济和法律需求</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>时间和地点</translation>
    </message>
    <message>
        <source>What the village says of it</source>
        <translation>村（居）确认</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>What is to be examined</source>
        <translation>送审事项</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>审查要点</translation>
    </message>
    <message>
        <source>The opinion</source>
        <translation>审查意见</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>Who is checked</source>
        <translation>受检单位</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>The second look</source>
        <translation>整改复核</translation>
    </message>
    <message>
        <source>The risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>The village of the report</source>
        <translation>该村（居）的数字</translation>
    </message>
    <message>
        <source>The assessment</source>
        <translation>考评</translation>
    </message>
    <message>
        <source>The item</source>
        <translation>考评项目</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>计划事项</translation>
    </message>
    <message>
        <source>Told, and asked again</source>
        <translation>反馈与回访</translation>
    </message>
    <message>
        <source>Proof of a priority group</source>
        <translation>身份类别证明</translation>
    </message>
    <message>
        <source>Whose matter it is</source>
        <translation>谁的什么事</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>转到哪里</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>回执与办理</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>谁来电，什么事</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>The case, without names</source>
        <translation>案例（已去标识）</translation>
    </message>
    <message>
        <source>Looked through and reviewed</source>
        <translation>核对与审核</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>The promise, and the leave to check</source>
        <translation>诚信承诺与核查授权</translation>
    </message>
    <message>
        <source>A paper for the agency</source>
        <translation>一份申请材料</translation>
    </message>
    <message>
        <source>The notice of the agency</source>
        <translation>机构的补充通知</translation>
    </message>
    <message>
        <source>What was supplied</source>
        <translation>补充情况</translation>
    </message>
    <message>
        <source>The decision of the agency</source>
        <translation>机构的决定</translation>
    </message>
    <message>
        <source>Who takes the case over</source>
        <translation>承办单位和承办人</translation>
    </message>
    <message>
        <source>The request for another lawyer</source>
        <translation>更换申请</translation>
    </message>
    <message>
        <source>The agency&apos;s answer</source>
        <translation>机构的答复</translation>
    </message>
    <message>
        <source>What the objection is against</source>
        <translation>对什么提出异议</translation>
    </message>
    <message>
        <source>The answer to the objection</source>
        <translation>异议的审查决定</translation>
    </message>
    <message>
        <source>The agency ends its aid</source>
        <translation>机构终止法律援助</translation>
    </message>
    <message>
        <source>Paper handed over</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>How the case ended</source>
        <translation>结案情况</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Line of the contents of the file</source>
        <translation>卷内文件</translation>
    </message>
    <message>
        <source>What the person helped says</source>
        <translation>受援人怎么说</translation>
    </message>
    <message>
        <source>Is it urgent?</source>
        <translation>是否紧急</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>送交情况</translation>
    </message>
    <message>
        <source>What the board says</source>
        <translation>公示牌内容</translation>
    </message>
    <message>
        <source>The service offered</source>
        <translation>服务意愿和注册</translation>
    </message>
    <message>
        <source>The service given</source>
        <translation>服务情况</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>培训情况</translation>
    </message>
    <message>
        <source>The activity</source>
        <translation>活动情况</translation>
    </message>
    <message>
        <source>The service</source>
        <translation>服务情况</translation>
    </message>
    <message>
        <source>The answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Who was asked; no name</source>
        <translation>被访人（不记姓名）</translation>
    </message>
    <message>
        <source>Who complains</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项情况</translation>
    </message>
    <message>
        <source>The matter and the person</source>
        <translation>事项和当事人</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>经济状况</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>什么事</translation>
    </message>
    <message>
        <source>If it is answered at once</source>
        <translation>当场答复的，写在这里</translation>
    </message>
    <message>
        <source>What is wanted</source>
        <translation>招募内容</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>问题和答复</translation>
    </message>
    <message>
        <source>The inspection</source>
        <translation>检查情况</translation>
    </message>
    <message>
        <source>Found and put right</source>
        <translation>问题和整改</translation>
    </message>
    <message>
        <source>Who answers for what</source>
        <translation>责任和保障</translation>
    </message>
    <message>
        <source>The room or station</source>
        <translation>服务室或工作站</translation>
    </message>
    <message>
        <source>What it offers</source>
        <translation>服务事项</translation>
    </message>
    <message>
        <source>Staff and equipment</source>
        <translation>人员和设备</translation>
    </message>
    <message>
        <source>What hangs on the wall</source>
        <translation>上墙内容</translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>Rows of the ledger that do not fit</source>
        <translation>台账中不能导入的行</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Applicant: {field}</source>
        <translation>申请人：{field}</translation>
    </message>
    <message>
        <source>Respondent: {field}</source>
        <translation>被申请人：{field}</translation>
    </message>
    <message>
        <source>Both parties in one cell</source>
        <translation>双方当事人（写在一格里）</translation>
    </message>
    <message>
        <source>row {row} of this ledger</source>
        <translation>本表第 {row} 行</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>That is not the PIN; {count} tries left.</source>
        <translation>PIN 码不对，还可以试 {count} 次。</translation>
    </message>
</context>
<context>
    <name>moving_away</name>
    <message>
        <source>Put into another village …</source>
        <translation>转到别的村……</translation>
    </message>
    <message>
        <source>It goes to {place} with all that belongs to it, once the county has heard.</source>
        <translation>县里收到后，它会连同附属材料一起转到{place}。</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>上报与接收</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>法律咨询</translation>
    </message>
    <message>
        <source>Mediation</source>
        <translation>人民调解</translation>
    </message>
    <message>
        <source>Legal aid</source>
        <translation>法律援助</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>待定夺</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>县里的回执</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需处理的变更</translation>
    </message>
    <message>
        <source>Dispute sweeps</source>
        <translation>纠纷排查</translation>
    </message>
    <message>
        <source>Earlier ledger</source>
        <translation>旧台账</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计报表</translation>
    </message>
    <message>
        <source>Back from paper</source>
        <translation>收回签字件</translation>
    </message>
    <message>
        <source>Subsidy for cases</source>
        <translation>以案定补</translation>
    </message>
    <message>
        <source>Mediators</source>
        <translation>调解员名册</translation>
    </message>
    <message>
        <source>Adviser</source>
        <translation>法律顾问</translation>
    </message>
    <message>
        <source>Yearly plan</source>
        <translation>年度计划</translation>
    </message>
    <message>
        <source>Legal opinions</source>
        <translation>合法性审查</translation>
    </message>
    <message>
        <source>Check-ups</source>
        <translation>法治体检</translation>
    </message>
    <message>
        <source>Monthly report</source>
        <translation>顾问月（季）报</translation>
    </message>
    <message>
        <source>Adviser&apos;s contract</source>
        <translation>聘请合同</translation>
    </message>
    <message>
        <source>Village survey</source>
        <translation>村情调查</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>顾问考评</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Hotline orders</source>
        <translation>热线工单</translation>
    </message>
    <message>
        <source>Typical cases</source>
        <translation>典型案例</translation>
    </message>
    <message>
        <source>Typical cases in preparation</source>
        <translation>编写中的典型案例</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>登记簿</translation>
    </message>
    <message>
        <source>Somebody comes in</source>
        <translation>来人登记</translation>
    </message>
    <message>
        <source>The whole story</source>
        <translation>来龙去脉</translation>
    </message>
    <message>
        <source>Laws and cases</source>
        <translation>法律与案例</translation>
    </message>
    <message>
        <source>Who read and took out</source>
        <translation>查看和导出</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>No font has these characters; a box is printed in their place, to be filled in by hand: {named}</source>
        <translation>这些字没有字体，打印时留出方框，请手写填上：{named}</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>Add the applicant</source>
        <translation>添加申请人</translation>
    </message>
    <message>
        <source>Add the respondent</source>
        <translation>添加被申请人</translation>
    </message>
    <message>
        <source>Add a session</source>
        <translation>添加调解记录</translation>
    </message>
    <message>
        <source>Write the agreement</source>
        <translation>写协议书</translation>
    </message>
    <message>
        <source>Write the statement of hardship</source>
        <translation>写经济困难说明</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加家庭成员</translation>
    </message>
    <message>
        <source>Note an oral agreement</source>
        <translation>登记口头协议</translation>
    </message>
    <message>
        <source>Ask somebody</source>
        <translation>做调查记录</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Write a power of attorney</source>
        <translation>写授权委托书</translation>
    </message>
    <message>
        <source>Add what is to be performed</source>
        <translation>添加履行事项</translation>
    </message>
    <message>
        <source>Write down a follow-up visit</source>
        <translation>登记回访</translation>
    </message>
    <message>
        <source>Apply for court confirmation</source>
        <translation>申请司法确认</translation>
    </message>
    <message>
        <source>Make the dossier</source>
        <translation>立卷</translation>
    </message>
    <message>
        <source>Add a dispute</source>
        <translation>添加纠纷</translation>
    </message>
    <message>
        <source>Pause, extend or mute a period</source>
        <translation>暂停、延长期限或不再提醒</translation>
    </message>
    <message>
        <source>Something must be reported</source>
        <translation>有情况应当报告</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>添一行</translation>
    </message>
    <message>
        <source>Add a matter</source>
        <translation>添加服务事项</translation>
    </message>
    <message>
        <source>Add a lecture</source>
        <translation>添加法治讲座</translation>
    </message>
    <message>
        <source>Add a risk</source>
        <translation>添加风险</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>添加考评项目</translation>
    </message>
    <message>
        <source>Proof seen</source>
        <translation>登记证明</translation>
    </message>
    <message>
        <source>Write the promise</source>
        <translation>写诚信承诺书</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>添一份材料</translation>
    </message>
    <message>
        <source>Somebody applies for the applicant</source>
        <translation>由他人代为申请</translation>
    </message>
    <message>
        <source>The agency asks for more</source>
        <translation>机构要求补充材料</translation>
    </message>
    <message>
        <source>Write the agency&apos;s decision</source>
        <translation>录入机构的决定</translation>
    </message>
    <message>
        <source>Write the designation</source>
        <translation>录入指派</translation>
    </message>
    <message>
        <source>Ask for another lawyer</source>
        <translation>申请更换承办人</translation>
    </message>
    <message>
        <source>Object to the decision</source>
        <translation>提出异议</translation>
    </message>
    <message>
        <source>Write the termination</source>
        <translation>录入终止决定</translation>
    </message>
    <message>
        <source>Hand a paper over</source>
        <translation>送达文书</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>填写结案情况</translation>
    </message>
    <message>
        <source>Ask the person helped</source>
        <translation>回访受援人</translation>
    </message>
    <message>
        <source>Add time served</source>
        <translation>登记一次服务</translation>
    </message>
    <message>
        <source>Add a training</source>
        <translation>登记一次培训</translation>
    </message>
</context>
<context>
    <name>persons</name>
    <message>
        <source>same number</source>
        <translation>证件号相同</translation>
    </message>
    <message>
        <source>same name and date of birth</source>
        <translation>姓名、出生日期相同</translation>
    </message>
    <message>
        <source>same name and phone</source>
        <translation>姓名、电话相同</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>the name sounds the same</source>
        <translation>姓名同音</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>[Practice] {name}    password: {password}</source>
        <translation>[练习] {name}    密码：{password}</translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>已填写</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>空白表</translation>
    </message>
</context>
<context>
    <name>quarantine</name>
    <message>
        <source>Send again</source>
        <translation>再次上报</translation>
    </message>
    <message>
        <source>Let the county&apos;s text stand</source>
        <translation>以县里为准</translation>
    </message>
    <message>
        <source>Keep it on this PC only</source>
        <translation>只留在本机</translation>
    </message>
    <message>
        <source>Settled, take it off this list</source>
        <translation>知道了，从清单移走</translation>
    </message>
    <message>
        <source>Saved again as a change of today; it goes out with the next round.</source>
        <translation>已作为今天的改动重新保存，下次上报时送出。</translation>
    </message>
    <message>
        <source>The county&apos;s text stands. What you wrote stays in the history of the record.</source>
        <translation>以县里的内容为准。您写的仍留在记录的经过里。</translation>
    </message>
    <message>
        <source>It stays on this PC. Any later edit sends all of it to the county again.</source>
        <translation>已留在本机。以后再修改这条记录，会把它整个重新上报。</translation>
    </message>
    <message>
        <source>Taken off the list; it stays in the history of the record.</source>
        <translation>已从清单移走，记录的经过里仍查得到。</translation>
    </message>
    <message>
        <source>Put the record away</source>
        <translation>收起记录</translation>
    </message>
    <message>
        <source>Decided between two texts</source>
        <translation>在两种写法中作了决定</translation>
    </message>
    <message>
        <source>Attached a photo or file</source>
        <translation>添加了照片或文件</translation>
    </message>
    <message>
        <source>Saved {when}, received by the county {received}, receipt {number}</source>
        <translation>{when} 保存，县里 {received} 收到，回执号 {number}</translation>
    </message>
    <message>
        <source>For the township: a change the county could not take</source>
        <translation>交司法所：县里没能收下的改动</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>填写的内容</translation>
    </message>
    <message>
        <source>What stands at the county</source>
        <translation>县里现在的内容</translation>
    </message>
</context>
<context>
    <name>receipts</name>
    <message>
        <source>Checked just now: signed by the county, and nothing under it was altered since.</source>
        <translation>刚刚核对：县里的签名相符，所列内容此后没有被改动。</translation>
    </message>
    <message>
        <source>This is not the county&apos;s signature. Do not rely on this receipt; call the county.</source>
        <translation>签名不是县里的，这份回执不能作数，请联系县里。</translation>
    </message>
    <message>
        <source>What stands under this receipt is not what the county signed. Call the county; make a backup first.</source>
        <translation>本机现在的内容与县里签名时不一致。请先做一次备份，再联系县里。</translation>
    </message>
    <message>
        <source>a record that is not open to you</source>
        <translation>（您无权查看的记录）</translation>
    </message>
    <message>
        <source>{kind}  {name}  {count} changes</source>
        <translation>{kind}&#x3000;{name}&#x3000;{count} 处改动</translation>
    </message>
    <message>
        <source>{count} set aside</source>
        <translation>其中 {count} 处没能收下</translation>
    </message>
    <message>
        <source>Receipts of the county</source>
        <translation>县里的回执</translation>
    </message>
    <message>
        <source>Receipt of the county no. {number}</source>
        <translation>县里的回执&#x3000;{number} 号</translation>
    </message>
    <message>
        <source>Receipt no.</source>
        <translation>回执号</translation>
    </message>
    <message>
        <source>Received by the county</source>
        <translation>县里收到时间</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对结果</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>not sound</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>no. {first} to {last}, {count} in all</source>
        <translation>第 {first} 至 {last} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Only about: {record}</source>
        <translation>只列：{record}</translation>
    </message>
    <message>
        <source>{count} receipts, {changes} changes</source>
        <translation>共 {count} 份回执，{changes} 处改动</translation>
    </message>
    <message>
        <source>and {count} records more</source>
        <translation>另有 {count} 件记录</translation>
    </message>
    <message>
        <source>{count} earlier receipts do not stand on this list; narrow the days to print them too.</source>
        <translation>还有 {count} 份更早的回执没有列在这里；把日期范围改小，就能一段一段打印。</translation>
    </message>
</context>
<context>
    <name>record_content</name>
    <message>
        <source>Rights and duties were told</source>
        <translation>已告知权利和义务</translation>
    </message>
    <message>
        <source>Principles, method and who mediates were told</source>
        <translation>已告知调解原则、方法和调解员身份</translation>
    </message>
    <message>
        <source>What each side said</source>
        <translation>双方各自的陈述</translation>
    </message>
    <message>
        <source>How the facts were verified</source>
        <translation>对事实的核实</translation>
    </message>
    <message>
        <source>Risks and legal consequences were pointed out</source>
        <translation>已提示风险和法律后果</translation>
    </message>
    <message>
        <source>What was agreed; or why not, and which other ways are open</source>
        <translation>协议内容；未达成的，写明原因和其他途径</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>当事人、调解员、记录人签名</translation>
    </message>
</context>
<context>
    <name>record_table</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县里</translation>
    </message>
    <message>
        <source>Judicial office</source>
        <translation>司法所</translation>
    </message>
</context>
<context>
    <name>register</name>
    <message>
        <source>{count} confidential cases are not listed here</source>
        <translation>另有 {count} 件保密案件不在此列</translation>
    </message>
    <message>
        <source>No case in this period</source>
        <translation>本期没有案件</translation>
    </message>
    <message>
        <source>{count} cases, {pages} pages</source>
        <translation>{count} 件，{pages} 页</translation>
    </message>
    <message>
        <source>Nobody came in this period</source>
        <translation>本期无人来访</translation>
    </message>
    <message>
        <source>{count} confidential visits are not listed here</source>
        <translation>另有 {count} 次保密来访不在此列</translation>
    </message>
    <message>
        <source>{count} visits, {pages} pages</source>
        <translation>{count} 人次，{pages} 页</translation>
    </message>
</context>
<context>
    <name>reopening</name>
    <message>
        <source>Open again for the village …</source>
        <translation>退回村里重新修改……</translation>
    </message>
    <message>
        <source>Open an approved record again</source>
        <translation>重新打开已审核通过的记录</translation>
    </message>
    <message>
        <source>The record goes back to the village with this reason, to be mended and sent again. The approval stays in the history.</source>
        <translation>记录连同这个原因退回村里，修改后重新送审。原来的审核通过仍留在历史记录里。</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Leave it approved</source>
        <translation>保持通过</translation>
    </message>
    <message>
        <source>Opened again. The village hears of it with the next round.</source>
        <translation>已重新打开，村里在下次同步时收到。</translation>
    </message>
</context>
<context>
    <name>rescue</name>
    <message>
        <source>Bring this file to the county or the township, and bring back its answer: {file}</source>
        <translation>请把这个文件带到县里或司法所，再把答复带回来：{file}</translation>
    </message>
    <message>
        <source>Answered. The desk that asked opens with it, and no other: {file}</source>
        <translation>已答复。只有提出求助的那台电脑能用它打开：{file}</translation>
    </message>
    <message>
        <source>The new password is set; the file can be removed: {file}</source>
        <translation>新密码已设好；这个文件可以删掉了：{file}</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>different from last time</source>
        <translation>与上一次不同</translation>
    </message>
    <message>
        <source>Remark on this field</source>
        <translation>对这一项的批注</translation>
    </message>
    <message>
        <source>(empty now)</source>
        <translation>（现在为空）</translation>
    </message>
    <message>
        <source>Last time: {text}</source>
        <translation>上次：{text}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>first time</source>
        <translation>首次上报</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重新上报</translation>
    </message>
    <message>
        <source>round {round}</source>
        <translation>第 {round} 次</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新报</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>本人上报，请同事审核</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未审核</translation>
    </message>
    <message>
        <source>{title}, page {page}</source>
        <translation>{title} 第 {page} 页</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Village: {words}</source>
        <translation>村里答复：{words}</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>Village clerk</source>
        <translation>村干部</translation>
    </message>
    <message>
        <source>Village legal adviser</source>
        <translation>村（居）法律顾问</translation>
    </message>
    <message>
        <source>People&apos;s mediator</source>
        <translation>人民调解员</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>Judicial office staff</source>
        <translation>司法所工作人员</translation>
    </message>
    <message>
        <source>Head of the judicial office</source>
        <translation>司法所所长</translation>
    </message>
    <message>
        <source>Hotline agent</source>
        <translation>12348 热线坐席</translation>
    </message>
    <message>
        <source>County legal-aid centre</source>
        <translation>县法律援助中心</translation>
    </message>
    <message>
        <source>County legal services</source>
        <translation>县公共法律服务中心</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>督导人员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
</context>
<context>
    <name>satisfaction</name>
    <message>
        <source>I knew</source>
        <translation>知道</translation>
    </message>
    <message>
        <source>I did not know</source>
        <translation>不知道</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>{count} fields need another look; they are marked.</source>
        <translation>有 {count} 处需要再看看，已经标出。</translation>
    </message>
    <message>
        <source>This is still needed for this step.</source>
        <translation>办这一步还差这一项。</translation>
    </message>
    <message>
        <source>This is not a value of this field.</source>
        <translation>这一项不能这样填。</translation>
    </message>
    <message>
        <source>This kind of record has no such field.</source>
        <translation>这类记录没有这一项。</translation>
    </message>
    <message>
        <source>This was fixed when the record was made and cannot change.</source>
        <translation>这一项在建立时就定了，不能再改。</translation>
    </message>
    <message>
        <source>This text has {length} characters; at most {high} fit.</source>
        <translation>有 {length} 个字，最多 {high} 个字。</translation>
    </message>
    <message>
        <source>This field takes one line only.</source>
        <translation>这一项只能写一行。</translation>
    </message>
    <message>
        <source>This text holds a character that cannot be stored; type it again.</source>
        <translation>里面有不能保存的字符，请重新输入。</translation>
    </message>
    <message>
        <source>At least {low}.</source>
        <translation>最少 {low}。</translation>
    </message>
    <message>
        <source>At most {high}.</source>
        <translation>最多 {high}。</translation>
    </message>
    <message>
        <source>The year must lie between 1900 and 2100.</source>
        <translation>年份要在 1900 到 2100 之间。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>这一天还没到。</translation>
    </message>
    <message>
        <source>This choice is not in the county&apos;s list.</source>
        <translation>县里的列表中没有这一项。</translation>
    </message>
    <message>
        <source>“{label}” is no longer in use; choose another.</source>
        <translation>“{label}”已停用，请另选。</translation>
    </message>
    <message>
        <source>An ID card number has 18 digits; look at the card again.</source>
        <translation>身份证号码是 18 位，请再看看证件。</translation>
    </message>
    <message>
        <source>An ID card number has digits only; the last may be X.</source>
        <translation>身份证号码只有数字，最后一位可以是 X。</translation>
    </message>
    <message>
        <source>The birth date inside this ID card number does not exist.</source>
        <translation>身份证号码里的出生日期不存在。</translation>
    </message>
    <message>
        <source>One digit of this ID card number is wrong; compare it with the card.</source>
        <translation>身份证号码有一位不对，请对照证件。</translation>
    </message>
    <message>
        <source>This is an old number of 15 digits; type the 18 digits of the new card.</source>
        <translation>这是 15 位旧号码，请输入新证的 18 位号码。</translation>
    </message>
    <message>
        <source>A unified social credit code has 18 characters.</source>
        <translation>统一社会信用代码是 18 位。</translation>
    </message>
    <message>
        <source>A unified social credit code has digits and capital letters only, without I, O, S, V, Z.</source>
        <translation>统一社会信用代码只有数字和大写字母，不含 I、O、S、V、Z。</translation>
    </message>
    <message>
        <source>One character of this code is wrong; compare it with the licence.</source>
        <translation>代码有一位不对，请对照证照。</translation>
    </message>
    <message>
        <source>This is an old registration number; type the 18 characters of the credit code.</source>
        <translation>这是旧注册号，请输入 18 位统一社会信用代码。</translation>
    </message>
    <message>
        <source>A phone number has digits, spaces and dashes only.</source>
        <translation>电话号码只有数字、空格和短横线。</translation>
    </message>
    <message>
        <source>This phone number is too short or too long.</source>
        <translation>电话号码太短或太长。</translation>
    </message>
    <message>
        <source>A password has at least {low} characters, or {count} different words.</source>
        <translation>密码至少 {low} 个字符，或 {count} 个不同的词。</translation>
    </message>
    <message>
        <source>This password is among the first a thief would try; choose words that do not belong together.</source>
        <translation>这个密码很容易被猜中，请选几个互不相干的词。</translation>
    </message>
    <message>
        <source>A PIN has {low} to {high} digits.</source>
        <translation>PIN 码是 {low} 到 {high} 位数字。</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess; no runs such as 1234, no digit over and over.</source>
        <translation>这个 PIN 码太好猜，不要用 1234 这样的连号，也不要重复同一个数字。</translation>
    </message>
    <message>
        <source>A time reads like 09:30.</source>
        <translation>时间的写法如 09:30。</translation>
    </message>
    <message>
        <source>The case needs at least {count} parties.</source>
        <translation>案件至少要有 {count} 方当事人。</translation>
    </message>
    <message>
        <source>A division code has 9 digits for a township, 12 for a village.</source>
        <translation>区划代码乡镇 9 位，村 12 位。</translation>
    </message>
    <message>
        <source>This code exists already.</source>
        <translation>这个代码已经有了。</translation>
    </message>
    <message>
        <source>There is no division of this code.</source>
        <translation>没有这个代码的区划。</translation>
    </message>
    <message>
        <source>This division no longer exists.</source>
        <translation>这个区划已经撤销。</translation>
    </message>
    <message>
        <source>The place it should lie in is missing or closed.</source>
        <translation>上级区划不存在或已撤销。</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>It can be merged only into another open place of the same level.</source>
        <translation>只能并入同级、未撤销的区划。</translation>
    </message>
    <message>
        <source>This township still has open villages.</source>
        <translation>这个乡镇下面还有未撤销的村。</translation>
    </message>
    <message>
        <source>Line {line}: a column is missing.</source>
        <translation>第 {line} 行：少一列。</translation>
    </message>
    <message>
        <source>Line {line}: this kind of change is not known.</source>
        <translation>第 {line} 行：不认识这种变更。</translation>
    </message>
    <message>
        <source>Line {line}: this is not a day.</source>
        <translation>第 {line} 行：日期不对。</translation>
    </message>
    <message>
        <source>Your role does not read records of this kind.</source>
        <translation>您的身份不能查看这类记录。</translation>
    </message>
    <message>
        <source>Your role does not change records of this kind.</source>
        <translation>您的身份不能修改这类记录。</translation>
    </message>
    <message>
        <source>Your role does not take this step.</source>
        <translation>您的身份不能办这一步。</translation>
    </message>
    <message>
        <source>Your role does not print records of this kind.</source>
        <translation>您的身份不能打印这类记录。</translation>
    </message>
    <message>
        <source>Your role does not export records of this kind.</source>
        <translation>您的身份不能导出这类记录。</translation>
    </message>
    <message>
        <source>This record is not open to you.</source>
        <translation>这条记录不对您开放。</translation>
    </message>
    <message>
        <source>You may read this record, but not change it.</source>
        <translation>这条记录您可以看，但不能改。</translation>
    </message>
    <message>
        <source>This record belongs to another place than yours.</source>
        <translation>这条记录属于别的村镇。</translation>
    </message>
    <message>
        <source>Only the person who made this record may do this.</source>
        <translation>只有建立这条记录的人可以这样做。</translation>
    </message>
    <message>
        <source>This record is open to the persons named in it only.</source>
        <translation>这条记录只对指定的人开放。</translation>
    </message>
    <message>
        <source>Nothing has been submitted for review.</source>
        <translation>还没有送审。</translation>
    </message>
    <message>
        <source>Nothing has changed since it was last submitted.</source>
        <translation>上次送审后没有改动。</translation>
    </message>
    <message>
        <source>Say with at least one remark what should be changed.</source>
        <translation>请至少写一条意见，说明要改哪里。</translation>
    </message>
    <message>
        <source>This submission was reviewed already.</source>
        <translation>这次送审已经审核过。</translation>
    </message>
    <message>
        <source>The record was changed after it was submitted; the review is of the older text.</source>
        <translation>送审后记录又改过，审核意见针对的是原来的内容。</translation>
    </message>
    <message>
        <source>Records of this kind have no such step.</source>
        <translation>这类记录没有这一步。</translation>
    </message>
    <message>
        <source>This step is not possible in the present state of the record.</source>
        <translation>记录在现在的状态下不能办这一步。</translation>
    </message>
    <message>
        <source>This step is taken by another role than yours.</source>
        <translation>这一步由别的身份办理。</translation>
    </message>
    <message>
        <source>Pass to the adviser</source>
        <translation>转法律顾问</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>登记答复</translation>
    </message>
    <message>
        <source>Answer given to the visitor</source>
        <translation>已答复来访人</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>转介</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新办理</translation>
    </message>
    <message>
        <source>Accept the case</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Application withdrawn</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Agreement reached</source>
        <translation>达成协议</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>未达成协议</translation>
    </message>
    <message>
        <source>Being performed</source>
        <translation>履行中</translation>
    </message>
    <message>
        <source>Performed</source>
        <translation>已履行</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Signed by the applicant</source>
        <translation>申请人已签名</translation>
    </message>
    <message>
        <source>Change and sign again</source>
        <translation>修改后重新签名</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已送交</translation>
    </message>
    <message>
        <source>Received by the agency</source>
        <translation>机构已收到</translation>
    </message>
    <message>
        <source>Agency decided: granted</source>
        <translation>机构决定：给予援助</translation>
    </message>
    <message>
        <source>Agency decided: refused</source>
        <translation>机构决定：不予援助</translation>
    </message>
    <message>
        <source>The question stands on the adviser&apos;s list until it is answered.</source>
        <translation>问题会一直列在法律顾问的清单上，直到答复。</translation>
    </message>
    <message>
        <source>Say under “Handling” where the visitor was sent.</source>
        <translation>请在“处理方式”里写明引导到哪里。</translation>
    </message>
    <message>
        <source>The visitor must have been told of the right to legal aid, where it applies.</source>
        <translation>符合条件的，应当告知来访人有权申请法律援助。</translation>
    </message>
    <message>
        <source>Everything written so far stays; the record can be changed again.</source>
        <translation>写过的内容都留着，记录可以再改。</translation>
    </message>
    <message>
        <source>Both parties must agree to mediation; if one clearly refuses, the case cannot be accepted.</source>
        <translation>要双方都愿意调解；一方明确拒绝的，不能受理。</translation>
    </message>
    <message>
        <source>Tell the applicant the reason and where else to turn.</source>
        <translation>请告知申请人原因和其他途径。</translation>
    </message>
    <message>
        <source>The agreement takes effect when all parties and the mediator have signed and the seal is on it.</source>
        <translation>各方当事人签名或者盖章、调解员签名并加盖调委会印章后，协议生效。</translation>
    </message>
    <message>
        <source>Tell the parties that arbitration, administrative and court ways are open to them.</source>
        <translation>请告知当事人可以通过仲裁、行政、司法等途径解决。</translation>
    </message>
    <message>
        <source>The applicant signs the application; whoever cannot write puts a fingerprint.</source>
        <translation>申请人在申请表上签名，不会写字的按指印。</translation>
    </message>
    <message>
        <source>The signed sheet stays on record; a new one must be signed.</source>
        <translation>原签名件留存，新的要重新签名。</translation>
    </message>
    <message>
        <source>The figures of the hardship statement are masked here from then on.</source>
        <translation>此后经济困难说明中的数字在本机隐藏显示。</translation>
    </message>
    <message>
        <source>The seven days of the agency begin on the day it receives the application.</source>
        <translation>法律援助机构的七日期限从收到申请之日起算。</translation>
    </message>
    <message>
        <source>The agency decides, never this room; record what its decision says.</source>
        <translation>由法律援助机构决定，本室只登记决定内容。</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>答复咨询</translation>
    </message>
    <message>
        <source>Accept or refuse the application</source>
        <translation>决定是否受理</translation>
    </message>
    <message>
        <source>Finish the mediation</source>
        <translation>调解期限</translation>
    </message>
    <message>
        <source>Last day to ask the court for confirmation together</source>
        <translation>共同申请司法确认</translation>
    </message>
    <message>
        <source>Ask whether the agreement was performed</source>
        <translation>回访协议履行情况</translation>
    </message>
    <message>
        <source>File the dossier</source>
        <translation>卷宗归档</translation>
    </message>
    <message>
        <source>The agency must decide</source>
        <translation>法律援助机构作出决定</translation>
    </message>
    <message>
        <source>Rule: {article}.</source>
        <translation>依据：{article}。</translation>
    </message>
    <message>
        <source>Something went wrong that has no sentence yet ({code}).</source>
        <translation>出了一个还没有说明的问题（{code}）。</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有丢失任何内容。</translation>
    </message>
    <message>
        <source>Everything is saved here and is sent later.</source>
        <translation>全部内容已保存在本机，稍后上报。</translation>
    </message>
    <message>
        <source>Everything is saved here, but not yet with the county.</source>
        <translation>全部内容已保存在本机，但县里还没有收到。</translation>
    </message>
    <message>
        <source>Ask the township judicial office for help and show this sentence.</source>
        <translation>请联系司法所，并出示这句话。</translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>程序会自动重试。</translation>
    </message>
    <message>
        <source>Install the newest program.</source>
        <translation>请安装最新版程序。</translation>
    </message>
    <message>
        <source>The county cannot be reached.</source>
        <translation>县里暂时连不上。</translation>
    </message>
    <message>
        <source>The county did not answer in time.</source>
        <translation>县里没有及时应答。</translation>
    </message>
    <message>
        <source>The county is busy.</source>
        <translation>县里服务器正忙。</translation>
    </message>
    <message>
        <source>The county&apos;s server has failed.</source>
        <translation>县里服务器出了故障。</translation>
    </message>
    <message>
        <source>The county did not accept what was sent.</source>
        <translation>县里没有接受上报的内容。</translation>
    </message>
    <message>
        <source>Something answers that is not the county, perhaps a login page of the network.</source>
        <translation>应答的不是县里服务器，可能是上网登录页面。</translation>
    </message>
    <message>
        <source>Log in to the network, then sync again.</source>
        <translation>请先登录网络，再上报。</translation>
    </message>
    <message>
        <source>The connection to the county is not secured as it should be.</source>
        <translation>到县里的连接不安全。</translation>
    </message>
    <message>
        <source>Check the address, and the date of this PC.</source>
        <translation>请检查地址和本机日期。</translation>
    </message>
    <message>
        <source>The clock of this PC is wrong.</source>
        <translation>本机时间不对。</translation>
    </message>
    <message>
        <source>Set date and time.</source>
        <translation>请调整日期和时间。</translation>
    </message>
    <message>
        <source>The county has withdrawn this PC.</source>
        <translation>县里已停用这台电脑。</translation>
    </message>
    <message>
        <source>This enrolment code is wrong, used or too old.</source>
        <translation>入网码不对、已用过或已过期。</translation>
    </message>
    <message>
        <source>Ask the county for a new one.</source>
        <translation>请向县里要新的。</translation>
    </message>
    <message>
        <source>This program is too old for the county.</source>
        <translation>程序版本太旧，县里不再支持。</translation>
    </message>
    <message>
        <source>The county does not have this.</source>
        <translation>县里没有这一项。</translation>
    </message>
    <message>
        <source>It may still be on its way from another PC.</source>
        <translation>可能还在从别的电脑上报的路上。</translation>
    </message>
    <message>
        <source>This is too large to be sent.</source>
        <translation>内容太大，发不出去。</translation>
    </message>
    <message>
        <source>Attach a smaller picture.</source>
        <translation>请换小一点的图片。</translation>
    </message>
    <message>
        <source>This is not an address of a county server.</source>
        <translation>这不是县服务器的地址。</translation>
    </message>
    <message>
        <source>It begins with https://.</source>
        <translation>地址以 https:// 开头。</translation>
    </message>
    <message>
        <source>This PC is not enrolled with a county yet.</source>
        <translation>这台电脑还没有接入县里。</translation>
    </message>
    <message>
        <source>Everything is saved here.</source>
        <translation>全部内容已保存在本机。</translation>
    </message>
    <message>
        <source>Ask the county for an enrolment code.</source>
        <translation>请向县里要入网码。</translation>
    </message>
    <message>
        <source>The sync was stopped.</source>
        <translation>上报已停止。</translation>
    </message>
    <message>
        <source>This PC is enrolled already.</source>
        <translation>这台电脑已经接入。</translation>
    </message>
    <message>
        <source>Ask the county before it is enrolled anew.</source>
        <translation>要重新接入，请先问县里。</translation>
    </message>
    <message>
        <source>Whoever answered does not know this enrolment code.</source>
        <translation>应答的一方不认识这个入网码。</translation>
    </message>
    <message>
        <source>Check the address and the code letter by letter.</source>
        <translation>请逐字核对地址和入网码。</translation>
    </message>
    <message>
        <source>This code belongs to another room than this PC&apos;s.</source>
        <translation>这个入网码属于别的服务室。</translation>
    </message>
    <message>
        <source>Ask the county for a code of your own room.</source>
        <translation>请向县里要本室的入网码。</translation>
    </message>
    <message>
        <source>A permission the county sent is not signed by the county.</source>
        <translation>收到的授权没有县里的签名。</translation>
    </message>
    <message>
        <source>The county holds other work of this PC: the desk file was copied, or an old copy came back.</source>
        <translation>县里存有这台电脑的其他记录：文件可能被复制过，或恢复了旧副本。</translation>
    </message>
    <message>
        <source>The county was restored from a backup and lacks what it had received.</source>
        <translation>县里从备份恢复过，缺少原来已收到的内容。</translation>
    </message>
    <message>
        <source>The receipt is not signed by the county.</source>
        <translation>回执没有县里的签名。</translation>
    </message>
    <message>
        <source>The sync did not succeed ({code}).</source>
        <translation>上报没有成功（{code}）。</translation>
    </message>
    <message>
        <source>The county server could not do this ({code}).</source>
        <translation>县服务器没能办成（{code}）。</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>输入的内容都留着。</translation>
    </message>
    <message>
        <source>The file was not changed.</source>
        <translation>文件没有改动。</translation>
    </message>
    <message>
        <source>Restore the last backup; the present file is set aside, not erased.</source>
        <translation>请恢复最近的备份；现在的文件会另存，不会删除。</translation>
    </message>
    <message>
        <source>Install the program again; your records are not touched by it.</source>
        <translation>请重新安装程序；记录不受影响。</translation>
    </message>
    <message>
        <source>Tell the county office; it made this file.</source>
        <translation>请告诉县里，这个文件是县里做的。</translation>
    </message>
    <message>
        <source>Go back to the list and look again.</source>
        <translation>请回到列表再看看。</translation>
    </message>
    <message>
        <source>The desk file or its folder is not there.</source>
        <translation>找不到数据文件或它的文件夹。</translation>
    </message>
    <message>
        <source>Connect the drive it lies on, or restore a backup.</source>
        <translation>请接上存放它的硬盘，或恢复备份。</translation>
    </message>
    <message>
        <source>The desk file is empty: it has no bytes at all.</source>
        <translation>数据文件是空的，一个字节也没有。</translation>
    </message>
    <message>
        <source>This file is not a desk file.</source>
        <translation>这不是服务台的数据文件。</translation>
    </message>
    <message>
        <source>Choose the right file, or restore a backup.</source>
        <translation>请选对文件，或恢复备份。</translation>
    </message>
    <message>
        <source>This file was written by a newer program.</source>
        <translation>这个文件由更新版本的程序写成。</translation>
    </message>
    <message>
        <source>The desk file is damaged.</source>
        <translation>数据文件已损坏。</translation>
    </message>
    <message>
        <source>The desk file cannot be written: file or drive is read-only.</source>
        <translation>数据文件不能写入：文件或硬盘是只读的。</translation>
    </message>
    <message>
        <source>Make the folder writable, or move the file to another drive.</source>
        <translation>请让文件夹可以写入，或把文件移到别的硬盘。</translation>
    </message>
    <message>
        <source>Another program uses the desk file.</source>
        <translation>别的程序正在使用数据文件。</translation>
    </message>
    <message>
        <source>Close the other window of this program, or wait for the virus scanner.</source>
        <translation>请关闭本程序的另一个窗口，或等杀毒软件扫描完。</translation>
    </message>
    <message>
        <source>The drive is full.</source>
        <translation>硬盘满了。</translation>
    </message>
    <message>
        <source>Make room on the drive, then save again.</source>
        <translation>请腾出空间，再保存一次。</translation>
    </message>
    <message>
        <source>This PC has too little free memory just now.</source>
        <translation>电脑可用内存太少。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序再试。</translation>
    </message>
    <message>
        <source>The drive did not read or write as it should.</source>
        <translation>硬盘读写出错。</translation>
    </message>
    <message>
        <source>Make a backup to another drive now; this one may be failing.</source>
        <translation>请马上备份到别的盘，这块盘可能要坏了。</translation>
    </message>
    <message>
        <source>There is a desk file in this place already.</source>
        <translation>这里已经有数据文件。</translation>
    </message>
    <message>
        <source>Open it, or choose another place.</source>
        <translation>请打开它，或另选位置。</translation>
    </message>
    <message>
        <source>This attachment is damaged.</source>
        <translation>这个附件已损坏。</translation>
    </message>
    <message>
        <source>The record itself is whole.</source>
        <translation>记录本身完好。</translation>
    </message>
    <message>
        <source>Attach the picture again, or restore it from a backup.</source>
        <translation>请重新添加图片，或从备份恢复。</translation>
    </message>
    <message>
        <source>This attachment is not on this PC.</source>
        <translation>这个附件不在本机。</translation>
    </message>
    <message>
        <source>Fetch it from the county, or restore it from a backup.</source>
        <translation>请从县里取回，或从备份恢复。</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>读取时文件发生了变化。</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>请重新添加。</translation>
    </message>
    <message>
        <source>The key file beside the desk file is missing.</source>
        <translation>数据文件旁边的密钥文件不见了。</translation>
    </message>
    <message>
        <source>Put the key file back from a backup; without it nobody can open the desk file.</source>
        <translation>请从备份放回密钥文件，没有它谁也打不开数据文件。</translation>
    </message>
    <message>
        <source>The key file beside the desk file is damaged.</source>
        <translation>数据文件旁边的密钥文件已损坏。</translation>
    </message>
    <message>
        <source>Put the key file back from a backup.</source>
        <translation>请从备份放回密钥文件。</translation>
    </message>
    <message>
        <source>The key file was written by a newer program.</source>
        <translation>密钥文件由更新版本的程序写成。</translation>
    </message>
    <message>
        <source>There is a key file in this place already.</source>
        <translation>这里已经有密钥文件。</translation>
    </message>
    <message>
        <source>Choose another place; a key file is never overwritten.</source>
        <translation>请另选位置，密钥文件不会被覆盖。</translation>
    </message>
    <message>
        <source>This backup is damaged and does not count.</source>
        <translation>这份备份已损坏，不算数。</translation>
    </message>
    <message>
        <source>The desk file itself is not touched.</source>
        <translation>数据文件本身没有改动。</translation>
    </message>
    <message>
        <source>Make or choose another backup, on another drive.</source>
        <translation>请另做或另选一份备份，换一个盘。</translation>
    </message>
    <message>
        <source>This backup is not complete; files are missing.</source>
        <translation>这份备份不完整，缺少文件。</translation>
    </message>
    <message>
        <source>Choose a complete backup; its folder was copied only in part.</source>
        <translation>请选完整的备份，这个文件夹只复制了一部分。</translation>
    </message>
    <message>
        <source>The desk file could not be used ({code}).</source>
        <translation>数据文件不能使用（{code}）。</translation>
    </message>
    <message>
        <source>This folder lies inside the desk&apos;s own folder, on the same drive.</source>
        <translation>这个文件夹在服务台自己的文件夹里，是同一块硬盘。</translation>
    </message>
    <message>
        <source>Choose a USB stick or another drive.</source>
        <translation>请选 U 盘或别的硬盘。</translation>
    </message>
    <message>
        <source>The backup could not be made or checked ({code}).</source>
        <translation>备份没有做成或核对不上（{code}）。</translation>
    </message>
    <message>
        <source>Choose another drive and try again.</source>
        <translation>请换一个盘再试。</translation>
    </message>
    <message>
        <source>The backup could not be restored ({code}).</source>
        <translation>备份没能恢复（{code}）。</translation>
    </message>
    <message>
        <source>The present file is still there.</source>
        <translation>现在的文件还在。</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>请另选一份备份。</translation>
    </message>
    <message>
        <source>This is not the password.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>Try again in {wait} seconds, or use the recovery key.</source>
        <translation>请 {wait} 秒后再试，或使用恢复密钥。</translation>
    </message>
    <message>
        <source>Too many wrong tries.</source>
        <translation>试错次数太多。</translation>
    </message>
    <message>
        <source>Wait {wait} seconds.</source>
        <translation>请等 {wait} 秒。</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>PIN 码不对。</translation>
    </message>
    <message>
        <source>{left} tries are left; after that the password is needed.</source>
        <translation>还可以试 {left} 次，之后要输密码。</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>这个密码太好猜。</translation>
    </message>
    <message>
        <source>Use at least ten characters, or four words.</source>
        <translation>请用至少十个字符，或四个词。</translation>
    </message>
    <message>
        <source>The recovery key is mistyped; it has {characters} characters.</source>
        <translation>恢复密钥输错了，它有 {characters} 个字符。</translation>
    </message>
    <message>
        <source>Compare it with the printed sheet, group by group.</source>
        <translation>请与密钥单逐组核对。</translation>
    </message>
    <message>
        <source>This recovery key belongs to another file.</source>
        <translation>这是另一个文件的恢复密钥。</translation>
    </message>
    <message>
        <source>Take the newest sheet printed for this PC.</source>
        <translation>请用这台电脑最新的密钥单。</translation>
    </message>
    <message>
        <source>The recovery key does not open this file.</source>
        <translation>恢复密钥打不开这个文件。</translation>
    </message>
    <message>
        <source>There is no such person on this PC.</source>
        <translation>这台电脑上没有这个人。</translation>
    </message>
    <message>
        <source>Choose a person from the list.</source>
        <translation>请从列表里选人。</translation>
    </message>
    <message>
        <source>This person has a password here already.</source>
        <translation>这个人在这里已经有密码。</translation>
    </message>
    <message>
        <source>Choose the person from the list.</source>
        <translation>请从列表里选这个人。</translation>
    </message>
    <message>
        <source>This is the only person who can open the file.</source>
        <translation>只有这个人能打开文件。</translation>
    </message>
    <message>
        <source>Add another person first.</source>
        <translation>请先添加另一个人。</translation>
    </message>
    <message>
        <source>This account has no permission for this room any more.</source>
        <translation>这个账号已没有本室的授权。</translation>
    </message>
    <message>
        <source>Ask the county to renew it, then sync.</source>
        <translation>请县里续期，再上报。</translation>
    </message>
    <message>
        <source>This account cannot be used ({code}).</source>
        <translation>这个账号不能使用（{code}）。</translation>
    </message>
    <message>
        <source>The file could not be opened ({code}).</source>
        <translation>文件打不开（{code}）。</translation>
    </message>
    <message>
        <source>Something that should be encrypted or signed is not as it should be ({code}).</source>
        <translation>加密或签名的内容不对（{code}）。</translation>
    </message>
    <message>
        <source>This record is not here.</source>
        <translation>没有这条记录。</translation>
    </message>
    <message>
        <source>This record was put away.</source>
        <translation>这条记录已收起。</translation>
    </message>
    <message>
        <source>Take it out of the archive to change it.</source>
        <translation>要修改，请先取出来。</translation>
    </message>
    <message>
        <source>This field is filled in by the program and cannot be typed over.</source>
        <translation>这一项由程序填写，不能手改。</translation>
    </message>
    <message>
        <source>This record is too large to be sent.</source>
        <translation>这条记录太大，发不出去。</translation>
    </message>
    <message>
        <source>Move long texts into an attachment.</source>
        <translation>请把长文字放进附件。</translation>
    </message>
    <message>
        <source>The county does not know this record yet.</source>
        <translation>县里还没有这条记录。</translation>
    </message>
    <message>
        <source>This record could not be saved or shown ({code}).</source>
        <translation>这条记录没能保存或显示（{code}）。</translation>
    </message>
    <message>
        <source>This was decided already.</source>
        <translation>这一处已经定夺过。</translation>
    </message>
    <message>
        <source>Somebody else changed the same field.</source>
        <translation>别人改了同一项。</translation>
    </message>
    <message>
        <source>Both texts are kept.</source>
        <translation>两份都留着。</translation>
    </message>
    <message>
        <source>Choose one on the page of conflicts.</source>
        <translation>请在“上报与接收”页选一份。</translation>
    </message>
    <message>
        <source>No case numbers are left on this PC.</source>
        <translation>本机的案号用完了。</translation>
    </message>
    <message>
        <source>The paper shows a provisional number; the official one is added after the next sync.</source>
        <translation>纸上先用临时编号，下次上报后补登正式案号。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>这个文件是空的。</translation>
    </message>
    <message>
        <source>Choose another file, or take the picture again.</source>
        <translation>请另选文件，或重新拍照。</translation>
    </message>
    <message>
        <source>This file is larger than {megabytes} MB.</source>
        <translation>这个文件超过 {megabytes} MB。</translation>
    </message>
    <message>
        <source>Take the picture with less resolution, or scan again.</source>
        <translation>请降低分辨率拍照，或重新扫描。</translation>
    </message>
    <message>
        <source>This file cannot be attached ({code}).</source>
        <translation>这个文件不能添加（{code}）。</translation>
    </message>
    <message>
        <source>Choose a picture or PDF that opens.</source>
        <translation>请选能打开的图片或 PDF。</translation>
    </message>
    <message>
        <source>These characters are in no font and cannot be printed: {characters}</source>
        <translation>这些字没有字体，打印不出来：{characters}。</translation>
    </message>
    <message>
        <source>Write them by hand on the printed sheet, or choose another form of the character.</source>
        <translation>请打印后手写，或换一种写法。</translation>
    </message>
    <message>
        <source>There is no such form.</source>
        <translation>没有这张表。</translation>
    </message>
    <message>
        <source>This is not the code of a sheet of this program, or it was misread.</source>
        <translation>这不是本程序表格的二维码，或没有读准。</translation>
    </message>
    <message>
        <source>Hold the sheet flat and try again.</source>
        <translation>请把纸放平再试。</translation>
    </message>
    <message>
        <source>The content of this paper cannot be read.</source>
        <translation>这份文书的内容读不出来。</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>打印机没有反应。</translation>
    </message>
    <message>
        <source>Check the printer, or save the paper as a PDF.</source>
        <translation>请检查打印机，或存为 PDF。</translation>
    </message>
    <message>
        <source>The paper cannot be written to this place.</source>
        <translation>文书不能存到这里。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请另选文件夹。</translation>
    </message>
    <message>
        <source>The paper cannot be shown.</source>
        <translation>文书不能显示。</translation>
    </message>
    <message>
        <source>The paper could not be made ({code}).</source>
        <translation>文书没有做成（{code}）。</translation>
    </message>
    <message>
        <source>The form has a mistake in line {line} ({code}).</source>
        <translation>表格第 {line} 行有错（{code}）。</translation>
    </message>
    <message>
        <source>A file of the county profile is missing: {file}.</source>
        <translation>县级配置缺少文件：{file}。</translation>
    </message>
    <message>
        <source>{file} is not saved as UTF-8.</source>
        <translation>{file} 不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not valid JSON.</source>
        <translation>{file} 第 {line} 行：不是有效的 JSON。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a column is missing, empty or too many.</source>
        <translation>{file} 第 {line} 行：列缺失、为空或多余。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a code has Latin letters, digits, dots and dashes only.</source>
        <translation>{file} 第 {line} 行：代码只能用字母、数字、点和短横线。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the code {entry} stands there twice.</source>
        <translation>{file} 第 {line} 行：代码 {entry} 重复。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a day reads like 2026-11-21.</source>
        <translation>{file} 第 {line} 行：日期写法如 2026-11-21。</translation>
    </message>
    <message>
        <source>The county profile lacks the list {file}.</source>
        <translation>县级配置缺少代码表 {file}。</translation>
    </message>
    <message>
        <source>The county profile does not say “{name}”.</source>
        <translation>县级配置没有规定“{name}”。</translation>
    </message>
    <message>
        <source>The table of rights is missing.</source>
        <translation>权限表不见了。</translation>
    </message>
    <message>
        <source>The table of rights has a mistake in line {line}.</source>
        <translation>权限表第 {line} 行有错。</translation>
    </message>
    <message>
        <source>The table of workflow steps is missing.</source>
        <translation>流程表不见了。</translation>
    </message>
    <message>
        <source>The table of workflow steps has a mistake in line {line}.</source>
        <translation>流程表第 {line} 行有错。</translation>
    </message>
    <message>
        <source>{count} people have a password here, and none or several of them were meant.</source>
        <translation>这里有 {count} 个人设了密码，没有指明是哪一个。</translation>
    </message>
    <message>
        <source>Say which one by name.</source>
        <translation>请写明姓名。</translation>
    </message>
    <message>
        <source>Everything was read and is sound: {records} records.</source>
        <translation>全部读过，完好无损：{records} 条记录。</translation>
    </message>
    <message>
        <source>Something is damaged. Nothing was changed. Restore the latest backup, or ask the county. Found:</source>
        <translation>有内容损坏。没有改动任何内容。请恢复最近的备份，或联系县里。发现：</translation>
    </message>
    <message>
        <source>Change no. {broken_at} ({broken_record}) is not what was written: it was altered outside this program. Keep this file as it is and tell the township.</source>
        <translation>第 {broken_at} 条修改（{broken_record}）与当初写下的不一致，曾在程序之外被改动。请保留文件原样，并告诉司法所。</translation>
    </message>
    <message>
        <source>The history does not agree with these receipts of the county: {receipts}. Keep this file as it is and tell the township.</source>
        <translation>修改历史与这些县里回执不符：{receipts}。请保留文件原样，并告诉司法所。</translation>
    </message>
    <message>
        <source>The backup {folder} was written, read back and is sound.</source>
        <translation>备份 {folder} 已写好并读回核对，完好。</translation>
    </message>
    <message>
        <source>The backup was put back; what was here before lies in {folder}.</source>
        <translation>备份已恢复；原来的内容放在 {folder}。</translation>
    </message>
    <message>
        <source>{count} records were written. The file is not encrypted; keep it where nobody else reads.</source>
        <translation>已写出 {count} 条记录。这个文件没有加密，请放在别人看不到的地方。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>这个文件读不出来。</translation>
    </message>
    <message>
        <source>See whether the stick or card is still in, then choose the file again.</source>
        <translation>请看 U 盘或存储卡是否还插着，再重新选择文件。</translation>
    </message>
    <message>
        <source>The history is what was written: {changes} changes; {receipts} receipts of the county agree with it; its log had {log} rows when it was last proved.</source>
        <translation>历史与写入时一致：{changes} 次改动；县里的 {receipts} 份回执与之相符；上次核验时县里的总账有 {log} 条。</translation>
    </message>
    <message>
        <source>What is kept here of the county&apos;s log does not fit together ({faults}). Keep this file as it is and tell the township.</source>
        <translation>这里保存的县总账记录前后不符（{faults}）。请保持文件原样，并告知司法所。</translation>
    </message>
    <message>
        <source>The county&apos;s log is not the one it showed this PC before: it was cut or rewritten.</source>
        <translation>县里的总账与先前给这台电脑看过的不一致：被截断或改写过。</translation>
    </message>
    <message>
        <source>Everything is saved here, and both signed states of the county are kept as evidence.</source>
        <translation>内容都已保存在本机，县里前后两次签名的状态已留作证据。</translation>
    </message>
    <message>
        <source>The county does not prove what its log holds.</source>
        <translation>县里没有证明其总账的内容。</translation>
    </message>
    <message>
        <source>What you wrote is safe on this PC and with the county.</source>
        <translation>您写的内容在本机和县里都安全保存着。</translation>
    </message>
    <message>
        <source>Print it or save it as a file and give it to the township judicial office.</source>
        <translation>请打印出来或存成文件，交给司法所。</translation>
    </message>
    <message>
        <source>When the newest program is installed there or here, press “Send again”.</source>
        <translation>等两边都装上新版程序后，再按“再次上报”。</translation>
    </message>
    <message>
        <source>The county could not read this change.</source>
        <translation>县里读不出这处改动。</translation>
    </message>
    <message>
        <source>The county&apos;s program does not know records of this kind yet.</source>
        <translation>县里的程序还不认识这一类记录。</translation>
    </message>
    <message>
        <source>The county could not tell which record this change is about.</source>
        <translation>县里认不出这处改动属于哪条记录。</translation>
    </message>
    <message>
        <source>The county could not tell which village this change belongs to.</source>
        <translation>县里认不出这处改动属于哪个村。</translation>
    </message>
    <message>
        <source>The program of this PC and that of the county are too far apart in age.</source>
        <translation>本机程序和县里程序的版本相差太远。</translation>
    </message>
    <message>
        <source>One value is not as the county expects it in this field.</source>
        <translation>有一栏的内容不合县里的要求。</translation>
    </message>
    <message>
        <source>Open the record and enter that value again.</source>
        <translation>请打开记录，把那一栏重新填一遍。</translation>
    </message>
    <message>
        <source>The county has no valid permission of this person for this place.</source>
        <translation>县里查不到填写人在这个地方办事的有效授权。</translation>
    </message>
    <message>
        <source>Ask the township to have it given; then press “Send again”.</source>
        <translation>请找司法所办好授权，再按“再次上报”。</translation>
    </message>
    <message>
        <source>The county does not let this person change this record.</source>
        <translation>按县里的规定，这个人不能改这条记录。</translation>
    </message>
    <message>
        <source>If it is your work, ask the township for the permission; then press “Send again”.</source>
        <translation>如果这是您的工作，请找司法所开通权限，再按“再次上报”。</translation>
    </message>
    <message>
        <source>It belongs to a confidential record and was not marked as confidential itself.</source>
        <translation>它属于一条保密的记录，自己却没有标为保密。</translation>
    </message>
    <message>
        <source>Nobody reviews what they have handed in themselves.</source>
        <translation>自己送审的，不能自己审核。</translation>
    </message>
    <message>
        <source>Let a colleague of the judicial office review it.</source>
        <translation>请司法所的另一位同事审核。</translation>
    </message>
    <message>
        <source>The county had withdrawn this PC when the change arrived.</source>
        <translation>这处改动到县里时，这台电脑已被县里停用。</translation>
    </message>
    <message>
        <source>Ask the township; once this PC is admitted again, press “Send again”.</source>
        <translation>请联系司法所；电脑重新启用后，再按“再次上报”。</translation>
    </message>
    <message>
        <source>It was saved together with something the county could not take.</source>
        <translation>它和另一处没能收下的改动是一起保存的。</translation>
    </message>
    <message>
        <source>The county does not take this kind of change from a village PC.</source>
        <translation>这一种改动，县里不从村里的电脑接收。</translation>
    </message>
    <message>
        <source>The county does not have the record this change belongs to.</source>
        <translation>县里没有这处改动所属的记录。</translation>
    </message>
    <message>
        <source>The county has another value in a field that is fixed once it is filled.</source>
        <translation>有一栏填好后就不能再改，县里填的是另一个内容。</translation>
    </message>
    <message>
        <source>Let the county&apos;s value stand; if it is wrong, tell the township.</source>
        <translation>请以县里的内容为准；如果县里填错了，请告诉司法所。</translation>
    </message>
    <message>
        <source>At the county this record stood at another step by then.</source>
        <translation>那时这条记录在县里已经走到了别的步骤。</translation>
    </message>
    <message>
        <source>Open the record, and take the step again if it is still needed.</source>
        <translation>请打开记录看一看，还需要这一步就再办一次。</translation>
    </message>
    <message>
        <source>This has been dealt with already.</source>
        <translation>这一条已经处理过了。</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>请再看一下清单。</translation>
    </message>
    <message>
        <source>The county could not take this change ({code}).</source>
        <translation>县里没能收下这处改动（{code}）。</translation>
    </message>
    <message>
        <source>The file cannot be written to this place.</source>
        <translation>文件写不到这个位置。</translation>
    </message>
    <message>
        <source>Everything is saved on this PC; nothing was taken in.</source>
        <translation>本机的内容都已保存，这次没有读入任何东西。</translation>
    </message>
    <message>
        <source>Nothing was changed, and the file stays on the stick.</source>
        <translation>什么都没有改动，文件仍在U盘上。</translation>
    </message>
    <message>
        <source>Write the stick again at the PC it comes from.</source>
        <translation>请回到写这个U盘的电脑上，重新带出一次。</translation>
    </message>
    <message>
        <source>This file is not a bundle of this program.</source>
        <translation>这个文件不是本程序的数据包。</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .vdb.</source>
        <translation>请选择文件名以 .vdb 结尾的文件。</translation>
    </message>
    <message>
        <source>A newer program wrote this bundle.</source>
        <translation>这个数据包是用更新版本的程序写的。</translation>
    </message>
    <message>
        <source>Install the newest program, then read the stick again.</source>
        <translation>请先安装最新版程序，再读这个U盘。</translation>
    </message>
    <message>
        <source>This bundle is not whole: the stick was pulled out while it was written or copied.</source>
        <translation>这个数据包不完整：可能写入或复制时U盘被拔出了。</translation>
    </message>
    <message>
        <source>This bundle is damaged: what is in it is not what was written.</source>
        <translation>这个数据包已损坏，内容与写入时不一致。</translation>
    </message>
    <message>
        <source>This bundle does not bear the signature of whom it says it is from.</source>
        <translation>这个数据包的签名不对，不是它所说的那台电脑写的。</translation>
    </message>
    <message>
        <source>Do not use it, and tell the county office.</source>
        <translation>请不要使用它，并告诉县里。</translation>
    </message>
    <message>
        <source>This bundle belongs to another county.</source>
        <translation>这个数据包是别的县的。</translation>
    </message>
    <message>
        <source>Bring it to the county it belongs to.</source>
        <translation>请交到它所属的县。</translation>
    </message>
    <message>
        <source>This bundle is for another PC than this one.</source>
        <translation>这个数据包不是给本机的。</translation>
    </message>
    <message>
        <source>Bring the stick to the room it is for.</source>
        <translation>请把U盘带到它要去的那个室。</translation>
    </message>
    <message>
        <source>This PC wrote this bundle itself.</source>
        <translation>这个数据包是本机自己带出的。</translation>
    </message>
    <message>
        <source>Bring the stick to the township or the county; the answer comes back on it.</source>
        <translation>请把U盘交到司法所或县里，回执会随U盘带回。</translation>
    </message>
    <message>
        <source>This is an answer of the county; it is for the desk it was written for.</source>
        <translation>这是县里写的回执，要由它所写给的那台电脑读入。</translation>
    </message>
    <message>
        <source>Bring the stick back to that PC.</source>
        <translation>请把U盘带回那台电脑。</translation>
    </message>
    <message>
        <source>Nobody here knows the PC this bundle comes from.</source>
        <translation>这里不认识写这个数据包的电脑。</translation>
    </message>
    <message>
        <source>Sync or read the newest answer of the county first; else ask the county office.</source>
        <translation>请先联网一次或读入县里最新的回执；还是不行，请问县里。</translation>
    </message>
    <message>
        <source>This bundle was taken in already, or says nothing new.</source>
        <translation>这个数据包已经读入过，或者没有新内容。</translation>
    </message>
    <message>
        <source>Nothing is missing, and nothing was taken in twice.</source>
        <translation>什么都没有少，也没有重复读入。</translation>
    </message>
    <message>
        <source>It can be deleted from the stick.</source>
        <translation>可以把它从U盘上删掉。</translation>
    </message>
    <message>
        <source>A part before this one has not been read yet.</source>
        <translation>它前面的一部分还没有读入。</translation>
    </message>
    <message>
        <source>Read the stick with the earlier part first.</source>
        <translation>请先读入前面那一部分的U盘。</translation>
    </message>
    <message>
        <source>This PC has heard from the county by another way since this answer was asked for.</source>
        <translation>写这份回执之后，本机已经通过别的途径收到过县里的消息。</translation>
    </message>
    <message>
        <source>Sync over the network, or carry a stick once more.</source>
        <translation>请联网一次，或者再用U盘带一次。</translation>
    </message>
    <message>
        <source>There is not enough room on the stick.</source>
        <translation>U盘空间不够。</translation>
    </message>
    <message>
        <source>Everything is saved on this PC.</source>
        <translation>内容都已保存在本机。</translation>
    </message>
    <message>
        <source>Delete what is not needed from the stick, or take a larger one.</source>
        <translation>请删掉U盘上不要的文件，或者换一个大一些的U盘。</translation>
    </message>
    <message>
        <source>The stick was pulled out, or cannot be read or written.</source>
        <translation>U盘被拔出了，或者不能读写。</translation>
    </message>
    <message>
        <source>Everything is saved on this PC; half-written files count for nothing.</source>
        <translation>内容都已保存在本机；没写完的文件不算数。</translation>
    </message>
    <message>
        <source>Put the stick in again, or take another, and start again.</source>
        <translation>请重新插好U盘或换一个，再来一次。</translation>
    </message>
    <message>
        <source>There is no bundle for this PC in this folder.</source>
        <translation>这个文件夹里没有给本机的数据包。</translation>
    </message>
    <message>
        <source>Choose the stick, or the folder the bundle was put into.</source>
        <translation>请选择U盘，或者放数据包的文件夹。</translation>
    </message>
    <message>
        <source>The keys for sticks are not on this PC yet.</source>
        <translation>本机还没有用U盘传送所需的密钥。</translation>
    </message>
    <message>
        <source>Sync once over a network; after that sticks do for ever.</source>
        <translation>请先联网一次，以后就可以一直用U盘。</translation>
    </message>
    <message>
        <source>Write down the agreement first, in writing or as an oral one.</source>
        <translation>请先写好调解协议：书面协议或者口头协议登记。</translation>
    </message>
    <message>
        <source>This PC goes on as one of its own with the next sync; work on one copy only.</source>
        <translation>下次同步时，这台电脑会自动另行登记继续上报；请只在其中一份上办公。</translation>
    </message>
    <message>
        <source>The county was set back to a backup and lacks some of what it had received.</source>
        <translation>县里恢复过备份，缺了一部分已收到的内容。</translation>
    </message>
    <message>
        <source>Nothing is lost: all of it is still on this PC and waits again.</source>
        <translation>没有丢失：这些内容本机都还在，正等着重新上报。</translation>
    </message>
    <message>
        <source>Take out by stick once more; what the county lacks is written again.</source>
        <translation>请再用U盘带出一次，县里缺的会重新写上。</translation>
    </message>
    <message>
        <source>Your role does not put records into another area.</source>
        <translation>您的岗位不能把材料转到别的地方。</translation>
    </message>
    <message>
        <source>You may not put this record there.</source>
        <translation>您不能把这份材料转到那里。</translation>
    </message>
    <message>
        <source>The record lies there already.</source>
        <translation>这份材料本来就在那里。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请另选一个地方。</translation>
    </message>
    <message>
        <source>The county has withdrawn this PC. What is saved here is being handed over to it, drafts, too.</source>
        <translation>县里已停用这台电脑。保存在这里的内容（包括草稿）正在移交给县里。</translation>
    </message>
    <message>
        <source>Connect this PC with the county, or bring it a stick.</source>
        <translation>请让这台电脑连上县里，或者送去U盘。</translation>
    </message>
    <message>
        <source>The county has received everything from this PC, and its key was destroyed.</source>
        <translation>县里已收到这台电脑的全部内容，密钥已销毁。</translation>
    </message>
    <message>
        <source>Nothing is lost; it is kept at the county.</source>
        <translation>什么都没有丢，都保存在县里。</translation>
    </message>
    <message>
        <source>Set this PC up anew with a new code of the county.</source>
        <translation>请向县里要新的入网码，重新设置这台电脑。</translation>
    </message>
    <message>
        <source>This PC has not been in touch with the county for too long and is closed.</source>
        <translation>这台电脑太久没有和县里联系，已经关闭。</translation>
    </message>
    <message>
        <source>Connect it, or bring the county a stick; it opens again by itself.</source>
        <translation>请连上网络，或把U盘送到县里；联系上后会自动打开。</translation>
    </message>
    <message>
        <source>In {days} days this PC closes, because the county has not heard from it.</source>
        <translation>再过 {days} 天，这台电脑就会关闭，因为县里一直没有收到它的消息。</translation>
    </message>
    <message>
        <source>Connect it, or bring the county a stick.</source>
        <translation>请连上网络，或把U盘送到县里。</translation>
    </message>
    <message>
        <source>Another PC had moved this record to another place by then.</source>
        <translation>那时这条记录已被别的电脑移到了别处。</translation>
    </message>
    <message>
        <source>Look where the record is now; if it is wrong, tell the township.</source>
        <translation>请看一看记录现在在哪里；如果不对，请告诉司法所。</translation>
    </message>
    <message>
        <source>A move to another place is not sent again by itself.</source>
        <translation>移到别处的操作不会自动再次上报。</translation>
    </message>
    <message>
        <source>Open the record and move it again, if it is still needed.</source>
        <translation>如果还需要，请打开记录重新移动。</translation>
    </message>
    <message>
        <source>Use the recovery sheet.</source>
        <translation>请使用恢复密钥单。</translation>
    </message>
    <message>
        <source>This file is not the question or answer it should be, or belongs to another desk.</source>
        <translation>这个文件不是所需的求助文件或答复文件，或者属于别的电脑。</translation>
    </message>
    <message>
        <source>Nothing of it was filed.</source>
        <translation>没有归入任何内容。</translation>
    </message>
    <message>
        <source>Take the picture again, flat and in good light, or scan the sheet again.</source>
        <translation>请把纸放平，在光线好的地方重拍，或者重新扫描。</translation>
    </message>
    <message>
        <source>The township has approved this record.</source>
        <translation>这条记录镇（街道）已经审核通过。</translation>
    </message>
    <message>
        <source>This text has been signed, and the signed sheet is on file.</source>
        <translation>这段文字当事人已经签字，签字件已经收回存好。</translation>
    </message>
    <message>
        <source>Give a reason: the change is then kept as a supplement beside the signed text.</source>
        <translation>要改请写明原因：改动作为补充说明保存，签过字的原文照样保留。</translation>
    </message>
    <message>
        <source>A signed sheet on file shows this.</source>
        <translation>收回的签字件上有这一条。</translation>
    </message>
    <message>
        <source>So it stays in sight; nothing was changed.</source>
        <translation>所以不能移走，什么都没有改动。</translation>
    </message>
    <message>
        <source>If the picture of the sheet was filed by mistake, take the picture away first.</source>
        <translation>如果是签字件收错了地方，请先把那张图片撤回。</translation>
    </message>
    <message>
        <source>This file is neither a picture nor a PDF, or it is damaged.</source>
        <translation>这个文件不是图片也不是 PDF，或者已经损坏。</translation>
    </message>
    <message>
        <source>This PDF is protected by a password.</source>
        <translation>这个 PDF 有密码保护。</translation>
    </message>
    <message>
        <source>Save it without a password, or scan the sheet again.</source>
        <translation>请去掉密码另存，或者重新扫描。</translation>
    </message>
    <message>
        <source>This picture is far larger than a sheet needs: {megapixels} million pixels.</source>
        <translation>这张图片太大了，有 {megapixels} 百万像素，拍一张纸用不着这么大。</translation>
    </message>
    <message>
        <source>Take it in the normal size of the camera, or scan at 300 dpi.</source>
        <translation>请用相机的普通尺寸重拍，或者用 300 dpi 重新扫描。</translation>
    </message>
    <message>
        <source>No code could be read on this page.</source>
        <translation>这一页上没有读出二维码。</translation>
    </message>
    <message>
        <source>Choose the record it belongs to, or take the picture again in good light.</source>
        <translation>请选择它属于哪条记录，或者在光线好的地方重拍。</translation>
    </message>
    <message>
        <source>This picture shows two different sheets.</source>
        <translation>这张图片里有两份不同的文书。</translation>
    </message>
    <message>
        <source>Take a picture of each sheet by itself.</source>
        <translation>请一份一份分开拍。</translation>
    </message>
    <message>
        <source>This sheet is not known here: another office printed it, or it was printed blank.</source>
        <translation>本机没有这份文书的打印记录：可能是别的单位打印的，或者是空白表格。</translation>
    </message>
    <message>
        <source>Choose its record if it belongs here; otherwise give it to the office it is from.</source>
        <translation>如果是本室的，请选择它属于哪条记录；如果不是，请交给打印它的单位。</translation>
    </message>
    <message>
        <source>The code on this page and the sheet it names do not fit together.</source>
        <translation>这一页的二维码和它对应的打印件对不上。</translation>
    </message>
    <message>
        <source>Compare the paper with the record, and choose the record yourself.</source>
        <translation>请拿纸和记录核对，再自己选择记录。</translation>
    </message>
    <message>
        <source>Nothing was taken in.</source>
        <translation>什么都没有导入。</translation>
    </message>
    <message>
        <source>This ledger has more than {rows} rows, or is larger than 20 MB.</source>
        <translation>这个台账超过 {rows} 行，或者大于 20 MB。</translation>
    </message>
    <message>
        <source>Divide it into a file for each year and take them in one after the other.</source>
        <translation>请按年份分成几个文件，一个一个导入。</translation>
    </message>
    <message>
        <source>This file is of an old Excel, or locked with a password.</source>
        <translation>这个文件是旧版 Excel 格式，或者加了密码。</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS, save it as XLSX without a password, and choose that file.</source>
        <translation>请用 Excel 或 WPS 打开，去掉密码，另存为 XLSX，再选那个文件。</translation>
    </message>
    <message>
        <source>This file is no XLSX spreadsheet, or it is damaged.</source>
        <translation>这个文件不是 XLSX 表格，或者已经损坏。</translation>
    </message>
    <message>
        <source>Open it in Excel or WPS, save it as XLSX, and choose that file.</source>
        <translation>请用 Excel 或 WPS 打开，另存为 XLSX，再选那个文件。</translation>
    </message>
    <message>
        <source>There is no table with headings and rows in this file.</source>
        <translation>这个文件里没有带标题行的表格。</translation>
    </message>
    <message>
        <source>The first line of the table says what stands in each column.</source>
        <translation>表格第一行要写明每一列是什么。</translation>
    </message>
    <message>
        <source>The file cannot be opened; perhaps the stick was pulled out.</source>
        <translation>文件打不开，也许 U 盘已经拔掉。</translation>
    </message>
    <message>
        <source>Choose it again.</source>
        <translation>请重新选择。</translation>
    </message>
    <message>
        <source>It is not clear yet which column names the parties, and which the day of acceptance.</source>
        <translation>还看不出哪一列是当事人、哪一列是受理日期。</translation>
    </message>
    <message>
        <source>Choose their meaning above.</source>
        <translation>请在上面选好。</translation>
    </message>
    <message>
        <source>Only a case that came from an earlier ledger can be kept so.</source>
        <translation>只有从旧台账导入的案件才能这样保存。</translation>
    </message>
    <message>
        <source>This cell must not be empty.</source>
        <translation>这一格不能空着。</translation>
    </message>
    <message>
        <source>This is no day with a year, such as 2025-03-12.</source>
        <translation>这不是带年份的日期，例如 2025-03-12。</translation>
    </message>
    <message>
        <source>This is no amount in yuan.</source>
        <translation>这不是以元为单位的金额。</translation>
    </message>
    <message>
        <source>“{text}” is not in the list.</source>
        <translation>“{text}”不在可选项里。</translation>
    </message>
    <message>
        <source>These may be two persons; write a comma between them.</source>
        <translation>这里可能是两个人，请在中间加“、”或“与”。</translation>
    </message>
    <message>
        <source>It would have been closed before it was accepted.</source>
        <translation>结案日期早于受理日期。</translation>
    </message>
    <message>
        <source>Keep as a case of the ledger</source>
        <translation>作为旧台账案件保存</translation>
    </message>
    <message>
        <source>It was worked on outside this program and stays as the ledger has it.</source>
        <translation>案件不是在本系统办理的，按台账原样保存。</translation>
    </message>
    <message>
        <source>It was altered in the file of this PC after it was saved, not by this program.</source>
        <translation>这次保存的内容，后来在本机文件里被改动过，不是本程序改的。</translation>
    </message>
    <message>
        <source>What the record showed is kept, and so is what was found in its place; everything else went on.</source>
        <translation>记录上原来显示的、后来被改成的，两样都留着，县里也有一份；其他改动照常上报。</translation>
    </message>
    <message>
        <source>Check each line; if it is right, press “Send again”. And tell the township that somebody has been at this file.</source>
        <translation>请逐行核对，没有错就按“再次上报”；并告诉司法所：有人动过这台电脑里的文件。</translation>
    </message>
    <message>
        <source>Changes no. {altered} were altered in this file before the county had them. The county knows of it, and set them aside; they stand on the page of changes that need attention.</source>
        <translation>第 {altered} 次改动在上报之前，已在本机文件里被改动过。县里知道这件事，没有采用；请到“需处理的变更”一页核对。</translation>
    </message>
    <message>
        <source>The dossier must hold “{paper}”, which is not there yet.</source>
        <translation>卷宗里必须有《{paper}》，现在还没有。</translation>
    </message>
    <message>
        <source>Everything was read and is sound: {records} records. Search was wrong about {count} of them; that has been put right just now.</source>
        <translation>全部读过，完好：共 {records} 条记录。其中 {count} 条在检索里不对，刚才已经改正。</translation>
    </message>
    <message>
        <source>This PC was enrolled after the backup from which the county was restored.</source>
        <translation>您的电脑是在县里备份之后登记的，县里恢复备份后不认识它了。</translation>
    </message>
    <message>
        <source>Everything you have written is still here.</source>
        <translation>您的数据都在。</translation>
    </message>
    <message>
        <source>Ask the county for a new code and enrol this PC again.</source>
        <translation>请向县里要一个新的入网码，在“上报与接收”页重新登记。</translation>
    </message>
    <message>
        <source>This code belongs to another county than this PC&apos;s.</source>
        <translation>这个入网码不是本县的。</translation>
    </message>
    <message>
        <source>Ask your own county for a code.</source>
        <translation>请向本县要入网码。</translation>
    </message>
    <message>
        <source>Something in this case must be reported at once. Report it, write the report down, then go on.</source>
        <translation>这件案件有情况应当立即报告。请先报告并写好报告记录，再办下一步。</translation>
    </message>
    <message>
        <source>A party does not agree to mediation: the case cannot be accepted, only refused.</source>
        <translation>有一方当事人不同意调解，不能受理，只能不予受理。</translation>
    </message>
    <message>
        <source>The case needs a party on each side, applicant and respondent.</source>
        <translation>申请人和被申请人各方至少要有一名当事人。</translation>
    </message>
    <message>
        <source>A party is under eighteen: add the guardian on the same side, who acts and signs.</source>
        <translation>有当事人未满十八周岁：请在同一方加上监护人或法定代理人，由其代为调解和签名。</translation>
    </message>
    <message>
        <source>An agent takes part without a power of attorney; write one down or change the role.</source>
        <translation>有委托代理人还没有授权委托书：请写好授权委托书，或者改正其身份。</translation>
    </message>
    <message>
        <source>Write down the mediation session first.</source>
        <translation>请先写人民调解记录。</translation>
    </message>
    <message>
        <source>Tell the parties that arbitration, administrative and court ways are open to them, and note that.</source>
        <translation>请告知当事人可以通过仲裁、行政、司法等途径解决，并在案件中注明已告知。</translation>
    </message>
    <message>
        <source>The agreement is signed and sealed and binds; it can only be performed.</source>
        <translation>协议已经签名盖章生效，不能再作调解不成处理，应当履行。</translation>
    </message>
    <message>
        <source>The agreement does not bind yet: enter the days of all signatures and of the seal.</source>
        <translation>协议还没有生效：请填写各方签名和盖章的日期。</translation>
    </message>
    <message>
        <source>Something agreed on has no day of performance yet.</source>
        <translation>还有约定的事项没有填写实际履行日期。</translation>
    </message>
    <message>
        <source>The result does not fit the way the case went.</source>
        <translation>调解结果与办理情况不一致，请改正。</translation>
    </message>
    <message>
        <source>This case was never accepted; register a new application instead.</source>
        <translation>这件案件没有受理过，不能重新打开；请另行登记申请。</translation>
    </message>
    <message>
        <source>The township has not approved this case yet. Send it there first; then archive it.</source>
        <translation>司法所还没有审核通过这件案件。请先报司法所，审核通过后再归档。</translation>
    </message>
    <message>
        <source>The law fixes this period; no day of it is left out.</source>
        <translation>这个期限是法定期限，不能暂停计算。</translation>
    </message>
    <message>
        <source>The law fixes this period; nobody can extend it.</source>
        <translation>这个期限是法定期限，不能延长。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>截止日期早于起始日期。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The township has approved the dossier; it is kept for the term on its cover.</source>
        <translation>司法所审核通过后归档，按封面的保管期限保存。</translation>
    </message>
    <message>
        <source>What was agreed is due</source>
        <translation>约定的事项到期履行</translation>
    </message>
    <message>
        <source>The court must decide whether it accepts the application</source>
        <translation>法院应当决定是否受理司法确认申请</translation>
    </message>
    <message>
        <source>The court must decide on the confirmation</source>
        <translation>法院应当作出裁定</translation>
    </message>
    <message>
        <source>Last day for a party to object to the ruling</source>
        <translation>当事人对裁定提出异议的最后一天</translation>
    </message>
    <message>
        <source>Last day to ask the court for enforcement</source>
        <translation>申请强制执行的最后一天</translation>
    </message>
    <message>
        <source>Limitation period, begun anew with the application</source>
        <translation>诉讼时效（自提出调解申请之日起重新计算）</translation>
    </message>
    <message>
        <source>Report at once</source>
        <translation>应当立即报告</translation>
    </message>
    <message>
        <source>another claim holds it already</source>
        <translation>已经在另一份申报表里</translation>
    </message>
    <message>
        <source>it ended without agreement</source>
        <translation>没有达成协议</translation>
    </message>
    <message>
        <source>no performance is written down yet</source>
        <translation>还没有履行记录</translation>
    </message>
    <message>
        <source>it is not filed yet</source>
        <translation>还没有立卷</translation>
    </message>
    <message>
        <source>its dossier lacks: {paper}</source>
        <translation>卷宗还缺：{paper}</translation>
    </message>
    <message>
        <source>changed since it was claimed</source>
        <translation>申报以后又改动过</translation>
    </message>
    <message>
        <source>another claim holds it too</source>
        <translation>另一份申报表里也有这一件</translation>
    </message>
    <message>
        <source>Say why; whoever wrote it will read it.</source>
        <translation>请写明理由，写这条内容的人会看到。</translation>
    </message>
    <message>
        <source>More than a permission was missing here; it can only be taken off the list, with a reason.</source>
        <translation>这里不只是缺权限，不能直接同意；只能写明理由，点“不同意”。</translation>
    </message>
    <message>
        <source>What was bound is no file an archive would take.</source>
        <translation>装订出来的文件不符合档案格式（PDF/A）要求。</translation>
    </message>
    <message>
        <source>Look at the photos and PDFs added last; scan what is damaged again.</source>
        <translation>请检查最近添加的照片和 PDF，坏了的请重新扫描。</translation>
    </message>
    <message>
        <source>This case has no dossier yet.</source>
        <translation>这个案件还没有立卷。</translation>
    </message>
    <message>
        <source>Make the dossier first; its cover is filled in there.</source>
        <translation>请先点“立卷”，填好卷宗封面。</translation>
    </message>
    <message>
        <source>The claim does not say yet whose cases it holds, from when until when.</source>
        <translation>申报表还没有写明是哪位调解员、从哪天到哪天的案件。</translation>
    </message>
    <message>
        <source>Write the mediator and the period, then take in the cases.</source>
        <translation>请先填写调解员和起止日期，再提取案件。</translation>
    </message>
    <message>
        <source>it is confidential; ask the county how it is claimed</source>
        <translation>这是保密案件，如何申报请问县司法局</translation>
    </message>
    <message>
        <source>A fault of the program stopped this page.</source>
        <translation>程序出错，这一页没有处理完。</translation>
    </message>
    <message>
        <source>Choose its record yourself; the file stays where it is.</source>
        <translation>请自己选择它属于哪条记录；文件仍在原处。</translation>
    </message>
    <message>
        <source>Write down at least {count} matter of the visit.</source>
        <translation>请至少写下 {count} 项服务事项。</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>The log is done</source>
        <translation>日志写完，请村里确认</translation>
    </message>
    <message>
        <source>Confirm and send to the township</source>
        <translation>确认属实，报司法所</translation>
    </message>
    <message>
        <source>Give it back to be mended</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>取消本次服务</translation>
    </message>
    <message>
        <source>Give the opinion</source>
        <translation>出具意见</translation>
    </message>
    <message>
        <source>Change the opinion</source>
        <translation>修改意见</translation>
    </message>
    <message>
        <source>Say what became of it</source>
        <translation>反馈采纳情况</translation>
    </message>
    <message>
        <source>The report is done</source>
        <translation>体检报告写完</translation>
    </message>
    <message>
        <source>Change the report</source>
        <translation>修改报告</translation>
    </message>
    <message>
        <source>The second look is done</source>
        <translation>整改复核完毕</translation>
    </message>
    <message>
        <source>The time of arrival is written down by itself.</source>
        <translation>到达时间自动记录。</translation>
    </message>
    <message>
        <source>The time of leaving is written down by itself; the hours come from it.</source>
        <translation>离开时间自动记录，服务时长由此算出。</translation>
    </message>
    <message>
        <source>The village is asked to confirm the log; until then it can be changed.</source>
        <translation>请村（居）确认日志；确认以前都可以修改。</translation>
    </message>
    <message>
        <source>What stands there happened. It goes to the township for review.</source>
        <translation>确认日志所写属实，随后报司法所审核。</translation>
    </message>
    <message>
        <source>The adviser can change the log again.</source>
        <translation>法律顾问可以再修改日志。</translation>
    </message>
    <message>
        <source>Then print the opinion and sign it.</source>
        <translation>出具后请打印并签名。</translation>
    </message>
    <message>
        <source>A signed sheet stays on record; the new one must be signed.</source>
        <translation>已签字的纸质件仍留存，新的要重新签字。</translation>
    </message>
    <message>
        <source>The village says whether it took the advice.</source>
        <translation>由村（居）写明意见采纳了没有。</translation>
    </message>
    <message>
        <source>Each risk should say who mends it and until when.</source>
        <translation>每项风险都要写明谁整改、什么时候改完。</translation>
    </message>
    <message>
        <source>Look at every risk again before.</source>
        <translation>请先逐项复核每个风险。</translation>
    </message>
    <message>
        <source>Ask whether the person agrees that the data is passed on, or name the duty by which no consent is needed.</source>
        <translation>请问清当事人是否同意把个人信息转出；依法定职责不需同意的，写明依据。</translation>
    </message>
    <message>
        <source>With all extensions the last day is {day}.</source>
        <translation>连同延期，最迟到 {day} 办结。</translation>
    </message>
    <message>
        <source>Turned into mediation</source>
        <translation>转调解</translation>
    </message>
    <message>
        <source>Turned into legal aid</source>
        <translation>转法律援助</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Work on it</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Result is here</source>
        <translation>反馈结果</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Hand out again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>The case goes on under “Mediation”; this visit stays linked to it.</source>
        <translation>案件在“人民调解”里接着办；这次来访与它连着。</translation>
    </message>
    <message>
        <source>The application goes on under “Legal aid”; this visit stays linked to it.</source>
        <translation>申请在“法律援助”里接着办；这次来访与它连着。</translation>
    </message>
    <message>
        <source>Tell the person who gets the data and what for, and ask; else only a duty by law allows it.</source>
        <translation>告诉当事人信息转给谁、做什么用，问清同不同意；不同意的，只有依法定职责才能转。</translation>
    </message>
    <message>
        <source>Within one working day; what is urgent within the hour.</source>
        <translation>一个工作日内转办；紧急的一小时内。</translation>
    </message>
    <message>
        <source>The receiving office signs; for one outside this program, enter what its receipt says.</source>
        <translation>由接收单位签收；对方不用本系统的，按它的回执填写。</translation>
    </message>
    <message>
        <source>Write the reason first; it is kept with this step.</source>
        <translation>请先写理由，理由和这一步一起留存。</translation>
    </message>
    <message>
        <source>Write the reason and the new last day; the longest period is shown under “Periods”.</source>
        <translation>请写理由和延期至哪天；最长期限见“期限”。</translation>
    </message>
    <message>
        <source>A limitation period may run out (information only)</source>
        <translation>时效、期间将满（仅供提示）</translation>
    </message>
    <message>
        <source>Pass it on</source>
        <translation>转办、交办</translation>
    </message>
    <message>
        <source>The result is due</source>
        <translation>应反馈结果</translation>
    </message>
    <message>
        <source>Last day with all extensions</source>
        <translation>连同延期的最后一天</translation>
    </message>
    <message>
        <source>Not satisfied: hand it out again</source>
        <translation>不满意的重新交办</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Hand in without names</source>
        <translation>去标识完成，提交</translation>
    </message>
    <message>
        <source>Rewrite it</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Pass (judicial office)</source>
        <translation>司法所审核通过</translation>
    </message>
    <message>
        <source>Approve (county)</source>
        <translation>县审核通过</translation>
    </message>
    <message>
        <source>Publish to all rooms</source>
        <translation>向各工作室发布</translation>
    </message>
    <message>
        <source>Withdraw from all rooms</source>
        <translation>撤回发布</translation>
    </message>
    <message>
        <source>Look through the text first: nobody may be recognised. Then the township sees it.</source>
        <translation>先逐处核对，不能让人认出是谁，然后由司法所审核。</translation>
    </message>
    <message>
        <source>Nobody reviews what they wrote themselves.</source>
        <translation>自己编写的案例，由别人审核。</translation>
    </message>
    <message>
        <source>Write what is to be changed into the remark.</source>
        <translation>请在审核意见中写明要修改的地方。</translation>
    </message>
    <message>
        <source>Every room of the county can read it from then on.</source>
        <translation>发布以后，全县各工作室都能看到。</translation>
    </message>
    <message>
        <source>Nobody has looked through this text for names yet. Look through it and say so.</source>
        <translation>这段文字还没有人核对过是否去标识。请逐处核对并确认。</translation>
    </message>
    <message>
        <source>This still says who or where: {words}. Replace it first.</source>
        <translation>文中仍有可识别的内容：{words}。请先替换。</translation>
    </message>
    <message>
        <source>You wrote this typical case yourself; somebody else has to review it. It is safe.</source>
        <translation>这件典型案例是您自己编写的，要由别人审核。内容已保存。</translation>
    </message>
    <message>
        <source>This record is confidential. No typical case is made of it; nothing was copied.</source>
        <translation>这件记录是保密的，不能编成典型案例；没有复制任何内容。</translation>
    </message>
    <message>
        <source>Write down first what the agency&apos;s notice asks for.</source>
        <translation>请先录入机构补充通知的内容。</translation>
    </message>
    <message>
        <source>The agency&apos;s decision has not been written down yet.</source>
        <translation>机构的决定还没有录入。</translation>
    </message>
    <message>
        <source>The agency&apos;s designation has not been written down yet.</source>
        <translation>机构的指派还没有录入。</translation>
    </message>
    <message>
        <source>Write the request for another lawyer first.</source>
        <translation>请先填写更换法律援助人员申请。</translation>
    </message>
    <message>
        <source>Write the objection first.</source>
        <translation>请先填写异议申请。</translation>
    </message>
    <message>
        <source>The agency&apos;s termination has not been written down yet.</source>
        <translation>机构的终止决定还没有录入。</translation>
    </message>
    <message>
        <source>Write down first how the case ended.</source>
        <translation>请先填写结案情况。</translation>
    </message>
    <message>
        <source>Write down first what the person helped says.</source>
        <translation>请先填写回访情况。</translation>
    </message>
    <message>
        <source>The agency&apos;s decision says otherwise.</source>
        <translation>录入的机构决定与这一步不一致，请核对决定书。</translation>
    </message>
    <message>
        <source>A refusal says its reasons and the article: write both down from the decision.</source>
        <translation>不予法律援助应当说明理由和依据，请按决定书把理由和条款都录入。</translation>
    </message>
    <message>
        <source>The agency cannot have received the application before it was handed over.</source>
        <translation>机构收件日期不能早于送交日期，请核对。</translation>
    </message>
    <message>
        <source>Signed sheets scanned</source>
        <translation>签字件已扫描</translation>
    </message>
    <message>
        <source>Agency asks for more</source>
        <translation>机构要求补充</translation>
    </message>
    <message>
        <source>Supplied</source>
        <translation>已补充</translation>
    </message>
    <message>
        <source>Lawyer designated</source>
        <translation>已指派</translation>
    </message>
    <message>
        <source>Contract signed, case under way</source>
        <translation>已签协议，开始承办</translation>
    </message>
    <message>
        <source>Asked for another lawyer</source>
        <translation>已申请更换承办人</translation>
    </message>
    <message>
        <source>Lawyer stays</source>
        <translation>不予更换，继续承办</translation>
    </message>
    <message>
        <source>Objected</source>
        <translation>已提出异议</translation>
    </message>
    <message>
        <source>Decision upheld</source>
        <translation>维持原决定</translation>
    </message>
    <message>
        <source>Decision corrected: granted</source>
        <translation>已改正，决定给予</translation>
    </message>
    <message>
        <source>Aid terminated</source>
        <translation>已终止法律援助</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Nothing more to do</source>
        <translation>事项了结</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Photograph or scan every signed sheet: nobody has to come again for it.</source>
        <translation>每张签字的纸都拍照或者扫描存好，当事人就不用再为它跑一趟。</translation>
    </message>
    <message>
        <source>The agency names everything at once; the days until it is supplied are not counted.</source>
        <translation>机构应当一次性告知全部需要补充的内容；补充所用的时间不计入七日。</translation>
    </message>
    <message>
        <source>The objection goes to the judicial bureau, which decides within five days.</source>
        <translation>异议向司法行政部门提出，司法行政部门在五日内作出审查决定。</translation>
    </message>
    <message>
        <source>Against this, reconsideration can be asked for, or the court can be turned to.</source>
        <translation>对审查决定不服的，可以依法申请行政复议或者提起行政诉讼。</translation>
    </message>
    <message>
        <source>Last day to supply what the agency asks for</source>
        <translation>补充材料、作出说明的最后一天</translation>
    </message>
    <message>
        <source>The agency must designate a lawyer</source>
        <translation>机构应当指派法律援助人员</translation>
    </message>
    <message>
        <source>The firm must sign the contract with the applicant</source>
        <translation>承办单位应当与受援人签订委托协议</translation>
    </message>
    <message>
        <source>The agency must answer the request for another lawyer</source>
        <translation>机构应当答复更换承办人的申请</translation>
    </message>
    <message>
        <source>The judicial bureau must decide on the objection</source>
        <translation>司法行政部门应当对异议作出决定</translation>
    </message>
    <message>
        <source>Closing papers are due at the agency</source>
        <translation>应当向机构提交结案材料</translation>
    </message>
    <message>
        <source>Ask the person helped how it went</source>
        <translation>回访受援人</translation>
    </message>
    <message>
        <source>The claim&apos;s limitation or time limit ends</source>
        <translation>法定时效或者期限届满</translation>
    </message>
    <message>
        <source>Only the head of the township&apos;s judicial office may open another PC.</source>
        <translation>只有司法所所长可以打开别的电脑。</translation>
    </message>
    <message>
        <source>Let the head sign in at this PC, or bring the question to the county.</source>
        <translation>请所长在这台电脑上登录后再办，或者把申请文件带到县里办。</translation>
    </message>
    <message>
        <source>Nobody takes down a complaint about themselves. Ask a colleague, or give the villager the number of the station or 12348.</source>
        <translation>对自己的投诉不能由本人登记。请同事登记，或者把司法所电话、12348告诉群众。</translation>
    </message>
    <message>
        <source>Accept the complaint</source>
        <translation>受理投诉</translation>
    </message>
    <message>
        <source>Do not accept it</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Begin to handle it</source>
        <translation>开始处理</translation>
    </message>
    <message>
        <source>Decide it</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Complainant told</source>
        <translation>已告知投诉人</translation>
    </message>
    <message>
        <source>Complainant does not accept it</source>
        <translation>投诉人不服</translation>
    </message>
    <message>
        <source>Register the volunteer</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Do not register</source>
        <translation>不予注册</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Cancel the registration</source>
        <translation>取消注册</translation>
    </message>
    <message>
        <source>Applies again</source>
        <translation>重新申请</translation>
    </message>
    <message>
        <source>Say who handles it; the complainant is told the result.</source>
        <translation>写明由谁处理；结果要告知投诉人。</translation>
    </message>
    <message>
        <source>Say which rule it does not meet, and tell the complainant.</source>
        <translation>写明不符合哪条规定，并告知投诉人。</translation>
    </message>
    <message>
        <source>The complainant is told the result in time, in words they understand.</source>
        <translation>结果要及时告知投诉人，用对方听得懂的话。</translation>
    </message>
    <message>
        <source>It is handled once more; all that was written stays.</source>
        <translation>重新处理，已写的内容都保留。</translation>
    </message>
    <message>
        <source>Enter the number of the national volunteer system when there is one.</source>
        <translation>在全国志愿服务系统注册的，填写注册编号。</translation>
    </message>
    <message>
        <source>It is dealt with within 15 working days.</source>
        <translation>应当在15个工作日内办理。</translation>
    </message>
    <message>
        <source>For making money out of it, or after three failures or complaints in a year.</source>
        <translation>以志愿服务名义营利，或者一年内三次未履约、被投诉的，取消注册。</translation>
    </message>
    <message>
        <source>The volunteer&apos;s leaving is to be dealt with</source>
        <translation>办理志愿者退出</translation>
    </message>
    <message>
        <source>{file}, line {line}: this value cannot be: {place}.</source>
        <translation>{file}第{line}行：{place}的值不对。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} is to be {wanted} and is {given}.</source>
        <translation>{file}第{line}行：{place}应为{wanted}，写的是{given}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: at {place}, “{field}” is missing.</source>
        <translation>{file}第{line}行：{place}缺少“{field}”。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is no kind of record of this name: {place}.</source>
        <translation>{file}第{line}行：没有这个名字的记录种类：{place}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the name of an added field begins with x_: {place}.</source>
        <translation>{file}第{line}行：县里增加的栏目，名字要以x_开头：{place}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a choice, and nothing else, names its list in codes: {place}.</source>
        <translation>{file}第{line}行：选择类的栏目要在codes里写明代码表，其他栏目不写：{place}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: a number needs {{year}} and {{seq}}: {place}.</source>
        <translation>{file}第{line}行：编号格式要有{{year}}和{{seq}}：{place}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: this period names a kind or field that there is not: {place}.</source>
        <translation>{file}第{line}行：这项期限写了不存在的记录种类或栏目：{place}。</translation>
    </message>
    <message>
        <source>A sheet of the county’s own is wrong: {why}.</source>
        <translation>县里自己的表格有错：{why}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: nothing is called “{field}” there; it may be misspelt.</source>
        <translation>{file}第{line}行：没有叫“{field}”的项目，可能写错了。</translation>
    </message>
    <message>
        <source>Choose first for which village this is: at the left, or above the list.</source>
        <translation>请先选好为哪个村服务：在左边，或者在列表上方。</translation>
    </message>
    <message>
        <source>The visit ends before it begins.</source>
        <translation>离开时间早于到达时间。</translation>
    </message>
    <message>
        <source>That is longer than a day&apos;s work; look at the two times.</source>
        <translation>服务时间太长了，请核对到达和离开时间。</translation>
    </message>
    <message>
        <source>The day is not that of checking in; say why it was written by hand.</source>
        <translation>服务日期与签到日期不同，请写明补登原因。</translation>
    </message>
    <message>
        <source>The village has not said yet how the visit was.</source>
        <translation>村里还没有确认这次服务。</translation>
    </message>
    <message>
        <source>Still missing in this period: {what}</source>
        <translation>本期还差：{what}</translation>
    </message>
    <message>
        <source>The adviser&apos;s log waits for the village&apos;s confirmation</source>
        <translation>法律顾问的服务日志等村里确认</translation>
    </message>
    <message>
        <source>{percent}% of the text stands in the log of {day} ({name}) already</source>
        <translation>内容有 {percent}% 与 {day}（{name}）的日志相同</translation>
    </message>
    <message>
        <source>no photo and no signed sheet is with it</source>
        <translation>没有照片，也没有签字的日志</translation>
    </message>
    <message>
        <source>a time was written by hand: {reason}</source>
        <translation>时间是补登的：{reason}</translation>
    </message>
    <message>
        <source>{count} consultations name nobody</source>
        <translation>有 {count} 件法律咨询没有写服务对象</translation>
    </message>
    <message>
        <source>the time on site is exactly what is owed a month</source>
        <translation>当月现场服务时间正好等于约定时间</translation>
    </message>
    <message>
        <source>The adviser&apos;s contract ends</source>
        <translation>法律顾问聘期届满</translation>
    </message>
    <message>
        <source>The adviser is to come</source>
        <translation>计划中的法律顾问服务</translation>
    </message>
    <message>
        <source>The log of the visit is to be finished</source>
        <translation>服务日志还没有写完</translation>
    </message>
    <message>
        <source>The risk is to be mended</source>
        <translation>体检发现的风险应当整改</translation>
    </message>
    <message>
        <source>The village confirms the log first; then it goes to the township.</source>
        <translation>日志要先由村里确认，再报司法所。</translation>
    </message>
    <message>
        <source>The time in which the parties could ask the court together ended on {day}, so no application is printed any more.</source>
        <translation>双方共同申请司法确认的期限到{day}已届满，所以不再打印申请书。</translation>
    </message>
    <message>
        <source>If they did apply in time, write the day into “Applied on”. Otherwise whoever is owed something can sue for it.</source>
        <translation>如果确实在期限内申请过，请填上“申请日期”；否则，一方不履行协议的，另一方可以向人民法院起诉。</translation>
    </message>
    <message>
        <source>Both entries are of one person already.</source>
        <translation>这两条本来就是同一个人。</translation>
    </message>
    <message>
        <source>This entry is not merged into another.</source>
        <translation>这一条没有并入别的条目。</translation>
    </message>
    <message>
        <source>Legal aid does not depend on income for this claim.</source>
        <translation>申请法律援助不受经济困难条件限制。</translation>
    </message>
    <message>
        <source>The income is not checked for legal aid.</source>
        <translation>申请法律援助免予核查经济困难状况。</translation>
    </message>
    <message>
        <source>The income is not checked for legal aid of who has no regular income.</source>
        <translation>无固定生活来源的，申请法律援助免予核查经济困难状况。</translation>
    </message>
    <message>
        <source>For wages and work injuries the income is not checked for legal aid.</source>
        <translation>要工资、工伤赔偿的，申请法律援助免予核查经济困难状况。</translation>
    </message>
    <message>
        <source>Goes first.</source>
        <translation>优先接待、优先办理。</translation>
    </message>
    <message>
        <source>In a criminal matter a defender is appointed without asking.</source>
        <translation>是刑事案件被告人、没有辩护人的，应通知指派律师。</translation>
    </message>
    <message>
        <source>May want an interpreter; ask in which language.</source>
        <translation>可能需要翻译，请问用什么语言。</translation>
    </message>
    <message>
        <source>The judicial office helps; pass the matter on to it.</source>
        <translation>由司法所衔接帮扶，请转办。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: it is no Markdown, text or DOCX file, or is damaged.</source>
        <translation>“{file}”无法读取：不是Markdown、文本或DOCX文件，或者已损坏。</translation>
    </message>
    <message>
        <source>“{file}” holds no text that could be divided.</source>
        <translation>“{file}”中没有可以拆分的条文。</translation>
    </message>
    <message>
        <source>When it has all and backed it up, this PC&apos;s key is destroyed and nothing opens here any more.</source>
        <translation>县里全部收到并做好备份后，这台电脑的密钥将被销毁，这里的内容就再也打不开了。</translation>
    </message>
    <message>
        <source>Decide whether the complaint is accepted</source>
        <translation>决定投诉是否受理</translation>
    </message>
    <message>
        <source>The complaint is to be decided</source>
        <translation>投诉应当办结</translation>
    </message>
    <message>
        <source>The complainant is to be told the result</source>
        <translation>应当把结果告知投诉人</translation>
    </message>
    <message>
        <source>You wrote or sent this yourself. Nobody reviews their own work; ask a colleague.</source>
        <translation>这是您本人写的或者上报的。谁也不能审核自己的材料，请同事来审。</translation>
    </message>
    <message>
        <source>Two versions of a field lie side by side here, and nobody has decided yet. It can be sent back, but not approved before that.</source>
        <translation>这里有一项内容存在两个不同的版本，还没有人决定用哪一个。可以退回，决定之前不能通过。</translation>
    </message>
    <message>
        <source>The village has put this record away. It cannot be approved any more.</source>
        <translation>村里已经把这件材料收起来了，不能再通过。</translation>
    </message>
    <message>
        <source>The county wants each record of this kind looked at alone.</source>
        <translation>县里要求这类材料逐件审核。</translation>
    </message>
    <message>
        <source>It was sent back before; look whether it was mended.</source>
        <translation>以前退回过，请看看改好了没有。</translation>
    </message>
    <message>
        <source>It was changed after it was sent; look at it alone.</source>
        <translation>上报以后又改过，请单独审核。</translation>
    </message>
    <message>
        <source>Its check list has found something; look at it alone.</source>
        <translation>评查表发现了问题，请单独审核。</translation>
    </message>
    <message>
        <source>An inspection is planned</source>
        <translation>有一次计划中的检查</translation>
    </message>
    <message>
        <source>What an inspection found is to be put right</source>
        <translation>检查发现的问题应当整改完成</translation>
    </message>
    <message>
        <source>The county’s new lists and rules are made for a newer version of this program.</source>
        <translation>县里新发的代码表和规定是给更新版本的程序用的。</translation>
    </message>
    <message>
        <source>The ones of before stay in use; nothing is lost.</source>
        <translation>原来的照常使用，数据没有损失。</translation>
    </message>
    <message>
        <source>Update the program on this PC; it then takes them by itself.</source>
        <translation>请更新本机的程序，更新后会自动换用。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} cannot be {given}; it is to be: {wanted}.</source>
        <translation>{file} 第 {line} 行：{place} 不能是 {given}，应为 {wanted}。</translation>
    </message>
    <message>
        <source>{file}: the code {entry} stands in the present version and is gone here. A code is closed with a last day and never taken out, because records hold it.</source>
        <translation>{file}：代码 {entry} 在现行版本里有，这里没有了。代码只能停用（写上截止日期），不能删除，因为已有记录在用。</translation>
    </message>
    <message>
        <source>{file}: the program itself gives records the code {entry}; it may be named otherwise, and not closed.</source>
        <translation>{file}：代码 {entry} 由程序自己使用，可以改名，不能停用。</translation>
    </message>
    <message>
        <source>Correct it with a reason, which is kept as a supplement; or ask the head of the office to open it again.</source>
        <translation>可以写明原因后更正，更正会作为补充说明保存；也可以请司法所所长重新打开。</translation>
    </message>
    <message>
        <source>Change this, or say on top why it stays.</source>
        <translation>请修改这里，或在上方写明原因。</translation>
    </message>
    <message>
        <source>Only the head of the office opens again what was approved.</source>
        <translation>已审核通过的记录，只有司法所所长可以重新打开。</translation>
    </message>
    <message>
        <source>This record is not approved, so it need not be opened again.</source>
        <translation>这份记录没有审核通过，不需要重新打开。</translation>
    </message>
    <message>
        <source>Say why you must look at this record now, in a few words. Nothing was opened.</source>
        <translation>请简单写明为什么现在必须查看这条记录。还没有打开。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {place} is published with another type or list, and records hold such values. Give a field of another type another name.</source>
        <translation>{file} 第 {line} 行：{place} 已经按另一种类型或代码表发布，记录里存着这样的内容。类型不同的栏目请另起名称。</translation>
    </message>
    <message>
        <source>This is no ZIP file of a profile, or it names places outside of itself.</source>
        <translation>这不是配置的 ZIP 文件，或者里面的文件名指到了外面。</translation>
    </message>
    <message>
        <source>Pack the folder with profile.json anew, and take that file.</source>
        <translation>请把含有 profile.json 的文件夹重新压缩，再用那个文件。</translation>
    </message>
    <message>
        <source>This profile is larger than a desk takes (1 MB).</source>
        <translation>这份配置超过电脑能收的大小（1 MB）。</translation>
    </message>
    <message>
        <source>By the date of this PC the county&apos;s certificate holds no more.</source>
        <translation>按本机日期，县里服务器的证书已经过期。</translation>
    </message>
    <message>
        <source>Check the date of this PC; if it is right, tell the county to renew the certificate.</source>
        <translation>请先核对本机日期；日期无误时，请告知县里更换证书。</translation>
    </message>
    <message>
        <source>By the date of this PC the county&apos;s certificate does not hold yet.</source>
        <translation>按本机日期，县里服务器的证书还未生效。</translation>
    </message>
    <message>
        <source>The date of this PC is probably wrong: set date and time.</source>
        <translation>很可能是本机日期不对，请校正日期和时间。</translation>
    </message>
    <message>
        <source>The certificate that was shown is of another address than the county&apos;s.</source>
        <translation>对方出示的证书不属于县里这个地址。</translation>
    </message>
    <message>
        <source>Check the address; if it is right, tell the county.</source>
        <translation>请核对地址；地址无误时，请告知县里。</translation>
    </message>
    <message>
        <source>Whoever answers cannot prove to be the county: the certificate is another one.</source>
        <translation>对方不能证明自己是县里的服务器：证书不对。</translation>
    </message>
    <message>
        <source>Nothing was sent. Try another network; if it stays so, tell the county.</source>
        <translation>什么都没有发出。请换一个网络再试；仍然这样时，请告知县里。</translation>
    </message>
    <message>
        <source>Neither the county nor the township can open this desk: it was never connected.</source>
        <translation>县里和司法所都打不开这台电脑：它从来没有接入过。</translation>
    </message>
    <message>
        <source>Save a new file that asks for help at the PC that is shut, and bring its answer.</source>
        <translation>请在打不开的那台电脑上重新存出求助文件，再带回新的答复。</translation>
    </message>
    <message>
        <source>The official number came from the county after the case had a provisional one.</source>
        <translation>案件先用了临时编号，正式编号由县里随后分配。</translation>
    </message>
</context>
<context>
    <name>shown</name>
    <message>
        <source>Waits for review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>有两份内容</translation>
    </message>
    <message>
        <source>Only on this PC</source>
        <translation>只在本机</translation>
    </message>
    <message>
        <source>Changes to send</source>
        <translation>待上报</translation>
    </message>
    <message>
        <source>County has it</source>
        <translation>县里已收到</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Not yet at the county</source>
        <translation>未到县</translation>
    </message>
</context>
<context>
    <name>standards</name>
    <message>
        <source>{count} hours on site</source>
        <translation>现场服务 {count} 小时</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>到村 {count} 次</translation>
    </message>
    <message>
        <source>{count} lectures</source>
        <translation>法治讲座 {count} 场</translation>
    </message>
</context>
<context>
    <name>statistics</name>
    <message>
        <source>Zero report: in this period there was no mediation and no sweep here.</source>
        <translation>零报告：本期没有调解案件，也没有排查。</translation>
    </message>
    <message>
        <source>Reported by: {place}   Period: {period}, by the day of acceptance</source>
        <translation>填报单位：{place}&#x3000;统计时间：{period}（按受理日期）</translation>
    </message>
    <message>
        <source>Check: {sentence}</source>
        <translation>核对：{sentence}</translation>
    </message>
    <message>
        <source>The kinds of committee add up to {left}, the cases to {right}: of {records} the kind is unknown.</source>
        <translation>各类调委会合计 {left} 件，案件总数 {right} 件：有 {records} 件的调委会类型不明。</translation>
    </message>
    <message>
        <source>The ways cases came add up to {left}, the cases to {right}: in {records} it is not filled in.</source>
        <translation>各种来源合计 {left} 件，案件总数 {right} 件：有 {records} 件没有填案件来源。</translation>
    </message>
    <message>
        <source>The offices that referred cases add up to {left}, the referred cases to {right}.</source>
        <translation>各部门移送合计 {left} 件，接受委托移送调解 {right} 件，对不上。</translation>
    </message>
    <message>
        <source>The kinds of dispute add up to {left}, the cases to {right}: in {records} it is not filled in.</source>
        <translation>各类纠纷合计 {left} 件，案件总数 {right} 件：有 {records} 件没有填纠纷类型。</translation>
    </message>
    <message>
        <source>The results add up to {left}, the cases to {right}: {records} are closed without one.</source>
        <translation>各种结果合计 {left} 件，案件总数 {right} 件：有 {records} 件结了案却没有填调解结果。</translation>
    </message>
    <message>
        <source>{records} cases are performed but were not settled.</source>
        <translation>有 {records} 件记了履行，却没有调解成功。</translation>
    </message>
    <message>
        <source>{records} cases asked a court for confirmation without an agreement.</source>
        <translation>有 {records} 件申请了司法确认，却没有协议。</translation>
    </message>
    <message>
        <source>{records} accepted cases have no day of acceptance and stand in no period. Fill it in.</source>
        <translation>有 {records} 件已受理却没有受理日期，哪一期都不算，请补上。</translation>
    </message>
    <message>
        <source>The rows add up to {left}, the whole is {right}. Please tell the county.</source>
        <translation>各行合计 {left}，总数 {right}，对不上，请告诉县里。</translation>
    </message>
    <message>
        <source>Oral and written agreements are {left}, successes {right}: {records} cases lack one of the two.</source>
        <translation>口头、书面协议合计 {left} 件，调解成功 {right} 件：有 {records} 件只有其中一样（成功了没有协议，或有协议没有记成功）。</translation>
    </message>
    <message>
        <source>Zero report: in this period no visit of an adviser was approved and no opinion given here.</source>
        <translation>零报告：本期没有审核通过的顾问服务，也没有出具审查意见。</translation>
    </message>
    <message>
        <source>Reported by: {place}   Period: {period}, by the day of service; approved visits only</source>
        <translation>填报单位：{place}&#x3000;统计期间：{period}（按服务日期；只计司法所审核通过的日志）</translation>
    </message>
    <message>
        <source>A case counts on the day it was accepted.</source>
        <translation>案件按受理日期统计。点数字（或按回车）可看是哪些案件。</translation>
    </message>
    <message>
        <source>A visit counts on its day of service, once the township has approved its log.</source>
        <translation>服务日志经司法所审核通过后，按服务日期统计。点数字（或按回车）可看是哪些记录。</translation>
    </message>
    <message>
        <source>Zero report: in this period nobody was served here.</source>
        <translation>零报告：本期没有提供服务的记录。</translation>
    </message>
    <message>
        <source>Reported by: {place}   Period: {period}, each record by its own day</source>
        <translation>填报单位：{place}&#x3000;期间：{period}，按各项记录发生日期统计</translation>
    </message>
    <message>
        <source>A consultation counts on the day it was registered, everything else on its own day.</source>
        <translation>咨询按登记日期统计，其他按各自发生的日期统计。</translation>
    </message>
</context>
<context>
    <name>status</name>
    <message>
        <source>Not connected with a county; everything is saved on this PC</source>
        <translation>还没有接入县里，全部内容已保存在本机</translation>
    </message>
    <message>
        <source>Sending and receiving …</source>
        <translation>正在上报与接收……</translation>
    </message>
    <message>
        <source>Connected with the county; the first round has not run yet</source>
        <translation>已接入县里，还没有进行第一次上报</translation>
    </message>
    <message>
        <source>The county has received everything</source>
        <translation>全部已上报，县里已收到</translation>
    </message>
    <message>
        <source>the county cannot be reached just now; what is saved here is safe and is sent by itself later</source>
        <translation>县里暂时连不上，已安全保存在本机，连上后自动上报</translation>
    </message>
    <message>
        <source>This desk and the county do not hold the same yet; it is being mended</source>
        <translation>本机与县里还没有核对一致，正在补齐</translation>
    </message>
    <message>
        <source>{count} to be decided</source>
        <translation>{count} 处待定夺</translation>
    </message>
    <message>
        <source>{count} set aside by the county</source>
        <translation>{count} 条县里暂未收下</translation>
    </message>
    <message>
        <source>Last success: {when}</source>
        <translation>上次成功：{when}</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>回执 {number}</translation>
    </message>
    <message>
        <source>Sending and receiving … {sent} sent, {received} received so far</source>
        <translation>正在上报与接收……已上报 {sent} 条，已接收 {received} 条</translation>
    </message>
    <message>
        <source>The county has received everything; compared record by record, {count} in all, the same</source>
        <translation>县里已收到全部内容，逐条核对相符，共 {count} 件</translation>
    </message>
    <message>
        <source>{what} waiting to be sent; safely saved on this PC</source>
        <translation>{what}待上报，已安全保存在本机</translation>
    </message>
    <message>
        <source>the county has not been reached for {days} days; what is saved here is safe and is sent by itself later</source>
        <translation>已有 {days} 天没有连上县里，内容都安全保存在本机，连上后自动上报</translation>
    </message>
    <message>
        <source>{what} waiting to be sent</source>
        <translation>{what}待上报</translation>
    </message>
    <message>
        <source>{changes} changes</source>
        <translation>{changes} 条改动</translation>
    </message>
    <message>
        <source>{blobs} photos or files</source>
        <translation>{blobs} 个照片或文件</translation>
    </message>
    <message>
        <source>{changes} changes and {blobs} photos or files</source>
        <translation>{changes} 条改动、{blobs} 个照片或文件</translation>
    </message>
    <message>
        <source>the clock of this PC is {span} fast</source>
        <translation>本机时钟快了 {span}，请校准日期和时间</translation>
    </message>
    <message>
        <source>the clock of this PC is {span} slow</source>
        <translation>本机时钟慢了 {span}，请校准日期和时间</translation>
    </message>
    <message>
        <source>Receiving the records of your area, {share} %; you can go on working</source>
        <translation>正在接收本地区资料 {share} %，可以照常工作</translation>
    </message>
    <message>
        <source>{share} % of the records of your area have come; the rest follows at the next connection</source>
        <translation>本地区资料已接收 {share} %，其余的下次联网时接着接收</translation>
    </message>
    <message>
        <source>The county has received everything written on this PC</source>
        <translation>本机自己写的内容县里都已收到</translation>
    </message>
    <message>
        <source>{count} changes carried for villages are not with the county yet</source>
        <translation>各村U盘带来的 {count} 条改动还没到县里</translation>
    </message>
    <message>
        <source>{count} files carried for villages are not with the county yet</source>
        <translation>替各村带着的 {count} 个U盘文件还没到县里</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Done</source>
        <translation>办好了</translation>
    </message>
    <message>
        <source>{count} to go until “{step}”: {first}</source>
        <translation>还差 {count} 处才能“{step}”：{first}</translation>
    </message>
    <message>
        <source>Still missing: {fields}. Everything typed is saved.</source>
        <translation>还差：{fields}。已输入的内容都保存了。</translation>
    </message>
    <message>
        <source>Done: {step}</source>
        <translation>已办：{step}</translation>
    </message>
</context>
<context>
    <name>supplementing</name>
    <message>
        <source>Kept as a supplement. The next print is a new draft, to be signed again.</source>
        <translation>已作为补充说明保存。重新打印的是新的一稿，要再请当事人签字。</translation>
    </message>
    <message>
        <source>What was signed stands again.</source>
        <translation>已恢复成签字时的内容。</translation>
    </message>
    <message>
        <source>Correct with a reason …</source>
        <translation>更正（写明原因）……</translation>
    </message>
    <message>
        <source>Correct what is wrong and press Ctrl+S; then you are asked for the reason.</source>
        <translation>请更正有误的地方，然后按 Ctrl+S；接着会请您写明原因。</translation>
    </message>
    <message>
        <source>{fields}: the signed sheet is on file. A change is kept as a supplement beside it, with your name and the reason; the signed text stays as it is. Print the paper anew and have it signed again.</source>
        <translation>{fields}：签字件已经收回存好。要改动，会作为补充说明保存，记下您的姓名和原因；签过字的原文不变。改好以后请重新打印，再请当事人签字。</translation>
    </message>
    <message>
        <source>{fields}: the township has approved this. A change is kept as a supplement beside it, with your name and the reason; what was approved stays in the history, and the record stays approved.</source>
        <translation>{fields}：司法所已经审核通过。要改动，会作为补充说明保存，记下您的姓名和原因；审核通过的原文留在历史记录里，记录仍为审核通过。</translation>
    </message>
    <message>
        <source>Kept as a supplement, with its reason. It goes out with the next round.</source>
        <translation>已作为补充说明保存，并记下原因，下次上报时发出。</translation>
    </message>
    <message>
        <source>What was approved stands again.</source>
        <translation>已恢复审核通过的原文。</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>This PC now belongs to {unit}, {county}.</source>
        <translation>这台电脑已接入{county}{unit}。</translation>
    </message>
    <message>
        <source>Sent {pushed} changes and {blobs} attachments, received {pulled}.</source>
        <translation>上报 {pushed} 条、附件 {blobs} 个，接收 {pulled} 条。</translation>
    </message>
    <message>
        <source>{count} conflicts wait for a decision.</source>
        <translation>{count} 处待定夺。</translation>
    </message>
    <message>
        <source>The county set {count} changes aside; look at the sync page.</source>
        <translation>有 {count} 条县里暂未收下，请看“上报与接收”页。</translation>
    </message>
    <message>
        <source>This PC and the county do not hold the same: {areas}.</source>
        <translation>本机与县里核对不一致：{areas}。</translation>
    </message>
    <message>
        <source>Change no. {change} stands in the county&apos;s log; the proof fits.</source>
        <translation>第 {change} 号改动在县里的总账中，证明相符。</translation>
    </message>
    <message>
        <source>Change no. {change} has not come back from the county yet.</source>
        <translation>第 {change} 号改动还没有从县里返回。</translation>
    </message>
    <message>
        <source>The county set change no. {change} aside; its receipt alone speaks for it.</source>
        <translation>县里搁置了第 {change} 号改动，只有回执可以证明。</translation>
    </message>
    <message>
        <source>{count} attachments could not be sent; the others were.</source>
        <translation>有 {count} 个附件未能上报，其余已上报。</translation>
    </message>
    <message>
        <source>{changes} changes and {attachments} attachments are on the stick.</source>
        <translation>已把 {changes} 条改动、{attachments} 个附件写到U盘。</translation>
    </message>
    <message>
        <source>Not all has room on this stick: write another one.</source>
        <translation>这个U盘装不下全部内容，请再写一个。</translation>
    </message>
    <message>
        <source>The county has received {answered} changes and {attachments} attachments; {pulled} came in.</source>
        <translation>县里已收到 {answered} 条改动、{attachments} 个附件；读入 {pulled} 条。</translation>
    </message>
    <message>
        <source>{count} files are for others.</source>
        <translation>另有 {count} 个文件是给别人的。</translation>
    </message>
</context>
<context>
    <name>texts</name>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>{month}/{day} {weekday}</source>
        <translation>{month}月{day}日 {weekday}</translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation>今天 {clock}</translation>
    </message>
    <message>
        <source>yesterday {clock}</source>
        <translation>昨天 {clock}</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>Search is still being set up; {count} records cannot be found yet.</source>
        <translation>正在建立检索，还有 {count} 条记录暂时查不到，建好后就能查到；记录本身都在。</translation>
    </message>
</context>
<context>
    <name>today</name>
    <message>
        <source>Answer</source>
        <translation>去答复</translation>
    </message>
    <message>
        <source>Decide on it</source>
        <translation>去受理</translation>
    </message>
    <message>
        <source>See the case</source>
        <translation>看案件</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>去回访</translation>
    </message>
    <message>
        <source>File it</source>
        <translation>去归档</translation>
    </message>
    <message>
        <source>See the application</source>
        <translation>看申请</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>去修改</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去定夺</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>去审核</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>See what is due</source>
        <translation>查看履行</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>去报告</translation>
    </message>
    <message>
        <source>See the volunteer</source>
        <translation>查看志愿者</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>去确认</translation>
    </message>
    <message>
        <source>See the visits</source>
        <translation>看服务记录</translation>
    </message>
    <message>
        <source>See the visit</source>
        <translation>看这次服务</translation>
    </message>
    <message>
        <source>Finish the log</source>
        <translation>写完日志</translation>
    </message>
    <message>
        <source>See the inspection</source>
        <translation>查看检查</translation>
    </message>
</context>
<context>
    <name>typical</name>
    <message>
        <source>Make a typical case of it</source>
        <translation>编成典型案例</translation>
    </message>
    <message>
        <source>Names, numbers and places were replaced. Now look through it: a program misses things.</source>
        <translation>姓名、号码、地名已替换。请再逐处核对：程序可能有遗漏。</translation>
    </message>
</context>
<context>
    <name>working</name>
    <message>
        <source>New fields: {fields}.</source>
        <translation>新增栏目：{fields}。</translation>
    </message>
    <message>
        <source>Fields no longer used: {fields}; what stands in them stays with the record.</source>
        <translation>停用栏目：{fields}；已填写的内容仍在记录中。</translation>
    </message>
    <message>
        <source>Other sheets: {fields}.</source>
        <translation>更换的表格：{fields}。</translation>
    </message>
</context>
</TS>

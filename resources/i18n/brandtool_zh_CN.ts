<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>brandtool {version}, MIT licence.</source>
        <translation>brandtool {version}，MIT 许可证。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Recent pages…</source>
        <translation>最近打开…</translation>
    </message>
    <message>
        <source>Practice page</source>
        <translation>练习版面</translation>
    </message>
    <message>
        <source>Read with another encoding…</source>
        <translation>换一种编码读取…</translation>
    </message>
    <message>
        <source>Import the changed text</source>
        <translation>导入改动后的原文</translation>
    </message>
    <message>
        <source>Page facts…</source>
        <translation>版面信息…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>First reading done</source>
        <translation>一校完</translation>
    </message>
    <message>
        <source>Second reading done</source>
        <translation>二校完</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Reopen the page</source>
        <translation>重新打开本版</translation>
    </message>
    <message>
        <source>Detect again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复到备份…</translation>
    </message>
    <message>
        <source>Editor&apos;s name…</source>
        <translation>校对员姓名…</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>维持原样</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Back to the deferred</source>
        <translation>查看待定项</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Never again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Accept all shown</source>
        <translation>成批采纳</translation>
    </message>
    <message>
        <source>Retract this one</source>
        <translation>撤回此项</translation>
    </message>
    <message>
        <source>Pick a choice</source>
        <translation>选取某一项</translation>
    </message>
    <message>
        <source>Direct quote</source>
        <translation>直接引语</translation>
    </message>
    <message>
        <source>Indirect quote</source>
        <translation>间接引语</translation>
    </message>
    <message>
        <source>Mixed quote</source>
        <translation>部分引语</translation>
    </message>
    <message>
        <source>Not speech</source>
        <translation>非引语</translation>
    </message>
    <message>
        <source>Choose the speaker</source>
        <translation>选择说话人</translation>
    </message>
    <message>
        <source>Start one character earlier</source>
        <translation>起点前移一字</translation>
    </message>
    <message>
        <source>Start one character later</source>
        <translation>起点后移一字</translation>
    </message>
    <message>
        <source>End one character earlier</source>
        <translation>止点前移一字</translation>
    </message>
    <message>
        <source>End one character later</source>
        <translation>止点后移一字</translation>
    </message>
    <message>
        <source>Start one clause earlier</source>
        <translation>起点前移一分句</translation>
    </message>
    <message>
        <source>Start one clause later</source>
        <translation>起点后移一分句</translation>
    </message>
    <message>
        <source>End one clause earlier</source>
        <translation>止点前移一分句</translation>
    </message>
    <message>
        <source>End one clause later</source>
        <translation>止点后移一分句</translation>
    </message>
    <message>
        <source>Mark the selection, or split here</source>
        <translation>标记选中文字，或从此拆开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>接排</translation>
    </message>
    <message>
        <source>Lift out</source>
        <translation>移出正文</translation>
    </message>
    <message>
        <source>Mark as quote</source>
        <translation>标为引语</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Role…</source>
        <translation>成分…</translation>
    </message>
    <message>
        <source>Article starts here</source>
        <translation>从此分篇</translation>
    </message>
    <message>
        <source>Printed error…</source>
        <translation>原报差错…</translation>
    </message>
    <message>
        <source>Article starts here, or not</source>
        <translation>从此分篇／并入上篇</translation>
    </message>
    <message>
        <source>Role of this block…</source>
        <translation>文字块的成分…</translation>
    </message>
    <message>
        <source>Move the block up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the block down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Person card of the speaker</source>
        <translation>说话人的人物卡</translation>
    </message>
    <message>
        <source>Go to the chosen place</source>
        <translation>跳到所选之处</translation>
    </message>
    <message>
        <source>Quotes of this person</source>
        <translation>此人的引语</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>修改规范姓名…</translation>
    </message>
    <message>
        <source>Another name…</source>
        <translation>加别称…</translation>
    </message>
    <message>
        <source>Post…</source>
        <translation>加身份…</translation>
    </message>
    <message>
        <source>Take this name or post off</source>
        <translation>去掉此别称或身份</translation>
    </message>
    <message>
        <source>Merge with another…</source>
        <translation>与另一人合并…</translation>
    </message>
    <message>
        <source>Give the chosen quotes to another…</source>
        <translation>所选引语改归他人…</translation>
    </message>
    <message>
        <source>Part what was merged</source>
        <translation>分开已合并的人物</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一待核项</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>上一待核项</translation>
    </message>
    <message>
        <source>Next kind</source>
        <translation>下一类</translation>
    </message>
    <message>
        <source>Previous kind</source>
        <translation>上一类</translation>
    </message>
    <message>
        <source>Go to an article</source>
        <translation>转到某篇稿件</translation>
    </message>
    <message>
        <source>Question list</source>
        <translation>待核清单</translation>
    </message>
    <message>
        <source>Article map</source>
        <translation>稿件一览</translation>
    </message>
    <message>
        <source>Page plan</source>
        <translation>版面结构</translation>
    </message>
    <message>
        <source>To this block of the plan</source>
        <translation>转到结构中的这一块</translation>
    </message>
    <message>
        <source>History</source>
        <translation>处理记录</translation>
    </message>
    <message>
        <source>Joints as they will read</source>
        <translation>接排一览</translation>
    </message>
    <message>
        <source>Quote table</source>
        <translation>引语表</translation>
    </message>
    <message>
        <source>Go to the quote</source>
        <translation>跳到引语</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物库</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>校前／校后</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排查看</translation>
    </message>
    <message>
        <source>Read through</source>
        <translation>通读</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小字号</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>标准字号</translation>
    </message>
    <message>
        <source>Appearance: as the system</source>
        <translation>外观：随系统</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>外观：浅色</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>外观：深色</translation>
    </message>
    <message>
        <source>Appearance: high contrast</source>
        <translation>外观：高对比</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About brandtool</source>
        <translation>关于 brandtool</translation>
    </message>
</context>
<context>
    <name>Articles</name>
    <message>
        <source>{left} left</source>
        <translation>未处理{left}项</translation>
    </message>
    <message>
        <source>Article map</source>
        <translation>稿件一览</translation>
    </message>
    <message>
        <source>{total} articles, {left} left</source>
        <translation>共{total}篇，未处理{left}项</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Restore this backup</source>
        <translation>恢复到这份备份</translation>
    </message>
    <message>
        <source>There is no backup yet; one is made as you decide.</source>
        <translation>还没有备份；您处理时会自动备份。</translation>
    </message>
    <message>
        <source>Restore to …</source>
        <translation>恢复到…</translation>
    </message>
    <message>
        <source>What is there now is kept beside it</source>
        <translation>现有的项目文件会另存在旁边</translation>
    </message>
    <message>
        <source>The backup is open.</source>
        <translation>已恢复到这份备份。</translation>
    </message>
    <message>
        <source>The backup is open; what was there before is kept as {path}.</source>
        <translation>已恢复到这份备份；原来的项目文件另存为 {path}。</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Ends before</source>
        <translation>上篇止于</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Occurrence {number}</source>
        <translation>第{number}处</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>留用</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>source line {line}</source>
        <translation>原文第{line}行</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Identical to the one that stays.</source>
        <translation>与留用的一处完全相同。</translation>
    </message>
    <message>
        <source>and {more} more differences</source>
        <translation>另有{more}处不同</translation>
    </message>
    <message>
        <source>Has besides: </source>
        <translation>多出：</translation>
    </message>
    <message>
        <source>Is without: </source>
        <translation>缺少：</translation>
    </message>
    <message>
        <source>Reads: </source>
        <translation>不同：</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>去处</translation>
    </message>
    <message>
        <source>Reads then</source>
        <translation>移出后读作</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Breaks off at</source>
        <translation>断在</translation>
    </message>
    <message>
        <source>Goes on at</source>
        <translation>接在</translation>
    </message>
    <message>
        <source>All joints of the page: Ctrl+R</source>
        <translation>全版接排一览：Ctrl+R</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Belongs</source>
        <translation>转移到</translation>
    </message>
    <message>
        <source>at the start of the page</source>
        <translation>版面开头</translation>
    </message>
    <message>
        <source>{size} in {pieces} pieces</source>
        <translation>{size}，{pieces}个片段</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>引述词</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>… {size} …</source>
        <translation>……{size}……</translation>
    </message>
    <message>
        <source>Wording in the text</source>
        <translation>文中称呼</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>“{word}” means</source>
        <translation>“{word}”所指</translation>
    </message>
    <message>
        <source>Meant is</source>
        <translation>所指</translation>
    </message>
    <message>
        <source>Not named: press P to choose.</source>
        <translation>没有写明，按 P 选择。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>成分</translation>
    </message>
    <message>
        <source>Next line of</source>
        <translation>接在此行之下</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>前文</translation>
    </message>
    <message>
        <source>After it</source>
        <translation>后文</translation>
    </message>
    <message>
        <source>For information: nothing is proposed to be changed.</source>
        <translation>仅供参考，不建议改动。</translation>
    </message>
    <message>
        <source>No suggestion: press E and write what is right.</source>
        <translation>没有建议，按 E 写出正确的文字。</translation>
    </message>
</context>
<context>
    <name>Certainty</name>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
</context>
<context>
    <name>Classes</name>
    <message>
        <source>sure</source>
        <translation>可成批</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>需逐条</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>No page is open.</source>
        <translation>没有打开的版面。</translation>
    </message>
    <message>
        <source>No question is chosen.</source>
        <translation>没有选中待核项。</translation>
    </message>
    <message>
        <source>There is nothing in the list.</source>
        <translation>清单里没有待核项。</translation>
    </message>
    <message>
        <source>This key is for quotes.</source>
        <translation>此键只用于引语。</translation>
    </message>
    <message>
        <source>This question has no start and end to move.</source>
        <translation>此项没有可调的起止。</translation>
    </message>
    <message>
        <source>Choose a person in the list of people first (Ctrl+P).</source>
        <translation>请先在人物库中选中一人（Ctrl+P）。</translation>
    </message>
    <message>
        <source>This person was not merged with another.</source>
        <translation>此人没有与他人合并过。</translation>
    </message>
    <message>
        <source>The page cannot be changed now.</source>
        <translation>本版现在不能修改。</translation>
    </message>
    <message>
        <source>This question is not answered yet.</source>
        <translation>此项还没有处理。</translation>
    </message>
    <message>
        <source>The page is not final.</source>
        <translation>本版尚未定稿。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的处理。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的处理。</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中文字。</translation>
    </message>
    <message>
        <source>Put the caret on words that stay in the text first.</source>
        <translation>请先把光标放到留在校后稿里的文字上。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>{number} characters</source>
        <translation>{number}字</translation>
    </message>
</context>
<context>
    <name>Done</name>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>已接排</translation>
    </message>
    <message>
        <source>Lifted out</source>
        <translation>已移出正文</translation>
    </message>
    <message>
        <source>Marked as quote</source>
        <translation>已标为引语</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已改正</translation>
    </message>
    <message>
        <source>Noted as a printed error</source>
        <translation>已注明原报差错</translation>
    </message>
    <message>
        <source>Role set</source>
        <translation>已改成分</translation>
    </message>
    <message>
        <source>Boundary set</source>
        <translation>已从此分篇</translation>
    </message>
    <message>
        <source>Boundary removed</source>
        <translation>已并入上篇</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>已拆开</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>已转移</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>已存疑</translation>
    </message>
    <message>
        <source>Flag taken off</source>
        <translation>已取消存疑</translation>
    </message>
    <message>
        <source>Never again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>State of the page</source>
        <translation>版面状态</translation>
    </message>
    <message>
        <source>Page facts</source>
        <translation>版面信息</translation>
    </message>
    <message>
        <source>Taken over to the new text</source>
        <translation>处理已移到新版原文</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>已改名</translation>
    </message>
    <message>
        <source>Made one person</source>
        <translation>已合并为一人</translation>
    </message>
    <message>
        <source>Quotes given to another</source>
        <translation>引语已改归他人</translation>
    </message>
    <message>
        <source>Parted again</source>
        <translation>已分开</translation>
    </message>
    <message>
        <source>Another name noted</source>
        <translation>已加别称</translation>
    </message>
    <message>
        <source>Name taken off</source>
        <translation>已去掉别称</translation>
    </message>
    <message>
        <source>Post noted</source>
        <translation>已加身份</translation>
    </message>
    <message>
        <source>Post taken off</source>
        <translation>已去掉身份</translation>
    </message>
    <message>
        <source>Taken in from another desk</source>
        <translation>已载入另一处的处理</translation>
    </message>
    <message>
        <source>Duplicates deleted</source>
        <translation>已删除重复</translation>
    </message>
    <message>
        <source>Both kept</source>
        <translation>已都留</translation>
    </message>
    <message>
        <source>Kept apart</source>
        <translation>已定不接</translation>
    </message>
    <message>
        <source>Left in place</source>
        <translation>已定不移</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>已定不改</translation>
    </message>
    <message>
        <source>Taken as quote</source>
        <translation>已认作引语</translation>
    </message>
    <message>
        <source>Not a quote</source>
        <translation>已定非引语</translation>
    </message>
    <message>
        <source>Article starts here</source>
        <translation>已从此分篇</translation>
    </message>
    <message>
        <source>Joined to the one above</source>
        <translation>已并入上篇</translation>
    </message>
    <message>
        <source>Role accepted</source>
        <translation>已采纳成分</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>已维持原样</translation>
    </message>
    <message>
        <source>{kind}: {state}</source>
        <translation>{kind}：{state}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>{path}: there is no such file; check the name.</source>
        <translation>{path}：没有这个文件，请检查文件名。</translation>
    </message>
    <message>
        <source>{path} is a folder; open a text file in it.</source>
        <translation>{path} 是文件夹，请打开其中的文本文件。</translation>
    </message>
    <message>
        <source>{path} is no ordinary file; copy its contents into a file first.</source>
        <translation>{path} 不是普通文件，请先存成文件。</translation>
    </message>
    <message>
        <source>{path} may not be read by you; ask for the right to read it.</source>
        <translation>{path}：您无权读取，请先取得读取权限。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check the disk or the connection.</source>
        <translation>{path} 无法读取（{reason}），请检查磁盘或网络连接。</translation>
    </message>
    <message>
        <source>{path} is larger than 256 MB; split it into pages first.</source>
        <translation>{path} 超过256 MB，请先按版面拆开。</translation>
    </message>
    <message>
        <source>{path} is a {kind} file, not text; export its text first.</source>
        <translation>{path} 是 {kind} 文件，不是文本，请先导出其中的文字。</translation>
    </message>
    <message>
        <source>{path} is not text ({share} % of it are control characters); choose another file.</source>
        <translation>{path} 不是文本（控制字符占{share}%），请另选文件。</translation>
    </message>
    <message>
        <source>{path} holds no text; choose another file.</source>
        <translation>{path} 里没有文字，请另选文件。</translation>
    </message>
    <message>
        <source>{path} is not valid {encoding}: byte {offset} cannot be read; choose another encoding in the menu Page.</source>
        <translation>{path} 不是有效的 {encoding}：第{offset}字节无法解读，请在“版面”菜单中另选编码。</translation>
    </message>
    <message>
        <source>{name} is no encoding known here; use one of {known}.</source>
        <translation>不认识编码 {name}，可用的有：{known}。</translation>
    </message>
    <message>
        <source>It was read as {encoding}, with {confidence} % confidence; if the words look wrong, choose another encoding in the menu Page.</source>
        <translation>按 {encoding} 读取，把握{confidence}%；如果文字不对，请在“版面”菜单中另选编码。</translation>
    </message>
    <message>
        <source>It holds {count} NUL characters, the first in line {line}; they stay as they are.</source>
        <translation>含有{count}个NUL字符，第一个在第{line}行，保持原样。</translation>
    </message>
    <message>
        <source>{count} lone surrogates that stand for no character were read as U+FFFD.</source>
        <translation>有{count}个不成对的代理码，已读作 U+FFFD。</translation>
    </message>
    <message>
        <source>Line {line} has {size} characters; working on it takes long.</source>
        <translation>第{line}行有{size}个字符，处理会较慢。</translation>
    </message>
    <message>
        <source>{path} is no folder and cannot be made into one; choose another.</source>
        <translation>{path} 不是文件夹，也无法建立，请另选。</translation>
    </message>
    <message>
        <source>{path} may not be written by you; choose another folder.</source>
        <translation>{path}：您无权写入，请另选文件夹。</translation>
    </message>
    <message>
        <source>The disk of {path} is full; nothing was written: make room or choose another folder.</source>
        <translation>{path} 所在的磁盘已满，没有写入任何文件，请腾出空间或另选文件夹。</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}); the files there are as they were.</source>
        <translation>{path} 未能写入（{reason}），原有文件未动。</translation>
    </message>
    <message>
        <source>{name} is no format known here; use one of {known}.</source>
        <translation>不认识导出格式 {name}，可用的有：{known}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {encoding} cannot write {character} ({point}); use utf-8 or gb18030.</source>
        <translation>{path} 第{line}行：{encoding} 无法写出“{character}”（{point}），请改用 utf-8 或 gb18030。</translation>
    </message>
    <message>
        <source>Texts cannot be written in {name}; use one of {known}.</source>
        <translation>无法以 {name} 写出文本，可用的有：{known}。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({reason}); the defaults hold.</source>
        <translation>设置文件 {path} 无法读取（{reason}），现用默认设置。</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {path} ({reason}); free the place and change them again.</source>
        <translation>设置无法存入 {path}（{reason}），请处理后重新设置。</translation>
    </message>
    <message>
        <source>The settings were damaged; they were put aside as {path}, and the defaults hold.</source>
        <translation>设置文件已损坏，已移到 {path}，现用默认设置。</translation>
    </message>
    <message>
        <source>{path}: there is no such project; check the name.</source>
        <translation>{path}：没有这个项目文件，请检查文件名。</translation>
    </message>
    <message>
        <source>{path} is no brandtool project; nothing of it was changed: choose another file.</source>
        <translation>{path} 不是 brandtool 项目文件，未作改动，请另选文件。</translation>
    </message>
    <message>
        <source>{path} was made by a newer program (schema {schema}); update brandtool to open it.</source>
        <translation>{path} 由更新的程序建立（格式{schema}），请升级 brandtool 后再打开。</translation>
    </message>
    <message>
        <source>{path} was written by a newer program (schema {schema}) and is read only here.</source>
        <translation>{path} 由更新的程序写过（格式{schema}），这里只读。</translation>
    </message>
    <message>
        <source>{path} has tables that are not ours and was left untouched; no backup of it is known.</source>
        <translation>{path} 的结构已被改动，文件未动，没有找到备份。</translation>
    </message>
    <message>
        <source>{path} has tables that are not ours and was left untouched; its newest good backup is {backup}.</source>
        <translation>{path} 的结构已被改动，文件未动；最近的完好备份是 {backup}。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left untouched; no backup of it is known.</source>
        <translation>{path} 已损坏，文件未动，没有找到备份。</translation>
    </message>
    <message>
        <source>{path} is damaged and was left untouched; its newest good backup is {backup}.</source>
        <translation>{path} 已损坏，文件未动；最近的完好备份是 {backup}。</translation>
    </message>
    <message>
        <source>{path} was being written when the program stopped; open it once where it may be written.</source>
        <translation>{path} 在写入时中断，请在可写的位置打开一次。</translation>
    </message>
    <message>
        <source>{path} exists already; open it instead.</source>
        <translation>{path} 已经存在，请直接打开。</translation>
    </message>
    <message>
        <source>The disk of {path} is full; make room, then go on.</source>
        <translation>{path} 所在的磁盘已满，请腾出空间后继续。</translation>
    </message>
    <message>
        <source>{path} cannot be reached on its disk; check the disk or the connection.</source>
        <translation>{path} 读写失败，请检查磁盘或网络连接。</translation>
    </message>
    <message>
        <source>{path} is being used by another program; try again shortly.</source>
        <translation>{path} 正被其他程序占用，请稍后再试。</translation>
    </message>
    <message>
        <source>{path} cannot be reached; check the disk or the connection.</source>
        <translation>{path} 无法访问，请检查磁盘或网络连接。</translation>
    </message>
    <message>
        <source>{path} holds a record too big to read; restore a backup of it.</source>
        <translation>{path} 中有过大的记录，无法读取，请从备份恢复。</translation>
    </message>
    <message>
        <source>{path} takes too long to check; it may be damaged or not ours: restore a backup of it.</source>
        <translation>{path} 检查超时，可能已损坏或并非本程序的文件，请从备份恢复。</translation>
    </message>
    <message>
        <source>{path} was moved or replaced while it was open; open it again.</source>
        <translation>{path} 在打开期间被移动或替换，请重新打开。</translation>
    </message>
    <message>
        <source>The backup in {path} is not whole; choose an older one.</source>
        <translation>备份 {path} 不完整，请选更早的备份。</translation>
    </message>
    <message>
        <source>The decision {event} cannot be stored (its {field} is not sound); report this as a fault.</source>
        <translation>处理 {event} 无法保存（{field} 有误），请报告此问题。</translation>
    </message>
    <message>
        <source>The decision {event} (number {n}) does not follow the one before; report this as a fault.</source>
        <translation>处理 {event}（第{n}条）与前一条不相接，请报告此问题。</translation>
    </message>
    <message>
        <source>The decision {event} speaks of a text that is not in the project; report this as a fault.</source>
        <translation>处理 {event} 所指的文本不在项目中，请报告此问题。</translation>
    </message>
    <message>
        <source>The project holds no revision {rev} of the text {doc}; open its newest one.</source>
        <translation>项目中没有文本 {doc} 的第{rev}个版本，请打开最新版本。</translation>
    </message>
    <message>
        <source>{path} may not be written and is open for reading only.</source>
        <translation>{path} 不可写入，现为只读。</translation>
    </message>
    <message>
        <source>{name} is working on this page (on {host}); you can only read it now.</source>
        <translation>{name}正在处理本版（{host}），您现在只能查看。</translation>
    </message>
    <message>
        <source>{path} cannot be locked on its disk and is open for reading only.</source>
        <translation>{path} 所在的磁盘不支持加锁，现为只读。</translation>
    </message>
    <message>
        <source>A foreign journal beside {path} was put aside as {aside}.</source>
        <translation>{path} 旁有不属于它的日志，已移到 {aside}。</translation>
    </message>
    <message>
        <source>A foreign write-ahead log beside {path} was put aside as {aside}.</source>
        <translation>{path} 旁有不属于它的预写日志，已移到 {aside}。</translation>
    </message>
    <message>
        <source>{path} was being written when the program stopped; it has been put in order.</source>
        <translation>{path} 在写入时中断，现已恢复。</translation>
    </message>
    <message>
        <source>{path} was brought from schema {before} to {after}; a backup was made before.</source>
        <translation>{path} 已从格式{before}升级到{after}，升级前已备份。</translation>
    </message>
    <message>
        <source>No backup of {path} could be made ({why}); check the disk.</source>
        <translation>{path} 未能备份（{why}），请检查磁盘。</translation>
    </message>
    <message>
        <source>The program made a mistake ({name}); a report was kept.</source>
        <translation>程序出错（{name}），已留下报告。</translation>
    </message>
    <message>
        <source>This could not be done ({code}).</source>
        <translation>未能完成（{code}）。</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>{count} copies say the same: {size} characters in {lines} line(s)</source>
        <translation>{count}处文字相同（{size}字，{lines}行）。</translation>
    </message>
    <message>
        <source>{count} copies say nearly the same: {size} characters in {lines} line(s), {differ} differ</source>
        <translation>{count}处文字几乎相同（{size}字，{lines}行，{differ}字不同）。</translation>
    </message>
    <message>
        <source>the same {size} characters stand twice in a row</source>
        <translation>同样的{size}字接连出现两次。</translation>
    </message>
    <message>
        <source>the same short line stands {count} times ({size} characters)</source>
        <translation>同样的短行出现{count}次（{size}字）。</translation>
    </message>
    <message>
        <source>reads as the words under a picture</source>
        <translation>读来是图片说明。</translation>
    </message>
    <message>
        <source>reads as the words under a picture and cuts a sentence in two</source>
        <translation>读来是图片说明，把一句话断成两截。</translation>
    </message>
    <message>
        <source>names who took or drew a picture</source>
        <translation>写的是图片的作者。</translation>
    </message>
    <message>
        <source>is a line of the page and belongs to no article</source>
        <translation>是报眉版脚，不属于任何一篇稿件。</translation>
    </message>
    <message>
        <source>says that this goes on elsewhere</source>
        <translation>提示另有一部分在别处。</translation>
    </message>
    <message>
        <source>continues “…{left}┊{right}…”, which stands {up} line(s) above</source>
        <translation>接上文“…{left}┊{right}…”，后半在上方{up}行处。</translation>
    </message>
    <message>
        <source>the {opened} opened before it is closed by {closed} behind it</source>
        <translation>前段有{opened}，后段才有{closed}与之成对。</translation>
    </message>
    <message>
        <source>the one that stays reads likelier where they differ</source>
        <translation>不同之处，留用的一处更通顺。</translation>
    </message>
    <message>
        <source>what follows comes back to “{words}”</source>
        <translation>其中“{words}”在下文再现。</translation>
    </message>
    <message>
        <source>sends the reader to page {page}</source>
        <translation>提示读者转到第{page}版。</translation>
    </message>
    <message>
        <source>says that this goes on from page {page}</source>
        <translation>写明上接第{page}版。</translation>
    </message>
    <message>
        <source>continues “…{left}┊{right}…”, which stands earlier</source>
        <translation>接上文“…{left}┊{right}…”，后半排在前面。</translation>
    </message>
    <message>
        <source>advertises</source>
        <translation>是广告。</translation>
    </message>
    <message>
        <source>is a headline: {about} words of it return in what follows</source>
        <translation>是标题：其中{about}个词在后文中再次出现。</translation>
    </message>
    <message>
        <source>is the first line of the page</source>
        <translation>是版面的第一行。</translation>
    </message>
    <message>
        <source>begins behind a lost headline</source>
        <translation>从失落的标题之后开始。</translation>
    </message>
    <message>
        <source>speaks of “{article}” and not of what it stands in</source>
        <translation>说的是“{article}”，不是它现在所在的稿件。</translation>
    </message>
    <message>
        <source>stands before the headline of its own article, “{article}”</source>
        <translation>站在自己那篇的标题“{article}”之前。</translation>
    </message>
    <message>
        <source>is a short line without a stop, followed by text</source>
        <translation>是没有句末标点的短行，后面跟着正文。</translation>
    </message>
    <message>
        <source>begins as an item of a list</source>
        <translation>以分条的写法开头。</translation>
    </message>
    <message>
        <source>says who wrote or sent it</source>
        <translation>写的是作者或供稿人。</translation>
    </message>
    <message>
        <source>says where the news comes from</source>
        <translation>写的是消息的来处。</translation>
    </message>
    <message>
        <source>names who wrote it</source>
        <translation>写明作者。</translation>
    </message>
    <message>
        <source>is a note of the editors</source>
        <translation>是编者的话。</translation>
    </message>
    <message>
        <source>sums the article up above it</source>
        <translation>概括了这篇稿件。</translation>
    </message>
    <message>
        <source>is a mark of the layout</source>
        <translation>是版面上的记号。</translation>
    </message>
    <message>
        <source>the same {size} characters also stand elsewhere, within other words</source>
        <translation>同样的{size}字另见于别处的行文之中。</translation>
    </message>
    <message>
        <source>continues “…{left}┊{right}…” in the next line</source>
        <translation>接上文“…{left}┊{right}…”，就在下一行。</translation>
    </message>
    <message>
        <source>continues “…{left}┊{right}…” behind {over} line(s) lifted out</source>
        <translation>接上文“…{left}┊{right}…”，中间隔着{over}行混入的文字。</translation>
    </message>
    <message>
        <source>continues “…{left}┊{right}…” behind a copy</source>
        <translation>接上文“…{left}┊{right}…”，中间隔着重复的文字。</translation>
    </message>
    <message>
        <source>continues “…{left}┊{right}…” with {over} line(s) between</source>
        <translation>接上文“…{left}┊{right}…”，中间隔着{over}行。</translation>
    </message>
    <message>
        <source>no mark ends the words before it</source>
        <translation>前段没有句末标点。</translation>
    </message>
    <message>
        <source>the words before it end with “{mark}”</source>
        <translation>前段以“{mark}”结尾。</translation>
    </message>
    <message>
        <source>no paragraph begins with “{mark}”</source>
        <translation>没有段落以“{mark}”开头。</translation>
    </message>
    <message>
        <source>the words read on</source>
        <translation>连读通顺。</translation>
    </message>
    <message>
        <source>“{right}” begins a paragraph less often than it stands within one</source>
        <translation>“{right}”少见于段首，多见于段中。</translation>
    </message>
    <message>
        <source>a paragraph hardly ever ends with “{left}”</source>
        <translation>很少有段落以“{left}”结尾。</translation>
    </message>
    <message>
        <source>“{words}” stands elsewhere on the page too</source>
        <translation>“{words}”在版面别处也连着。</translation>
    </message>
    <message>
        <source>the break stands within the word “{word}”</source>
        <translation>断处在“{word}”一词中间。</translation>
    </message>
    <message>
        <source>both speak of “{words}”</source>
        <translation>两段都说到“{words}”。</translation>
    </message>
    <message>
        <source>no other line reads on so well</source>
        <translation>别的行都接不了这么顺。</translation>
    </message>
    <message>
        <source>it is a full line of a narrow column</source>
        <translation>前段是窄栏里排满的一行。</translation>
    </message>
    <message>
        <source>the same {size} characters stand {count} times in a row</source>
        <translation>同样的{size}字接连出现{count}次。</translation>
    </message>
    <message>
        <source>the one that stays continues “…{left}┊{right}…”</source>
        <translation>留用的一处接上文“…{left}┊{right}…”。</translation>
    </message>
    <message>
        <source>the one that stays goes on in “…{left}┊{right}…”</source>
        <translation>留用的一处与下文“…{left}┊{right}…”相接。</translation>
    </message>
    <message>
        <source>another one cuts “…{left}┊{right}…” in two</source>
        <translation>另有一处把“…{left}┊{right}…”切成两段。</translation>
    </message>
    <message>
        <source>the one that stays stands after its headline, “{article}”</source>
        <translation>留用的一处在标题“{article}”之后。</translation>
    </message>
    <message>
        <source>the one that stays counts on from the line above: {before}, {number}</source>
        <translation>留用的一处与上一段序号相接：{before}、{number}。</translation>
    </message>
    <message>
        <source>the line below the one that stays counts on: {before}, {number}</source>
        <translation>留用的一处与下一段序号相接：{before}、{number}。</translation>
    </message>
    <message>
        <source>the one that stays stands among rows of its form</source>
        <translation>留用的一处前后都是同类的行。</translation>
    </message>
    <message>
        <source>the one that stays says {more} characters more than any other</source>
        <translation>留用的一处比其他各处多{more}字。</translation>
    </message>
    <message>
        <source>only the one that stays ends with who wrote it</source>
        <translation>只有留用的一处带文末署名。</translation>
    </message>
    <message>
        <source>the one that stays speaks of “{words}”, as the text beside it does</source>
        <translation>留用的一处与相邻文字都说到“{words}”。</translation>
    </message>
    <message>
        <source>they stand side by side and say the same, so either may stay</source>
        <translation>彼此相邻、文字相同，留哪一处都一样。</translation>
    </message>
    <message>
        <source>what stays is part of a longer paragraph</source>
        <translation>留用的一处是较长一段的一部分。</translation>
    </message>
    <message>
        <source>belongs to “{article}”</source>
        <translation>属于“{article}”一篇。</translation>
    </message>
    <message>
        <source>shares “{words}” with that article and not with what it stands in</source>
        <translation>与该篇都说到“{words}”，所在的一篇没有说到。</translation>
    </message>
    <message>
        <source>stands before the headline of that article</source>
        <translation>排在该篇标题之前。</translation>
    </message>
    <message>
        <source>begins with “{name}”, as that headline does</source>
        <translation>与该篇标题一样以“{name}”开头。</translation>
    </message>
    <message>
        <source>stands behind the sign-off of an article</source>
        <translation>排在一篇的文末署名之后。</translation>
    </message>
    <message>
        <source>is signed off, and that article has no byline</source>
        <translation>带有文末署名，而该篇没有署名。</translation>
    </message>
    <message>
        <source>no text stands above it</source>
        <translation>其上没有别的正文。</translation>
    </message>
    <message>
        <source>a byline stands under it</source>
        <translation>其下是署名。</translation>
    </message>
    <message>
        <source>the line below begins with where the news comes from</source>
        <translation>下一行以电头开头。</translation>
    </message>
    <message>
        <source>begins with where the news comes from</source>
        <translation>以电头开头。</translation>
    </message>
    <message>
        <source>a second headline begun with a dash stands under it</source>
        <translation>其下是破折号开头的副题。</translation>
    </message>
    <message>
        <source>the line above signs an article off</source>
        <translation>上一行是文末署名。</translation>
    </message>
    <message>
        <source>what follows speaks of other things than what stands above</source>
        <translation>下文与上文说的不是一回事。</translation>
    </message>
    <message>
        <source>the name “{name}” and a colon open it</source>
        <translation>以人名“{name}”加冒号开头。</translation>
    </message>
    <message>
        <source>the layout marks it as a heading</source>
        <translation>版式标作标题。</translation>
    </message>
    <message>
        <source>is a short line without a stop</source>
        <translation>是没有句末标点的短行。</translation>
    </message>
    <message>
        <source>the line above ends its sentence</source>
        <translation>上一行的句子已完。</translation>
    </message>
    <message>
        <source>the mark of a lost headline stands above it</source>
        <translation>其上有标题缺失的记号。</translation>
    </message>
    <message>
        <source>the lines around it fit a beginning best</source>
        <translation>依前后各行看，最像一篇的开头。</translation>
    </message>
    <message>
        <source>cuts “…{left}┊{right}…” in two</source>
        <translation>把“…{left}┊{right}…”切成两段。</translation>
    </message>
    <message>
        <source>opens as a note of the editors does</source>
        <translation>以编者按的字样开头。</translation>
    </message>
    <message>
        <source>says that it sums up</source>
        <translation>标明是提要。</translation>
    </message>
    <message>
        <source>names reporters and says nothing else</source>
        <translation>只写明记者姓名。</translation>
    </message>
    <message>
        <source>tells who wrote it or made its pictures</source>
        <translation>写明文图作者。</translation>
    </message>
    <message>
        <source>consists of names</source>
        <translation>只有人名。</translation>
    </message>
    <message>
        <source>tells in brackets who wrote or sent it</source>
        <translation>在括号中写明作者或来源。</translation>
    </message>
    <message>
        <source>tells where the news comes from</source>
        <translation>写明消息来自何处。</translation>
    </message>
    <message>
        <source>opens as words under a picture do</source>
        <translation>以图片说明的样式开头。</translation>
    </message>
    <message>
        <source>tells who made a picture</source>
        <translation>写明图片作者。</translation>
    </message>
    <message>
        <source>names who made the page</source>
        <translation>写明版面编辑人员。</translation>
    </message>
    <message>
        <source>holds a date, an issue or a page number</source>
        <translation>含日期、期号或版次。</translation>
    </message>
    <message>
        <source>reads as the name of a page or a rubric</source>
        <translation>读来是版名或栏目。</translation>
    </message>
    <message>
        <source>tells how to reach somebody</source>
        <translation>写明联系方式。</translation>
    </message>
    <message>
        <source>holds a word of notices or advertisements</source>
        <translation>含启事或广告用语。</translation>
    </message>
    <message>
        <source>a notice stands beside it</source>
        <translation>相邻的行是启事或广告。</translation>
    </message>
    <message>
        <source>begins with “{mark}”</source>
        <translation>以“{mark}”开头。</translation>
    </message>
    <message>
        <source>begins with the number “{mark}”</source>
        <translation>以序号“{mark}”开头。</translation>
    </message>
    <message>
        <source>its number goes on from, or to, that of a line near it</source>
        <translation>序号与邻近的行相接。</translation>
    </message>
    <message>
        <source>a line near it begins alike</source>
        <translation>邻近的行开头相同。</translation>
    </message>
    <message>
        <source>a paragraph follows it</source>
        <translation>其后是正文段落。</translation>
    </message>
    <message>
        <source>a short line without a stop stands above it</source>
        <translation>其上是没有句末标点的短行。</translation>
    </message>
    <message>
        <source>stands at the top of the page</source>
        <translation>排在版面最上方。</translation>
    </message>
    <message>
        <source>stands at the bottom of the page</source>
        <translation>排在版面最下方。</translation>
    </message>
    <message>
        <source>fits best between the lines around it</source>
        <translation>依前后各行看，最合适。</translation>
    </message>
    <message>
        <source>once in “{one}” and once in “{other}”</source>
        <translation>分别见于“{one}”和“{other}”。</translation>
    </message>
    <message>
        <source>both times in “{article}”</source>
        <translation>都在“{article}”一篇。</translation>
    </message>
    <message>
        <source>with the same numbers: {numbers}</source>
        <translation>数字相同：{numbers}。</translation>
    </message>
    <message>
        <source>“{cue}” leads to the marked words; {mention} is its subject.</source>
        <translation>“{cue}”引出引号里的话，主语是{mention}。</translation>
    </message>
    <message>
        <source>“{cue}” follows the marked words; {mention} is its subject.</source>
        <translation>“{cue}”跟在引号里的话之后，主语是{mention}。</translation>
    </message>
    <message>
        <source>The marked words go on after “{cue}”; {mention} is its subject.</source>
        <translation>引号里的话接着同一句中“{cue}”所转述的内容，主语是{mention}。</translation>
    </message>
    <message>
        <source>The marked words follow what “{cue}” reports; {mention} is its subject.</source>
        <translation>引号里的话紧接“{cue}”所转述的内容，主语是{mention}。</translation>
    </message>
    <message>
        <source>No verb of speech; {mention} acts beside the marked words.</source>
        <translation>没有引述词，{mention}在引号旁有动作。</translation>
    </message>
    <message>
        <source>The marked words have the shape of speech; nobody is named beside them.</source>
        <translation>引号里的话像是说出来的，旁边没有写明是谁。</translation>
    </message>
    <message>
        <source>An interview turn labelled {mention}.</source>
        <translation>是{mention}在访谈中的一段话。</translation>
    </message>
    <message>
        <source>“{cue}” reports the words after it; {mention} is its subject.</source>
        <translation>“{cue}”转述了后面的话，主语是{mention}。</translation>
    </message>
    <message>
        <source>Because you decided who says “{like}…”: {speaker}.</source>
        <translation>依您刚才的处理：“{like}……”的说话人是{speaker}。</translation>
    </message>
    <message>
        <source>Because you decided on “{like}…”, which stands alike.</source>
        <translation>依您刚才的处理：“{like}……”与此同类。</translation>
    </message>
    <message>
        <source>Because you decided where “{like}…” begins and ends.</source>
        <translation>依您刚才的处理：“{like}……”的起止。</translation>
    </message>
</context>
<context>
    <name>Evidence pane</name>
    <message>
        <source>certainty: {level}</source>
        <translation>把握：{level}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>{verb} ({key})</source>
        <translation>{verb}（{key}）</translation>
    </message>
    <message>
        <source>Detecting…</source>
        <translation>正在检测…</translation>
    </message>
    <message>
        <source>All {total} answered.&lt;br&gt;&lt;br&gt;Export with Ctrl+E.</source>
        <translation>{total}项全部处理完毕。&lt;br&gt;&lt;br&gt;按 Ctrl+E 导出。</translation>
    </message>
    <message>
        <source>Choose a question in the list.</source>
        <translation>请在清单中选一项。</translation>
    </message>
    <message>
        <source>certainty {score}; source {spans}; {code}; {detector}</source>
        <translation>把握 {score}；原文位置 {spans}；{code}；{detector}</translation>
    </message>
    <message>
        <source>{one}; {other}</source>
        <translation>{one}；{other}</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>{count} files written to {folder}</source>
        <translation>已导出{count}个文件到 {folder}</translation>
    </message>
    <message>
        <source>Article texts and page text</source>
        <translation>单篇校后稿和整版校后稿</translation>
    </message>
    <message>
        <source>Article table and quote table (CSV)</source>
        <translation>稿件表和引语表（CSV）</translation>
    </message>
    <message>
        <source>Full data (JSON Lines)</source>
        <translation>全部数据（JSON Lines）</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Page to read and print, with quotes and speakers (HTML)</source>
        <translation>阅读打印版，含引语与说话人（HTML）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{left} still open: the files will be named as a draft.</source>
        <translation>还有{left}项未处理：文件名将注明未定稿。</translation>
    </message>
    <message>
        <source>Everything is decided.</source>
        <translation>全部处理完毕。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Export (Enter)</source>
        <translation>导出（Enter）</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Certainty: all</source>
        <translation>把握：全部</translation>
    </message>
    <message>
        <source>Certainty: {level}</source>
        <translation>把握：{level}</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Paper</source>
        <translation>报纸名称</translation>
    </message>
    <message>
        <source>Publication date</source>
        <translation>出版日期</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Page name</source>
        <translation>版名</translation>
    </message>
    <message>
        <source>Page facts</source>
        <translation>版面信息</translation>
    </message>
    <message>
        <source>Keep (Enter)</source>
        <translation>保存（Enter）</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>{done} of {total} done</source>
        <translation>已处理 {done}／{total}</translation>
    </message>
    <message>
        <source>Undo (U)</source>
        <translation>撤销（U）</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>第{page}版</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Answered together: {count}</source>
        <translation>成批处理 {count} 项</translation>
    </message>
    <message>
        <source> ({kinds})</source>
        <translation>（{kinds}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>quotes: {count}</source>
        <translation>引语{count}条</translation>
    </message>
    <message>
        <source>source line {line}</source>
        <translation>原文第{line}行</translation>
    </message>
    <message>
        <source>History</source>
        <translation>处理记录</translation>
    </message>
    <message>
        <source>Retract this one</source>
        <translation>撤回此项</translation>
    </message>
    <message>
        <source>{total} acts, {held} in force</source>
        <translation>共{total}条，有效{held}条</translation>
    </message>
</context>
<context>
    <name>Joints</name>
    <message>
        <source>Joints as they will read</source>
        <translation>接排一览</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>So the sentences will read. X leaves a line open; Space shows the text.</source>
        <translation>接排后的句子如下。按 X 取消勾选，该行仍为未处理；按空格键看正文。</translation>
    </message>
    <message>
        <source>{ticked} of {left} joints ticked</source>
        <translation>已勾选 {ticked}／{left} 处</translation>
    </message>
    <message>
        <source>Run on {ticked} (Enter)</source>
        <translation>接排 {ticked} 处（Enter）</translation>
    </message>
    <message>
        <source>So the sentences will read. Shift+A takes all that are open.</source>
        <translation>接排后的句子如下。按 Shift+A 成批接排未处理的各处。</translation>
    </message>
    <message>
        <source>No sentence of this page is cut in two.</source>
        <translation>这一版没有断开的句子。</translation>
    </message>
    <message>
        <source>{total} joints, {left} left</source>
        <translation>共{total}处，未处理{left}处</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>article boundary</source>
        <translation>分篇</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>interruption</source>
        <translation>混入</translation>
    </message>
    <message>
        <source>displaced</source>
        <translation>错位</translation>
    </message>
    <message>
        <source>run on</source>
        <translation>接排</translation>
    </message>
    <message>
        <source>role</source>
        <translation>成分</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>疑错</translation>
    </message>
    <message>
        <source>same statement</source>
        <translation>两稿同述</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>split</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>printed error</source>
        <translation>原报差错</translation>
    </message>
    <message>
        <source>state of the page</source>
        <translation>版面状态</translation>
    </message>
    <message>
        <source>page facts</source>
        <translation>版面信息</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>不再提示</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Questions</source>
        <translation>待核清单</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>稿件一览</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>版面结构</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>History</source>
        <translation>处理记录</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>校前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>校后</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引语表</translation>
    </message>
    <message>
        <source>Joints</source>
        <translation>接排</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Space: before and after</source>
        <translation>空格：校前／校后</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Printed error: what should stand there</source>
        <translation>原报差错：应为</translation>
    </message>
    <message>
        <source>Type what is right; Enter notes it</source>
        <translation>输入正确的文字，Enter 注明</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Page</source>
        <translation>版面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>待核项(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>Pe&amp;rson</source>
        <translation>人物(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The page has changed meanwhile.</source>
        <translation>版面已有变动。</translation>
    </message>
    <message>
        <source>No question is chosen.</source>
        <translation>没有选中待核项。</translation>
    </message>
    <message>
        <source>There is nothing left to decide there; what overlaps is decided already.</source>
        <translation>这里没有可处理的内容，重叠之处已处理过。</translation>
    </message>
    <message>
        <source>Nothing about this person was changed.</source>
        <translation>此人没有改动。</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>没有新的处理。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>The block cannot be moved further.</source>
        <translation>不能再转移了。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤回的内容。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的处理。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的处理。</translation>
    </message>
    <message>
        <source>The page is final; reopen it to change it.</source>
        <translation>本版已定稿，需重新打开才能修改。</translation>
    </message>
    <message>
        <source>The page can only be read now.</source>
        <translation>本版现在只能查看。</translation>
    </message>
    <message>
        <source>There is nothing to delete there.</source>
        <translation>这里没有可删除的文字。</translation>
    </message>
    <message>
        <source>There is nothing to run on there.</source>
        <translation>这里没有可接排之处。</translation>
    </message>
    <message>
        <source>There is nothing to lift out there.</source>
        <translation>这里没有可移出的文字。</translation>
    </message>
    <message>
        <source>This cannot be a quote.</source>
        <translation>这里不能标为引语。</translation>
    </message>
    <message>
        <source>There is nothing to note there.</source>
        <translation>这里没有可注明的文字。</translation>
    </message>
    <message>
        <source>This block cannot have another role.</source>
        <translation>这个文字块不能改成分。</translation>
    </message>
    <message>
        <source>No article can start here.</source>
        <translation>不能从这里分篇。</translation>
    </message>
    <message>
        <source>The block cannot be split here.</source>
        <translation>这里不能拆开。</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭这条提示</translation>
    </message>
</context>
<context>
    <name>Open</name>
    <message>
        <source>Open a page</source>
        <translation>打开版面</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>版面文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>全部文件</translation>
    </message>
    <message>
        <source>No page was opened before.</source>
        <translation>还没有打开过版面。</translation>
    </message>
    <message>
        <source>Recent pages</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Read with another encoding</source>
        <translation>换一种编码读取</translation>
    </message>
    <message>
        <source>Read now as {encoding}</source>
        <translation>现按 {encoding} 读取</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>This folder cannot be written; decisions are kept in {path}.</source>
        <translation>此文件夹不可写入，处理保存在 {path}。</translation>
    </message>
    <message>
        <source>Not saved: {why} The decisions stay here and are tried again.</source>
        <translation>未能保存：{why}处理还在本机，稍后自动重试。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start it again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>The analysis has stopped; you can go on by hand.</source>
        <translation>检测已停止，您可以继续手工处理。</translation>
    </message>
    <message>
        <source>The detector {name} failed on this page; the others go on.</source>
        <translation>检测器 {name} 在本版出错，其余照常。</translation>
    </message>
    <message>
        <source>The report is on the clipboard; the file is {path}.</source>
        <translation>报告已复制到剪贴板，文件在 {path}。</translation>
    </message>
    <message>
        <source>brandtool stopped unexpectedly; a report without any page text was kept.</source>
        <translation>brandtool 上次意外退出，已留下一份不含版面文字的报告。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>不再显示</translation>
    </message>
</context>
<context>
    <name>OverviewStrip</name>
    <message>
        <source>Overview of the whole page</source>
        <translation>全版缩略条</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Editor&apos;s name</source>
        <translation>校对员姓名</translation>
    </message>
</context>
<context>
    <name>PageStates</name>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>校对中</translation>
    </message>
    <message>
        <source>first reading done</source>
        <translation>一校完</translation>
    </message>
    <message>
        <source>second reading done</source>
        <translation>二校完</translation>
    </message>
    <message>
        <source>final</source>
        <translation>已定稿</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Source text</source>
        <translation>识别原文</translation>
    </message>
    <message>
        <source>Clean text</source>
        <translation>校后稿</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type a name, or its pinyin initials</source>
        <translation>输入名称或拼音首字母</translation>
    </message>
    <message>
        <source>“{typed}” as typed</source>
        <translation>就用“{typed}”</translation>
    </message>
    <message>
        <source>{listed} of {total}</source>
        <translation>{listed}／{total}</translation>
    </message>
</context>
<context>
    <name>Persons</name>
    <message>
        <source>Rename {name}</source>
        <translation>修改“{name}”的规范姓名</translation>
    </message>
    <message>
        <source>The full name; that of another person makes them one</source>
        <translation>写全名；写另一人的姓名即合并为一人</translation>
    </message>
    <message>
        <source>{name} is the same person as…</source>
        <translation>“{name}”与谁是同一人</translation>
    </message>
    <message>
        <source>Hanzi or pinyin; the name chosen here stands</source>
        <translation>汉字或拼音；以所选之人的姓名为准</translation>
    </message>
    <message>
        <source>Who says these {count} quotes?</source>
        <translation>这{count}条引语是谁说的</translation>
    </message>
    <message>
        <source>Another name of {name}</source>
        <translation>“{name}”的别称</translation>
    </message>
    <message>
        <source>As it stands in the text; quotes under it are theirs too</source>
        <translation>照文中写法；用此称呼的引语也归此人</translation>
    </message>
    <message>
        <source>A post of {name}</source>
        <translation>“{name}”的身份</translation>
    </message>
    <message>
        <source>With the institution, as printed</source>
        <translation>连同单位，照原报写法</translation>
    </message>
    <message>
        <source>{count} · {size}</source>
        <translation>{count}条 {size}字</translation>
    </message>
    <message>
        <source>{count} quotes, {size} characters</source>
        <translation>{count}条引语，{size}字</translation>
    </message>
    <message>
        <source>Posts, as printed</source>
        <translation>身份（照原报）</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别称</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Named in the text</source>
        <translation>文中称呼</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别称</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>People of this page</source>
        <translation>本版人物</translation>
    </message>
    <message>
        <source>Person card</source>
        <translation>人物卡</translation>
    </message>
    <message>
        <source>{speakers} speakers, {quotes} quotes</source>
        <translation>说话人{speakers}位，引语{quotes}条</translation>
    </message>
    <message>
        <source>{count} quotes, {size} characters, {share} % of what is quoted</source>
        <translation>引语{count}条，{size}字，占全版引语的{share}%</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>continued from page {page}</source>
        <translation>上接第{page}版</translation>
    </message>
    <message>
        <source>continues on page {page}</source>
        <translation>下转第{page}版</translation>
    </message>
    <message>
        <source>off the articles</source>
        <translation>非正文</translation>
    </message>
    <message>
        <source>art. {article}, par. {paragraph}</source>
        <translation>第{article}篇 第{paragraph}段</translation>
    </message>
    <message>
        <source>{place} (source line {line})</source>
        <translation>{place}（原文第{line}行）</translation>
    </message>
    <message>
        <source>article {article}</source>
        <translation>第{article}篇</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Page plan</source>
        <translation>版面结构</translation>
    </message>
    <message>
        <source>There is no text on this page.</source>
        <translation>这一版没有文字。</translation>
    </message>
    <message>
        <source>Dashed: proposed. Solid: decided.</source>
        <translation>虚线：未处理；实线：已处理。</translation>
    </message>
    <message>
        <source>Enter: text · Alt+↑↓: move · B: article · T: role</source>
        <translation>Enter 正文 · Alt+↑↓ 转移 · B 分篇 · T 成分</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n}篇</translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>删除{n}段</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>转移{n}段</translation>
    </message>
    <message>
        <source>{n} lifted out</source>
        <translation>移出{n}段</translation>
    </message>
    <message>
        <source>source line {line}</source>
        <translation>原文第{line}行</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>校对时增补</translation>
    </message>
    <message>
        <source>an article begins here</source>
        <translation>从此分篇</translation>
    </message>
    <message>
        <source>goes on the sentence above</source>
        <translation>接排上段</translation>
    </message>
    <message>
        <source>copy, is deleted</source>
        <translation>重复，删除</translation>
    </message>
    <message>
        <source>moves to {article}</source>
        <translation>转移到{article}</translation>
    </message>
    <message>
        <source>lifted out</source>
        <translation>移出正文</translation>
    </message>
    <message>
        <source>{what} (proposed)</source>
        <translation>{what}（未处理）</translation>
    </message>
    <message>
        <source>Source order</source>
        <translation>原文顺序</translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation>校后顺序</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Filter by words</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>Question list</source>
        <translation>待核清单</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>待核项</translation>
    </message>
    <message>
        <source>Accept (Enter)</source>
        <translation>采纳（Enter）</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>All but very low</source>
        <translation>全部（把握极低的除外）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{ticked} of {left} ticked</source>
        <translation>已勾选 {ticked}／{left}</translation>
    </message>
    <message>
        <source>{shown} of {total} shown, {left} left</source>
        <translation>列出{shown}／{total}项，未处理{left}项</translation>
    </message>
    <message>
        <source>{total} in all, {left} left</source>
        <translation>共{total}项，未处理{left}项</translation>
    </message>
    <message>
        <source>No question passes the filter.</source>
        <translation>没有符合筛选的待核项。</translation>
    </message>
    <message>
        <source>Detecting: questions appear here as they are found.</source>
        <translation>正在检测，找到的待核项会列在这里。</translation>
    </message>
    <message>
        <source>No questions: nothing on this page looks damaged.</source>
        <translation>没有待核项：本版未见差错。</translation>
    </message>
</context>
<context>
    <name>QuoteTable</name>
    <message>
        <source>Quote table</source>
        <translation>引语表</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Words, or a speaker&apos;s pinyin</source>
        <translation>按文字或说话人拼音筛选</translation>
    </message>
    <message>
        <source>{total} quotes: {decided} decided, {proposed} proposed. An export holds the decided.</source>
        <translation>引语{total}条：已处理{decided}条，未处理{proposed}条；导出的是已处理的。</translation>
    </message>
    <message>
        <source>{shown} shown of {told}</source>
        <translation>显示{shown}条／{told}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>直接引语</translation>
    </message>
    <message>
        <source>Indirect</source>
        <translation>间接引语</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>部分引语</translation>
    </message>
    <message>
        <source>Art.</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Chars</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>未写明</translation>
    </message>
</context>
<context>
    <name>Quotes</name>
    <message>
        <source>direct quote</source>
        <translation>直接引语</translation>
    </message>
    <message>
        <source>indirect quote</source>
        <translation>间接引语</translation>
    </message>
    <message>
        <source>mixed quote</source>
        <translation>部分引语</translation>
    </message>
    <message>
        <source>not speech</source>
        <translation>非引语</translation>
    </message>
</context>
<context>
    <name>Revision</name>
    <message>
        <source>Read as {encoding}, the file differs from the stored text, on which you are working.</source>
        <translation>按 {encoding} 读取，文件与已存的识别原文不同；您现在处理的是已存的原文。</translation>
    </message>
    <message>
        <source>The file has changed since; you are working on the stored text.</source>
        <translation>文件此后有改动；您现在处理的是已存的原文。</translation>
    </message>
    <message>
        <source>Import as new revision</source>
        <translation>作为新版本导入</translation>
    </message>
    <message>
        <source>Keep the stored text</source>
        <translation>沿用已存的原文</translation>
    </message>
    <message>
        <source>The file holds the text you are working on.</source>
        <translation>文件内容就是您正在处理的原文，没有改动。</translation>
    </message>
    <message>
        <source>The new text is open; all {count} decisions went over to it.</source>
        <translation>已打开新版原文，{count}项处理全部移到新版原文上。</translation>
    </message>
    <message>
        <source>The new text is open; {count} decisions went over to it, {lost} did not.</source>
        <translation>已打开新版原文，{count}项处理移到新版原文上，{lost}项未能移过去。</translation>
    </message>
    <message>
        <source>Show what did not</source>
        <translation>查看未移过去的</translation>
    </message>
    <message>
        <source>What did not go over to the new text</source>
        <translation>未能移到新版原文的处理</translation>
    </message>
    <message>
        <source>Enter looks for the words in the new text</source>
        <translation>按回车在新版原文中查找这些文字</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Role of the block</source>
        <translation>文字块的成分</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>deck</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>summary deck</source>
        <translation>提要题</translation>
    </message>
    <message>
        <source>byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>dateline</source>
        <translation>电头</translation>
    </message>
    <message>
        <source>editor&apos;s note</source>
        <translation>编者按</translation>
    </message>
    <message>
        <source>subhead</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>list item</source>
        <translation>分条</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>photo credit</source>
        <translation>摄影署名</translation>
    </message>
    <message>
        <source>sign-off</source>
        <translation>文末署名</translation>
    </message>
    <message>
        <source>pull quote</source>
        <translation>摘引</translation>
    </message>
    <message>
        <source>turn line</source>
        <translation>转版提示</translation>
    </message>
    <message>
        <source>page furniture</source>
        <translation>报眉版脚</translation>
    </message>
    <message>
        <source>advertisement</source>
        <translation>广告</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved automatically</source>
        <translation>已自动保存</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>还没有处理</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Hanzi or pinyin; what you type counts as a name too</source>
        <translation>输入汉字或拼音；也可直接写姓名</translation>
    </message>
    <message>
        <source>Hanzi or pinyin initials; Enter takes what is typed</source>
        <translation>输入汉字或拼音首字母，Enter 采用</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Open a page to begin</source>
        <translation>打开一个版面</translation>
    </message>
    <message>
        <source>Drop a text file here, or open one with Ctrl+O.</source>
        <translation>把文本文件拖到这里，或按 Ctrl+O 打开。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Practice page</source>
        <translation>练习版面</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>open</source>
        <translation>未处理</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>维持原样</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>改后采纳</translation>
    </message>
    <message>
        <source>later</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>需重核</translation>
    </message>
    <message>
        <source>overridden</source>
        <translation>已被覆盖</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>There is no article {number}.</source>
        <translation>没有第{number}篇。</translation>
    </message>
    <message>
        <source>This place is not in the clean text.</source>
        <translation>这一处不在校后稿中。</translation>
    </message>
    <message>
        <source>Type what is right; Esc when done.</source>
        <translation>请输入正确的文字，按 Esc 结束。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved automatically; nothing to do.</source>
        <translation>已自动保存，无需操作。</translation>
    </message>
    <message>
        <source>The page: {state}</source>
        <translation>本版：{state}</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>没有选中文字。</translation>
    </message>
    <message>
        <source>From the next page you open, decisions carry this name.</source>
        <translation>从下一次打开版面起，处理记在此名下。</translation>
    </message>
    <message>
        <source>This is answered so already; U or Retract takes it back.</source>
        <translation>此项已照此处理；撤销（U）或撤回此项可以取消。</translation>
    </message>
    <message>
        <source>There is no suggestion to take: press E and write what is right.</source>
        <translation>没有可采纳的建议，请按 E 写出正确的文字。</translation>
    </message>
    <message>
        <source>Not a quote; {more} more of the same words are not asked again.</source>
        <translation>不是引语；同样文字的另外{more}项不再提请。</translation>
    </message>
    <message>
        <source>Nothing was put off.</source>
        <translation>没有待定项。</translation>
    </message>
    <message>
        <source>It is on the never-again list already.</source>
        <translation>已在免报词表中。</translation>
    </message>
    <message>
        <source>There is no choice {number} here.</source>
        <translation>这里没有第{number}项可选。</translation>
    </message>
    <message>
        <source>{kind}: press A to take it so.</source>
        <translation>{kind}：按 A 采纳。</translation>
    </message>
    <message>
        <source>It cannot go further there.</source>
        <translation>不能再移了。</translation>
    </message>
    <message>
        <source>Type to change the clean text; Esc when done.</source>
        <translation>直接输入即可修改校后稿，按 Esc 结束。</translation>
    </message>
    <message>
        <source>Nothing in the list is open.</source>
        <translation>清单里没有未处理的项。</translation>
    </message>
    <message>
        <source>{count} ticked: X takes one out, Enter accepts the rest, Esc goes back.</source>
        <translation>已勾选{count}项：X 取消勾选，Enter 采纳其余，Esc 返回。</translation>
    </message>
    <message>
        <source>This is for information; there is nothing to decide.</source>
        <translation>此项仅供参考，无需处理。</translation>
    </message>
    <message>
        <source>Before and after stand side by side already.</source>
        <translation>校前、校后已并排显示。</translation>
    </message>
    <message>
        <source>Detecting…</source>
        <translation>正在检测…</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>This is the end of the list.</source>
        <translation>已到清单尽头。</translation>
    </message>
    <message>
        <source>Nothing was ticked.</source>
        <translation>没有勾选任何项。</translation>
    </message>
    <message>
        <source>Accepted: {count}</source>
        <translation>已采纳{count}项</translation>
    </message>
    <message>
        <source>Saving the last decisions, then closing…</source>
        <translation>正在保存最后的处理，随后关闭…</translation>
    </message>
    <message>
        <source>Close without saving them</source>
        <translation>不保存，直接关闭</translation>
    </message>
    <message>
        <source>The page does not say who speaks here: press P to choose.</source>
        <translation>版面没有写明是谁说的：按P指定。</translation>
    </message>
    <message>
        <source>There is nobody else here.</source>
        <translation>本版没有其他人物。</translation>
    </message>
    <message>
        <source>Choose the quotes on the card first, then press V.</source>
        <translation>请先在人物卡上选中引语，再按V。</translation>
    </message>
    <message>
        <source>Choose another name or a post on the card first.</source>
        <translation>请先在人物卡上选中别称或身份。</translation>
    </message>
    <message>
        <source>This post is printed in the text and stays.</source>
        <translation>这一身份是原报所印，不能去掉。</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Article</source>
        <translation>稿件</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Start article here</source>
        <translation>从此分篇</translation>
    </message>
    <message>
        <source>Join above</source>
        <translation>并入上篇</translation>
    </message>
    <message>
        <source>Delete copies</source>
        <translation>删除重复</translation>
    </message>
    <message>
        <source>Keep all</source>
        <translation>都留</translation>
    </message>
    <message>
        <source>Lift out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Leave in place</source>
        <translation>不移</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>转移</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>接排</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>不接</translation>
    </message>
    <message>
        <source>Take as quote</source>
        <translation>认作引语</translation>
    </message>
    <message>
        <source>Not a quote</source>
        <translation>不是引语</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>维持原样</translation>
    </message>
</context>
</TS>

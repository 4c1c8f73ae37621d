<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>A studio for pictures, music and writing with models that run on your own machine.</source>
   <translation>用在你自己电脑上运行的模型创作图画、音乐和文字的工作室。</translation>
  </message>
  <message>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message>
   <source>About artstudio</source>
   <translation>关于 artstudio</translation>
  </message>
  <message>
   <source>Free software under the Apache License 2.0.</source>
   <translation>依照 Apache License 2.0 发布的自由软件。</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>Nothing you make leaves this machine unless you send it.</source>
   <translation>除非你主动发送，你的作品不会离开这台电脑。</translation>
  </message>
 </context>
 <context>
  <name>AboutPage</name>
  <message>
   <source>About this plugin</source>
   <translation>关于此插件</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <source>Commit</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Hash of its files</source>
   <translation>文件的哈希值</translation>
  </message>
  <message>
   <source>Hash of the archive</source>
   <translation>压缩包的哈希值</translation>
  </message>
  <message>
   <source>Installed from</source>
   <translation>安装自</translation>
  </message>
  <message>
   <source>It came with the studio.</source>
   <translation>随工作室附带。</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>Linked to</source>
   <translation>链接到</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Plugin api</source>
   <translation>插件接口</translation>
  </message>
  <message>
   <source>Under development: its files are not checked.</source>
   <translation>开发中：不检查其文件。</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>版本</translation>
  </message>
  <message>
   <source>What it can do</source>
   <translation>能做什么</translation>
  </message>
  <message>
   <source>Where it comes from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>not said</source>
   <translation>未说明</translation>
  </message>
  <message>
   <source>{title} (training)</source>
   <translation>{title}（训练）</translation>
  </message>
  <message>
   <source>⚠ Put there by hand, outside the installer.</source>
   <translation>⚠ 手动放入，未经安装程序。</translation>
  </message>
  <message>
   <source>⚠ Unsigned: nobody vouches for who made it.</source>
   <translation>⚠ 未签名：没有人为其作者担保。</translation>
  </message>
  <message>
   <source>✓ Signed.</source>
   <translation>✓ 已签名。</translation>
  </message>
 </context>
 <context>
  <name>ActionChooser</name>
  <message>
   <source>Action</source>
   <translation>动作</translation>
  </message>
  <message>
   <source>Cannot be used</source>
   <translation>无法使用</translation>
  </message>
  <message>
   <source>Films</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>Maps</source>
   <translation>地图</translation>
  </message>
  <message>
   <source>Music</source>
   <translation>音乐</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>图像</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>声音</translation>
  </message>
  <message>
   <source>What is to be made, and by which plugin. The form below belongs to it.</source>
   <translation>要制作什么，由哪个插件制作。下面的表单属于它。</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>写作</translation>
  </message>
 </context>
 <context>
  <name>Along</name>
  <message>
   <source>Nothing was written: try another seed or other settings.</source>
   <translation>什么也没写出来：换一个种子或其他设置再试</translation>
  </message>
 </context>
 <context>
  <name>AnswerStrip</name>
  <message>
   <source>Answer every change at once with a small picture</source>
   <translation>每次更改都立即用小图回应</translation>
  </message>
  <message>
   <source>Getting ready…</source>
   <translation>准备中…</translation>
  </message>
  <message>
   <source>How small pictures are made first: the smaller, the faster</source>
   <translation>先以多小的尺寸生成：越小越快</translation>
  </message>
  <message>
   <source>Live</source>
   <translation>实时</translation>
  </message>
  <message>
   <source>Live answer</source>
   <translation>实时回应</translation>
  </message>
  <message>
   <source>Size of the live answer</source>
   <translation>实时回应的大小</translation>
  </message>
  <message>
   <source>The answer, made small; click to see it large</source>
   <translation>缩小的实时回应；点击放大查看</translation>
  </message>
  <message>
   <source>{n} ms</source>
   <translation>{n} 毫秒</translation>
  </message>
  <message>
   <source>{n} px</source>
   <translation>{n} px</translation>
  </message>
 </context>
 <context>
  <name>App</name>
  <message>
   <source>&amp;Start page</source>
   <translation>开始页(&amp;S)</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <source>Go online</source>
   <translation>联网</translation>
  </message>
  <message>
   <source>Recover</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>an unsaved project</source>
   <translation>未保存的工程</translation>
  </message>
  <message>
   <source>artstudio ended unexpectedly. Unsaved work on {name} from {when} was kept.</source>
   <translation>artstudio 上次意外退出。{name} 在 {when} 未保存的内容已保留。</translation>
  </message>
 </context>
 <context>
  <name>AreaDialog</name>
  <message>
   <source>Height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>左</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>选择</translation>
  </message>
  <message>
   <source>Select an area</source>
   <translation>选取区域</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>上</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽度</translation>
  </message>
 </context>
 <context>
  <name>Arrange</name>
  <message>
   <source>All tracks</source>
   <translation>所有音轨</translation>
  </message>
  <message>
   <source>No tracks yet: add one with +, or drop a MIDI file here.</source>
   <translation>还没有音轨：用 + 添加，或把 MIDI 文件拖到这里。</translation>
  </message>
 </context>
 <context>
  <name>Ask</name>
  <message>
   <source>All that can be chosen ({patterns})</source>
   <translation>所有可以选择的文件 ({patterns})</translation>
  </message>
  <message>
   <source>All that can be opened ({patterns})</source>
   <translation>所有可以打开的文件 ({patterns})</translation>
  </message>
  <message>
   <source>Close when they are done</source>
   <translation>完成后关闭</translation>
  </message>
  <message>
   <source>Save the changes to {name}</source>
   <translation>保存对 {name} 的更改</translation>
  </message>
  <message>
   <source>Save the changes to {name}?</source>
   <translation>要保存对 {name} 的更改吗？</translation>
  </message>
  <message>
   <source>Stop them and close</source>
   <translation>停止并关闭</translation>
  </message>
  <message>
   <source>Stopped, what they were making is lost. A training can be resumed later.</source>
   <translation>停止后，它们正在制作的内容会丢失。训练以后可以继续。</translation>
  </message>
  <message>
   <source>What is not saved is lost when you go on.</source>
   <translation>继续的话，未保存的内容将会丢失。</translation>
  </message>
  <message>
   <source>{n} job is still running.</source>
   <translation>还有 {n} 个任务在运行。</translation>
  </message>
  <message>
   <source>{n} jobs are still running.</source>
   <translation>还有 {n} 个任务在运行。</translation>
  </message>
 </context>
 <context>
  <name>Body</name>
  <message>
   <source>Device</source>
   <translation>设备</translation>
  </message>
  <message>
   <source>How many results to choose from</source>
   <translation>生成多少个结果供选择</translation>
  </message>
  <message>
   <source>Looking at the plugins…</source>
   <translation>正在查看插件…</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Number of results</source>
   <translation>结果数量</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>种子</translation>
  </message>
  <message>
   <source>What the action was taught by: the starter that came along, or your work.</source>
   <translation>动作由谁教会：随附的入门模型，或你的作品。</translation>
  </message>
  <message>
   <source>Where the model runs. A graphics card is the fastest.</source>
   <translation>模型在哪里运行。显卡最快。</translation>
  </message>
 </context>
 <context>
  <name>BranchCard</name>
  <message>
   <source>Pin: keep when pruning (P)</source>
   <translation>固定：修剪时保留（P）</translation>
  </message>
  <message>
   <source>Prune this branch (Delete)</source>
   <translation>剪掉此分支（Delete）</translation>
  </message>
  <message>
   <source>in the text</source>
   <translation>在文本中</translation>
  </message>
  <message>
   <source>marked to be compared</source>
   <translation>已标记为要比较</translation>
  </message>
  <message>
   <source>pinned</source>
   <translation>已固定</translation>
  </message>
 </context>
 <context>
  <name>BranchCompare</name>
  <message>
   <source>Compare branches</source>
   <translation>对比分支</translation>
  </message>
  <message>
   <source>Take this one</source>
   <translation>选用这一个</translation>
  </message>
  <message>
   <source>Take this one into the text ({n})</source>
   <translation>把这一个放入文本（{n}）</translation>
  </message>
 </context>
 <context>
  <name>BranchStrip</name>
  <message>
   <source>A fork inside this one</source>
   <translation>内层岔路</translation>
  </message>
  <message>
   <source>Being written</source>
   <translation>正在书写</translation>
  </message>
  <message>
   <source>Branch {n} of {m}</source>
   <translation>分支 {n} / {m}</translation>
  </message>
  <message>
   <source>Compare two: choose them with Ctrl held, or by C</source>
   <translation>对比两个：按住 Ctrl 选择，或按 C</translation>
  </message>
  <message>
   <source>Generated · seed {seed}</source>
   <translation>生成 · 种子 {seed}</translation>
  </message>
  <message>
   <source>Hide the branches</source>
   <translation>隐藏分支</translation>
  </message>
  <message>
   <source>No branches at the cursor: write on, or try again there.</source>
   <translation>光标处没有分支：可以续写，或在那里重试。</translation>
  </message>
  <message>
   <source>Prune all but the one in the text and those pinned</source>
   <translation>剪掉除文本中的和已固定的以外的所有分支</translation>
  </message>
  <message>
   <source>The fork around this one</source>
   <translation>外层岔路</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <source>What stood here</source>
   <translation>原来的内容</translation>
  </message>
  <message>
   <source>Writing…</source>
   <translation>正在书写…</translation>
  </message>
  <message>
   <source>Written</source>
   <translation>已写好</translation>
  </message>
  <message>
   <source>Written by hand</source>
   <translation>手写</translation>
  </message>
  <message>
   <source>seed {seed}</source>
   <translation>种子 {seed}</translation>
  </message>
 </context>
 <context>
  <name>BrushBar</name>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
 </context>
 <context>
  <name>BrushOptions</name>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Brush settings: spacing, smoothing, pressure, symmetry</source>
   <translation>画笔设置：间距、平滑、压感、对称</translation>
  </message>
  <message>
   <source>Brush size ([ and ])</source>
   <translation>画笔大小（[ 和 ]）</translation>
  </message>
  <message>
   <source>Flow</source>
   <translation>流量</translation>
  </message>
  <message>
   <source>Hardness</source>
   <translation>硬度</translation>
  </message>
  <message>
   <source>How much each dab of the stroke gives</source>
   <translation>每一笔触给出多少颜料</translation>
  </message>
  <message>
   <source>How opaque a whole stroke is</source>
   <translation>整条笔画的不透明程度</translation>
  </message>
  <message>
   <source>How sharp the brush's edge is</source>
   <translation>画笔边缘的锐利程度</translation>
  </message>
  <message>
   <source>Ink</source>
   <translation>墨水</translation>
  </message>
  <message>
   <source>Kind of brush</source>
   <translation>画笔种类</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Pressure changes the opacity</source>
   <translation>压感控制不透明度</translation>
  </message>
  <message>
   <source>Pressure changes the size</source>
   <translation>压感控制大小</translation>
  </message>
  <message>
   <source>Round</source>
   <translation>圆头</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Soft (airbrush)</source>
   <translation>柔边（喷枪）</translation>
  </message>
  <message>
   <source>Textured (bristles)</source>
   <translation>纹理（鬃毛）</translation>
  </message>
 </context>
 <context>
  <name>BrushPanel</name>
  <message>
   <source>About both middle lines</source>
   <translation>沿两条中线</translation>
  </message>
  <message>
   <source>Flow</source>
   <translation>流量</translation>
  </message>
  <message>
   <source>From dab to dab, in parts of the brush's diameter</source>
   <translation>笔触之间的距离，以画笔直径为单位</translation>
  </message>
  <message>
   <source>How far the stroke lags behind a trembling hand; it still ends where the pen does</source>
   <translation>笔画比抖动的手滞后多少；终点仍与笔尖一致</translation>
  </message>
  <message>
   <source>How long smudging holds the colour it took up</source>
   <translation>涂抹时，沾上的颜色保留多久</translation>
  </message>
  <message>
   <source>How often the stroke is repeated around the middle</source>
   <translation>笔画围绕中心重复多少次</translation>
  </message>
  <message>
   <source>Left and right: about the vertical middle line</source>
   <translation>左右：沿竖直中线</translation>
  </message>
  <message>
   <source>No symmetry</source>
   <translation>无对称</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Sectors</source>
   <translation>扇区</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>Smoothing</source>
   <translation>平滑</translation>
  </message>
  <message>
   <source>Smudge length</source>
   <translation>涂抹长度</translation>
  </message>
  <message>
   <source>Spacing</source>
   <translation>间距</translation>
  </message>
  <message>
   <source>Symmetry</source>
   <translation>对称</translation>
  </message>
  <message>
   <source>The pen's pressure changes</source>
   <translation>笔的压力控制</translation>
  </message>
  <message>
   <source>Top and bottom: about the horizontal middle line</source>
   <translation>上下：沿水平中线</translation>
  </message>
  <message>
   <source>Turned about the canvas' middle</source>
   <translation>围绕画布中心旋转</translation>
  </message>
 </context>
 <context>
  <name>CandidatesPane</name>
  <message>
   <source>&amp;Compare Results</source>
   <translation>对比结果(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Keep All Results</source>
   <translation>采用全部结果(&amp;K)</translation>
  </message>
  <message>
   <source>Bring the last one back</source>
   <translation>取回上一个丢弃的结果</translation>
  </message>
  <message>
   <source>C&amp;lear Results</source>
   <translation>清空结果(&amp;L)</translation>
  </message>
  <message>
   <source>Compare side by side (C)</source>
   <translation>并排对比（C）</translation>
  </message>
  <message>
   <source>Discard all that are finished</source>
   <translation>丢弃所有已完成的结果</translation>
  </message>
  <message>
   <source>Keep all as one step</source>
   <translation>全部采用，作为一步</translation>
  </message>
  <message>
   <source>Results wait here until you decide.
Choose an action in the Models panel and generate.</source>
   <translation>结果在这里等你决定去留。
在“模型”面板中选择一个动作并生成。</translation>
  </message>
 </context>
 <context>
  <name>CanvasPane</name>
  <message>
   <source>Canvas</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>Paint along with a model</source>
   <translation>让模型跟着画</translation>
  </message>
  <message>
   <source>a part is selected</source>
   <translation>选中了一部分</translation>
  </message>
 </context>
 <context>
  <name>CanvasSizeDialog</name>
  <message>
   <source>Canvas size</source>
   <translation>画布大小</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>Resize</source>
   <translation>调整大小</translation>
  </message>
  <message>
   <source>The left edge</source>
   <translation>左边缘</translation>
  </message>
  <message>
   <source>The lower edge</source>
   <translation>下边缘</translation>
  </message>
  <message>
   <source>The lower left corner</source>
   <translation>左下角</translation>
  </message>
  <message>
   <source>The lower right corner</source>
   <translation>右下角</translation>
  </message>
  <message>
   <source>The middle</source>
   <translation>中间</translation>
  </message>
  <message>
   <source>The right edge</source>
   <translation>右边缘</translation>
  </message>
  <message>
   <source>The upper edge</source>
   <translation>上边缘</translation>
  </message>
  <message>
   <source>The upper left corner</source>
   <translation>左上角</translation>
  </message>
  <message>
   <source>The upper right corner</source>
   <translation>右上角</translation>
  </message>
  <message>
   <source>What stays</source>
   <translation>保留的部分</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽度</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Again</source>
   <translation>再来一次</translation>
  </message>
  <message>
   <source>Again with a New Seed</source>
   <translation>换新种子再来一次</translation>
  </message>
  <message>
   <source>Before and After</source>
   <translation>前后对比</translation>
  </message>
  <message>
   <source>Before and after (B)</source>
   <translation>前后对比（B）</translation>
  </message>
  <message>
   <source>Beside Its Source</source>
   <translation>与来源并排</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>对比</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <source>Discard (Delete)</source>
   <translation>丢弃（Delete）</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>采用</translation>
  </message>
  <message>
   <source>Keep in the project (Enter)</source>
   <translation>采用到工程中（Enter）</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>已采用</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>No result</source>
   <translation>没有结果</translation>
  </message>
  <message>
   <source>Play (Space)</source>
   <translation>播放（空格）</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Shift+R</source>
   <translation>Shift+R</translation>
  </message>
  <message>
   <source>Show Recipe</source>
   <translation>显示配方</translation>
  </message>
  <message>
   <source>Use These Settings</source>
   <translation>使用这些设置</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <source>Working…</source>
   <translation>进行中…</translation>
  </message>
  <message>
   <source>marked to be compared</source>
   <translation>已标记为要比较</translation>
  </message>
  <message>
   <source>seed</source>
   <translation>种子</translation>
  </message>
 </context>
 <context>
  <name>CardView</name>
  <message>
   <source>*This model has no card.*</source>
   <translation>*这个模型没有卡片。*</translation>
  </message>
  <message>
   <source>Came with the studio</source>
   <translation>随工作室附带</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete (Delete)</source>
   <translation>删除（Delete）</translation>
  </message>
  <message>
   <source>Delete for good</source>
   <translation>永久删除</translation>
  </message>
  <message>
   <source>Delete {name}? It cannot be brought back.</source>
   <translation>删除 {name}？删除后无法恢复。</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Model card</source>
   <translation>模型卡片</translation>
  </message>
  <message>
   <source>Name of the model</source>
   <translation>模型名称</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Rename (F2)</source>
   <translation>重命名（F2）</translation>
  </message>
  <message>
   <source>Take off the list</source>
   <translation>从列表中移除</translation>
  </message>
  <message>
   <source>Take off the list (Delete)</source>
   <translation>从列表中移除（Delete）</translation>
  </message>
  <message>
   <source>Use this model</source>
   <translation>使用此模型</translation>
  </message>
  <message>
   <source>Your own, trained on this machine</source>
   <translation>你自己的，在这台电脑上训练</translation>
  </message>
 </context>
 <context>
  <name>Catalog</name>
  <message>
   <source>plugins</source>
   <translation>插件</translation>
  </message>
 </context>
 <context>
  <name>Channels</name>
  <message>
   <source>Blue</source>
   <translation>蓝</translation>
  </message>
  <message>
   <source>Brightness</source>
   <translation>亮度</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿</translation>
  </message>
  <message>
   <source>Hue</source>
   <translation>色相</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>红</translation>
  </message>
  <message>
   <source>Saturation</source>
   <translation>饱和度</translation>
  </message>
 </context>
 <context>
  <name>ChooseTool</name>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Add to the selection (Shift)</source>
   <translation>添加到选区（Shift）</translation>
  </message>
  <message>
   <source>Antialias the edge</source>
   <translation>边缘抗锯齿</translation>
  </message>
  <message>
   <source>Feather</source>
   <translation>羽化</translation>
  </message>
  <message>
   <source>How far the edge fades</source>
   <translation>边缘渐隐的范围</translation>
  </message>
  <message>
   <source>Keep what is in both (Shift+Alt)</source>
   <translation>与选区交叉（Shift+Alt）</translation>
  </message>
  <message>
   <source>New selection</source>
   <translation>新选区</translation>
  </message>
  <message>
   <source>Select none</source>
   <translation>取消选择</translation>
  </message>
  <message>
   <source>Smooth edge</source>
   <translation>平滑边缘</translation>
  </message>
  <message>
   <source>Take from the selection (Alt)</source>
   <translation>从选区减去（Alt）</translation>
  </message>
 </context>
 <context>
  <name>CleaningDialog</name>
  <message>
   <source> MiB</source>
   <translation> MiB</translation>
  </message>
  <message>
   <source> days</source>
   <translation> 天</translation>
  </message>
  <message>
   <source>Clean Up the Library</source>
   <translation>清理作品库</translation>
  </message>
  <message>
   <source>Delete these</source>
   <translation>删除这些</translation>
  </message>
  <message>
   <source>Larger than</source>
   <translation>大于</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>正在查看…</translation>
  </message>
  <message>
   <source>No longer on the disk</source>
   <translation>磁盘上已不存在</translation>
  </message>
  <message>
   <source>Nothing would go.</source>
   <translation>没有可删除的内容。</translation>
  </message>
  <message>
   <source>Older than</source>
   <translation>早于</translation>
  </message>
  <message>
   <source>The same as a newer one</source>
   <translation>与较新的结果相同</translation>
  </message>
  <message>
   <source>What has a star, a tag, a note or a collection always stays. Choose entries below and press Delete to keep them, too.</source>
   <translation>带星标、标签、备注或收藏集的始终保留。选择下面的条目并按 Delete，也可以保留它们。</translation>
  </message>
  <message>
   <source>What would go</source>
   <translation>将被删除的内容</translation>
  </message>
  <message>
   <source>{n} result was deleted, {room} are free again.</source>
   <translation>已删除 {n} 个结果，腾出 {room}。</translation>
  </message>
  <message>
   <source>{n} result would go, and free {room}.</source>
   <translation>将删除 {n} 个结果，腾出 {room}。</translation>
  </message>
  <message>
   <source>{n} results were deleted, {room} are free again.</source>
   <translation>已删除 {n} 个结果，腾出 {room}。</translation>
  </message>
  <message>
   <source>{n} results would go, and free {room}.</source>
   <translation>将删除 {n} 个结果，腾出 {room}。</translation>
  </message>
 </context>
 <context>
  <name>Closing</name>
  <message>
   <source>artstudio closes when the jobs are done.</source>
   <translation>任务完成后 artstudio 将关闭。</translation>
  </message>
 </context>
 <context>
  <name>ColourPair</name>
  <message>
   <source>Foreground and background colour</source>
   <translation>前景色和背景色</translation>
  </message>
  <message>
   <source>The two colours: click one to change it (X swaps, D: black and white)</source>
   <translation>两种颜色：点击即可更改（X 交换，D 黑与白）</translation>
  </message>
  <message>
   <source>foreground #{front:06x} chosen, background #{back:06x}</source>
   <translation>前景色 #{front:06x} 已选中，背景色 #{back:06x}</translation>
  </message>
  <message>
   <source>foreground #{front:06x}, background #{back:06x} chosen</source>
   <translation>前景色 #{front:06x}，背景色 #{back:06x} 已选中</translation>
  </message>
 </context>
 <context>
  <name>ColourPane</name>
  <message>
   <source>Add the colour to the palette</source>
   <translation>把颜色添加到调色板</translation>
  </message>
  <message>
   <source>Black and white</source>
   <translation>黑与白</translation>
  </message>
  <message>
   <source>Colour in hexadecimal digits</source>
   <translation>十六进制颜色值</translation>
  </message>
  <message>
   <source>Export the palette</source>
   <translation>导出调色板</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>GIMP palette</source>
   <translation>GIMP 调色板</translation>
  </message>
  <message>
   <source>Import a palette</source>
   <translation>导入调色板</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>More for the palette</source>
   <translation>调色板的更多操作</translation>
  </message>
  <message>
   <source>Palette</source>
   <translation>调色板</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>最近</translation>
  </message>
  <message>
   <source>Recent colours</source>
   <translation>最近使用的颜色</translation>
  </message>
  <message>
   <source>Red, green and blue as hexadecimal digits</source>
   <translation>用十六进制数表示的红、绿、蓝</translation>
  </message>
  <message>
   <source>Remove from the palette</source>
   <translation>从调色板移除</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>重置</translation>
  </message>
  <message>
   <source>Swap the two colours</source>
   <translation>交换两种颜色</translation>
  </message>
 </context>
 <context>
  <name>ColourWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>色轮</translation>
  </message>
  <message>
   <source>Hue {hue}°, saturation {saturation} %, brightness {brightness} %</source>
   <translation>色相 {hue}°，饱和度 {saturation} %，明度 {brightness} %</translation>
  </message>
  <message>
   <source>Ring: hue. Square: saturation to the right, brightness upwards</source>
   <translation>圆环：色相。方块：向右饱和度增加，向上亮度增加</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Commands found</source>
   <translation>找到的命令</translation>
  </message>
  <message>
   <source>Nothing of that name. Try fewer letters, or another word for it.</source>
   <translation>没有这个名称。试试更少的字母，或换一个说法。</translation>
  </message>
  <message>
   <source>What do you want to do?</source>
   <translation>你想做什么？</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>&amp;Find a command…</source>
   <translation>查找命令(&amp;F)…</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
 </context>
 <context>
  <name>Companion</name>
  <message>
   <source>&amp;Branches</source>
   <translation>分支(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Inner fork</source>
   <translation>内层岔路(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Outer fork</source>
   <translation>外层岔路(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Stop writing</source>
   <translation>停止书写(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Try again</source>
   <translation>重试(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;Write on</source>
   <translation>续写(&amp;W)</translation>
  </message>
  <message>
   <source>Branch befor&amp;e</source>
   <translation>上一分支(&amp;E)</translation>
  </message>
  <message>
   <source>Branch {n}</source>
   <translation>分支 {n}</translation>
  </message>
  <message>
   <source>Ne&amp;xt branch</source>
   <translation>下一分支(&amp;X)</translation>
  </message>
 </context>
 <context>
  <name>CompareWindow</name>
  <message>
   <source>Before and After</source>
   <translation>前后对比</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>对比</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>采用</translation>
  </message>
  <message>
   <source>Keep this one ({n})</source>
   <translation>采用这一个（{n}）</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>seed {seed}</source>
   <translation>种子 {seed}</translation>
  </message>
 </context>
 <context>
  <name>Counts</name>
  <message>
   <source>{n} character</source>
   <translation>{n} 个字符</translation>
  </message>
  <message>
   <source>{n} characters</source>
   <translation>{n} 个字符</translation>
  </message>
  <message>
   <source>{n} word</source>
   <translation>{n} 词</translation>
  </message>
  <message>
   <source>{n} words</source>
   <translation>{n} 词</translation>
  </message>
  <message>
   <source>{some} of {all}</source>
   <translation>{some} / {all}</translation>
  </message>
 </context>
 <context>
  <name>CourseView</name>
  <message>
   <source>A model that was kept from it stays</source>
   <translation>已从中保留的模型不受影响</translation>
  </message>
  <message>
   <source>Choose what to learn from on the left, then start. Painting and playing go on meanwhile.</source>
   <translation>在左侧选择学习材料，然后开始。期间可以继续绘画和演奏。</translation>
  </message>
  <message>
   <source>Discard run</source>
   <translation>丢弃这次训练</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>继续训练</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>已停止</translation>
  </message>
  <message>
   <source>Stopped before its end: one can go on with it</source>
   <translation>提前停止：可以继续</translation>
  </message>
  <message>
   <source>What was learned is kept, and one can go on later</source>
   <translation>学到的内容会保留，以后可以继续</translation>
  </message>
  <message>
   <source>best on what was set aside: {loss} at step {step}</source>
   <translation>留出数据上的最佳：{loss}，第 {step} 步</translation>
  </message>
  <message>
   <source>kept as {name}</source>
   <translation>已保留为 {name}</translation>
  </message>
 </context>
 <context>
  <name>Courses</name>
  <message>
   <source>{name} is on the shelf: choose it in the Models panel.</source>
   <translation>{name} 已在模型架上：请在“模型”面板中选择它。</translation>
  </message>
 </context>
 <context>
  <name>CropTool</name>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>应用</translation>
  </message>
  <message>
   <source>Crop</source>
   <translation>裁剪</translation>
  </message>
  <message>
   <source>Cut the canvas (Enter)</source>
   <translation>裁剪画布（Enter）</translation>
  </message>
  <message>
   <source>Draw a frame; Shift makes it square</source>
   <translation>拖出一个框；按住 Shift 为正方形</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>Of the canvas afterwards</source>
   <translation>裁剪后画布的</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>重置</translation>
  </message>
  <message>
   <source>The whole canvas again (Esc)</source>
   <translation>恢复整个画布（Esc）</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽度</translation>
  </message>
 </context>
 <context>
  <name>Curves</name>
  <message>
   <source>Loss curves</source>
   <translation>损失曲线</translation>
  </message>
  <message>
   <source>The curves show here once it learns. Lower is better.</source>
   <translation>开始学习后，曲线会显示在这里。越低越好。</translation>
  </message>
  <message>
   <source>best {loss}</source>
   <translation>最佳 {loss}</translation>
  </message>
  <message>
   <source>best {loss} at step {step}</source>
   <translation>最佳 {loss}，第 {step} 步</translation>
  </message>
  <message>
   <source>learned from</source>
   <translation>用于学习</translation>
  </message>
  <message>
   <source>set aside</source>
   <translation>留出</translation>
  </message>
 </context>
 <context>
  <name>DataList</name>
  <message>
   <source>Add a folder or files to learn from: {formats}</source>
   <translation>添加供学习的文件夹或文件：{formats}</translation>
  </message>
  <message>
   <source>Choose a folder to learn from</source>
   <translation>选择学习材料文件夹</translation>
  </message>
  <message>
   <source>Choose files to learn from</source>
   <translation>选择学习材料文件</translation>
  </message>
  <message>
   <source>Data to learn from</source>
   <translation>学习材料</translation>
  </message>
  <message>
   <source>Drop a folder or files here
{formats}</source>
   <translation>把文件夹或文件拖到这里
{formats}</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Files…</source>
   <translation>文件…</translation>
  </message>
  <message>
   <source>Folder…</source>
   <translation>文件夹…</translation>
  </message>
  <message>
   <source>In all: {parts}</source>
   <translation>总计：{parts}</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Take the selected ones off the list (Delete)</source>
   <translation>从列表移除所选项（Delete）</translation>
  </message>
  <message>
   <source>There is nothing to learn from in there; what can be read: {formats}</source>
   <translation>其中没有可学习的内容；可以读取：{formats}</translation>
  </message>
  <message>
   <source>counting…</source>
   <translation>正在统计…</translation>
  </message>
  <message>
   <source>nothing that can be read</source>
   <translation>没有可读取的内容</translation>
  </message>
 </context>
 <context>
  <name>Detail</name>
  <message>
   <source>Action</source>
   <translation>动作</translation>
  </message>
  <message>
   <source>Again with a new seed (R)</source>
   <translation>换新种子再来一次（R）</translation>
  </message>
  <message>
   <source>Bring it into the project (Enter)</source>
   <translation>放入工程（Enter）</translation>
  </message>
  <message>
   <source>Choose it in the Models panel (Enter)</source>
   <translation>在“模型”面板中选择它（Enter）</translation>
  </message>
  <message>
   <source>Collections, with commas between</source>
   <translation>收藏集，用逗号分隔</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>备注</translation>
  </message>
  <message>
   <source>Open in pane</source>
   <translation>在窗格中打开</translation>
  </message>
  <message>
   <source>Play (Space)</source>
   <translation>播放（空格）</translation>
  </message>
  <message>
   <source>Plugin</source>
   <translation>插件</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>种子</translation>
  </message>
  <message>
   <source>Tags, with commas between</source>
   <translation>标签，用逗号分隔</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Title: type another to rename it</source>
   <translation>标题：输入新标题即可重命名</translation>
  </message>
  <message>
   <source>Use as input of the chosen action (I)</source>
   <translation>用作所选动作的输入（I）</translation>
  </message>
  <message>
   <source>Vary: four more with the same seed, their sliders moved a little (V)</source>
   <translation>变体：种子相同，稍微移动滑块，再做四个（V）</translation>
  </message>
  <message>
   <source>Work with it</source>
   <translation>用它工作</translation>
  </message>
  <message>
   <source>{when}, in {project}</source>
   <translation>{when}，在 {project}</translation>
  </message>
 </context>
 <context>
  <name>Details</name>
  <message>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message>
   <source>About the plugin</source>
   <translation>关于此插件</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>保留</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>日志</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Permissions</source>
   <translation>权限</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>预设</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove {title} with all that was installed for it? Models you trained stay.</source>
   <translation>移除 {title} 及为它安装的一切？你训练的模型会保留。</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>移除…</translation>
  </message>
  <message>
   <source>Repair</source>
   <translation>修复</translation>
  </message>
  <message>
   <source>Resources</source>
   <translation>资源</translation>
  </message>
  <message>
   <source>Roll back</source>
   <translation>回退</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Switch off</source>
   <translation>停用</translation>
  </message>
  <message>
   <source>Switch on</source>
   <translation>启用</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>更新</translation>
  </message>
 </context>
 <context>
  <name>Dock</name>
  <message>
   <source>Close {title}</source>
   <translation>关闭{title}</translation>
  </message>
  <message>
   <source>Take {title} out of the window, or put it back</source>
   <translation>把{title}移出窗口，或放回窗口</translation>
  </message>
 </context>
 <context>
  <name>EntryModel</name>
  <message>
   <source>Loading…</source>
   <translation>正在载入…</translation>
  </message>
 </context>
 <context>
  <name>Explaining</name>
  <message>
   <source>Another word</source>
   <translation>换一个词</translation>
  </message>
  <message>
   <source>Explain</source>
   <translation>解释</translation>
  </message>
 </context>
 <context>
  <name>Exporting</name>
  <message>
   <source>Export {title}</source>
   <translation>导出 {title}</translation>
  </message>
  <message>
   <source>Exported {name}.</source>
   <translation>已导出 {name}。</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>正在导出 {name}…</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
  </message>
 </context>
 <context>
  <name>FileEditor</name>
  <message>
   <source>Choose the file {name}, or none.</source>
   <translation>为 {name} 选择文件，或不选。</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>It must be a file {kinds}.</source>
   <translation>文件必须是 {kinds}。</translation>
  </message>
  <message>
   <source>Use no file</source>
   <translation>不使用文件</translation>
  </message>
  <message>
   <source>Use no file for {name}</source>
   <translation>{name} 不使用文件</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <source>{name} is not there any more.</source>
   <translation>{name} 已不存在。</translation>
  </message>
 </context>
 <context>
  <name>Files</name>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Export as .ora</source>
   <translation>导出为 .ora</translation>
  </message>
  <message>
   <source>Exported {name}.</source>
   <translation>已导出 {name}。</translation>
  </message>
  <message>
   <source>Exporting {name}…</source>
   <translation>正在导出 {name}…</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Layers (OpenRaster)</source>
   <translation>图层（OpenRaster）</translation>
  </message>
  <message>
   <source>Music</source>
   <translation>音乐</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Opening {name}…</source>
   <translation>正在打开 {name}…</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>正在打开…</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>图像</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>另存为</translation>
  </message>
  <message>
   <source>Saved {name}.</source>
   <translation>已保存 {name}。</translation>
  </message>
  <message>
   <source>Saving {name}…</source>
   <translation>正在保存 {name}…</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>声音</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Untitled</source>
   <translation>未命名</translation>
  </message>
  <message>
   <source>artstudio project</source>
   <translation>artstudio 工程</translation>
  </message>
  <message>
   <source>{name} is open already.</source>
   <translation>{name} 已经打开。</translation>
  </message>
 </context>
 <context>
  <name>FillTool</name>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source>All layers</source>
   <translation>所有图层</translation>
  </message>
  <message>
   <source>Contiguous</source>
   <translation>连续</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>Grow 1 px</source>
   <translation>扩展 1 px</translation>
  </message>
  <message>
   <source>How much a colour may differ</source>
   <translation>颜色可以相差多少</translation>
  </message>
  <message>
   <source>How opaque the fill is</source>
   <translation>填充的不透明程度</translation>
  </message>
  <message>
   <source>Let the edge fade by a pixel</source>
   <translation>边缘渐隐一个像素</translation>
  </message>
  <message>
   <source>Look at the whole picture, not at the selected layer alone</source>
   <translation>取样整幅图像，而不只是所选图层</translation>
  </message>
  <message>
   <source>Only what hangs together with the pixel</source>
   <translation>只包括与该像素相连的部分</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Reach under the lines around the area</source>
   <translation>伸到区域周围的线条之下</translation>
  </message>
  <message>
   <source>Smooth edge</source>
   <translation>平滑边缘</translation>
  </message>
  <message>
   <source>That is outside the selection: click in it, or let it go.</source>
   <translation>那里在选区之外：请在选区内点击，或取消选区。</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>容差</translation>
  </message>
 </context>
 <context>
  <name>Film</name>
  <message>
   <source>Close Gaps</source>
   <translation>闭合间隙</translation>
  </message>
  <message>
   <source>Ctrl+D</source>
   <translation>Ctrl+D</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>创建副本</translation>
  </message>
  <message>
   <source>Duplicate Clip</source>
   <translation>复制片段</translation>
  </message>
  <message>
   <source>End at Playhead</source>
   <translation>在播放头结束</translation>
  </message>
  <message>
   <source>F2</source>
   <translation>F2</translation>
  </message>
  <message>
   <source>Frames a Second</source>
   <translation>每秒帧数</translation>
  </message>
  <message>
   <source>Move Clip</source>
   <translation>移动片段</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Remove Clip</source>
   <translation>移除片段</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Rename Clip</source>
   <translation>重命名片段</translation>
  </message>
  <message>
   <source>Render Film…</source>
   <translation>渲染影片…</translation>
  </message>
  <message>
   <source>Show Recipe</source>
   <translation>显示配方</translation>
  </message>
  <message>
   <source>Split Clip</source>
   <translation>分割片段</translation>
  </message>
  <message>
   <source>Split at Playhead</source>
   <translation>在播放头处分割</translation>
  </message>
  <message>
   <source>Start at Playhead</source>
   <translation>从播放头开始</translation>
  </message>
  <message>
   <source>Trim Clip</source>
   <translation>修剪片段</translation>
  </message>
 </context>
 <context>
  <name>FilmHead</name>
  <message>
   <source>Film</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>Watch the film on the canvas</source>
   <translation>在画布上观看影片</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>空</translation>
  </message>
  <message>
   <source>{n} clip</source>
   <translation>{n} 个片段</translation>
  </message>
  <message>
   <source>{n} clips</source>
   <translation>{n} 个片段</translation>
  </message>
  <message>
   <source>{n} fps</source>
   <translation>{n} 帧/秒</translation>
  </message>
 </context>
 <context>
  <name>FilmLane</name>
  <message>
   <source>Film</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>No film yet: let a model make one in the Models panel, and keep it.</source>
   <translation>还没有影片：在“模型”面板中让模型制作一个并采用。</translation>
  </message>
  <message>
   <source>{n} clip</source>
   <translation>{n} 个片段</translation>
  </message>
  <message>
   <source>{n} clips</source>
   <translation>{n} 个片段</translation>
  </message>
 </context>
 <context>
  <name>FilmScreen</name>
  <message>
   <source>Film {time} · click to paint</source>
   <translation>影片 {time} · 点击即可绘画</translation>
  </message>
 </context>
 <context>
  <name>Filters</name>
  <message>
   <source>Action</source>
   <translation>动作</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>黑色</translation>
  </message>
  <message>
   <source>Brown</source>
   <translation>棕</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Clear all filters</source>
   <translation>清除所有筛选</translation>
  </message>
  <message>
   <source>Collection</source>
   <translation>收藏集</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Dark blue</source>
   <translation>深蓝</translation>
  </message>
  <message>
   <source>Filter {title}: take it away</source>
   <translation>筛选 {title}：移除</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>灰</translation>
  </message>
  <message>
   <source>In the last 30 days</source>
   <translation>最近 30 天</translation>
  </message>
  <message>
   <source>In the last 7 days</source>
   <translation>最近 7 天</translation>
  </message>
  <message>
   <source>In the last year</source>
   <translation>最近一年</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>种类</translation>
  </message>
  <message>
   <source>Light blue</source>
   <translation>浅蓝</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>制作时间</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Orange</source>
   <translation>橙</translation>
  </message>
  <message>
   <source>Parameter</source>
   <translation>参数</translation>
  </message>
  <message>
   <source>Pink</source>
   <translation>粉</translation>
  </message>
  <message>
   <source>Plugin</source>
   <translation>插件</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>红</translation>
  </message>
  <message>
   <source>Stars</source>
   <translation>星标</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Take this filter away</source>
   <translation>移除此筛选</translation>
  </message>
  <message>
   <source>Teal</source>
   <translation>青</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>紫</translation>
  </message>
  <message>
   <source>White</source>
   <translation>白色</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>黄</translation>
  </message>
  <message>
   <source>like this colour</source>
   <translation>相近的颜色</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>自 {day} 起</translation>
  </message>
  <message>
   <source>{stars} or more</source>
   <translation>{stars} 或更多</translation>
  </message>
 </context>
 <context>
  <name>FindBar</name>
  <message>
   <source>Close (Esc)</source>
   <translation>关闭（Esc）</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>查找</translation>
  </message>
  <message>
   <source>Match case</source>
   <translation>区分大小写</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>未找到</translation>
  </message>
  <message>
   <source>Pattern: . any character, \w a letter, + one or more, ( ) a group, \1 what it caught</source>
   <translation>模式：. 任意字符，\w 字母，+ 一个或多个，( ) 分组，\1 分组匹配到的内容</translation>
  </message>
  <message>
   <source>Previous</source>
   <translation>上一个</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>替换</translation>
  </message>
  <message>
   <source>Replace all</source>
   <translation>全部替换</translation>
  </message>
  <message>
   <source>Replace with</source>
   <translation>替换为</translation>
  </message>
  <message>
   <source>Replace, and find the next</source>
   <translation>替换并查找下一个</translation>
  </message>
  <message>
   <source>The text has changed meanwhile; nothing was replaced.</source>
   <translation>文本在此期间已更改；没有替换任何内容。</translation>
  </message>
  <message>
   <source>Whole words</source>
   <translation>全字匹配</translation>
  </message>
  <message>
   <source>{count} found</source>
   <translation>找到 {count} 处</translation>
  </message>
  <message>
   <source>{n} of {count}</source>
   <translation>{n} / {count}</translation>
  </message>
  <message>
   <source>{n} replaced.</source>
   <translation>已替换 {n} 处。</translation>
  </message>
 </context>
 <context>
  <name>FoldersPage</name>
  <message>
   <source>Cache</source>
   <translation>缓存</translation>
  </message>
  <message>
   <source>Logs</source>
   <translation>日志</translation>
  </message>
  <message>
   <source>Models you trained</source>
   <translation>你训练的模型</translation>
  </message>
  <message>
   <source>Plugins</source>
   <translation>插件</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <source>To keep everything in one place, a stick for instance, set ARTSTUDIO_HOME to a folder.</source>
   <translation>要把一切放在一处（例如 U 盘），请把 ARTSTUDIO_HOME 设为一个文件夹。</translation>
  </message>
  <message>
   <source>Unsaved work</source>
   <translation>未保存的内容</translation>
  </message>
 </context>
 <context>
  <name>FoldingRow</name>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
 </context>
 <context>
  <name>Foot</name>
  <message>
   <source>Generate</source>
   <translation>生成</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Stop all that this panel started</source>
   <translation>停止此面板启动的所有任务</translation>
  </message>
  <message>
   <source>{n} more waiting</source>
   <translation>还有 {n} 个等待中</translation>
  </message>
 </context>
 <context>
  <name>ForkMargin</name>
  <message>
   <source>Branch {n} of {m}: click for the next, with Shift for the one before</source>
   <translation>分支 {n} / {m}：点击切换到下一个，按住 Shift 切换到上一个</translation>
  </message>
  <message>
   <source>Forks</source>
   <translation>岔路</translation>
  </message>
 </context>
 <context>
  <name>Form</name>
  <message>
   <source>Advanced</source>
   <translation>高级</translation>
  </message>
  <message>
   <source>Back to {value}</source>
   <translation>恢复为 {value}</translation>
  </message>
  <message>
   <source>Double-click to name what this changes</source>
   <translation>双击可为它所改变的内容命名</translation>
  </message>
  <message>
   <source>Reset {name}</source>
   <translation>重置 {name}</translation>
  </message>
  <message>
   <source>Shows or hides what need not be set each time.</source>
   <translation>显示或隐藏不必每次设置的内容。</translation>
  </message>
 </context>
 <context>
  <name>FormatBar</name>
  <message>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Kind of paragraph</source>
   <translation>段落类型</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
 </context>
 <context>
  <name>Frame</name>
  <message>
   <source>Bring back</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Clean up…</source>
   <translation>清理…</translation>
  </message>
  <message>
   <source>Clear the search</source>
   <translation>清除搜索</translation>
  </message>
  <message>
   <source>Everything you make is kept here: pictures, films, tunes, texts and models.
Choose an action in the Models panel and generate something.</source>
   <translation>你制作的一切都保存在这里：图像、影片、曲子、文本和模型。
在“模型”面板中选择一个动作，生成点什么。</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>筛选</translation>
  </message>
  <message>
   <source>Nothing was found. Try fewer words or filters.</source>
   <translation>没有找到。试试更少的词或筛选。</translation>
  </message>
  <message>
   <source>Search the library</source>
   <translation>搜索作品库</translation>
  </message>
  <message>
   <source>Search: words, or steps:20..40, tag:boats, since:2026-05-01</source>
   <translation>搜索：词语，或 steps:20..40、tag:小船、since:2026-05-01</translation>
  </message>
  <message>
   <source>Show only some kinds, plugins, models, colours…</source>
   <translation>只显示某些种类、插件、模型、颜色…</translation>
  </message>
  <message>
   <source>Words that are in the title, the prompt, the text, tags, notes or the project; "in quotes" they follow each other, -word must not be there.
name:value filters: kind:picture plugin:… model:… project:… tag:… in:collection star:3 since:2026-05-01 until:… and any parameter, as steps:20..40 or style:ink.</source>
   <translation>标题、提示词、文本、标签、备注或工程中的词语；"加引号" 表示连续出现，-词 表示不得出现。
name:值 用于筛选：kind:picture plugin:… model:… project:… tag:… in:收藏集 star:3 since:2026-05-01 until:… 以及任何参数，如 steps:20..40 或 style:ink。</translation>
  </message>
 </context>
 <context>
  <name>Gestures</name>
  <message>
   <source>Copy Notes</source>
   <translation>复制音符</translation>
  </message>
  <message>
   <source>Draw Note</source>
   <translation>绘制音符</translation>
  </message>
  <message>
   <source>Erase Notes</source>
   <translation>擦除音符</translation>
  </message>
  <message>
   <source>Move Notes</source>
   <translation>移动音符</translation>
  </message>
  <message>
   <source>Resize Notes</source>
   <translation>调整音符长度</translation>
  </message>
 </context>
 <context>
  <name>GradientTool</name>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source>Along a line</source>
   <translation>沿直线</translation>
  </message>
  <message>
   <source>Begin with the second colour</source>
   <translation>从第二种颜色开始</translation>
  </message>
  <message>
   <source>Fade to nothing, not to the background colour</source>
   <translation>渐隐到透明，而不是背景色</translation>
  </message>
  <message>
   <source>From the middle outwards</source>
   <translation>从中心向外</translation>
  </message>
  <message>
   <source>Gradient</source>
   <translation>渐变</translation>
  </message>
  <message>
   <source>How opaque the gradient is</source>
   <translation>渐变的不透明程度</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>反向</translation>
  </message>
  <message>
   <source>To transparent</source>
   <translation>到透明</translation>
  </message>
 </context>
 <context>
  <name>Granting</name>
  <message>
   <source>no plugin here has the action {action} for texts: install one that writes</source>
   <translation>这里没有插件提供针对文本的动作 {action}：请安装一个会写作的插件</translation>
  </message>
 </context>
 <context>
  <name>Grid</name>
  <message>
   <source>Results in the library</source>
   <translation>作品库中的结果</translation>
  </message>
 </context>
 <context>
  <name>Guide</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Make another</source>
   <translation>再做一个</translation>
  </message>
  <message>
   <source>Make it</source>
   <translation>制作</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Reading the models…</source>
   <translation>正在读取模型…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Your first result</source>
   <translation>你的第一个结果</translation>
  </message>
 </context>
 <context>
  <name>HeatBar</name>
  <message>
   <source>End (Esc)</source>
   <translation>结束（Esc）</translation>
  </message>
  <message>
   <source>Explaining… {n} %</source>
   <translation>正在解释… {n} %</translation>
  </message>
  <message>
   <source>How likely each word was. Point at one, or press Ctrl+Space, for what else.</source>
   <translation>每个词的可能性。指向一个词，或按 Ctrl+空格，查看其他可能。</translation>
  </message>
  <message>
   <source>What the marked word looks at. Esc goes back.</source>
   <translation>标记的词在看什么。按 Esc 返回。</translation>
  </message>
 </context>
 <context>
  <name>HeatPopup</name>
  <message>
   <source>What does it look at? (L)</source>
   <translation>它在看什么？（L）</translation>
  </message>
 </context>
 <context>
  <name>HeatView</name>
  <message>
   <source>&amp;What else could stand here</source>
   <translation>这里还可以是什么(&amp;W)</translation>
  </message>
  <message>
   <source>Show how &amp;likely each word is</source>
   <translation>显示每个词的可能性(&amp;L)</translation>
  </message>
  <message>
   <source>What does this word l&amp;ook at</source>
   <translation>这个词在看什么(&amp;O)</translation>
  </message>
 </context>
 <context>
  <name>Help</name>
  <message>
   <source>&amp;Manual</source>
   <translation>手册(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Tour</source>
   <translation>导览(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;What's this?</source>
   <translation>这是什么？(&amp;W)</translation>
  </message>
  <message>
   <source>{name} is not possible now.</source>
   <translation>现在不能执行 {name}。</translation>
  </message>
 </context>
 <context>
  <name>HistoryPane</name>
  <message>
   <source>Click a step to go back or forward to it</source>
   <translation>点击某一步，即可后退或前进到那里</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
 </context>
 <context>
  <name>ImageCommands</name>
  <message>
   <source>&amp;Canvas size…</source>
   <translation>画布大小(&amp;C)…</translation>
  </message>
  <message>
   <source>&amp;Image size…</source>
   <translation>图像大小(&amp;I)…</translation>
  </message>
  <message>
   <source>&amp;Mirror left and right</source>
   <translation>左右镜像(&amp;M)</translation>
  </message>
  <message>
   <source>Canvas size</source>
   <translation>画布大小</translation>
  </message>
  <message>
   <source>Image size</source>
   <translation>图像大小</translation>
  </message>
  <message>
   <source>Mirror &amp;top and bottom</source>
   <translation>上下镜像(&amp;T)</translation>
  </message>
  <message>
   <source>Turn 1&amp;80°</source>
   <translation>旋转 180°(&amp;8)</translation>
  </message>
  <message>
   <source>Turn 90° to the &amp;left</source>
   <translation>向左旋转 90°(&amp;L)</translation>
  </message>
  <message>
   <source>Turn 90° to the &amp;right</source>
   <translation>向右旋转 90°(&amp;R)</translation>
  </message>
  <message>
   <source>Working on the picture…</source>
   <translation>正在处理图像…</translation>
  </message>
 </context>
 <context>
  <name>ImageSizeDialog</name>
  <message>
   <source>Hard edges (nearest pixel)</source>
   <translation>硬边（最近邻像素）</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>Image size</source>
   <translation>图像大小</translation>
  </message>
  <message>
   <source>In</source>
   <translation>单位</translation>
  </message>
  <message>
   <source>Keep the proportions</source>
   <translation>保持比例</translation>
  </message>
  <message>
   <source>Pixels</source>
   <translation>像素</translation>
  </message>
  <message>
   <source>Resize</source>
   <translation>调整大小</translation>
  </message>
  <message>
   <source>Smooth (Lanczos)</source>
   <translation>平滑（Lanczos）</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽度</translation>
  </message>
  <message>
   <source>percent</source>
   <translation>百分比</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>像素</translation>
  </message>
  <message>
   <source>{old_w} × {old_h} becomes {w} × {h} pixels</source>
   <translation>{old_w} × {old_h} 变为 {w} × {h} 像素</translation>
  </message>
 </context>
 <context>
  <name>Imports</name>
  <message>
   <source>Importing {name}…</source>
   <translation>正在导入 {name}…</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>图像</translation>
  </message>
 </context>
 <context>
  <name>InputList</name>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Add layers, results or files</source>
   <translation>添加图层、结果或文件</translation>
  </message>
  <message>
   <source>Add layers, results or files, or drop files here</source>
   <translation>添加图层、结果或文件，或把文件拖到这里</translation>
  </message>
  <message>
   <source>Files…</source>
   <translation>文件…</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>Move earlier (Alt+Left)</source>
   <translation>前移（Alt+Left）</translation>
  </message>
  <message>
   <source>Move later (Alt+Right)</source>
   <translation>后移（Alt+Right）</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Take off the list (Delete)</source>
   <translation>从列表中移除（Delete）</translation>
  </message>
  <message>
   <source>This layer is gone.</source>
   <translation>这个图层已不在。</translation>
  </message>
  <message>
   <source>What the action works on, in this order: layers, results or files.</source>
   <translation>动作按此顺序处理的内容：图层、结果或文件。</translation>
  </message>
  <message>
   <source>{least} or more</source>
   <translation>{least} 个或更多</translation>
  </message>
  <message>
   <source>{n} of {most}</source>
   <translation>{n} / {most}</translation>
  </message>
  <message>
   <source>{title}: at least {least}, add {n} more.</source>
   <translation>{title}：至少需要 {least} 个，请再添加 {n} 个。</translation>
  </message>
  <message>
   <source>{title}: the layer {name} is gone, take it off the list.</source>
   <translation>{title}：图层 {name} 已不在，请从列表移除。</translation>
  </message>
  <message>
   <source>{title}: {most} at most, take {n} off the list.</source>
   <translation>{title}：最多 {most} 个，请移除 {n} 个。</translation>
  </message>
 </context>
 <context>
  <name>Inputs</name>
  <message>
   <source>A file…</source>
   <translation>一个文件…</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>选择一个文件</translation>
  </message>
  <message>
   <source>Choose a file first.</source>
   <translation>请先选择一个文件。</translation>
  </message>
  <message>
   <source>Choose files</source>
   <translation>选择文件</translation>
  </message>
  <message>
   <source>Current layer</source>
   <translation>当前图层</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>No layer is marked as rough: the whole picture is used.</source>
   <translation>没有标记为草图的图层：将使用整幅图像。</translation>
  </message>
  <message>
   <source>No notes are selected.</source>
   <translation>没有选中音符。</translation>
  </message>
  <message>
   <source>Notes before bar {n} are used.</source>
   <translation>将使用第 {n} 小节之前的音符。</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Nothing is selected.</source>
   <translation>没有选中任何内容。</translation>
  </message>
  <message>
   <source>Rough layers</source>
   <translation>草图图层</translation>
  </message>
  <message>
   <source>Selected notes</source>
   <translation>所选音符</translation>
  </message>
  <message>
   <source>Selected text or passage</source>
   <translation>选中的文本或篇章</translation>
  </message>
  <message>
   <source>Selected track</source>
   <translation>所选音轨</translation>
  </message>
  <message>
   <source>Selection</source>
   <translation>选区</translation>
  </message>
  <message>
   <source>Text after the cursor or selection</source>
   <translation>光标或选区之后的文本</translation>
  </message>
  <message>
   <source>Text before the cursor</source>
   <translation>光标之前的文本</translation>
  </message>
  <message>
   <source>Text before the cursor or selection</source>
   <translation>光标或选区之前的文本</translation>
  </message>
  <message>
   <source>The playhead is at the beginning: the whole tune is used.</source>
   <translation>播放头在开头：将使用整首曲子。</translation>
  </message>
  <message>
   <source>There are no notes yet.</source>
   <translation>还没有音符。</translation>
  </message>
  <message>
   <source>There is no layer: the whole picture is used.</source>
   <translation>没有图层：将使用整幅图像。</translation>
  </message>
  <message>
   <source>There is no passage yet.</source>
   <translation>还没有篇章。</translation>
  </message>
  <message>
   <source>There is no track yet.</source>
   <translation>还没有音轨。</translation>
  </message>
  <message>
   <source>There is nothing before the cursor: it begins a text.</source>
   <translation>光标前没有内容：将从头开始写。</translation>
  </message>
  <message>
   <source>Tune up to the playhead</source>
   <translation>播放头之前的曲子</translation>
  </message>
  <message>
   <source>What the action works on: something of the project, or a file.</source>
   <translation>动作处理的内容：工程中的某部分，或一个文件。</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>整幅图像</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>Click to write, drag for the length. Ctrl+drag chooses, the right button erases.</source>
   <translation>点击写入，拖动决定长度。Ctrl+拖动选择，右键擦除。</translation>
  </message>
  <message>
   <source>Drag over notes to erase them.</source>
   <translation>拖过音符即可擦除。</translation>
  </message>
  <message>
   <source>Drag round notes to choose. Ctrl+drag on a note copies, double-click writes.</source>
   <translation>拖框选择音符。在音符上 Ctrl+拖动复制，双击写入。</translation>
  </message>
  <message>
   <source>No track</source>
   <translation>没有音轨</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>音轨</translation>
  </message>
  <message>
   <source>Velocity</source>
   <translation>力度</translation>
  </message>
  <message>
   <source>Velocity of the chosen notes</source>
   <translation>所选音符的力度</translation>
  </message>
  <message>
   <source>{n} note</source>
   <translation>{n} 个音符</translation>
  </message>
  <message>
   <source>{n} note chosen</source>
   <translation>选中 {n} 个音符</translation>
  </message>
  <message>
   <source>{n} notes</source>
   <translation>{n} 个音符</translation>
  </message>
  <message>
   <source>{n} notes chosen</source>
   <translation>选中 {n} 个音符</translation>
  </message>
  <message>
   <source>{pitches}, from bar {bar}</source>
   <translation>{pitches}，从第 {bar} 小节起</translation>
  </message>
 </context>
 <context>
  <name>Instruments</name>
  <message>
   <source>Accordion</source>
   <translation>手风琴</translation>
  </message>
  <message>
   <source>Acoustic Bass</source>
   <translation>原声贝斯</translation>
  </message>
  <message>
   <source>Acoustic Bass Drum</source>
   <translation>原声底鼓</translation>
  </message>
  <message>
   <source>Acoustic Grand Piano</source>
   <translation>大钢琴</translation>
  </message>
  <message>
   <source>Acoustic Guitar (nylon)</source>
   <translation>木吉他（尼龙弦）</translation>
  </message>
  <message>
   <source>Acoustic Guitar (steel)</source>
   <translation>木吉他（钢弦）</translation>
  </message>
  <message>
   <source>Acoustic Snare</source>
   <translation>原声军鼓</translation>
  </message>
  <message>
   <source>Agogo</source>
   <translation>阿哥哥铃</translation>
  </message>
  <message>
   <source>Alto Sax</source>
   <translation>中音萨克斯</translation>
  </message>
  <message>
   <source>Applause</source>
   <translation>掌声</translation>
  </message>
  <message>
   <source>Bagpipe</source>
   <translation>风笛</translation>
  </message>
  <message>
   <source>Banjo</source>
   <translation>班卓琴</translation>
  </message>
  <message>
   <source>Baritone Sax</source>
   <translation>上低音萨克斯</translation>
  </message>
  <message>
   <source>Bass</source>
   <translation>贝斯</translation>
  </message>
  <message>
   <source>Bass Drum 1</source>
   <translation>底鼓 1</translation>
  </message>
  <message>
   <source>Bassoon</source>
   <translation>大管</translation>
  </message>
  <message>
   <source>Bird Tweet</source>
   <translation>鸟鸣</translation>
  </message>
  <message>
   <source>Blown Bottle</source>
   <translation>吹瓶声</translation>
  </message>
  <message>
   <source>Brass</source>
   <translation>铜管</translation>
  </message>
  <message>
   <source>Brass Section</source>
   <translation>铜管组</translation>
  </message>
  <message>
   <source>Breath Noise</source>
   <translation>呼吸声</translation>
  </message>
  <message>
   <source>Bright Acoustic Piano</source>
   <translation>明亮钢琴</translation>
  </message>
  <message>
   <source>Cabasa</source>
   <translation>卡巴萨</translation>
  </message>
  <message>
   <source>Celesta</source>
   <translation>钢片琴</translation>
  </message>
  <message>
   <source>Cello</source>
   <translation>大提琴</translation>
  </message>
  <message>
   <source>Chinese Cymbal</source>
   <translation>中国镲</translation>
  </message>
  <message>
   <source>Choir Aahs</source>
   <translation>合唱“啊”</translation>
  </message>
  <message>
   <source>Chromatic Percussion</source>
   <translation>色彩打击乐器</translation>
  </message>
  <message>
   <source>Church Organ</source>
   <translation>教堂管风琴</translation>
  </message>
  <message>
   <source>Clarinet</source>
   <translation>单簧管</translation>
  </message>
  <message>
   <source>Claves</source>
   <translation>响棒</translation>
  </message>
  <message>
   <source>Clavinet</source>
   <translation>击弦古钢琴</translation>
  </message>
  <message>
   <source>Closed Hi-hat</source>
   <translation>闭合踩镲</translation>
  </message>
  <message>
   <source>Contrabass</source>
   <translation>低音提琴</translation>
  </message>
  <message>
   <source>Cowbell</source>
   <translation>牛铃</translation>
  </message>
  <message>
   <source>Crash Cymbal 1</source>
   <translation>吊镲 1</translation>
  </message>
  <message>
   <source>Crash Cymbal 2</source>
   <translation>吊镲 2</translation>
  </message>
  <message>
   <source>Distortion Guitar</source>
   <translation>失真吉他</translation>
  </message>
  <message>
   <source>Drawbar Organ</source>
   <translation>拉杆风琴</translation>
  </message>
  <message>
   <source>Drum Kit</source>
   <translation>鼓组</translation>
  </message>
  <message>
   <source>Dulcimer</source>
   <translation>扬琴</translation>
  </message>
  <message>
   <source>Electric Bass (finger)</source>
   <translation>电贝斯（指弹）</translation>
  </message>
  <message>
   <source>Electric Bass (pick)</source>
   <translation>电贝斯（拨片）</translation>
  </message>
  <message>
   <source>Electric Grand Piano</source>
   <translation>电三角钢琴</translation>
  </message>
  <message>
   <source>Electric Guitar (clean)</source>
   <translation>电吉他（清音）</translation>
  </message>
  <message>
   <source>Electric Guitar (jazz)</source>
   <translation>电吉他（爵士）</translation>
  </message>
  <message>
   <source>Electric Guitar (muted)</source>
   <translation>电吉他（闷音）</translation>
  </message>
  <message>
   <source>Electric Piano 1</source>
   <translation>电钢琴 1</translation>
  </message>
  <message>
   <source>Electric Piano 2</source>
   <translation>电钢琴 2</translation>
  </message>
  <message>
   <source>Electric Snare</source>
   <translation>电子军鼓</translation>
  </message>
  <message>
   <source>English Horn</source>
   <translation>英国管</translation>
  </message>
  <message>
   <source>Ensemble</source>
   <translation>合奏</translation>
  </message>
  <message>
   <source>FX 1 (rain)</source>
   <translation>效果 1（雨）</translation>
  </message>
  <message>
   <source>FX 2 (soundtrack)</source>
   <translation>效果 2（电影配乐）</translation>
  </message>
  <message>
   <source>FX 3 (crystal)</source>
   <translation>效果 3（水晶）</translation>
  </message>
  <message>
   <source>FX 4 (atmosphere)</source>
   <translation>效果 4（大气）</translation>
  </message>
  <message>
   <source>FX 5 (brightness)</source>
   <translation>效果 5（明亮）</translation>
  </message>
  <message>
   <source>FX 6 (goblins)</source>
   <translation>效果 6（鬼怪）</translation>
  </message>
  <message>
   <source>FX 7 (echoes)</source>
   <translation>效果 7（回声）</translation>
  </message>
  <message>
   <source>FX 8 (sci-fi)</source>
   <translation>效果 8（科幻）</translation>
  </message>
  <message>
   <source>Fiddle</source>
   <translation>民间小提琴</translation>
  </message>
  <message>
   <source>Flute</source>
   <translation>长笛</translation>
  </message>
  <message>
   <source>French Horn</source>
   <translation>圆号</translation>
  </message>
  <message>
   <source>Fretless Bass</source>
   <translation>无品贝斯</translation>
  </message>
  <message>
   <source>Glockenspiel</source>
   <translation>钟琴</translation>
  </message>
  <message>
   <source>Guitar</source>
   <translation>吉他</translation>
  </message>
  <message>
   <source>Guitar Fret Noise</source>
   <translation>吉他品丝噪声</translation>
  </message>
  <message>
   <source>Guitar Harmonics</source>
   <translation>吉他泛音</translation>
  </message>
  <message>
   <source>Gunshot</source>
   <translation>枪声</translation>
  </message>
  <message>
   <source>Hand Clap</source>
   <translation>拍手</translation>
  </message>
  <message>
   <source>Harmonica</source>
   <translation>口琴</translation>
  </message>
  <message>
   <source>Harpsichord</source>
   <translation>羽管键琴</translation>
  </message>
  <message>
   <source>Helicopter</source>
   <translation>直升机</translation>
  </message>
  <message>
   <source>Hi Bongo</source>
   <translation>高音邦戈鼓</translation>
  </message>
  <message>
   <source>Hi Wood Block</source>
   <translation>高音木鱼</translation>
  </message>
  <message>
   <source>Hi-Mid Tom</source>
   <translation>中高音嗵鼓</translation>
  </message>
  <message>
   <source>High Agogo</source>
   <translation>高音阿哥哥铃</translation>
  </message>
  <message>
   <source>High Floor Tom</source>
   <translation>高音落地嗵鼓</translation>
  </message>
  <message>
   <source>High Timbale</source>
   <translation>高音天巴鼓</translation>
  </message>
  <message>
   <source>High Tom</source>
   <translation>高音嗵鼓</translation>
  </message>
  <message>
   <source>Honky-tonk Piano</source>
   <translation>酒吧钢琴</translation>
  </message>
  <message>
   <source>Kalimba</source>
   <translation>卡林巴</translation>
  </message>
  <message>
   <source>Koto</source>
   <translation>日本筝</translation>
  </message>
  <message>
   <source>Lead 1 (square)</source>
   <translation>主音 1（方波）</translation>
  </message>
  <message>
   <source>Lead 2 (sawtooth)</source>
   <translation>主音 2（锯齿波）</translation>
  </message>
  <message>
   <source>Lead 3 (calliope)</source>
   <translation>主音 3（汽笛风琴）</translation>
  </message>
  <message>
   <source>Lead 4 (chiff)</source>
   <translation>主音 4（吹管）</translation>
  </message>
  <message>
   <source>Lead 5 (charang)</source>
   <translation>主音 5（失真弦）</translation>
  </message>
  <message>
   <source>Lead 6 (voice)</source>
   <translation>主音 6（人声）</translation>
  </message>
  <message>
   <source>Lead 7 (fifths)</source>
   <translation>主音 7（五度）</translation>
  </message>
  <message>
   <source>Lead 8 (bass and lead)</source>
   <translation>主音 8（贝斯加主音）</translation>
  </message>
  <message>
   <source>Long Guiro</source>
   <translation>长刮瓜</translation>
  </message>
  <message>
   <source>Long Whistle</source>
   <translation>长口哨</translation>
  </message>
  <message>
   <source>Low Agogo</source>
   <translation>低音阿哥哥铃</translation>
  </message>
  <message>
   <source>Low Bongo</source>
   <translation>低音邦戈鼓</translation>
  </message>
  <message>
   <source>Low Conga</source>
   <translation>低康加鼓</translation>
  </message>
  <message>
   <source>Low Floor Tom</source>
   <translation>低音落地嗵鼓</translation>
  </message>
  <message>
   <source>Low Timbale</source>
   <translation>低音天巴鼓</translation>
  </message>
  <message>
   <source>Low Tom</source>
   <translation>低音嗵鼓</translation>
  </message>
  <message>
   <source>Low Wood Block</source>
   <translation>低音木鱼</translation>
  </message>
  <message>
   <source>Low-Mid Tom</source>
   <translation>中低音嗵鼓</translation>
  </message>
  <message>
   <source>Maracas</source>
   <translation>沙锤</translation>
  </message>
  <message>
   <source>Marimba</source>
   <translation>马林巴</translation>
  </message>
  <message>
   <source>Melodic Tom</source>
   <translation>旋律嗵鼓</translation>
  </message>
  <message>
   <source>Music Box</source>
   <translation>八音盒</translation>
  </message>
  <message>
   <source>Mute Cuica</source>
   <translation>闷音库伊卡</translation>
  </message>
  <message>
   <source>Mute Hi Conga</source>
   <translation>闷音高康加鼓</translation>
  </message>
  <message>
   <source>Mute Triangle</source>
   <translation>闷音三角铁</translation>
  </message>
  <message>
   <source>Muted Trumpet</source>
   <translation>弱音小号</translation>
  </message>
  <message>
   <source>Oboe</source>
   <translation>双簧管</translation>
  </message>
  <message>
   <source>Ocarina</source>
   <translation>陶笛</translation>
  </message>
  <message>
   <source>Open Cuica</source>
   <translation>开音库伊卡</translation>
  </message>
  <message>
   <source>Open Hi Conga</source>
   <translation>开音高康加鼓</translation>
  </message>
  <message>
   <source>Open Hi-hat</source>
   <translation>开放踩镲</translation>
  </message>
  <message>
   <source>Open Triangle</source>
   <translation>开音三角铁</translation>
  </message>
  <message>
   <source>Orchestra Hit</source>
   <translation>管弦乐齐奏</translation>
  </message>
  <message>
   <source>Orchestral Harp</source>
   <translation>竖琴</translation>
  </message>
  <message>
   <source>Organ</source>
   <translation>风琴</translation>
  </message>
  <message>
   <source>Overdriven Guitar</source>
   <translation>过载吉他</translation>
  </message>
  <message>
   <source>Pad 1 (new age)</source>
   <translation>音垫 1（新世纪）</translation>
  </message>
  <message>
   <source>Pad 2 (warm)</source>
   <translation>音垫 2（温暖）</translation>
  </message>
  <message>
   <source>Pad 3 (polysynth)</source>
   <translation>音垫 3（复音合成）</translation>
  </message>
  <message>
   <source>Pad 4 (choir)</source>
   <translation>音垫 4（合唱）</translation>
  </message>
  <message>
   <source>Pad 5 (bowed)</source>
   <translation>音垫 5（弓弦）</translation>
  </message>
  <message>
   <source>Pad 6 (metallic)</source>
   <translation>音垫 6（金属）</translation>
  </message>
  <message>
   <source>Pad 7 (halo)</source>
   <translation>音垫 7（光环）</translation>
  </message>
  <message>
   <source>Pad 8 (sweep)</source>
   <translation>音垫 8（扫频）</translation>
  </message>
  <message>
   <source>Pan Flute</source>
   <translation>排箫</translation>
  </message>
  <message>
   <source>Pedal Hi-hat</source>
   <translation>脚踩镲</translation>
  </message>
  <message>
   <source>Percussive</source>
   <translation>打击乐器</translation>
  </message>
  <message>
   <source>Percussive Organ</source>
   <translation>打击式风琴</translation>
  </message>
  <message>
   <source>Piano</source>
   <translation>钢琴</translation>
  </message>
  <message>
   <source>Piccolo</source>
   <translation>短笛</translation>
  </message>
  <message>
   <source>Pipe</source>
   <translation>吹管</translation>
  </message>
  <message>
   <source>Pizzicato Strings</source>
   <translation>弦乐拨奏</translation>
  </message>
  <message>
   <source>Recorder</source>
   <translation>竖笛</translation>
  </message>
  <message>
   <source>Reed</source>
   <translation>簧管</translation>
  </message>
  <message>
   <source>Reed Organ</source>
   <translation>簧风琴</translation>
  </message>
  <message>
   <source>Reverse Cymbal</source>
   <translation>反向镲</translation>
  </message>
  <message>
   <source>Ride Bell</source>
   <translation>叮叮镲帽</translation>
  </message>
  <message>
   <source>Ride Cymbal 1</source>
   <translation>叮叮镲 1</translation>
  </message>
  <message>
   <source>Ride Cymbal 2</source>
   <translation>叮叮镲 2</translation>
  </message>
  <message>
   <source>Rock Organ</source>
   <translation>摇滚风琴</translation>
  </message>
  <message>
   <source>Seashore</source>
   <translation>海浪</translation>
  </message>
  <message>
   <source>Shakuhachi</source>
   <translation>尺八</translation>
  </message>
  <message>
   <source>Shamisen</source>
   <translation>三味线</translation>
  </message>
  <message>
   <source>Shanai</source>
   <translation>唢呐</translation>
  </message>
  <message>
   <source>Short Guiro</source>
   <translation>短刮瓜</translation>
  </message>
  <message>
   <source>Short Whistle</source>
   <translation>短口哨</translation>
  </message>
  <message>
   <source>Side Stick</source>
   <translation>鼓边击</translation>
  </message>
  <message>
   <source>Sitar</source>
   <translation>西塔琴</translation>
  </message>
  <message>
   <source>Slap Bass 1</source>
   <translation>击弦贝斯 1</translation>
  </message>
  <message>
   <source>Slap Bass 2</source>
   <translation>击弦贝斯 2</translation>
  </message>
  <message>
   <source>Soprano Sax</source>
   <translation>高音萨克斯</translation>
  </message>
  <message>
   <source>Sound Effects</source>
   <translation>音效</translation>
  </message>
  <message>
   <source>Splash Cymbal</source>
   <translation>水镲</translation>
  </message>
  <message>
   <source>Steel Drums</source>
   <translation>钢鼓</translation>
  </message>
  <message>
   <source>String Ensemble 1</source>
   <translation>弦乐合奏 1</translation>
  </message>
  <message>
   <source>String Ensemble 2</source>
   <translation>弦乐合奏 2</translation>
  </message>
  <message>
   <source>Strings</source>
   <translation>弦乐</translation>
  </message>
  <message>
   <source>Synth Bass 1</source>
   <translation>合成贝斯 1</translation>
  </message>
  <message>
   <source>Synth Bass 2</source>
   <translation>合成贝斯 2</translation>
  </message>
  <message>
   <source>Synth Brass 1</source>
   <translation>合成铜管 1</translation>
  </message>
  <message>
   <source>Synth Brass 2</source>
   <translation>合成铜管 2</translation>
  </message>
  <message>
   <source>Synth Drum</source>
   <translation>合成鼓</translation>
  </message>
  <message>
   <source>Synth Effects</source>
   <translation>合成效果</translation>
  </message>
  <message>
   <source>Synth Lead</source>
   <translation>合成主音</translation>
  </message>
  <message>
   <source>Synth Pad</source>
   <translation>合成音垫</translation>
  </message>
  <message>
   <source>Synth Strings 1</source>
   <translation>合成弦乐 1</translation>
  </message>
  <message>
   <source>Synth Strings 2</source>
   <translation>合成弦乐 2</translation>
  </message>
  <message>
   <source>Synth Voice</source>
   <translation>合成人声</translation>
  </message>
  <message>
   <source>Taiko Drum</source>
   <translation>太鼓</translation>
  </message>
  <message>
   <source>Tambourine</source>
   <translation>铃鼓</translation>
  </message>
  <message>
   <source>Tango Accordion</source>
   <translation>探戈手风琴</translation>
  </message>
  <message>
   <source>Telephone Ring</source>
   <translation>电话铃</translation>
  </message>
  <message>
   <source>Tenor Sax</source>
   <translation>次中音萨克斯</translation>
  </message>
  <message>
   <source>Timpani</source>
   <translation>定音鼓</translation>
  </message>
  <message>
   <source>Tinkle Bell</source>
   <translation>铃铛</translation>
  </message>
  <message>
   <source>Tremolo Strings</source>
   <translation>弦乐颤音</translation>
  </message>
  <message>
   <source>Trombone</source>
   <translation>长号</translation>
  </message>
  <message>
   <source>Trumpet</source>
   <translation>小号</translation>
  </message>
  <message>
   <source>Tuba</source>
   <translation>大号</translation>
  </message>
  <message>
   <source>Tubular Bells</source>
   <translation>管钟</translation>
  </message>
  <message>
   <source>Vibraphone</source>
   <translation>颤音琴</translation>
  </message>
  <message>
   <source>Vibraslap</source>
   <translation>颤音器</translation>
  </message>
  <message>
   <source>Viola</source>
   <translation>中提琴</translation>
  </message>
  <message>
   <source>Violin</source>
   <translation>小提琴</translation>
  </message>
  <message>
   <source>Voice Oohs</source>
   <translation>人声“呜”</translation>
  </message>
  <message>
   <source>Whistle</source>
   <translation>口哨</translation>
  </message>
  <message>
   <source>Woodblock</source>
   <translation>木鱼</translation>
  </message>
  <message>
   <source>World</source>
   <translation>民族乐器</translation>
  </message>
  <message>
   <source>Xylophone</source>
   <translation>木琴</translation>
  </message>
 </context>
 <context>
  <name>JobRow</name>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Log of {title}</source>
   <translation>{title} 的日志</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Progress of {title}</source>
   <translation>{title} 的进度</translation>
  </message>
  <message>
   <source>Show the log</source>
   <translation>显示日志</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
 </context>
 <context>
  <name>Jobs</name>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>It ended without a reason.</source>
   <translation>结束了，没有说明原因。</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>已暂停</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>已停止</translation>
  </message>
  <message>
   <source>Waiting for its turn</source>
   <translation>等待轮到它</translation>
  </message>
  <message>
   <source>Working</source>
   <translation>进行中</translation>
  </message>
  <message>
   <source>{count} {what}</source>
   <translation>{count} {what}</translation>
  </message>
  <message>
   <source>{h} h {m} min</source>
   <translation>{h} 小时 {m} 分</translation>
  </message>
  <message>
   <source>{n} min</source>
   <translation>{n} 分钟</translation>
  </message>
  <message>
   <source>{n} s</source>
   <translation>{n} 秒</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>剩余 {time}</translation>
  </message>
 </context>
 <context>
  <name>JobsPane</name>
  <message>
   <source>Clear finished</source>
   <translation>清除已完成</translation>
  </message>
  <message>
   <source>Nothing is running.
What models make and learn shows up here.</source>
   <translation>没有正在运行的任务。
模型制作和学习的内容会显示在这里。</translation>
  </message>
  <message>
   <source>Take what has ended off the list</source>
   <translation>从列表中移除已结束的任务</translation>
  </message>
  <message>
   <source>{n} running</source>
   <translation>{n} 个运行中</translation>
  </message>
  <message>
   <source>{n} waiting</source>
   <translation>{n} 个等待中</translation>
  </message>
 </context>
 <context>
  <name>JsonEditor</name>
  <message>
   <source>The panel has no widget for this kind of value: type it as JSON.</source>
   <translation>面板没有适合这种值的控件：请用 JSON 输入。</translation>
  </message>
  <message>
   <source>Type it as JSON: 3, "words", [1, 2] or null.</source>
   <translation>请用 JSON 输入：3、"文字"、[1, 2] 或 null。</translation>
  </message>
 </context>
 <context>
  <name>Keyboard</name>
  <message>
   <source>Keyboard</source>
   <translation>键盘</translation>
  </message>
 </context>
 <context>
  <name>LanguagePage</name>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>It changes at once; while jobs are running, as soon as they have ended.</source>
   <translation>立即切换；有任务运行时，等它们结束后切换。</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
 </context>
 <context>
  <name>LargeSample</name>
  <message>
   <source>Sample</source>
   <translation>样例</translation>
  </message>
 </context>
 <context>
  <name>LassoTool</name>
  <message>
   <source>Draw, or click from corner to corner; Enter closes</source>
   <translation>拖动绘制，或逐个角点击；按 Enter 闭合</translation>
  </message>
 </context>
 <context>
  <name>LayerClipboard</name>
  <message>
   <source>Clear</source>
   <translation>清除</translation>
  </message>
  <message>
   <source>Copy &amp;merged</source>
   <translation>合并复制(&amp;M)</translation>
  </message>
  <message>
   <source>Cut</source>
   <translation>剪切</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Pasted</source>
   <translation>已粘贴</translation>
  </message>
  <message>
   <source>There is nothing to copy where you selected.</source>
   <translation>选中的地方没有可以复制的内容。</translation>
  </message>
 </context>
 <context>
  <name>LayerCommands</name>
  <message>
   <source>Add group</source>
   <translation>添加图层组</translation>
  </message>
  <message>
   <source>Add layer</source>
   <translation>添加图层</translation>
  </message>
  <message>
   <source>Delete layer</source>
   <translation>删除图层</translation>
  </message>
  <message>
   <source>Duplicate layer</source>
   <translation>复制图层</translation>
  </message>
  <message>
   <source>Flatten image</source>
   <translation>拼合图像</translation>
  </message>
  <message>
   <source>Flattened</source>
   <translation>拼合后的图层</translation>
  </message>
  <message>
   <source>Group layers</source>
   <translation>图层编组</translation>
  </message>
  <message>
   <source>Group {n}</source>
   <translation>图层组 {n}</translation>
  </message>
  <message>
   <source>Hide layer</source>
   <translation>隐藏图层</translation>
  </message>
  <message>
   <source>Layer {n}</source>
   <translation>图层 {n}</translation>
  </message>
  <message>
   <source>Lock layer</source>
   <translation>锁定图层</translation>
  </message>
  <message>
   <source>Lock transparency</source>
   <translation>锁定透明度</translation>
  </message>
  <message>
   <source>Merge down</source>
   <translation>向下合并</translation>
  </message>
  <message>
   <source>Merge group</source>
   <translation>合并图层组</translation>
  </message>
  <message>
   <source>Merging layers…</source>
   <translation>正在合并图层…</translation>
  </message>
  <message>
   <source>Move layer</source>
   <translation>移动图层</translation>
  </message>
  <message>
   <source>Rename layer</source>
   <translation>重命名图层</translation>
  </message>
  <message>
   <source>Rough layer</source>
   <translation>草图图层</translation>
  </message>
  <message>
   <source>Show layer</source>
   <translation>显示图层</translation>
  </message>
  <message>
   <source>Ungroup layers</source>
   <translation>取消图层编组</translation>
  </message>
  <message>
   <source>{name} copy</source>
   <translation>{name} 副本</translation>
  </message>
 </context>
 <context>
  <name>LayerLook</name>
  <message>
   <source>Add</source>
   <translation>相加</translation>
  </message>
  <message>
   <source>Blending mode</source>
   <translation>混合模式</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Colour burn</source>
   <translation>颜色加深</translation>
  </message>
  <message>
   <source>Colour dodge</source>
   <translation>颜色减淡</translation>
  </message>
  <message>
   <source>Darken</source>
   <translation>变暗</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>差值</translation>
  </message>
  <message>
   <source>Hard light</source>
   <translation>强光</translation>
  </message>
  <message>
   <source>How the layer mixes with those below</source>
   <translation>图层与下方图层的混合方式</translation>
  </message>
  <message>
   <source>Hue</source>
   <translation>色相</translation>
  </message>
  <message>
   <source>Lighten</source>
   <translation>变亮</translation>
  </message>
  <message>
   <source>Lock the layer: nothing paints on it</source>
   <translation>锁定图层：不能在上面绘画</translation>
  </message>
  <message>
   <source>Lock transparency: paint only where there is paint</source>
   <translation>锁定透明度：只在有颜料的地方绘画</translation>
  </message>
  <message>
   <source>Luminosity</source>
   <translation>明度</translation>
  </message>
  <message>
   <source>Multiply</source>
   <translation>正片叠底</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>正常</translation>
  </message>
  <message>
   <source>Opacity of the layer</source>
   <translation>图层的不透明度</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>叠加</translation>
  </message>
  <message>
   <source>Rough sketch: models may see it, pictures leave it out</source>
   <translation>草图：模型可以看到它，成图中不包含它</translation>
  </message>
  <message>
   <source>Saturation</source>
   <translation>饱和度</translation>
  </message>
  <message>
   <source>Screen</source>
   <translation>滤色</translation>
  </message>
  <message>
   <source>Soft light</source>
   <translation>柔光</translation>
  </message>
 </context>
 <context>
  <name>LayerMenu</name>
  <message>
   <source>&amp;Add layer</source>
   <translation>添加图层(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Duplicate</source>
   <translation>创建副本(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Flatten image</source>
   <translation>拼合图像(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Merge down</source>
   <translation>向下合并(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Put into a group</source>
   <translation>放入图层组(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Rough sketch</source>
   <translation>草图(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Visible</source>
   <translation>可见(&amp;V)</translation>
  </message>
  <message>
   <source>Add &amp;group</source>
   <translation>添加图层组(&amp;G)</translation>
  </message>
  <message>
   <source>De&amp;lete</source>
   <translation>删除(&amp;L)</translation>
  </message>
  <message>
   <source>Loc&amp;ked</source>
   <translation>锁定(&amp;K)</translation>
  </message>
  <message>
   <source>Lock &amp;transparency</source>
   <translation>锁定透明度(&amp;T)</translation>
  </message>
  <message>
   <source>Merge gro&amp;up</source>
   <translation>合并图层组(&amp;U)</translation>
  </message>
  <message>
   <source>Move do&amp;wn</source>
   <translation>下移(&amp;W)</translation>
  </message>
  <message>
   <source>Move u&amp;p</source>
   <translation>上移(&amp;P)</translation>
  </message>
  <message>
   <source>Re&amp;name</source>
   <translation>重命名(&amp;N)</translation>
  </message>
  <message>
   <source>U&amp;ngroup</source>
   <translation>取消编组(&amp;N)</translation>
  </message>
  <message>
   <source>Use its &amp;settings again</source>
   <translation>再次使用它的设置(&amp;S)</translation>
  </message>
 </context>
 <context>
  <name>LayerRows</name>
  <message>
   <source>group</source>
   <translation>图层组</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>已隐藏</translation>
  </message>
  <message>
   <source>locked</source>
   <translation>已锁定</translation>
  </message>
  <message>
   <source>rough</source>
   <translation>草图</translation>
  </message>
  <message>
   <source>shown</source>
   <translation>显示中</translation>
  </message>
  <message>
   <source>transparency locked</source>
   <translation>透明度已锁定</translation>
  </message>
 </context>
 <context>
  <name>LayersPane</name>
  <message>
   <source>Add a group</source>
   <translation>添加图层组</translation>
  </message>
  <message>
   <source>Add a layer</source>
   <translation>添加图层</translation>
  </message>
  <message>
   <source>Blending mode</source>
   <translation>混合模式</translation>
  </message>
  <message>
   <source>Delete the layer</source>
   <translation>删除图层</translation>
  </message>
  <message>
   <source>Duplicate the layer</source>
   <translation>复制图层</translation>
  </message>
  <message>
   <source>Layer opacity</source>
   <translation>图层不透明度</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>Merge the layer with the one below</source>
   <translation>与下方图层合并</translation>
  </message>
  <message>
   <source>Move the layer down</source>
   <translation>下移图层</translation>
  </message>
  <message>
   <source>Move the layer up</source>
   <translation>上移图层</translation>
  </message>
  <message>
   <source>Paint on the canvas, or drop a picture on the window: a layer appears here.</source>
   <translation>在画布上绘画，或把图片拖到窗口中：图层会出现在这里。</translation>
  </message>
 </context>
 <context>
  <name>Library</name>
  <message>
   <source>Add to Collection</source>
   <translation>添加到收藏集</translation>
  </message>
  <message>
   <source>Again</source>
   <translation>再来一次</translation>
  </message>
  <message>
   <source>Again with a New Seed</source>
   <translation>换新种子再来一次</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>对比</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Del</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Film</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Open in Pane</source>
   <translation>在窗格中打开</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>图像</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Show Recipe</source>
   <translation>显示配方</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>声音</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>空格</translation>
  </message>
  <message>
   <source>Stars</source>
   <translation>星标</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Tile map</source>
   <translation>图块地图</translation>
  </message>
  <message>
   <source>Tune</source>
   <translation>曲子</translation>
  </message>
  <message>
   <source>Use These Settings</source>
   <translation>使用这些设置</translation>
  </message>
  <message>
   <source>Use as Input</source>
   <translation>用作输入</translation>
  </message>
  <message>
   <source>Vary</source>
   <translation>变体</translation>
  </message>
  <message>
   <source>Work with It</source>
   <translation>用它工作</translation>
  </message>
  <message>
   <source>{n} character</source>
   <translation>{n} 个字符</translation>
  </message>
  <message>
   <source>{n} characters</source>
   <translation>{n} 个字符</translation>
  </message>
  <message>
   <source>{n} note</source>
   <translation>{n} 个音符</translation>
  </message>
  <message>
   <source>{n} notes</source>
   <translation>{n} 个音符</translation>
  </message>
  <message>
   <source>{n} of 5 stars</source>
   <translation>{n} / 5 星</translation>
  </message>
 </context>
 <context>
  <name>LibraryCompare</name>
  <message>
   <source>Bring this one into the project ({n})</source>
   <translation>把这一个放入工程（{n}）</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>对比</translation>
  </message>
  <message>
   <source>Open in pane</source>
   <translation>在窗格中打开</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
 </context>
 <context>
  <name>LibraryPane</name>
  <message>
   <source>Choose two to four results to compare them.</source>
   <translation>选择两到四个结果进行对比。</translation>
  </message>
  <message>
   <source>Clean &amp;Up the Library…</source>
   <translation>清理作品库(&amp;U)…</translation>
  </message>
  <message>
   <source>De&amp;lete</source>
   <translation>删除(&amp;L)</translation>
  </message>
  <message>
   <source>Search the &amp;Library</source>
   <translation>搜索作品库(&amp;L)</translation>
  </message>
  <message>
   <source>Select &amp;all</source>
   <translation>全选(&amp;A)</translation>
  </message>
  <message>
   <source>{n} deleted.</source>
   <translation>已删除 {n} 个。</translation>
  </message>
  <message>
   <source>{n} result</source>
   <translation>{n} 个结果</translation>
  </message>
  <message>
   <source>{n} results</source>
   <translation>{n} 个结果</translation>
  </message>
 </context>
 <context>
  <name>Lines</name>
  <message>
   <source>not possible now</source>
   <translation>现在不可用</translation>
  </message>
 </context>
 <context>
  <name>Listing</name>
  <message>
   <source>Cannot be used</source>
   <translation>无法使用</translation>
  </message>
  <message>
   <source>Installed</source>
   <translation>已安装</translation>
  </message>
  <message>
   <source>Linked</source>
   <translation>已链接</translation>
  </message>
  <message>
   <source>Nothing is called like that.</source>
   <translation>没有这个名称的插件。</translation>
  </message>
  <message>
   <source>Plugins</source>
   <translation>插件</translation>
  </message>
  <message>
   <source>Put there by hand</source>
   <translation>手动放入</translation>
  </message>
  <message>
   <source>Rests in safe mode</source>
   <translation>在安全模式下休眠</translation>
  </message>
  <message>
   <source>Search (Ctrl+F)</source>
   <translation>搜索（Ctrl+F）</translation>
  </message>
  <message>
   <source>Search the plugins</source>
   <translation>搜索插件</translation>
  </message>
  <message>
   <source>Set aside after failures</source>
   <translation>失败后已搁置</translation>
  </message>
  <message>
   <source>Switched off</source>
   <translation>已停用</translation>
  </message>
  <message>
   <source>Update: {version}</source>
   <translation>更新：{version}</translation>
  </message>
  <message>
   <source>With the studio</source>
   <translation>随工作室附带</translation>
  </message>
 </context>
 <context>
  <name>LiveBar</name>
  <message>
   <source>Hold to see the rough</source>
   <translation>按住查看草图</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>采用</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>No plugin here can paint along yet.</source>
   <translation>这里还没有能跟着画的插件。</translation>
  </message>
  <message>
   <source>Paint it all once more as a layer of its own, one step to undo</source>
   <translation>把全部内容重画一遍，成为单独的图层，一步即可撤销</translation>
  </message>
  <message>
   <source>Stop painting along</source>
   <translation>停止跟画</translation>
  </message>
  <message>
   <source>The model that paints along</source>
   <translation>跟着画的模型</translation>
  </message>
  <message>
   <source>What paints along</source>
   <translation>由谁来跟着画</translation>
  </message>
  <message>
   <source>Whose hand it paints with: the starter, or what you trained</source>
   <translation>用谁的画风：入门模型，或你训练的模型</translation>
  </message>
  <message>
   <source>{n} part to paint</source>
   <translation>还有 {n} 块要画</translation>
  </message>
  <message>
   <source>{n} parts to paint</source>
   <translation>还有 {n} 块要画</translation>
  </message>
 </context>
 <context>
  <name>LiveKeeping</name>
  <message>
   <source>Painting</source>
   <translation>正在绘画</translation>
  </message>
 </context>
 <context>
  <name>LivePainting</name>
  <message>
   <source>Keep the painting</source>
   <translation>采用画作</translation>
  </message>
  <message>
   <source>Live painting</source>
   <translation>实时同绘</translation>
  </message>
 </context>
 <context>
  <name>LogPage</name>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>It has printed nothing yet.</source>
   <translation>它还没有输出任何内容。</translation>
  </message>
  <message>
   <source>What the plugin printed</source>
   <translation>插件的输出</translation>
  </message>
 </context>
 <context>
  <name>LookPage</name>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高对比度</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Reduce motion: nothing moves that need not</source>
   <translation>减少动态效果：不必要的都不动</translation>
  </message>
  <message>
   <source>Show the start page in an empty window</source>
   <translation>在空窗口中显示开始页</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source> (safe mode)</source>
   <translation>（安全模式）</translation>
  </message>
  <message>
   <source>&amp;About artstudio</source>
   <translation>关于 artstudio(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Canvas</source>
   <translation>画布(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Close</source>
   <translation>关闭(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>复制(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Duplicate</source>
   <translation>创建副本(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Export…</source>
   <translation>导出(&amp;E)…</translation>
  </message>
  <message>
   <source>&amp;Full screen</source>
   <translation>全屏(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Import…</source>
   <translation>导入(&amp;I)…</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts…</source>
   <translation>键盘快捷键(&amp;K)…</translation>
  </message>
  <message>
   <source>&amp;Licences</source>
   <translation>许可证(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Menu of what is chosen</source>
   <translation>所选内容的菜单(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;New…</source>
   <translation>新建(&amp;N)…</translation>
  </message>
  <message>
   <source>&amp;Next pane</source>
   <translation>下一个面板(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Open…</source>
   <translation>打开(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>粘贴(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>退出(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>重做(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Redo {step}</source>
   <translation>重做 {step}(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Reset layout</source>
   <translation>重置布局(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Save</source>
   <translation>保存(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Undo {step}</source>
   <translation>撤销 {step}(&amp;U)</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>剪切(&amp;T)</translation>
  </message>
  <message>
   <source>De&amp;lete</source>
   <translation>删除(&amp;L)</translation>
  </message>
  <message>
   <source>Export as .&amp;ora…</source>
   <translation>导出为 .ora(&amp;O)…</translation>
  </message>
  <message>
   <source>Go to the &amp;notices</source>
   <translation>转到通知(&amp;N)</translation>
  </message>
  <message>
   <source>Open &amp;recent</source>
   <translation>打开最近的工程(&amp;R)</translation>
  </message>
  <message>
   <source>Pane &amp;lower</source>
   <translation>面板变矮(&amp;L)</translation>
  </message>
  <message>
   <source>Pane &amp;taller</source>
   <translation>面板加高(&amp;T)</translation>
  </message>
  <message>
   <source>Pane &amp;wider</source>
   <translation>面板加宽(&amp;W)</translation>
  </message>
  <message>
   <source>Pane n&amp;arrower</source>
   <translation>面板变窄(&amp;A)</translation>
  </message>
  <message>
   <source>Pre&amp;vious pane</source>
   <translation>上一个面板(&amp;V)</translation>
  </message>
  <message>
   <source>Prefere&amp;nces…</source>
   <translation>首选项(&amp;N)…</translation>
  </message>
  <message>
   <source>Save &amp;as…</source>
   <translation>另存为(&amp;A)…</translation>
  </message>
  <message>
   <source>Select &amp;all</source>
   <translation>全选(&amp;A)</translation>
  </message>
  <message>
   <source>Untitled</source>
   <translation>未命名</translation>
  </message>
 </context>
 <context>
  <name>Manual</name>
  <message>
   <source>Command</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <source>Only keys</source>
   <translation>仅按键</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>位置</translation>
  </message>
 </context>
 <context>
  <name>ManualBrowser</name>
  <message>
   <source>Manual</source>
   <translation>手册</translation>
  </message>
 </context>
 <context>
  <name>ManualWindow</name>
  <message>
   <source>Back (Alt+Left)</source>
   <translation>后退（Alt+Left）</translation>
  </message>
  <message>
   <source>Contents</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Find on this page</source>
   <translation>在本页查找</translation>
  </message>
  <message>
   <source>Forward (Alt+Right)</source>
   <translation>前进（Alt+Right）</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>已找到</translation>
  </message>
  <message>
   <source>Manual - artstudio</source>
   <translation>手册 - artstudio</translation>
  </message>
  <message>
   <source>Next (F3)</source>
   <translation>下一个（F3）</translation>
  </message>
  <message>
   <source>No page has all of these words.</source>
   <translation>没有页面包含所有这些词。</translation>
  </message>
  <message>
   <source>Not on this page</source>
   <translation>本页没有</translation>
  </message>
  <message>
   <source>Previous (Shift+F3)</source>
   <translation>上一个（Shift+F3）</translation>
  </message>
  <message>
   <source>Search all pages</source>
   <translation>搜索所有页面</translation>
  </message>
 </context>
 <context>
  <name>MapEditor</name>
  <message>
   <source>Key</source>
   <translation>调</translation>
  </message>
  <message>
   <source>Key from Here</source>
   <translation>从这里改变调</translation>
  </message>
  <message>
   <source>Major</source>
   <translation>大调</translation>
  </message>
  <message>
   <source>Metre</source>
   <translation>拍号</translation>
  </message>
  <message>
   <source>Metre from Here</source>
   <translation>从这里改变拍号</translation>
  </message>
  <message>
   <source>Minor</source>
   <translation>小调</translation>
  </message>
  <message>
   <source>Remove {mark}</source>
   <translation>移除{mark}</translation>
  </message>
  <message>
   <source>Tempo</source>
   <translation>速度</translation>
  </message>
  <message>
   <source>Tempo from Here…</source>
   <translation>从这里改变速度…</translation>
  </message>
 </context>
 <context>
  <name>Menus</name>
  <message>
   <source>&amp;Canvas</source>
   <translation>画布(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Image</source>
   <translation>图像(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Layer</source>
   <translation>图层(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Music</source>
   <translation>音乐(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Select</source>
   <translation>选择(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Text</source>
   <translation>文本(&amp;T)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>视图(&amp;V)</translation>
  </message>
  <message>
   <source>Mo&amp;dels</source>
   <translation>模型(&amp;D)</translation>
  </message>
 </context>
 <context>
  <name>ModelPicker</name>
  <message>
   <source>Came with the studio</source>
   <translation>随工作室附带</translation>
  </message>
  <message>
   <source>From nothing</source>
   <translation>从零开始</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>None needed</source>
   <translation>不需要</translation>
  </message>
  <message>
   <source>Show, rename and delete models</source>
   <translation>显示、重命名和删除模型</translation>
  </message>
  <message>
   <source>Your own</source>
   <translation>你自己的</translation>
  </message>
 </context>
 <context>
  <name>ModelsPage</name>
  <message>
   <source>*This model has no card.*</source>
   <translation>*这个模型没有卡片。*</translation>
  </message>
  <message>
   <source>*This plugin has no models.*</source>
   <translation>*这个插件没有模型。*</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Model card</source>
   <translation>模型卡片</translation>
  </message>
  <message>
   <source>came along</source>
   <translation>随附</translation>
  </message>
  <message>
   <source>your own</source>
   <translation>你自己的</translation>
  </message>
 </context>
 <context>
  <name>ModelsWindow</name>
  <message>
   <source>Back to the starter</source>
   <translation>恢复为入门模型</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Plugin</source>
   <translation>插件</translation>
  </message>
  <message>
   <source>The folder of a model</source>
   <translation>模型所在的文件夹</translation>
  </message>
  <message>
   <source>This plugin has no models yet. Train one on your own work, or use a folder of yours.</source>
   <translation>这个插件还没有模型。用你自己的作品训练一个，或者使用你的一个文件夹。</translation>
  </message>
  <message>
   <source>Train a model…</source>
   <translation>训练模型…</translation>
  </message>
  <message>
   <source>Use a folder…</source>
   <translation>使用文件夹…</translation>
  </message>
  <message>
   <source>Use a model that lies in a folder of yours; it stays there as it is</source>
   <translation>使用放在你的文件夹里的模型；它会原样留在那里</translation>
  </message>
  <message>
   <source>Use the model again that came with the studio</source>
   <translation>重新使用随工作室附带的模型</translation>
  </message>
  <message>
   <source>{name} is used from now on.</source>
   <translation>从现在起使用 {name}。</translation>
  </message>
 </context>
 <context>
  <name>MoveTool</name>
  <message>
   <source>Drags the layer, or what is chosen of it; Shift keeps to one axis, arrows nudge</source>
   <translation>拖动图层或选中的部分；Shift 限制在一个方向，方向键微移</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>移动</translation>
  </message>
 </context>
 <context>
  <name>NameField</name>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
 </context>
 <context>
  <name>NewDialog</name>
  <message>
   <source> quarters a minute</source>
   <translation> 拍/分</translation>
  </message>
  <message>
   <source>4K</source>
   <translation>4K</translation>
  </message>
  <message>
   <source>A4, 150 dpi</source>
   <translation>A4，150 dpi</translation>
  </message>
  <message>
   <source>A4, 300 dpi</source>
   <translation>A4，300 dpi</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>背景</translation>
  </message>
  <message>
   <source>Black</source>
   <translation>黑色</translation>
  </message>
  <message>
   <source>Canvas</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>Create</source>
   <translation>创建</translation>
  </message>
  <message>
   <source>Game map, 128 × 128 tiles of 16</source>
   <translation>游戏地图，128 × 128 个 16 像素图块</translation>
  </message>
  <message>
   <source>Game map, 32 × 18 tiles of 32</source>
   <translation>游戏地图，32 × 18 个 32 像素图块</translation>
  </message>
  <message>
   <source>Game map, 64 × 64 tiles of 32</source>
   <translation>游戏地图，64 × 64 个 32 像素图块</translation>
  </message>
  <message>
   <source>HD</source>
   <translation>高清</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>Icon</source>
   <translation>图标</translation>
  </message>
  <message>
   <source>Large square</source>
   <translation>大方形</translation>
  </message>
  <message>
   <source>Metre</source>
   <translation>拍号</translation>
  </message>
  <message>
   <source>Music</source>
   <translation>音乐</translation>
  </message>
  <message>
   <source>New project</source>
   <translation>新建工程</translation>
  </message>
  <message>
   <source>Phone, upright</source>
   <translation>手机竖屏</translation>
  </message>
  <message>
   <source>Size presets</source>
   <translation>预设尺寸</translation>
  </message>
  <message>
   <source>Sprite</source>
   <translation>精灵图</translation>
  </message>
  <message>
   <source>Square</source>
   <translation>方形</translation>
  </message>
  <message>
   <source>Tempo</source>
   <translation>速度</translation>
  </message>
  <message>
   <source>Transparent</source>
   <translation>透明</translation>
  </message>
  <message>
   <source>White</source>
   <translation>白色</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽度</translation>
  </message>
 </context>
 <context>
  <name>NoteCommands</name>
  <message>
   <source>Change Length</source>
   <translation>更改长度</translation>
  </message>
  <message>
   <source>Cut Notes</source>
   <translation>剪切音符</translation>
  </message>
  <message>
   <source>Delete Notes</source>
   <translation>删除音符</translation>
  </message>
  <message>
   <source>Duplicate Notes</source>
   <translation>创建音符副本</translation>
  </message>
  <message>
   <source>Move Notes</source>
   <translation>移动音符</translation>
  </message>
  <message>
   <source>Paste Notes</source>
   <translation>粘贴音符</translation>
  </message>
  <message>
   <source>Quantise</source>
   <translation>量化</translation>
  </message>
  <message>
   <source>Transpose</source>
   <translation>移调</translation>
  </message>
  <message>
   <source>Write Note</source>
   <translation>写音符</translation>
  </message>
 </context>
 <context>
  <name>NoteWords</name>
  <message>
   <source>{note}, the first of {n} chosen</source>
   <translation>{note}，所选 {n} 个中的第一个</translation>
  </message>
  <message>
   <source>{n} note</source>
   <translation>{n} 个音符</translation>
  </message>
  <message>
   <source>{n} notes</source>
   <translation>{n} 个音符</translation>
  </message>
  <message>
   <source>{pitch}, bar {bar}, beat {beat}</source>
   <translation>{pitch}，第 {bar} 小节第 {beat} 拍</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Notices</source>
   <translation>通知</translation>
  </message>
 </context>
 <context>
  <name>NumberEditor</name>
  <message>
   <source>Above {low} only.</source>
   <translation>必须大于 {low}。</translation>
  </message>
  <message>
   <source>Below {high} only.</source>
   <translation>必须小于 {high}。</translation>
  </message>
  <message>
   <source>Must lie between {low} and {high}.</source>
   <translation>必须在 {low} 和 {high} 之间。</translation>
  </message>
  <message>
   <source>{high} or less, please.</source>
   <translation>请输入 {high} 或更小的值。</translation>
  </message>
  <message>
   <source>{low} or more, please.</source>
   <translation>请输入 {low} 或更大的值。</translation>
  </message>
 </context>
 <context>
  <name>Overview</name>
  <message>
   <source>Add a track</source>
   <translation>添加音轨</translation>
  </message>
  <message>
   <source>Show the film</source>
   <translation>显示影片</translation>
  </message>
  <message>
   <source>Tracks</source>
   <translation>音轨</translation>
  </message>
 </context>
 <context>
  <name>PanelPane</name>
  <message>
   <source>&amp;Free Memory</source>
   <translation>释放内存(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Generate</source>
   <translation>生成(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Models…</source>
   <translation>模型(&amp;M)…</translation>
  </message>
  <message>
   <source>&amp;Stop Generating</source>
   <translation>停止生成(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Train a Model…</source>
   <translation>训练模型(&amp;T)…</translation>
  </message>
  <message>
   <source>As in the settings</source>
   <translation>按首选项</translation>
  </message>
  <message>
   <source>No plugin can be used.</source>
   <translation>没有可用的插件。</translation>
  </message>
 </context>
 <context>
  <name>Panes</name>
  <message>
   <source>Canvas</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
  <message>
   <source>Jobs</source>
   <translation>任务</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>图层</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>作品库</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>结果</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>时间线</translation>
  </message>
 </context>
 <context>
  <name>PartBar</name>
  <message>
   <source>The next part</source>
   <translation>下一部分</translation>
  </message>
  <message>
   <source>The part before</source>
   <translation>上一部分</translation>
  </message>
  <message>
   <source>Too long to show whole: characters {start} to {end} of {size}</source>
   <translation>太长，无法全部显示：第 {start} 到 {end} 个字符，共 {size} 个</translation>
  </message>
 </context>
 <context>
  <name>PassageList</name>
  <message>
   <source>&amp;Delete passage</source>
   <translation>删除篇章(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;New passage</source>
   <translation>新建篇章(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Rename passage</source>
   <translation>重命名篇章(&amp;R)</translation>
  </message>
  <message>
   <source>Delete passage</source>
   <translation>删除篇章</translation>
  </message>
  <message>
   <source>Delete the passage</source>
   <translation>删除篇章</translation>
  </message>
  <message>
   <source>New passage</source>
   <translation>新建篇章</translation>
  </message>
  <message>
   <source>Passages</source>
   <translation>篇章</translation>
  </message>
  <message>
   <source>Rename passage</source>
   <translation>重命名篇章</translation>
  </message>
 </context>
 <context>
  <name>PermissionsPage</name>
  <message>
   <source>A change holds from its next job on.</source>
   <translation>更改从它的下一个任务起生效。</translation>
  </message>
  <message>
   <source>It asked for nothing: it sees its own folder and what you hand to it.</source>
   <translation>它没有要求任何权限：只能看到自己的文件夹和你交给它的内容。</translation>
  </message>
  <message>
   <source>It came with the studio, and may use nothing beyond what you hand to it.</source>
   <translation>它随工作室附带，除你交给它的内容外不能使用任何东西。</translation>
  </message>
  <message>
   <source>It does not say why.</source>
   <translation>没有说明原因。</translation>
  </message>
  <message>
   <source>It may use nothing beyond what you hand to it: it was not installed.</source>
   <translation>除你交给它的内容外，它不能使用任何东西：它不是通过安装得来的。</translation>
  </message>
  <message>
   <source>Permissions</source>
   <translation>权限</translation>
  </message>
  <message>
   <source>This system enforces all of this.</source>
   <translation>本系统能强制执行所有这些限制。</translation>
  </message>
  <message>
   <source>What it may do, besides working on what you hand to it:</source>
   <translation>除处理你交给它的内容外，它还可以：</translation>
  </message>
  <message>
   <source>What this system cannot enforce</source>
   <translation>本系统无法强制执行的限制</translation>
  </message>
 </context>
 <context>
  <name>PianoRoll</name>
  <message>
   <source>Click with the pencil to write a note, or drop a MIDI file here.</source>
   <translation>用铅笔点击写入音符，或把 MIDI 文件拖到这里。</translation>
  </message>
  <message>
   <source>Piano roll</source>
   <translation>钢琴卷帘</translation>
  </message>
  <message>
   <source>Velocity</source>
   <translation>力度</translation>
  </message>
 </context>
 <context>
  <name>PickTool</name>
  <message>
   <source>Alt picks the background colour</source>
   <translation>按住 Alt 吸取背景色</translation>
  </message>
  <message>
   <source>Look at the selected layer, not at the whole picture</source>
   <translation>取样所选图层，而不是整幅图像</translation>
  </message>
  <message>
   <source>Pick colour</source>
   <translation>吸取颜色</translation>
  </message>
  <message>
   <source>This layer only</source>
   <translation>仅此图层</translation>
  </message>
 </context>
 <context>
  <name>PictureActions</name>
  <message>
   <source>Insert a &amp;picture…</source>
   <translation>插入图片(&amp;P)…</translation>
  </message>
  <message>
   <source>Insert a picture</source>
   <translation>插入一张图片</translation>
  </message>
  <message>
   <source>Insert picture</source>
   <translation>插入图片</translation>
  </message>
  <message>
   <source>Insert the &amp;canvas</source>
   <translation>插入画布(&amp;C)</translation>
  </message>
  <message>
   <source>Insert the current &amp;layer</source>
   <translation>插入当前图层(&amp;L)</translation>
  </message>
  <message>
   <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp)</source>
   <translation>图片 (*.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp)</translation>
  </message>
  <message>
   <source>The canvas</source>
   <translation>画布</translation>
  </message>
 </context>
 <context>
  <name>PlanPage</name>
  <message>
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <source>Build {name} from source: this runs its code, kept from everything else</source>
   <translation>从源码构建 {name}：这会运行它的代码，但与其他一切隔离</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Commit</source>
   <translation>提交</translation>
  </message>
  <message>
   <source>From</source>
   <translation>来自</translation>
  </message>
  <message>
   <source>Hash of its files</source>
   <translation>文件的哈希值</translation>
  </message>
  <message>
   <source>Hash of the archive</source>
   <translation>压缩包的哈希值</translation>
  </message>
  <message>
   <source>Install</source>
   <translation>安装</translation>
  </message>
  <message>
   <source>It asks for none: it sees its own folder and what you hand to it.</source>
   <translation>它没有要求权限：只能看到自己的文件夹和你交给它的内容。</translation>
  </message>
  <message>
   <source>It brings packages of its own, {size} to download:</source>
   <translation>它自带软件包，需下载 {size}：</translation>
  </message>
  <message>
   <source>It does not say why.</source>
   <translation>没有说明原因。</translation>
  </message>
  <message>
   <source>It may {what}</source>
   <translation>它可以{what}</translation>
  </message>
  <message>
   <source>It needs none.</source>
   <translation>不需要任何软件包。</translation>
  </message>
  <message>
   <source>It shares with the studio:</source>
   <translation>与工作室共用：</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>New: {words}</source>
   <translation>新增：{words}</translation>
  </message>
  <message>
   <source>Packages</source>
   <translation>软件包</translation>
  </message>
  <message>
   <source>Permissions</source>
   <translation>权限</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>位置</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>These very files are installed already.</source>
   <translation>这些文件已经安装。</translation>
  </message>
  <message>
   <source>Under development: its files are not checked.</source>
   <translation>开发中：不检查其文件。</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>更新</translation>
  </message>
  <message>
   <source>Used where it lies: changes take effect at once</source>
   <translation>就地使用：更改立即生效</translation>
  </message>
  <message>
   <source>Version {old} is installed now.</source>
   <translation>现在安装的是版本 {old}。</translation>
  </message>
  <message>
   <source>What this system cannot enforce</source>
   <translation>本系统无法强制执行的限制</translation>
  </message>
  <message>
   <source>What will be installed</source>
   <translation>将要安装的内容</translation>
  </message>
  <message>
   <source>Where it comes from</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>not said</source>
   <translation>未说明</translation>
  </message>
  <message>
   <source>size unknown</source>
   <translation>大小未知</translation>
  </message>
  <message>
   <source>{name} is there only as source and has to be built, which runs its code.</source>
   <translation>{name} 只有源码，需要构建，这会运行它的代码。</translation>
  </message>
  <message>
   <source>⚠ Unsigned: nobody vouches for who made it.</source>
   <translation>⚠ 未签名：没有人为其作者担保。</translation>
  </message>
  <message>
   <source>✓ Signed by the same key as before.</source>
   <translation>✓ 由与之前相同的密钥签名。</translation>
  </message>
  <message>
   <source>✓ Signed. Updates must be signed by the same key.</source>
   <translation>✓ 已签名。更新必须由同一密钥签名。</translation>
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Preparing the sound…</source>
   <translation>正在准备声音…</translation>
  </message>
 </context>
 <context>
  <name>Plugins</name>
  <message>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Package index</source>
   <translation>软件包索引</translation>
  </message>
  <message>
   <source>Repository</source>
   <translation>仓库</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Wheel</translation>
  </message>
  <message>
   <source>ZIP</source>
   <translation>ZIP</translation>
  </message>
  <message>
   <source>it rests: this is safe mode</source>
   <translation>休眠中：这是安全模式</translation>
  </message>
 </context>
 <context>
  <name>PluginsDesk</name>
  <message>
   <source>&amp;Plugins…</source>
   <translation>插件(&amp;P)…</translation>
  </message>
  <message>
   <source>Everything is there; only making more of it needs them.</source>
   <translation>内容都在；只有继续制作同类内容才需要它们。</translation>
  </message>
  <message>
   <source>Parts of this work were made by plugins that cannot be used here: {names}.</source>
   <translation>这个工程的部分内容由这里无法使用的插件制作：{names}。</translation>
  </message>
  <message>
   <source>Plugins…</source>
   <translation>插件…</translation>
  </message>
  <message>
   <source>{plugin} failed three times running and was set aside.</source>
   <translation>{plugin} 连续失败三次，已被搁置。</translation>
  </message>
 </context>
 <context>
  <name>PluginsWindow</name>
  <message>
   <source>Change what {title} may do</source>
   <translation>更改 {title} 的权限</translation>
  </message>
  <message>
   <source>Check plugins for updates</source>
   <translation>检查插件更新</translation>
  </message>
  <message>
   <source>Drop a folder, ZIP or wheel here, or type above where a plugin is.</source>
   <translation>把文件夹、ZIP 或 wheel 拖到这里，或在上面输入插件的位置。</translation>
  </message>
  <message>
   <source>Everything is up to date.</source>
   <translation>全部都是最新。</translation>
  </message>
  <message>
   <source>Install {title}</source>
   <translation>安装 {title}</translation>
  </message>
  <message>
   <source>It is up to date.</source>
   <translation>已是最新。</translation>
  </message>
  <message>
   <source>Look at {source}</source>
   <translation>查看 {source}</translation>
  </message>
  <message>
   <source>Look for a newer {title}</source>
   <translation>查找较新的 {title}</translation>
  </message>
  <message>
   <source>Plugins</source>
   <translation>插件</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Remove {title}</source>
   <translation>移除 {title}</translation>
  </message>
  <message>
   <source>Repair {title}</source>
   <translation>修复 {title}</translation>
  </message>
  <message>
   <source>Roll {title} back</source>
   <translation>回退 {title}</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>Switch {title} off</source>
   <translation>停用 {title}</translation>
  </message>
  <message>
   <source>Switch {title} on</source>
   <translation>启用 {title}</translation>
  </message>
  <message>
   <source>There are updates: {names}.</source>
   <translation>有可用的更新：{names}。</translation>
  </message>
  <message>
   <source>Try {title} again</source>
   <translation>重试 {title}</translation>
  </message>
  <message>
   <source>What is being done</source>
   <translation>正在进行的操作</translation>
  </message>
  <message>
   <source>looking for a newer {id}</source>
   <translation>正在查找较新的 {id}</translation>
  </message>
  <message>
   <source>{title} {version} is ready.</source>
   <translation>{title} {version} 可供更新。</translation>
  </message>
 </context>
 <context>
  <name>PreferencesDialog</name>
  <message>
   <source> MiB</source>
   <translation> MiB</translation>
  </message>
  <message>
   <source> minutes</source>
   <translation> 分钟</translation>
  </message>
  <message>
   <source>Automatic: the graphics card where there is one</source>
   <translation>自动：有显卡时使用显卡</translation>
  </message>
  <message>
   <source>Built-in sounds</source>
   <translation>内置音色</translation>
  </message>
  <message>
   <source>Choose SoundFont</source>
   <translation>选择 SoundFont</translation>
  </message>
  <message>
   <source>Choose a SoundFont…</source>
   <translation>选择 SoundFont…</translation>
  </message>
  <message>
   <source>Choose an SF2 file to play the music with</source>
   <translation>选择一个 SF2 文件来演奏音乐</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>设备</translation>
  </message>
  <message>
   <source>Folders</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Free a model's memory after</source>
   <translation>释放模型内存的等待时间</translation>
  </message>
  <message>
   <source>Keep every result in the library</source>
   <translation>把每个结果都保存在作品库中</translation>
  </message>
  <message>
   <source>Keep unsaved work, to offer it back after a crash</source>
   <translation>保留未保存的内容，以便崩溃后恢复</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>外观</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>内存</translation>
  </message>
  <message>
   <source>Memory for undo</source>
   <translation>撤销所用内存</translation>
  </message>
  <message>
   <source>Models run on</source>
   <translation>模型运行于</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页面</translation>
  </message>
  <message>
   <source>Preferences</source>
   <translation>首选项</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>隐私</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <source>Sound</source>
   <translation>声音</translation>
  </message>
  <message>
   <source>SoundFont</source>
   <translation>SoundFont</translation>
  </message>
  <message>
   <source>SoundFonts (*.sf2 *.SF2)</source>
   <translation>SoundFont (*.sf2 *.SF2)</translation>
  </message>
  <message>
   <source>{name} (not found)</source>
   <translation>{name}（未找到）</translation>
  </message>
 </context>
 <context>
  <name>PresetsMenu</name>
  <message>
   <source>A name for these settings:</source>
   <translation>这些设置的名称：</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <source>Export preset</source>
   <translation>导出预设</translation>
  </message>
  <message>
   <source>Import preset</source>
   <translation>导入预设</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>预设</translation>
  </message>
  <message>
   <source>Presets (*.json)</source>
   <translation>预设 (*.json)</translation>
  </message>
  <message>
   <source>Presets: settings kept by name</source>
   <translation>预设：按名称保存的设置</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>另存为…</translation>
  </message>
  <message>
   <source>Save preset</source>
   <translation>保存预设</translation>
  </message>
  <message>
   <source>The settings are those of {name}.</source>
   <translation>设置与 {name} 相同。</translation>
  </message>
  <message>
   <source>These settings are kept as {name}.</source>
   <translation>这些设置已保存为 {name}。</translation>
  </message>
  <message>
   <source>Update “{name}”</source>
   <translation>更新“{name}”</translation>
  </message>
  <message>
   <source>{name} is a preset of {action} of {plugin}: it is kept there.</source>
   <translation>{name} 是 {plugin} 的 {action} 的预设：已保存在那里。</translation>
  </message>
 </context>
 <context>
  <name>PresetsPage</name>
  <message>
   <source>Export preset</source>
   <translation>导出预设</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>For {action}</source>
   <translation>用于 {action}</translation>
  </message>
  <message>
   <source>Import preset</source>
   <translation>导入预设</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>None are saved yet: choose Presets beside an action, and “Save as…”.</source>
   <translation>还没有保存预设：点击动作旁的“预设”，再选“另存为…”。</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>预设</translation>
  </message>
  <message>
   <source>Presets (*.json)</source>
   <translation>预设 (*.json)</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>{name} is a preset of {plugin}: it is kept there.</source>
   <translation>{name} 是 {plugin} 的预设：已保存在那里。</translation>
  </message>
 </context>
 <context>
  <name>PrivacyPage</name>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Films of open projects</source>
   <translation>打开的工程的影片</translation>
  </message>
  <message>
   <source>Library of results</source>
   <translation>结果作品库</translation>
  </message>
  <message>
   <source>Lists of recent projects and commands</source>
   <translation>最近工程和命令的列表</translation>
  </message>
  <message>
   <source>Logs</source>
   <translation>日志</translation>
  </message>
  <message>
   <source>Models you trained</source>
   <translation>你训练的模型</translation>
  </message>
  <message>
   <source>Offline, nothing in this window reaches the network, and no plugin either. Online or not, artstudio never tells anybody what you do: there is no telemetry.</source>
   <translation>离线时，这个窗口和任何插件都不访问网络。无论是否联网，artstudio 从不告诉任何人你在做什么：没有遥测。</translation>
  </message>
  <message>
   <source>Online: artstudio may reach the network</source>
   <translation>联网：artstudio 可以访问网络</translation>
  </message>
  <message>
   <source>Plugins you installed</source>
   <translation>你安装的插件</translation>
  </message>
  <message>
   <source>Really delete?</source>
   <translation>确定删除？</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Show folder</source>
   <translation>显示文件夹</translation>
  </message>
  <message>
   <source>That of open windows stays.</source>
   <translation>打开的窗口的内容会保留。</translation>
  </message>
  <message>
   <source>The library pane cleans it up.</source>
   <translation>在作品库窗格中清理。</translation>
  </message>
  <message>
   <source>The plugins window removes them.</source>
   <translation>在插件窗口中移除。</translation>
  </message>
  <message>
   <source>Unsaved work, kept in case of a crash</source>
   <translation>为防崩溃而保留的未保存内容</translation>
  </message>
  <message>
   <source>What can be made again</source>
   <translation>可以重新生成的内容</translation>
  </message>
  <message>
   <source>What is kept on this computer</source>
   <translation>保存在这台电脑上的内容</translation>
  </message>
  <message>
   <source>What no project or journal needs goes by itself with the next start.</source>
   <translation>没有工程或日志需要的，下次启动时自动删除。</translation>
  </message>
 </context>
 <context>
  <name>Puck</name>
  <message>
   <source>Drag, or use the arrow keys (with Shift by larger steps); double-click for the middle</source>
   <translation>拖动，或用方向键（按住 Shift 步幅更大）；双击回到中心</translation>
  </message>
  <message>
   <source>The first four pictures stand in the corners.</source>
   <translation>前四张图片位于四角。</translation>
  </message>
  <message>
   <source>The third picture is the whole lower edge.</source>
   <translation>第三张图片占整个下边缘。</translation>
  </message>
  <message>
   <source>Two pictures: left and right.</source>
   <translation>两张图片：左和右。</translation>
  </message>
  <message>
   <source>{x} and {y}</source>
   <translation>{x} 和 {y}</translation>
  </message>
 </context>
 <context>
  <name>QWidget</name>
  <message>
   <source>&amp;Black and white</source>
   <translation>黑与白(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Larger brush</source>
   <translation>增大画笔(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Swap colours</source>
   <translation>交换颜色(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Tools</source>
   <translation>工具(&amp;T)</translation>
  </message>
  <message>
   <source>Paint &amp;Along with a Model</source>
   <translation>让模型跟着画(&amp;A)</translation>
  </message>
  <message>
   <source>S&amp;maller brush</source>
   <translation>减小画笔(&amp;M)</translation>
  </message>
 </context>
 <context>
  <name>RecentList</name>
  <message>
   <source>Recent projects</source>
   <translation>最近的工程</translation>
  </message>
 </context>
 <context>
  <name>RecipeWindow</name>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Recipe: {title}</source>
   <translation>配方：{title}</translation>
  </message>
 </context>
 <context>
  <name>RenderDialog</name>
  <message>
   <source>As the canvas, {w} × {h}</source>
   <translation>与画布相同，{w} × {h}</translation>
  </message>
  <message>
   <source>As the film, {n}</source>
   <translation>与影片相同，{n}</translation>
  </message>
  <message>
   <source>Best</source>
   <translation>最佳</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>草稿</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Frames a second</source>
   <translation>每秒帧数</translation>
  </message>
  <message>
   <source>GIF: loops, no sound, 256 colours</source>
   <translation>GIF：循环，无声音，256 色</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>良好</translation>
  </message>
  <message>
   <source>Half, {w} × {h}</source>
   <translation>一半，{w} × {h}</translation>
  </message>
  <message>
   <source>MP4 (H.264): plays everywhere</source>
   <translation>MP4（H.264）：到处都能播放</translation>
  </message>
  <message>
   <source>PNG: numbered pictures in a folder</source>
   <translation>PNG：文件夹中的编号图片</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>质量</translation>
  </message>
  <message>
   <source>Render</source>
   <translation>渲染</translation>
  </message>
  <message>
   <source>Render film</source>
   <translation>渲染影片</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>There is no music in this project.</source>
   <translation>这个工程里没有音乐。</translation>
  </message>
  <message>
   <source>This format has no place for sound.</source>
   <translation>这种格式不能包含声音。</translation>
  </message>
  <message>
   <source>WebM (VP9): for web pages</source>
   <translation>WebM（VP9）：用于网页</translation>
  </message>
  <message>
   <source>WebP: loops, no sound</source>
   <translation>WebP：循环，无声音</translation>
  </message>
  <message>
   <source>With the music</source>
   <translation>包含音乐</translation>
  </message>
  <message>
   <source>{lines}p, {w} × {h}</source>
   <translation>{lines}p，{w} × {h}</translation>
  </message>
  <message>
   <source>{name} is there already and will be replaced.</source>
   <translation>{name} 已存在，将被替换。</translation>
  </message>
  <message>
   <source>{n} frame</source>
   <translation>{n} 帧</translation>
  </message>
  <message>
   <source>{n} frames</source>
   <translation>{n} 帧</translation>
  </message>
  <message>
   <source>{time} long · {frames} · {w} × {h} pixels at {fps} a second</source>
   <translation>时长 {time} · {frames} · {w} × {h} 像素，每秒 {fps} 帧</translation>
  </message>
 </context>
 <context>
  <name>Rendering</name>
  <message>
   <source>Discard</source>
   <translation>丢弃</translation>
  </message>
  <message>
   <source>Film</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Render &amp;film…</source>
   <translation>渲染影片(&amp;F)…</translation>
  </message>
  <message>
   <source>Rendered {name}.</source>
   <translation>已渲染 {name}。</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>在文件夹中显示</translation>
  </message>
  <message>
   <source>Stopped. Rendering the same film again goes on from there.</source>
   <translation>已停止。再次渲染同一影片会从这里继续。</translation>
  </message>
  <message>
   <source>The render of {name} was not finished: {n} % of it is there.</source>
   <translation>{name} 的渲染没有完成：已完成 {n} %。</translation>
  </message>
 </context>
 <context>
  <name>ResourcesPage</name>
  <message>
   <source>Files and packages</source>
   <translation>文件和软件包</translation>
  </message>
  <message>
   <source>Free its memory now</source>
   <translation>立即释放其内存</translation>
  </message>
  <message>
   <source>It is at work: its memory is free when its job has ended.</source>
   <translation>它正在工作：任务结束后释放内存。</translation>
  </message>
  <message>
   <source>Last worked on</source>
   <translation>上次工作时间</translation>
  </message>
  <message>
   <source>Models of your own</source>
   <translation>你自己的模型</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>Not running</source>
   <translation>未运行</translation>
  </message>
  <message>
   <source>Nothing yet</source>
   <translation>还没有</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>进程</translation>
  </message>
  <message>
   <source>Running, {memory} of memory</source>
   <translation>运行中，内存 {memory}</translation>
  </message>
  <message>
   <source>{size}, in use</source>
   <translation>{size}，使用中</translation>
  </message>
  <message>
   <source>{size}, kept to go back to</source>
   <translation>{size}，留作回退</translation>
  </message>
 </context>
 <context>
  <name>Restoring</name>
  <message>
   <source>Made by {action} of {plugin}: its settings are in the Models panel.</source>
   <translation>由 {plugin} 的 {action} 制作：设置已显示在“模型”面板中。</translation>
  </message>
  <message>
   <source>the model {model} has changed since it made this: expect another</source>
   <translation>模型 {model} 在制作它之后已改变：结果会有所不同</translation>
  </message>
  <message>
   <source>the model {model} that made this is not here: choose another</source>
   <translation>制作它的模型 {model} 不在这里：请另选一个</translation>
  </message>
  <message>
   <source>the plugin {plugin} {version} made this by {action}, which {here} here does not have</source>
   <translation>它由插件 {plugin} {version} 的 {action} 制作，而这里的 {here} 没有这个动作</translation>
  </message>
  <message>
   <source>the plugin {plugin} {version} made this, and {here} is here: the result may differ</source>
   <translation>它由插件 {plugin} {version} 制作，而这里是 {here}：结果可能不同</translation>
  </message>
  <message>
   <source>the plugin {plugin} {version} that made this cannot be used here: repair it</source>
   <translation>制作它的插件 {plugin} {version} 在这里无法使用：请修复它</translation>
  </message>
  <message>
   <source>the plugin {plugin} {version} that made this is not here: install it to use its settings</source>
   <translation>制作它的插件 {plugin} {version} 不在这里：安装后才能使用它的设置</translation>
  </message>
  <message>
   <source>the settings that made this with {plugin} make no sense</source>
   <translation>用 {plugin} 制作它的设置没有意义</translation>
  </message>
 </context>
 <context>
  <name>Retranslation</name>
  <message>
   <source>The panes change their language when this has ended: {jobs}.</source>
   <translation>待以下任务结束后，各面板会切换语言：{jobs}。</translation>
  </message>
 </context>
 <context>
  <name>RowRoom</name>
  <message>
   <source>More options</source>
   <translation>更多选项</translation>
  </message>
  <message>
   <source>Options to the left</source>
   <translation>左侧的选项</translation>
  </message>
 </context>
 <context>
  <name>Ruler</name>
  <message>
   <source>Click to play from here; right-click to change tempo, metre or key</source>
   <translation>点击从这里播放；右键更改速度、拍号或调</translation>
  </message>
  <message>
   <source>Double-click to change; right-click for more</source>
   <translation>双击更改；右键查看更多</translation>
  </message>
  <message>
   <source>Drag to loop a stretch; double-click switches the loop on and off (L)</source>
   <translation>拖动可循环一段；双击开关循环（L）</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>标尺</translation>
  </message>
 </context>
 <context>
  <name>RunBar</name>
  <message>
   <source>Dismiss</source>
   <translation>关闭通知</translation>
  </message>
  <message>
   <source>Stop, and keep what is written (Esc)</source>
   <translation>停止，保留已写的内容（Esc）</translation>
  </message>
  <message>
   <source>{title}: reading…</source>
   <translation>{title}：正在阅读…</translation>
  </message>
  <message>
   <source>{title}: waiting…</source>
   <translation>{title}：等待中…</translation>
  </message>
  <message>
   <source>{title}: writing… Esc stops and keeps it</source>
   <translation>{title}：正在书写… 按 Esc 停止并保留</translation>
  </message>
 </context>
 <context>
  <name>SampleView</name>
  <message>
   <source>Made while it learned; click to see it large</source>
   <translation>学习途中的作品；点击放大查看</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Play the sample</source>
   <translation>播放样例</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>样例</translation>
  </message>
 </context>
 <context>
  <name>Scribe</name>
  <message>
   <source>Align</source>
   <translation>对齐</translation>
  </message>
  <message>
   <source>Bold</source>
   <translation>粗体</translation>
  </message>
  <message>
   <source>Clear formatting</source>
   <translation>清除格式</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Indent</source>
   <translation>缩进</translation>
  </message>
  <message>
   <source>Italic</source>
   <translation>斜体</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>链接</translation>
  </message>
  <message>
   <source>New passage</source>
   <translation>新建篇章</translation>
  </message>
  <message>
   <source>Passage {n}</source>
   <translation>篇章 {n}</translation>
  </message>
  <message>
   <source>Strike out</source>
   <translation>删除线</translation>
  </message>
  <message>
   <source>Typing</source>
   <translation>输入</translation>
  </message>
  <message>
   <source>Underline</source>
   <translation>下划线</translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Empty the line</source>
   <translation>清空</translation>
  </message>
 </context>
 <context>
  <name>SeedEditor</name>
  <message>
   <source>Another seed</source>
   <translation>换一个种子</translation>
  </message>
  <message>
   <source>Keep this seed for the next results</source>
   <translation>后续结果都用这个种子</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>种子</translation>
  </message>
  <message>
   <source>The same seed, model and settings give the same result</source>
   <translation>种子、模型和设置相同，结果就相同</translation>
  </message>
 </context>
 <context>
  <name>SelectActions</name>
  <message>
   <source>&amp;All</source>
   <translation>全部(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Crop to the selection</source>
   <translation>裁剪到选区(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Feather…</source>
   <translation>羽化(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;Fill with the colour</source>
   <translation>用前景色填充(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Grow…</source>
   <translation>扩展(&amp;G)…</translation>
  </message>
  <message>
   <source>&amp;Invert</source>
   <translation>反选(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;None</source>
   <translation>取消选择(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Shrink…</source>
   <translation>收缩(&amp;S)…</translation>
  </message>
  <message>
   <source>An &amp;area by numbers…</source>
   <translation>按数字选取区域(&amp;A)…</translation>
  </message>
  <message>
   <source>Crop</source>
   <translation>裁剪</translation>
  </message>
  <message>
   <source>Feather</source>
   <translation>羽化</translation>
  </message>
  <message>
   <source>Feather selection</source>
   <translation>羽化选区</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>Fill with the back&amp;ground colour</source>
   <translation>用背景色填充(&amp;G)</translation>
  </message>
  <message>
   <source>Grow</source>
   <translation>扩展</translation>
  </message>
  <message>
   <source>Grow selection</source>
   <translation>扩展选区</translation>
  </message>
  <message>
   <source>Invert selection</source>
   <translation>反选</translation>
  </message>
  <message>
   <source>Let the edge fade over pixels:</source>
   <translation>边缘渐隐的像素数：</translation>
  </message>
  <message>
   <source>Narrow by pixels:</source>
   <translation>缩小的像素数：</translation>
  </message>
  <message>
   <source>Nothing is left selected.</source>
   <translation>选区已空。</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Select an area</source>
   <translation>选取区域</translation>
  </message>
  <message>
   <source>Select none</source>
   <translation>取消选择</translation>
  </message>
  <message>
   <source>Select paint</source>
   <translation>选择已画内容</translation>
  </message>
  <message>
   <source>Shrink</source>
   <translation>收缩</translation>
  </message>
  <message>
   <source>Shrink selection</source>
   <translation>收缩选区</translation>
  </message>
  <message>
   <source>What is painted on the &amp;layer</source>
   <translation>图层上已画的内容(&amp;L)</translation>
  </message>
  <message>
   <source>Widen by pixels:</source>
   <translation>扩大的像素数：</translation>
  </message>
 </context>
 <context>
  <name>Session</name>
  <message>
   <source>Brush stroke</source>
   <translation>画笔笔画</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>擦除</translation>
  </message>
  <message>
   <source>Layer {n}</source>
   <translation>图层 {n}</translation>
  </message>
  <message>
   <source>Smudge</source>
   <translation>涂抹</translation>
  </message>
  <message>
   <source>There is no layer yet: paint something first.</source>
   <translation>还没有图层：先画点什么。</translation>
  </message>
  <message>
   <source>{name} is a group: choose a layer in it, or add one, to paint on.</source>
   <translation>{name} 是图层组：请选择其中的图层，或添加一个图层再绘画。</translation>
  </message>
  <message>
   <source>{name} is hidden: show it to paint on it.</source>
   <translation>{name} 已隐藏：显示后才能在上面绘画。</translation>
  </message>
  <message>
   <source>{name} is locked: unlock it to paint on it.</source>
   <translation>{name} 已锁定：解锁后才能在上面绘画。</translation>
  </message>
  <message>
   <source>{name} keeps its transparency: unlock it to erase.</source>
   <translation>{name} 锁定了透明度：解锁后才能擦除。</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source> GiB</source>
   <translation> GiB</translation>
  </message>
  <message>
   <source> minutes</source>
   <translation> 分钟</translation>
  </message>
  <message>
   <source>A plugin that uses more memory than this is ended. Your work stays as it is.</source>
   <translation>使用内存超过此值的插件会被结束。你的作品不受影响。</translation>
  </message>
  <message>
   <source>As for all plugins</source>
   <translation>与所有插件相同</translation>
  </message>
  <message>
   <source>Free its memory after</source>
   <translation>释放内存的等待时间</translation>
  </message>
  <message>
   <source>Memory at most</source>
   <translation>内存上限</translation>
  </message>
  <message>
   <source>Runs on</source>
   <translation>运行于</translation>
  </message>
  <message>
   <source>{name} (not found)</source>
   <translation>{name}（未找到）</translation>
  </message>
 </context>
 <context>
  <name>Setup</name>
  <message>
   <source>Begin from</source>
   <translation>起始模型</translation>
  </message>
  <message>
   <source>Give the new model a name: letters, digits, spaces, - and _.</source>
   <translation>给新模型起名：字母、数字、空格、- 和 _。</translation>
  </message>
  <message>
   <source>How long</source>
   <translation>时长</translation>
  </message>
  <message>
   <source>Learn from</source>
   <translation>学习材料</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>分钟</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>None of the plugins can learn.</source>
   <translation>没有能学习的插件。</translation>
  </message>
  <message>
   <source>Otherwise the parameters below say when to stop</source>
   <translation>否则由下面的参数决定何时停止</translation>
  </message>
  <message>
   <source>Plugin</source>
   <translation>插件</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>种子</translation>
  </message>
  <message>
   <source>Start training</source>
   <translation>开始训练</translation>
  </message>
  <message>
   <source>Stop after</source>
   <translation>停止时间</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>任务类型</translation>
  </message>
  <message>
   <source>What the new model will be called</source>
   <translation>新模型的名称</translation>
  </message>
  <message>
   <source>min</source>
   <translation>分钟</translation>
  </message>
 </context>
 <context>
  <name>Several</name>
  <message>
   <source>Choose a result to see how it was made,
or several to compare them.</source>
   <translation>选择一个结果查看它的制作方式，
或选择多个进行对比。</translation>
  </message>
  <message>
   <source>Compare (C)</source>
   <translation>对比（C）</translation>
  </message>
  <message>
   <source>Delete (Del)</source>
   <translation>删除（Del）</translation>
  </message>
  <message>
   <source>Put all of them into a collection</source>
   <translation>把全部放入收藏集</translation>
  </message>
  <message>
   <source>Tag all of them</source>
   <translation>为全部添加标签</translation>
  </message>
  <message>
   <source>Up to {n} can be compared</source>
   <translation>最多可对比 {n} 个</translation>
  </message>
  <message>
   <source>{n} results chosen</source>
   <translation>选中 {n} 个结果</translation>
  </message>
 </context>
 <context>
  <name>ShapeTool</name>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Ellipse</source>
   <translation>椭圆</translation>
  </message>
  <message>
   <source>Filled</source>
   <translation>填充形状</translation>
  </message>
  <message>
   <source>How opaque the shape is</source>
   <translation>形状的不透明程度</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>直线</translation>
  </message>
  <message>
   <source>Of the outline, as of the brush ([ and ])</source>
   <translation>轮廓的宽度，与画笔相同（[ 和 ]）</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>轮廓</translation>
  </message>
  <message>
   <source>Outline, filled with the background colour</source>
   <translation>带轮廓，用背景色填充</translation>
  </message>
  <message>
   <source>Rectangle</source>
   <translation>矩形</translation>
  </message>
  <message>
   <source>Shift constrains, Alt begins in the middle</source>
   <translation>Shift 约束形状，Alt 从中心开始</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽度</translation>
  </message>
 </context>
 <context>
  <name>ShortcutEditor</name>
  <message>
   <source>Action</source>
   <translation>动作</translation>
  </message>
  <message>
   <source>Actions and their keys</source>
   <translation>动作及其按键</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>添加</translation>
  </message>
  <message>
   <source>Changed by you</source>
   <translation>你已更改</translation>
  </message>
  <message>
   <source>Find by name, menu or key</source>
   <translation>按名称、菜单或按键查找</translation>
  </message>
  <message>
   <source>Keep the present keys, too</source>
   <translation>同时保留现有按键</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <source>Leave them</source>
   <translation>保留原样</translation>
  </message>
  <message>
   <source>No keys</source>
   <translation>无按键</translation>
  </message>
  <message>
   <source>Press the new &amp;keys</source>
   <translation>按下新的按键(&amp;K)</translation>
  </message>
  <message>
   <source>Press the new keys</source>
   <translation>按下新的按键</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>重置</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>全部重置</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Set of keys</source>
   <translation>快捷键方案</translation>
  </message>
  <message>
   <source>Take them away there</source>
   <translation>从那里移除</translation>
  </message>
  <message>
   <source>The keys that this action has in the chosen set</source>
   <translation>此动作在所选方案中的按键</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>位置</translation>
  </message>
  <message>
   <source>{key} is in use for {names}.</source>
   <translation>{key} 已用于 {names}。</translation>
  </message>
 </context>
 <context>
  <name>SideBySide</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Keep as a new passage</source>
   <translation>作为新篇章采用</translation>
  </message>
  <message>
   <source>Put in place of the source</source>
   <translation>替换来源</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>{title}: side by side</source>
   <translation>{title}：并排</translation>
  </message>
 </context>
 <context>
  <name>SourceBar</name>
  <message>
   <source>A folder, ZIP or wheel, a git address, or a name on the package index</source>
   <translation>文件夹、ZIP 或 wheel、git 地址，或软件包索引上的名称</translation>
  </message>
  <message>
   <source>Check for updates</source>
   <translation>检查更新</translation>
  </message>
  <message>
   <source>Choose file…</source>
   <translation>选择文件…</translation>
  </message>
  <message>
   <source>Choose folder…</source>
   <translation>选择文件夹…</translation>
  </message>
  <message>
   <source>Install from file</source>
   <translation>从文件安装</translation>
  </message>
  <message>
   <source>Install from folder</source>
   <translation>从文件夹安装</translation>
  </message>
  <message>
   <source>Install…</source>
   <translation>安装…</translation>
  </message>
  <message>
   <source>Link a plugin that you are writing</source>
   <translation>链接你正在编写的插件</translation>
  </message>
  <message>
   <source>Link folder…</source>
   <translation>链接文件夹…</translation>
  </message>
  <message>
   <source>Plugins (*.zip *.whl)</source>
   <translation>插件 (*.zip *.whl)</translation>
  </message>
  <message>
   <source>Shows first what would be installed</source>
   <translation>先显示将要安装的内容</translation>
  </message>
  <message>
   <source>Use a plugin that you are writing where it lies</source>
   <translation>就地使用你正在编写的插件</translation>
  </message>
  <message>
   <source>What to install</source>
   <translation>要安装的内容</translation>
  </message>
 </context>
 <context>
  <name>SplitView</name>
  <message>
   <source>100 % (Ctrl+1)</source>
   <translation>100 %（Ctrl+1）</translation>
  </message>
  <message>
   <source>Before and after</source>
   <translation>前后对比</translation>
  </message>
  <message>
   <source>Drag the divider (or the arrow keys); the wheel zooms, dragging elsewhere moves</source>
   <translation>拖动分隔线（或用方向键）；滚轮缩放，在别处拖动可移动</translation>
  </message>
  <message>
   <source>Show all of it (F)</source>
   <translation>全部显示（F）</translation>
  </message>
  <message>
   <source>after</source>
   <translation>之后</translation>
  </message>
  <message>
   <source>before</source>
   <translation>之前</translation>
  </message>
  <message>
   <source>{n} % before</source>
   <translation>之前占 {n} %</translation>
  </message>
 </context>
 <context>
  <name>Stars</name>
  <message>
   <source>Stars (0 to 5 in the list)</source>
   <translation>星标（在列表中按 0 到 5）</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>A tour of five steps; it is in the Help menu, too</source>
   <translation>五步导览；在“帮助”菜单中也有</translation>
  </message>
  <message>
   <source>Each start leads to a first result within a minute, with models that came with artstudio.</source>
   <translation>每个起点都能用随附的模型在一分钟内得到第一个结果。</translation>
  </message>
  <message>
   <source>Just an empty canvas</source>
   <translation>只要空画布</translation>
  </message>
  <message>
   <source>New project…</source>
   <translation>新建工程…</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>打开…</translation>
  </message>
  <message>
   <source>Recent projects</source>
   <translation>最近的工程</translation>
  </message>
  <message>
   <source>Show me around</source>
   <translation>带我看看</translation>
  </message>
  <message>
   <source>Show this page at the start</source>
   <translation>启动时显示此页</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>开始</translation>
  </message>
  <message>
   <source>What would you like to make?</source>
   <translation>你想创作什么？</translation>
  </message>
 </context>
 <context>
  <name>Starting</name>
  <message>
   <source>Being made…</source>
   <translation>正在制作…</translation>
  </message>
  <message>
   <source>No plugin is there that can do this.</source>
   <translation>没有能做这件事的插件。</translation>
  </message>
  <message>
   <source>The composer writes eight bars for melody and piano.</source>
   <translation>作曲家为旋律和钢琴写八小节。</translation>
  </message>
  <message>
   <source>The painter dreams one up. Every press of the button is another idea.</source>
   <translation>画师凭空画一幅。每按一次按钮都是另一个想法。</translation>
  </message>
  <message>
   <source>The writer goes on from the first line. Change that line first, if you like.</source>
   <translation>写手从第一行续写。愿意的话，先改改那一行。</translation>
  </message>
  <message>
   <source>There it is, as a layer. Paint over it, or let another one be made.</source>
   <translation>完成了，它是一个图层。可以在上面绘画，或再做一个。</translation>
  </message>
  <message>
   <source>There it is, on its tracks. Space plays it.</source>
   <translation>完成了，在它的音轨上。按空格播放。</translation>
  </message>
  <message>
   <source>There it is. Go on writing yourself, or let more be written.</source>
   <translation>完成了。可以自己续写，或让它再写一些。</translation>
  </message>
  <message>
   <source>Waiting for the model…</source>
   <translation>正在等待模型…</translation>
  </message>
  <message>
   <source>Your first paragraph</source>
   <translation>你的第一段文字</translation>
  </message>
  <message>
   <source>Your first picture</source>
   <translation>你的第一幅画</translation>
  </message>
  <message>
   <source>Your first tune</source>
   <translation>你的第一首曲子</translation>
  </message>
 </context>
 <context>
  <name>Starts</name>
  <message>
   <source>A paragraph that goes on from a first line</source>
   <translation>从第一行续写的一段文字</translation>
  </message>
  <message>
   <source>A picture from nothing, to paint over</source>
   <translation>凭空画一幅，再在上面绘画</translation>
  </message>
  <message>
   <source>A tune of eight bars, to change and play</source>
   <translation>一首八小节的曲子，可修改和播放</translation>
  </message>
  <message>
   <source>Compose</source>
   <translation>作曲</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>页面</translation>
  </message>
  <message>
   <source>Paint</source>
   <translation>绘画</translation>
  </message>
  <message>
   <source>The house at the end of the lane had been empty for years, and </source>
   <translation>山中夜雨初停，小舟泊在江边，</translation>
  </message>
  <message>
   <source>Write</source>
   <translation>写作</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Memory of the window and of the models' processes</source>
   <translation>窗口和模型进程占用的内存</translation>
  </message>
  <message>
   <source>Offline</source>
   <translation>离线</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>在线</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>进度</translation>
  </message>
  <message>
   <source>Where models run</source>
   <translation>模型运行的位置</translation>
  </message>
  <message>
   <source>artstudio may reach the network. Click to go offline.</source>
   <translation>artstudio 可以访问网络。点击离线。</translation>
  </message>
  <message>
   <source>artstudio reaches no network, whatever asks for it. Click to go online.</source>
   <translation>无论谁要求，artstudio 都不访问网络。点击联网。</translation>
  </message>
 </context>
 <context>
  <name>TempoField</name>
  <message>
   <source>Tempo</source>
   <translation>速度</translation>
  </message>
 </context>
 <context>
  <name>TempoPopup</name>
  <message>
   <source>Tempo ♩ =</source>
   <translation>速度 ♩ =</translation>
  </message>
 </context>
 <context>
  <name>TextActions</name>
  <message>
   <source>&amp;Align</source>
   <translation>对齐(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Bold</source>
   <translation>粗体(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Centred</source>
   <translation>居中对齐(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Find…</source>
   <translation>查找(&amp;F)…</translation>
  </message>
  <message>
   <source>&amp;Flush</source>
   <translation>行首对齐(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Italic</source>
   <translation>斜体(&amp;I)</translation>
  </message>
  <message>
   <source>&amp;Justified</source>
   <translation>两端对齐(&amp;J)</translation>
  </message>
  <message>
   <source>&amp;Opposite</source>
   <translation>行尾对齐(&amp;O)</translation>
  </message>
  <message>
   <source>&amp;Strike out</source>
   <translation>删除线(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Underline</source>
   <translation>下划线(&amp;U)</translation>
  </message>
  <message>
   <source>Address; empty for none:</source>
   <translation>地址；留空表示无：</translation>
  </message>
  <message>
   <source>C&amp;ode</source>
   <translation>代码(&amp;O)</translation>
  </message>
  <message>
   <source>Clear &amp;formatting</source>
   <translation>清除格式(&amp;F)</translation>
  </message>
  <message>
   <source>Find ne&amp;xt</source>
   <translation>查找下一个(&amp;X)</translation>
  </message>
  <message>
   <source>Find pre&amp;vious</source>
   <translation>查找上一个(&amp;V)</translation>
  </message>
  <message>
   <source>Foc&amp;us</source>
   <translation>专注(&amp;U)</translation>
  </message>
  <message>
   <source>Lin&amp;k…</source>
   <translation>链接(&amp;K)…</translation>
  </message>
  <message>
   <source>Link</source>
   <translation>链接</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Paste as plain te&amp;xt</source>
   <translation>粘贴为纯文本(&amp;X)</translation>
  </message>
  <message>
   <source>R&amp;eplace…</source>
   <translation>替换(&amp;E)…</translation>
  </message>
  <message>
   <source>Show where text is fro&amp;m</source>
   <translation>显示文本来源(&amp;M)</translation>
  </message>
 </context>
 <context>
  <name>TextEditor</name>
  <message>
   <source>At least {n} character, please.</source>
   <translation>请至少输入 {n} 个字符。</translation>
  </message>
  <message>
   <source>At least {n} characters, please.</source>
   <translation>请至少输入 {n} 个字符。</translation>
  </message>
  <message>
   <source>At most {n} character, please.</source>
   <translation>请最多输入 {n} 个字符。</translation>
  </message>
  <message>
   <source>At most {n} characters, please.</source>
   <translation>请最多输入 {n} 个字符。</translation>
  </message>
 </context>
 <context>
  <name>Timeline</name>
  <message>
   <source>&amp;Add Track</source>
   <translation>添加音轨(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Ghost Notes</source>
   <translation>幽灵音符(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Loop</source>
   <translation>循环(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;Metronome</source>
   <translation>节拍器(&amp;M)</translation>
  </message>
  <message>
   <source>&amp;Play or Pause</source>
   <translation>播放或暂停(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Quantise</source>
   <translation>量化(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation>停止(&amp;S)</translation>
  </message>
  <message>
   <source>&amp;Watch the Film on the Canvas</source>
   <translation>在画布上观看影片(&amp;W)</translation>
  </message>
  <message>
   <source>Bar Back</source>
   <translation>后退一小节</translation>
  </message>
  <message>
   <source>Bar Forward</source>
   <translation>前进一小节</translation>
  </message>
  <message>
   <source>Choose the Next Note, Too</source>
   <translation>加选下一个音符</translation>
  </message>
  <message>
   <source>Choose the Previous Note, Too</source>
   <translation>加选上一个音符</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Cut</source>
   <translation>剪切</translation>
  </message>
  <message>
   <source>D&amp;uplicate Track</source>
   <translation>复制音轨(&amp;U)</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete &amp;Track</source>
   <translation>删除音轨(&amp;T)</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>创建副本</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>前移</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>橡皮擦</translation>
  </message>
  <message>
   <source>Half Tone Down</source>
   <translation>降半音</translation>
  </message>
  <message>
   <source>Half Tone Up</source>
   <translation>升半音</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>后移</translation>
  </message>
  <message>
   <source>Light the Notes of the &amp;Key</source>
   <translation>突出调内音(&amp;K)</translation>
  </message>
  <message>
   <source>Longer</source>
   <translation>拉长</translation>
  </message>
  <message>
   <source>Loop &amp;What Is Chosen</source>
   <translation>循环所选内容(&amp;W)</translation>
  </message>
  <message>
   <source>Mut&amp;e Track</source>
   <translation>音轨静音(&amp;E)</translation>
  </message>
  <message>
   <source>Next Note</source>
   <translation>下一个音符</translation>
  </message>
  <message>
   <source>Next Track</source>
   <translation>下一音轨</translation>
  </message>
  <message>
   <source>Octave &amp;Down</source>
   <translation>降八度(&amp;D)</translation>
  </message>
  <message>
   <source>Octave &amp;Up</source>
   <translation>升八度(&amp;U)</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Pencil</source>
   <translation>铅笔</translation>
  </message>
  <message>
   <source>Previous Note</source>
   <translation>上一个音符</translation>
  </message>
  <message>
   <source>Previous Track</source>
   <translation>上一音轨</translation>
  </message>
  <message>
   <source>S&amp;olo Track</source>
   <translation>音轨独奏(&amp;O)</translation>
  </message>
  <message>
   <source>Select</source>
   <translation>选择</translation>
  </message>
  <message>
   <source>Select All</source>
   <translation>全选</translation>
  </message>
  <message>
   <source>Shorter</source>
   <translation>缩短</translation>
  </message>
  <message>
   <source>Show the &amp;Film</source>
   <translation>显示影片(&amp;F)</translation>
  </message>
  <message>
   <source>Show the &amp;Whole Piece</source>
   <translation>显示整首曲子(&amp;W)</translation>
  </message>
  <message>
   <source>To the &amp;Beginning</source>
   <translation>回到开头(&amp;B)</translation>
  </message>
  <message>
   <source>Write a Note at the Playhead</source>
   <translation>在播放头处写音符</translation>
  </message>
  <message>
   <source>Zoom &amp;In</source>
   <translation>放大(&amp;I)</translation>
  </message>
  <message>
   <source>Zoom Ou&amp;t</source>
   <translation>缩小(&amp;T)</translation>
  </message>
 </context>
 <context>
  <name>TimelinePane</name>
  <message>
   <source>Choose SoundFont</source>
   <translation>选择 SoundFont</translation>
  </message>
  <message>
   <source>SoundFonts (*.sf2 *.SF2)</source>
   <translation>SoundFont (*.sf2 *.SF2)</translation>
  </message>
  <message>
   <source>The SoundFont {name} is gone; the built-in sounds play.</source>
   <translation>SoundFont {name} 已不在；改用内置音色播放。</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Dismiss</source>
   <translation>关闭通知</translation>
  </message>
 </context>
 <context>
  <name>ToolBar</name>
  <message>
   <source>1/{n}</source>
   <translation>1/{n}</translation>
  </message>
  <message>
   <source>1/{n} triplet</source>
   <translation>1/{n} 三连音</translation>
  </message>
  <message>
   <source>Eraser: drag over notes; the right button does it, too</source>
   <translation>橡皮擦：拖过音符；右键也可以</translation>
  </message>
  <message>
   <source>Key at the playhead</source>
   <translation>播放头处的调</translation>
  </message>
  <message>
   <source>Lengths</source>
   <translation>时值</translation>
  </message>
  <message>
   <source>Light the notes of the key</source>
   <translation>突出调内音</translation>
  </message>
  <message>
   <source>Major</source>
   <translation>大调</translation>
  </message>
  <message>
   <source>Minor</source>
   <translation>小调</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>关</translation>
  </message>
  <message>
   <source>Pencil: click to write, drag for the length</source>
   <translation>铅笔：点击写入，拖动决定长度</translation>
  </message>
  <message>
   <source>Pull the chosen notes to the grid, or all</source>
   <translation>把所选（或全部）音符对齐到网格</translation>
  </message>
  <message>
   <source>Quantise</source>
   <translation>量化</translation>
  </message>
  <message>
   <source>Select: drag a box round notes</source>
   <translation>选择：拖框圈住音符</translation>
  </message>
  <message>
   <source>Show the notes of the other tracks</source>
   <translation>显示其他音轨的音符</translation>
  </message>
  <message>
   <source>Show the whole piece</source>
   <translation>显示整首曲子</translation>
  </message>
  <message>
   <source>Snap grid</source>
   <translation>吸附网格</translation>
  </message>
  <message>
   <source>Snap grid; hold Alt to move freely</source>
   <translation>吸附网格；按住 Alt 自由移动</translation>
  </message>
  <message>
   <source>Starts</source>
   <translation>起点</translation>
  </message>
  <message>
   <source>Zoom in; Ctrl+wheel does it, too</source>
   <translation>放大；Ctrl+滚轮也可以</translation>
  </message>
  <message>
   <source>Zoom out; Ctrl+wheel does it, too</source>
   <translation>缩小；Ctrl+滚轮也可以</translation>
  </message>
  <message>
   <source>{n} % of the way</source>
   <translation>移动 {n} %</translation>
  </message>
 </context>
 <context>
  <name>Tools</name>
  <message>
   <source>Brush</source>
   <translation>画笔</translation>
  </message>
  <message>
   <source>Crop</source>
   <translation>裁剪</translation>
  </message>
  <message>
   <source>Ellipse</source>
   <translation>椭圆</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>橡皮擦</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>填充</translation>
  </message>
  <message>
   <source>Gradient</source>
   <translation>渐变</translation>
  </message>
  <message>
   <source>Lasso</source>
   <translation>套索</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>直线</translation>
  </message>
  <message>
   <source>Magic wand</source>
   <translation>魔棒</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>移动</translation>
  </message>
  <message>
   <source>Pick a colour</source>
   <translation>吸取颜色</translation>
  </message>
  <message>
   <source>Rectangle</source>
   <translation>矩形</translation>
  </message>
  <message>
   <source>Select a rectangle</source>
   <translation>矩形选框</translation>
  </message>
  <message>
   <source>Select an ellipse</source>
   <translation>椭圆选框</translation>
  </message>
  <message>
   <source>Smudge</source>
   <translation>涂抹</translation>
  </message>
  <message>
   <source>Transform</source>
   <translation>变换</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Back</source>
   <translation>上一步</translation>
  </message>
  <message>
   <source>Choose here what a model should make: a picture, a film, a tune, a text. Set what you care about, and press Generate. The same seed gives the same result.</source>
   <translation>在这里选择让模型制作什么：图像、影片、曲子或文本。设置你在意的，然后按“生成”。种子相同，结果就相同。</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>完成</translation>
  </message>
  <message>
   <source>Jobs and results</source>
   <translation>任务与结果</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>下一步</translation>
  </message>
  <message>
   <source>Paint here. The tools stand at its left, their settings above. Rough colours are enough: a model can paint over them while you go on.</source>
   <translation>在这里绘画。工具在左侧，设置在上方。粗略的颜色就够了：你继续画，模型可以在上面绘画。</translation>
  </message>
  <message>
   <source>Skip (Esc)</source>
   <translation>跳过（Esc）</translation>
  </message>
  <message>
   <source>The canvas</source>
   <translation>画布</translation>
  </message>
  <message>
   <source>The models</source>
   <translation>模型</translation>
  </message>
  <message>
   <source>The text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>The timeline</source>
   <translation>时间线</translation>
  </message>
  <message>
   <source>Tour</source>
   <translation>导览</translation>
  </message>
  <message>
   <source>Tunes stand here as notes that you can hear, draw and move; films lie on a lane above them. Space plays.</source>
   <translation>曲子在这里是可以听、画和移动的音符；影片在它们上方的一行。按空格播放。</translation>
  </message>
  <message>
   <source>What models work on is listed under Jobs, and can be stopped there. What they made waits under Results until you keep or discard it. Undo takes anything back.</source>
   <translation>模型正在做的列在“任务”中，可以在那里停止。做好的在“结果”中等候，直到你采用或丢弃。撤销可以收回任何操作。</translation>
  </message>
  <message>
   <source>Write here. Where you stop, a model can go on; every try is kept as a branch that you can come back to.</source>
   <translation>在这里写作。你停下的地方，模型可以续写；每次尝试都保留为可以返回的分支。</translation>
  </message>
  <message>
   <source>{n} of {most}</source>
   <translation>{n} / {most}</translation>
  </message>
 </context>
 <context>
  <name>TrackHeader</name>
  <message>
   <source>Choose the instrument</source>
   <translation>选择乐器</translation>
  </message>
  <message>
   <source>Mute</source>
   <translation>静音</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>声像</translation>
  </message>
  <message>
   <source>Pan {where}; double-click for the centre</source>
   <translation>声像 {where}；双击居中</translation>
  </message>
  <message>
   <source>Solo</source>
   <translation>独奏</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>音轨</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>音量</translation>
  </message>
  <message>
   <source>Volume {n} of 127</source>
   <translation>音量 {n}，最大 127</translation>
  </message>
  <message>
   <source>centre</source>
   <translation>居中</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>已选中</translation>
  </message>
  <message>
   <source>left {n}</source>
   <translation>左 {n}</translation>
  </message>
  <message>
   <source>right {n}</source>
   <translation>右 {n}</translation>
  </message>
 </context>
 <context>
  <name>TrackList</name>
  <message>
   <source>Add Track</source>
   <translation>添加音轨</translation>
  </message>
  <message>
   <source>Choose Instrument</source>
   <translation>选择乐器</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete Track</source>
   <translation>删除音轨</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>创建副本</translation>
  </message>
  <message>
   <source>Duplicate Track</source>
   <translation>复制音轨</translation>
  </message>
  <message>
   <source>Move Down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Move Track</source>
   <translation>移动音轨</translation>
  </message>
  <message>
   <source>Move Up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>Mute</source>
   <translation>静音</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>声像</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Rename Track</source>
   <translation>重命名音轨</translation>
  </message>
  <message>
   <source>Solo</source>
   <translation>独奏</translation>
  </message>
  <message>
   <source>Track</source>
   <translation>音轨</translation>
  </message>
  <message>
   <source>Track {n}</source>
   <translation>音轨 {n}</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>音量</translation>
  </message>
  <message>
   <source>{name} copy</source>
   <translation>{name} 副本</translation>
  </message>
 </context>
 <context>
  <name>TrainingWindow</name>
  <message>
   <source>Train a model</source>
   <translation>训练模型</translation>
  </message>
  <message>
   <source>Trainings</source>
   <translation>训练</translation>
  </message>
  <message>
   <source>can be resumed</source>
   <translation>可以继续</translation>
  </message>
  <message>
   <source>finished</source>
   <translation>已完成</translation>
  </message>
  <message>
   <source>learning</source>
   <translation>学习中</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>已暂停</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>等待中</translation>
  </message>
 </context>
 <context>
  <name>TransformRow</name>
  <message>
   <source> %</source>
   <translation> %</translation>
  </message>
  <message>
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>角度</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>应用</translation>
  </message>
  <message>
   <source>Apply (Enter)</source>
   <translation>应用（Enter）</translation>
  </message>
  <message>
   <source>Back to how it was (Esc)</source>
   <translation>恢复原样（Esc）</translation>
  </message>
  <message>
   <source>H</source>
   <translation>高</translation>
  </message>
  <message>
   <source>Height</source>
   <translation>高度</translation>
  </message>
  <message>
   <source>Keep the ratio (Shift)</source>
   <translation>保持比例（Shift）</translation>
  </message>
  <message>
   <source>Mirror left to right</source>
   <translation>左右镜像</translation>
  </message>
  <message>
   <source>Mirror upside down</source>
   <translation>上下颠倒</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>重置</translation>
  </message>
  <message>
   <source>Transform</source>
   <translation>变换</translation>
  </message>
  <message>
   <source>W</source>
   <translation>宽</translation>
  </message>
  <message>
   <source>Where the middle is</source>
   <translation>中心的位置</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>宽度</translation>
  </message>
  <message>
   <source>°</source>
   <translation>°</translation>
  </message>
  <message>
   <source>∠</source>
   <translation>∠</translation>
  </message>
 </context>
 <context>
  <name>TransformTool</name>
  <message>
   <source>There is nothing to transform where you selected.</source>
   <translation>选中的地方没有可以变换的内容。</translation>
  </message>
  <message>
   <source>Transform</source>
   <translation>变换</translation>
  </message>
 </context>
 <context>
  <name>TransportBar</name>
  <message>
   <source>Bar, beat and tick</source>
   <translation>小节、拍和 tick</translation>
  </message>
  <message>
   <source>Choose SoundFont…</source>
   <translation>选择 SoundFont…</translation>
  </message>
  <message>
   <source>Choose the sounds</source>
   <translation>选择音色</translation>
  </message>
  <message>
   <source>Follow the playhead</source>
   <translation>跟随播放头</translation>
  </message>
  <message>
   <source>Loop</source>
   <translation>循环</translation>
  </message>
  <message>
   <source>Master volume</source>
   <translation>主音量</translation>
  </message>
  <message>
   <source>Metre</source>
   <translation>拍号</translation>
  </message>
  <message>
   <source>Metre at the playhead</source>
   <translation>播放头处的拍号</translation>
  </message>
  <message>
   <source>Metronome</source>
   <translation>节拍器</translation>
  </message>
  <message>
   <source>Minutes and seconds</source>
   <translation>分和秒</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <source>Stop and go back</source>
   <translation>停止并返回</translation>
  </message>
  <message>
   <source>Tempo at the playhead, in quarter notes a minute</source>
   <translation>播放头处的速度，每分钟四分音符数</translation>
  </message>
  <message>
   <source>To the beginning</source>
   <translation>回到开头</translation>
  </message>
  <message>
   <source>Use the Built-in Sounds</source>
   <translation>使用内置音色</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>It ended without a result.</source>
   <translation>结束了，但没有结果。</translation>
  </message>
  <message>
   <source>Keep {n} results</source>
   <translation>采用 {n} 个结果</translation>
  </message>
  <message>
   <source>Kept. Undo takes it out of the project again.</source>
   <translation>已采用。撤销会把它从工程中移除。</translation>
  </message>
 </context>
 <context>
  <name>TurnButton</name>
  <message>
   <source>The canvas is turned or mirrored on screen: show it upright</source>
   <translation>画布在屏幕上已旋转或镜像：转正显示</translation>
  </message>
 </context>
 <context>
  <name>VelocityLane</name>
  <message>
   <source>Drag across to set how hard the notes are struck</source>
   <translation>横向拖动，设置音符弹奏的力度</translation>
  </message>
  <message>
   <source>Velocity</source>
   <translation>力度</translation>
  </message>
 </context>
 <context>
  <name>Verbs</name>
  <message>
   <source>It is in the project. Undo takes it out again.</source>
   <translation>已放入工程。撤销会再把它取出。</translation>
  </message>
 </context>
 <context>
  <name>ViewActions</name>
  <message>
   <source>&amp;Fit canvas</source>
   <translation>适合画布(&amp;F)</translation>
  </message>
  <message>
   <source>Mirror the &amp;view</source>
   <translation>镜像视图(&amp;V)</translation>
  </message>
  <message>
   <source>Turn the view &amp;left</source>
   <translation>向左旋转视图(&amp;L)</translation>
  </message>
  <message>
   <source>Turn the view &amp;right</source>
   <translation>向右旋转视图(&amp;R)</translation>
  </message>
  <message>
   <source>View &amp;upright</source>
   <translation>视图转正(&amp;U)</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>放大(&amp;I)</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>缩小(&amp;O)</translation>
  </message>
  <message>
   <source>Zoom 100 %</source>
   <translation>缩放到 100 %</translation>
  </message>
  <message>
   <source>Zoom 200 %</source>
   <translation>缩放到 200 %</translation>
  </message>
  <message>
   <source>Zoom 400 %</source>
   <translation>缩放到 400 %</translation>
  </message>
 </context>
 <context>
  <name>ViewBar</name>
  <message>
   <source>Fit the canvas into the pane</source>
   <translation>让画布适合窗格</translation>
  </message>
  <message>
   <source>Show at 100 %</source>
   <translation>以 100 % 显示</translation>
  </message>
 </context>
 <context>
  <name>Walker</name>
  <message>
   <source>Pin branch</source>
   <translation>固定分支</translation>
  </message>
  <message>
   <source>Prune branch</source>
   <translation>剪掉分支</translation>
  </message>
  <message>
   <source>Prune branches</source>
   <translation>修剪分支</translation>
  </message>
  <message>
   <source>Unpin branch</source>
   <translation>取消固定分支</translation>
  </message>
  <message>
   <source>Walk to another branch</source>
   <translation>切换到另一分支</translation>
  </message>
 </context>
 <context>
  <name>WandTool</name>
  <message>
   <source>All layers</source>
   <translation>所有图层</translation>
  </message>
  <message>
   <source>Contiguous</source>
   <translation>连续</translation>
  </message>
  <message>
   <source>How much a colour may differ</source>
   <translation>颜色可以相差多少</translation>
  </message>
  <message>
   <source>Look at the whole picture, not at the selected layer alone</source>
   <translation>取样整幅图像，而不只是所选图层</translation>
  </message>
  <message>
   <source>Only what hangs together with the pixel</source>
   <translation>只包括与该像素相连的部分</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>容差</translation>
  </message>
 </context>
 <context>
  <name>Warming</name>
  <message>
   <source>Getting ready</source>
   <translation>准备中</translation>
  </message>
 </context>
 <context>
  <name>WhatsThis</name>
  <message>
   <source>Click to select what is of a colour. Shift adds, Alt takes away.</source>
   <translation>点击选择同一颜色的区域。Shift 添加，Alt 减去。</translation>
  </message>
  <message>
   <source>Drag a rectangle; Shift makes it a square, Alt begins at its centre.</source>
   <translation>拖出矩形；Shift 为正方形，Alt 从中心开始。</translation>
  </message>
  <message>
   <source>Drag a straight line; Shift steps its angle, Alt begins in its middle.</source>
   <translation>拖出直线；Shift 按固定角度，Alt 从中点开始。</translation>
  </message>
  <message>
   <source>Drag an ellipse; Shift makes it a circle, Alt begins at its centre.</source>
   <translation>拖出椭圆；Shift 为圆形，Alt 从中心开始。</translation>
  </message>
  <message>
   <source>Drag from where the first colour shall be to where the second one shall be.</source>
   <translation>从第一种颜色的位置拖到第二种颜色的位置。</translation>
  </message>
  <message>
   <source>Drag the frame to what shall stay of the canvas, then press Enter.</source>
   <translation>把框拖到要保留的画布部分，然后按 Enter。</translation>
  </message>
  <message>
   <source>Drag to select a rectangle. What you do next keeps to what is selected. Shift adds, Alt takes away.</source>
   <translation>拖动选择矩形区域。之后的操作只作用于选区。Shift 添加，Alt 减去。</translation>
  </message>
  <message>
   <source>Drag to select an ellipse. Shift adds, Alt takes away.</source>
   <translation>拖动选择椭圆区域。Shift 添加，Alt 减去。</translation>
  </message>
  <message>
   <source>Draw around what you want to select. Shift adds, Alt takes away.</source>
   <translation>围绕想选择的内容绘制。Shift 添加，Alt 减去。</translation>
  </message>
  <message>
   <source>Every result that was ever made on this machine, with how it was made. Search, mark, and make it again.</source>
   <translation>在这台电脑上制作过的每个结果及其制作方式。可以搜索、标记和再次制作。</translation>
  </message>
  <message>
   <source>Every step since the project was opened, of all panes. Click one to go back or forward to it.</source>
   <translation>打开工程以来所有窗格的每一步。点击某一步即可后退或前进到那里。</translation>
  </message>
  <message>
   <source>Fills what is of one colour around the place you click.</source>
   <translation>填充点击处周围同一颜色的区域。</translation>
  </message>
  <message>
   <source>Moves the layer, or what is selected of it. The arrow keys move by a pixel.</source>
   <translation>移动图层或其中选中的部分。方向键移动一个像素。</translation>
  </message>
  <message>
   <source>Paints with the colour. Held Alt or Ctrl picks a colour up from the canvas.</source>
   <translation>用颜色绘画。按住 Alt 或 Ctrl 从画布吸取颜色。</translation>
  </message>
  <message>
   <source>Pushes the paint along, as a finger does.</source>
   <translation>像手指一样推开颜料。</translation>
  </message>
  <message>
   <source>Stretches, turns and mirrors the layer by its handles or by numbers. Enter applies it, Esc puts everything back.</source>
   <translation>用手柄或数值拉伸、旋转和镜像图层。Enter 应用，Esc 恢复原样。</translation>
  </message>
  <message>
   <source>Takes paint away, with the brush's size and edge.</source>
   <translation>擦去颜料，大小和边缘与画笔相同。</translation>
  </message>
  <message>
   <source>Takes up the colour you click on.</source>
   <translation>吸取你点击的颜色。</translation>
  </message>
  <message>
   <source>The colour to paint with: by wheel, sliders, digits, or from the palette.</source>
   <translation>绘画用的颜色：通过色轮、滑块、数值或调色板选择。</translation>
  </message>
  <message>
   <source>The music, a track below the other, and the film above it. Click in the grid with the pencil to write a note; every note sounds as you touch it.</source>
   <translation>音乐，音轨自上而下排列，影片在其上方。用铅笔在网格中点击写入音符；触碰音符即可听到。</translation>
  </message>
  <message>
   <source>The picture's layers, the topmost first. Drag them to change their order or to put them into groups; the eye hides one.</source>
   <translation>图像的图层，最上面的在前。拖动可更改顺序或放入图层组；眼睛图标隐藏图层。</translation>
  </message>
  <message>
   <source>The picture. Paint with the tools at the left; what a tool can be set to stands above. Ctrl and the wheel zoom, the middle button or Space moves the view.</source>
   <translation>图像。用左侧的工具绘画；工具的设置在上方。Ctrl 加滚轮缩放，鼠标中键或空格移动视图。</translation>
  </message>
  <message>
   <source>The text, in passages. A model goes on at the cursor; every try stays as a branch.</source>
   <translation>文本，分为篇章。模型在光标处续写；每次尝试都保留为分支。</translation>
  </message>
  <message>
   <source>What models are at work on, with progress. Each job can be paused or stopped; one that failed says why.</source>
   <translation>模型正在做的任务及进度。每个任务都可暂停或停止；失败的任务会说明原因。</translation>
  </message>
  <message>
   <source>What models can make. Choose an action above, set it below and press Generate. Each control says what it does when you rest on it.</source>
   <translation>模型能做的事。在上方选择动作，在下方设置，然后按“生成”。鼠标停在控件上会说明其作用。</translation>
  </message>
  <message>
   <source>What models made waits here. Keep what you like, compare what you are not sure of, discard the rest.</source>
   <translation>模型制作的内容在这里等候。采用喜欢的，对比拿不准的，丢弃其余的。</translation>
  </message>
 </context>
 <context>
  <name>WorkspaceSwitch</name>
  <message>
   <source>Workspace: {name} ({keys})</source>
   <translation>工作区：{name}（{keys}）</translation>
  </message>
  <message>
   <source>Workspaces</source>
   <translation>工作区</translation>
  </message>
 </context>
 <context>
  <name>Workspaces</name>
  <message>
   <source>&amp;Animate</source>
   <translation>动画(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Compose</source>
   <translation>作曲(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Paint</source>
   <translation>绘画(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Write</source>
   <translation>写作(&amp;W)</translation>
  </message>
 </context>
 <context>
  <name>Writing</name>
  <message>
   <source>Body</source>
   <translation>正文</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Heading 1</source>
   <translation>标题 1</translation>
  </message>
  <message>
   <source>Heading 2</source>
   <translation>标题 2</translation>
  </message>
  <message>
   <source>Heading 3</source>
   <translation>标题 3</translation>
  </message>
  <message>
   <source>Heading 4</source>
   <translation>标题 4</translation>
  </message>
  <message>
   <source>Heading 5</source>
   <translation>标题 5</translation>
  </message>
  <message>
   <source>Heading 6</source>
   <translation>标题 6</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>直线</translation>
  </message>
  <message>
   <source>List</source>
   <translation>列表</translation>
  </message>
  <message>
   <source>Numbered list</source>
   <translation>编号列表</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>引用</translation>
  </message>
  <message>
   <source>Verse</source>
   <translation>诗行</translation>
  </message>
 </context>
 <context>
  <name>WritingPane</name>
  <message>
   <source>Find</source>
   <translation>查找</translation>
  </message>
  <message>
   <source>Focus: nothing but the text</source>
   <translation>专注：只有文本</translation>
  </message>
  <message>
   <source>Move text</source>
   <translation>移动文本</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Show where text is from: typed, generated, edited</source>
   <translation>显示文本来源：输入、生成、修改</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Write here, or drop a text file on the window.</source>
   <translation>在这里写作，或把文本文件拖到窗口中。</translation>
  </message>
 </context>
 <context>
  <name>_Divider</name>
  <message>
   <source>Divider</source>
   <translation>分隔条</translation>
  </message>
  <message>
   <source>Drag, or use the arrow keys</source>
   <translation>拖动，或用方向键</translation>
  </message>
 </context>
 <context>
  <name>_Excerpt</name>
  <message>
   <source>(nothing)</source>
   <translation>（空）</translation>
  </message>
 </context>
 <context>
  <name>_Scale</name>
  <message>
   <source>Legend</source>
   <translation>图例</translation>
  </message>
  <message>
   <source>most</source>
   <translation>看得最多</translation>
  </message>
  <message>
   <source>not at all</source>
   <translation>完全不看</translation>
  </message>
 </context>
 <context>
  <name>_Steps</name>
  <message>
   <source>Start</source>
   <translation>开始</translation>
  </message>
 </context>
 <context>
  <name>errors</name>
  <message>
   <source>.</source>
   <translation>。</translation>
  </message>
  <message>
   <source>Many({least}, {most}) lets nothing through</source>
   <translation>Many({least}, {most}) 什么也不允许</translation>
  </message>
  <message>
   <source>PortAudio is not installed: {reason}</source>
   <translation>没有安装 PortAudio：{reason}</translation>
  </message>
  <message>
   <source>Qt found no sound device</source>
   <translation>Qt 没有找到声音设备</translation>
  </message>
  <message>
   <source>Qt's sound is not installed: {reason}</source>
   <translation>没有安装 Qt 的声音组件：{reason}</translation>
  </message>
  <message>
   <source>a MIDI file cannot hold a pause of {ticks} ticks, bring the notes closer</source>
   <translation>MIDI 文件不能存放 {ticks} 个 tick 的休止，请让音符靠近些</translation>
  </message>
  <message>
   <source>a MIDI file cannot hold the metre {n}/{d}</source>
   <translation>MIDI 文件不能存放拍号 {n}/{d}</translation>
  </message>
  <message>
   <source>a MIDI file holds 65535 tracks, not {n}</source>
   <translation>MIDI 文件最多 65535 个音轨，而不是 {n} 个</translation>
  </message>
  <message>
   <source>a MIDI file knows no key {key}: write it like Bb or F#m</source>
   <translation>MIDI 文件没有调 {key}：请写成 Bb 或 F#m</translation>
  </message>
  <message>
   <source>a clip cannot lie outside its film, or show nothing of its footage</source>
   <translation>片段不能在影片之外，也不能不显示任何素材</translation>
  </message>
  <message>
   <source>a film cannot be {w} × {h} pixels large</source>
   <translation>影片不能是 {w} × {h} 像素大</translation>
  </message>
  <message>
   <source>a film cannot go on at {fps} frames a second when it began at {first}</source>
   <translation>影片以每秒 {first} 帧开始，不能以 {fps} 帧继续</translation>
  </message>
  <message>
   <source>a film cannot have frames of {shape} {dtype}</source>
   <translation>影片的帧不能是 {shape} {dtype}</translation>
  </message>
  <message>
   <source>a film cannot run at {fps} frames a second</source>
   <translation>影片不能以每秒 {fps} 帧运行</translation>
  </message>
  <message>
   <source>a film file of {w} × {h} pixels cannot be written: sides are {least} to {most} pixels</source>
   <translation>无法写出 {w} × {h} 像素的影片文件：边长须为 {least} 到 {most} 像素</translation>
  </message>
  <message>
   <source>a film is kept as footage only</source>
   <translation>影片只作为素材保存</translation>
  </message>
  <message>
   <source>a film needs frames, a size, and 1 to 240 frames a second</source>
   <translation>影片需要帧、大小，以及每秒 1 到 240 帧</translation>
  </message>
  <message>
   <source>a film without pictures cannot be kept</source>
   <translation>没有画面的影片无法保留</translation>
  </message>
  <message>
   <source>a layer's opacity must lie in 0-1, not {opacity}</source>
   <translation>图层的不透明度必须在 0-1 之间，而不是 {opacity}</translation>
  </message>
  <message>
   <source>a map cannot have the shape {shape}</source>
   <translation>地图不能是 {shape} 这种形状</translation>
  </message>
  <message>
   <source>a map's cells must point into its legend of {n} entries</source>
   <translation>地图的格子必须指向图例的 {n} 个条目之一</translation>
  </message>
  <message>
   <source>a model is made by training: its settings are in its card, in the list of models</source>
   <translation>模型由训练得来：它的设置在模型列表的卡片中</translation>
  </message>
  <message>
   <source>a note must start at tick 0 or later and last at least one tick</source>
   <translation>音符必须从第 0 个 tick 或之后开始，并至少持续一个 tick</translation>
  </message>
  <message>
   <source>a note's pitch must lie in 0-127 and its channel in 0-15</source>
   <translation>音符的音高必须在 0-127 之间，通道在 0-15 之间</translation>
  </message>
  <message>
   <source>a note's velocity must lie in 1-127</source>
   <translation>音符的力度必须在 1-127 之间</translation>
  </message>
  <message>
   <source>a picture can be 1 to {most} pixels a side, not {width} × {height}</source>
   <translation>图片每边可为 1 到 {most} 像素，而不是 {width} × {height}</translation>
  </message>
  <message>
   <source>a picture cannot have the shape {shape}</source>
   <translation>图片不能是 {shape} 这种形状</translation>
  </message>
  <message>
   <source>a picture needs 8-bit pixels, this one has {dtype}</source>
   <translation>图片需要 8 位像素，这一张是 {dtype}</translation>
  </message>
  <message>
   <source>a picture of {w} × {h} pixels cannot be written as {kind} ({reason}): use PNG</source>
   <translation>{w} × {h} 像素的图片无法写成 {kind}（{reason}）：请用 PNG</translation>
  </message>
  <message>
   <source>a plugin sent a damaged {event}</source>
   <translation>插件发来了损坏的 {event}</translation>
  </message>
  <message>
   <source>a plugin sent a result without a value</source>
   <translation>插件发来了没有值的结果</translation>
  </message>
  <message>
   <source>a project cannot begin with {kind}: bring it into one</source>
   <translation>工程不能从 {kind} 开始：请把它放进一个工程</translation>
  </message>
  <message>
   <source>a quarter note must have 1-32767 ticks, not {n}</source>
   <translation>四分音符必须有 1-32767 个 tick，而不是 {n}</translation>
  </message>
  <message>
   <source>a rate of {rate} Hz cannot be played</source>
   <translation>{rate} Hz 的采样率无法播放</translation>
  </message>
  <message>
   <source>a score that crossed from a plugin lacks notes</source>
   <translation>插件传来的乐谱缺少音符</translation>
  </message>
  <message>
   <source>a selection must be as large as the canvas, {w} × {h} pixels</source>
   <translation>选区必须与画布一样大，即 {w} × {h} 像素</translation>
  </message>
  <message>
   <source>a tempo of {us} microseconds a quarter cannot be played</source>
   <translation>每四分音符 {us} 微秒的速度无法演奏</translation>
  </message>
  <message>
   <source>a tile needs 64 × 64 32-bit pixels, this one is {shape}</source>
   <translation>图块需要 64 × 64 个 32 位像素，这个是 {shape}</translation>
  </message>
  <message>
   <source>a token cannot reach from {start} to {end}</source>
   <translation>词元不能从 {start} 到 {end}</translation>
  </message>
  <message>
   <source>a token lies outside the text of {n} characters</source>
   <translation>有词元在 {n} 个字符的文本之外</translation>
  </message>
  <message>
   <source>a training needs a time budget or a number of steps</source>
   <translation>训练需要时间上限或步数</translation>
  </message>
  <message>
   <source>a value that crossed from a plugin is damaged: {reason}</source>
   <translation>插件传来的值已损坏：{reason}</translation>
  </message>
  <message>
   <source>a value that crossed from a plugin is missing: {reason}</source>
   <translation>插件传来的值缺失：{reason}</translation>
  </message>
  <message>
   <source>a {kind} is no media value</source>
   <translation>{kind} 不是媒体值</translation>
  </message>
  <message>
   <source>an array that crossed from a plugin has the wrong size</source>
   <translation>插件传来的数组大小不对</translation>
  </message>
  <message>
   <source>another plugin with the id {id} lies in {folder}: remove that first</source>
   <translation>{folder} 中已有标识为 {id} 的另一个插件：请先移除它</translation>
  </message>
  <message>
   <source>api = "{api}" is no range: write it like "&gt;=1.0,&lt;2"</source>
   <translation>api = "{api}" 不是范围：请写成 "&gt;=1.0,&lt;2"</translation>
  </message>
  <message>
   <source>artstudio is offline and did not reach {host}: go online at the foot of the window first</source>
   <translation>artstudio 处于离线状态，没有连接 {host}：请先在窗口底部联网</translation>
  </message>
  <message>
   <source>at least {least} {name} are needed, not {given}</source>
   <translation>至少需要 {least} 个 {name}，现有 {given} 个</translation>
  </message>
  <message>
   <source>at most {most} {name} can be used, not {given}</source>
   <translation>最多可用 {most} 个 {name}，现有 {given} 个</translation>
  </message>
  <message>
   <source>cannot open {path} ({reason}): choose another file</source>
   <translation>无法打开 {path}（{reason}）：请选择其他文件</translation>
  </message>
  <message>
   <source>cannot read {name} ({reason})</source>
   <translation>无法读取 {name}（{reason}）</translation>
  </message>
  <message>
   <source>cannot read {path} ({reason})</source>
   <translation>无法读取 {path}（{reason}）</translation>
  </message>
  <message>
   <source>cannot read {path} ({reason}): choose another file</source>
   <translation>无法读取 {path}（{reason}）：请选择其他文件</translation>
  </message>
  <message>
   <source>cannot read {path} ({reason}): pick another SoundFont</source>
   <translation>无法读取 {path}（{reason}）：请选择其他 SoundFont</translation>
  </message>
  <message>
   <source>cannot remove {path} ({reason})</source>
   <translation>无法移除 {path}（{reason}）</translation>
  </message>
  <message>
   <source>cannot write {path} ({reason})</source>
   <translation>无法写入 {path}（{reason}）</translation>
  </message>
  <message>
   <source>cannot write {path} ({reason}): choose another folder</source>
   <translation>无法写入 {path}（{reason}）：请选择其他文件夹</translation>
  </message>
  <message>
   <source>cannot write {path}: choose another folder</source>
   <translation>无法写入 {path}：请选择其他文件夹</translation>
  </message>
  <message>
   <source>choose a layer to put into the group</source>
   <translation>请选择要放入图层组的图层</translation>
  </message>
  <message>
   <source>everything was recovered but these clips, whose pictures are gone: {clips}</source>
   <translation>除画面已丢失的这些片段外，全部已恢复：{clips}</translation>
  </message>
  <message>
   <source>git is not installed: install it, or download the plugin as a ZIP</source>
   <translation>没有安装 git：请安装它，或以 ZIP 下载插件</translation>
  </message>
  <message>
   <source>groups can lie {most} deep within each other, no more</source>
   <translation>图层组最多嵌套 {most} 层</translation>
  </message>
  <message>
   <source>how this was made cannot be read any more</source>
   <translation>它的制作方式已无法读取</translation>
  </message>
  <message>
   <source>it names over {n} dependencies: it is refused</source>
   <translation>它列出了超过 {n} 个依赖：被拒绝</translation>
  </message>
  <message>
   <source>it needs Python {wanted}, artstudio runs on {have}: install artstudio with another Python</source>
   <translation>它需要 Python {wanted}，artstudio 运行于 {have}：请用另一个 Python 安装 artstudio</translation>
  </message>
  <message>
   <source>leave the password out of the address: it would be written down</source>
   <translation>请去掉地址中的密码：否则它会被记录下来</translation>
  </message>
  <message>
   <source>music longer than {hours} hours cannot be rendered: cut it into parts</source>
   <translation>超过 {hours} 小时的音乐无法渲染：请分成几部分</translation>
  </message>
  <message>
   <source>no action takes this from a file yet: open it in its pane</source>
   <translation>还没有动作能从文件接收它：请在它的窗格中打开</translation>
  </message>
  <message>
   <source>no sound device was found: the playhead moves in silence</source>
   <translation>没有找到声音设备：播放头将无声移动</translation>
  </message>
  <message>
   <source>no versions of the packages that it requires go together: {said}</source>
   <translation>它所需的软件包没有互相兼容的版本：{said}</translation>
  </message>
  <message>
   <source>notes need the layout of artstudio.sdk.NOTE_DTYPE</source>
   <translation>音符需要 artstudio.sdk.NOTE_DTYPE 的布局</translation>
  </message>
  <message>
   <source>nothing can be built from source here: this system cannot confine it</source>
   <translation>这里无法从源码构建：本系统不能限制它</translation>
  </message>
  <message>
   <source>nothing was written: try another seed or other settings</source>
   <translation>什么也没写出来：换一个种子或其他设置再试</translation>
  </message>
  <message>
   <source>plan it again: {problem}</source>
   <translation>请重新规划：{problem}</translation>
  </message>
  <message>
   <source>plugins are being changed by another window or command: wait until it is done</source>
   <translation>另一个窗口或命令正在更改插件：请等它完成</translation>
  </message>
  <message>
   <source>pyproject.toml cannot be read: a list of texts is something else</source>
   <translation>pyproject.toml 无法读取：应为文本列表的地方是别的内容</translation>
  </message>
  <message>
   <source>pyproject.toml cannot be read: project is no table</source>
   <translation>pyproject.toml 无法读取：project 不是表</translation>
  </message>
  <message>
   <source>pyproject.toml cannot be read: {reason}</source>
   <translation>pyproject.toml 无法读取：{reason}</translation>
  </message>
  <message>
   <source>pyproject.toml is over 1 MiB: shorten it</source>
   <translation>pyproject.toml 超过 1 MiB：请缩短</translation>
  </message>
  <message>
   <source>pyproject.toml leaves its dependencies to a build tool: its author must list them there</source>
   <translation>pyproject.toml 把依赖交给构建工具：作者必须在其中列出</translation>
  </message>
  <message>
   <source>requires-python = {wanted} cannot be read</source>
   <translation>requires-python = {wanted} 无法读取</translation>
  </message>
  <message>
   <source>something went wrong inside artstudio: {reason}</source>
   <translation>artstudio 内部出错：{reason}</translation>
  </message>
  <message>
   <source>something went wrong: {reason}; the log has the details</source>
   <translation>出错了：{reason}；详情见日志</translation>
  </message>
  <message>
   <source>sound cannot have the shape {shape}</source>
   <translation>声音不能是 {shape} 这种形状</translation>
  </message>
  <message>
   <source>sound of {channels} channels at {rate} Hz cannot be written as {kind}: use WAV</source>
   <translation>{rate} Hz 的 {channels} 声道声音无法写成 {kind}：请用 WAV</translation>
  </message>
  <message>
   <source>the SoundFont {name} is missing: install artstudio again or pick an SF2 file</source>
   <translation>缺少 SoundFont {name}：请重新安装 artstudio 或选择一个 SF2 文件</translation>
  </message>
  <message>
   <source>the action {action} takes nothing of this kind: choose another in the Models panel</source>
   <translation>动作 {action} 不接收这种内容：请在“模型”面板中另选一个</translation>
  </message>
  <message>
   <source>the dependency {name} is given by its address: only packages of an index are installed</source>
   <translation>依赖 {name} 由地址给出：只安装索引中的软件包</translation>
  </message>
  <message>
   <source>the dependency {text} cannot be read</source>
   <translation>依赖 {text} 无法读取</translation>
  </message>
  <message>
   <source>the files of {id} {version} are not those that were installed: install it again</source>
   <translation>{id} {version} 的文件与安装时不同：请重新安装</translation>
  </message>
  <message>
   <source>the film cannot be prepared in {folder} ({reason}): free some space</source>
   <translation>无法在 {folder} 中准备影片（{reason}）：请腾出空间</translation>
  </message>
  <message>
   <source>the film cannot be unpacked into {folder} ({reason}): free some space there</source>
   <translation>影片无法解压到 {folder}（{reason}）：请在那里腾出空间</translation>
  </message>
  <message>
   <source>the film was cut short, its helper ended by itself: render it again, it goes on</source>
   <translation>影片中断，辅助程序自行退出：请再次渲染，会从中断处继续</translation>
  </message>
  <message>
   <source>the footage {name} is not what its name says</source>
   <translation>素材 {name} 与它的名字不符</translation>
  </message>
  <message>
   <source>the helper that renders sound cannot start: {reason}</source>
   <translation>渲染声音的辅助程序无法启动：{reason}</translation>
  </message>
  <message>
   <source>the history has {n} steps, not {position}</source>
   <translation>历史有 {n} 步，没有 {position}</translation>
  </message>
  <message>
   <source>the layer {name} does not stand in its group</source>
   <translation>图层 {name} 不在它的图层组中</translation>
  </message>
  <message>
   <source>the layer {name} must be as large as the canvas, {width} × {height} pixels</source>
   <translation>图层 {name} 必须与画布一样大，即 {width} × {height} 像素</translation>
  </message>
  <message>
   <source>the library cannot keep a result in {folder} ({reason}): free some space there</source>
   <translation>作品库无法在 {folder} 中保存结果（{reason}）：请在那里腾出空间</translation>
  </message>
  <message>
   <source>the library has no value for this entry: it may have been too large to keep</source>
   <translation>作品库没有这个条目的内容：可能太大而无法保存</translation>
  </message>
  <message>
   <source>the library is from a newer artstudio (version {made}; this one knows {known}): update artstudio, nothing is added to it until then</source>
   <translation>作品库来自更新的 artstudio（版本 {made}；本版本认识 {known}）：请更新 artstudio，在此之前不会添加任何内容</translation>
  </message>
  <message>
   <source>the library no longer knows how this film runs: make it again</source>
   <translation>作品库已不知道这部影片如何播放：请重新制作</translation>
  </message>
  <message>
   <source>the library was damaged: it is kept as {name}, a new one was begun, and your results on the disk were left alone</source>
   <translation>作品库已损坏：已另存为 {name} 并新建了作品库，磁盘上的结果未受影响</translation>
  </message>
  <message>
   <source>the library {path} cannot be used ({reason}): see that its folder can be written and has room</source>
   <translation>作品库 {path} 无法使用（{reason}）：请确认其文件夹可写且有空间</translation>
  </message>
  <message>
   <source>the list of models cannot be written: {reason}</source>
   <translation>无法写入模型列表：{reason}</translation>
  </message>
  <message>
   <source>the loss stopped being a number at step {step}: train again with a lower learning rate; what was learned before is kept</source>
   <translation>损失在第 {step} 步不再是数字：请用更低的学习率重新训练；之前学到的已保留</translation>
  </message>
  <message>
   <source>the machine's memory is full: close something or choose a smaller size</source>
   <translation>电脑的内存已满：请关闭一些程序或选择更小的尺寸</translation>
  </message>
  <message>
   <source>the mask must be as large as the picture, {w} × {h} pixels</source>
   <translation>蒙版必须与图片一样大，即 {w} × {h} 像素</translation>
  </message>
  <message>
   <source>the memory of {device} is full</source>
   <translation>{device} 的内存已满</translation>
  </message>
  <message>
   <source>the model cannot be written to {out}: {reason}</source>
   <translation>模型无法写入 {out}：{reason}</translation>
  </message>
  <message>
   <source>the model holds folders in folders without end: it is not kept</source>
   <translation>模型中文件夹无穷嵌套：不予保留</translation>
  </message>
  <message>
   <source>the model holds more than {most} files: it is not kept</source>
   <translation>模型中文件超过 {most} 个：不予保留</translation>
  </message>
  <message>
   <source>the model holds {name}, which is a link or no plain file and may lead to other files of yours: it is not kept</source>
   <translation>模型中的 {name} 是链接或不是普通文件，可能指向你的其他文件：不予保留</translation>
  </message>
  <message>
   <source>the model {folder} does not fit its {config}: {tensor} has the shape {found}, expected {expected}</source>
   <translation>模型 {folder} 与它的 {config} 不符：{tensor} 的形状是 {found}，应为 {expected}</translation>
  </message>
  <message>
   <source>the model {folder} has an unreadable {file}: copy it again</source>
   <translation>模型 {folder} 的 {file} 无法读取：请重新复制</translation>
  </message>
  <message>
   <source>the model {folder} is larger than {max} GiB</source>
   <translation>模型 {folder} 超过 {max} GiB</translation>
  </message>
  <message>
   <source>the model {model} that made this is not here: use its settings with another</source>
   <translation>制作它的模型 {model} 不在这里：请用它的设置配另一个模型</translation>
  </message>
  <message>
   <source>the model {name} cannot be kept: {reason}</source>
   <translation>模型 {name} 无法保留：{reason}</translation>
  </message>
  <message>
   <source>the model {name} is not on the shelf any more</source>
   <translation>模型 {name} 已不在模型架上</translation>
  </message>
  <message>
   <source>the package index cannot be reached: check the connection and try again ({said})</source>
   <translation>无法连接软件包索引：请检查网络后再试（{said}）</translation>
  </message>
  <message>
   <source>the package index cannot be reached: {host} ({reason})</source>
   <translation>无法连接软件包索引：{host}（{reason}）</translation>
  </message>
  <message>
   <source>the package index gives no SHA-256 for {name} {version}</source>
   <translation>软件包索引没有提供 {name} {version} 的 SHA-256</translation>
  </message>
  <message>
   <source>the package index gives no SHA-256 for {name} {version}, which is needed to check it</source>
   <translation>软件包索引没有提供核对所需的 {name} {version} 的 SHA-256</translation>
  </message>
  <message>
   <source>the package index has no source of {name} in the version required</source>
   <translation>软件包索引里没有所需版本的 {name} 源码</translation>
  </message>
  <message>
   <source>the parameters of {action} are nested too deeply</source>
   <translation>{action} 的参数嵌套过深</translation>
  </message>
  <message>
   <source>the parameters of {action} are not plain JSON</source>
   <translation>{action} 的参数不是普通的 JSON</translation>
  </message>
  <message>
   <source>the passage has only {n} paragraphs</source>
   <translation>篇章只有 {n} 个段落</translation>
  </message>
  <message>
   <source>the passage has {n} characters, {start} to {end} is not among them</source>
   <translation>篇章有 {n} 个字符，{start} 到 {end} 不在其中</translation>
  </message>
  <message>
   <source>the pictures of a film must all have the same size</source>
   <translation>影片的画面必须大小相同</translation>
  </message>
  <message>
   <source>the plugin failed and cannot say why</source>
   <translation>插件出错，且无法说明原因</translation>
  </message>
  <message>
   <source>the plugin yielded a {kind}, which is no event</source>
   <translation>插件给出了 {kind}，它不是事件</translation>
  </message>
  <message>
   <source>the plugin {id} cannot be used: {reason}</source>
   <translation>插件 {id} 无法使用：{reason}</translation>
  </message>
  <message>
   <source>the plugin {plugin} that made this is not here: install it to make it again</source>
   <translation>制作它的插件 {plugin} 不在这里：安装后才能再次制作</translation>
  </message>
  <message>
   <source>the project has no place for {kind} yet: export it to a file</source>
   <translation>工程里还没有放 {kind} 的地方：请导出到文件</translation>
  </message>
  <message>
   <source>the project was not saved because the pictures of the clip {clip} are gone: remove it from the film</source>
   <translation>工程没有保存，因为片段 {clip} 的画面已丢失：请从影片中移除它</translation>
  </message>
  <message>
   <source>the sound could not be rendered, its helper ended twice: choose another SoundFont</source>
   <translation>无法渲染声音，辅助程序两次退出：请选择其他 SoundFont</translation>
  </message>
  <message>
   <source>the sound device does not answer</source>
   <translation>声音设备没有响应</translation>
  </message>
  <message>
   <source>the sound device does not open: {reason}</source>
   <translation>声音设备无法打开：{reason}</translation>
  </message>
  <message>
   <source>the sound device is gone: the playhead moves in silence</source>
   <translation>声音设备已断开：播放头将无声移动</translation>
  </message>
  <message>
   <source>the sound has been switched off</source>
   <translation>声音已关闭</translation>
  </message>
  <message>
   <source>the text holds half a character at {at}: delete it there</source>
   <translation>文本在 {at} 处有半个字符：请在那里删除它</translation>
  </message>
  <message>
   <source>the text that this was made for is not there any more</source>
   <translation>制作它时所依据的文本已不在</translation>
  </message>
  <message>
   <source>the training cannot be kept in {folder}: {reason}</source>
   <translation>训练无法保存在 {folder} 中：{reason}</translation>
  </message>
  <message>
   <source>the training in {folder} cannot be resumed: its saved state is missing or of another model; start anew</source>
   <translation>{folder} 中的训练无法继续：保存的状态缺失或属于另一个模型；请重新开始</translation>
  </message>
  <message>
   <source>the unsaved work of {changed} cannot be recovered, its journal {journal} is damaged</source>
   <translation>{changed} 未保存的内容无法恢复，其日志 {journal} 已损坏</translation>
  </message>
  <message>
   <source>the weights in {folder} are damaged: copy the model again</source>
   <translation>{folder} 中的权重已损坏：请重新复制模型</translation>
  </message>
  <message>
   <source>there are no nodes of the kind {kind}</source>
   <translation>没有 {kind} 种类的节点</translation>
  </message>
  <message>
   <source>there are no paragraphs of the kind {kind}, level {level}, alignment {align}</source>
   <translation>没有种类 {kind}、级别 {level}、对齐 {align} 的段落</translation>
  </message>
  <message>
   <source>there is already a model called {name}: choose another name</source>
   <translation>已有名为 {name} 的模型：请换一个名称</translation>
  </message>
  <message>
   <source>there is already a preset called {name}: choose another name</source>
   <translation>已有名为 {name} 的预设：请换一个名称</translation>
  </message>
  <message>
   <source>there is no alternative {n} here</source>
   <translation>这里没有备选内容 {n}</translation>
  </message>
  <message>
   <source>there is no blending mode {mode}; known are {known}</source>
   <translation>没有混合模式 {mode}；已知的有 {known}</translation>
  </message>
  <message>
   <source>there is no clip {id}; it may have been deleted</source>
   <translation>没有片段 {id}；它可能已被删除</translation>
  </message>
  <message>
   <source>there is no earlier version of {id} to go back to</source>
   <translation>{id} 没有可以退回的较早版本</translation>
  </message>
  <message>
   <source>there is no file or folder {text}</source>
   <translation>没有文件或文件夹 {text}</translation>
  </message>
  <message>
   <source>there is no film in this project to render: keep a film as a clip first</source>
   <translation>这个工程里没有可渲染的影片：请先采用一个影片作为片段</translation>
  </message>
  <message>
   <source>there is no folder {folder}</source>
   <translation>没有文件夹 {folder}</translation>
  </message>
  <message>
   <source>there is no kind of plugin {kind}; known are: {known}</source>
   <translation>没有 {kind} 这种插件；已知的有：{known}</translation>
  </message>
  <message>
   <source>there is no layer to flatten</source>
   <translation>没有可以拼合的图层</translation>
  </message>
  <message>
   <source>there is no layer {id}; it may have been deleted</source>
   <translation>没有图层 {id}；它可能已被删除</translation>
  </message>
  <message>
   <source>there is no parameter {name}; known are {known}</source>
   <translation>没有参数 {name}；已知的有 {known}</translation>
  </message>
  <message>
   <source>there is no picture in {where}: bring PNG, JPEG, WebP or TIFF files</source>
   <translation>{where} 里没有图片：请提供 PNG、JPEG、WebP 或 TIFF 文件</translation>
  </message>
  <message>
   <source>there is no place {i} among {n} {kind}s</source>
   <translation>{n} 个 {kind} 中没有位置 {i}</translation>
  </message>
  <message>
   <source>there is no plugin {id}; known are: {known}</source>
   <translation>没有插件 {id}；已知的有：{known}</translation>
  </message>
  <message>
   <source>there is no quality {quality}</source>
   <translation>没有 {quality} 这种质量</translation>
  </message>
  <message>
   <source>there is no render to go on with in {folder}: start anew</source>
   <translation>{folder} 中没有可以继续的渲染：请重新开始</translation>
  </message>
  <message>
   <source>there is no room to render the sound ({reason}): free some memory or disk space</source>
   <translation>没有渲染声音的空间（{reason}）：请腾出内存或磁盘空间</translation>
  </message>
  <message>
   <source>there is no tile {at} in a picture of {w} × {h}</source>
   <translation>{w} × {h} 的图片中没有图块 {at}</translation>
  </message>
  <message>
   <source>there is no training to go on with in {folder}: start a new one</source>
   <translation>{folder} 中没有可以继续的训练：请开始新的训练</translation>
  </message>
  <message>
   <source>there is no {kind} {id} to remove</source>
   <translation>没有可移除的 {kind} {id}</translation>
  </message>
  <message>
   <source>there is no {kind} {id}; it may have been deleted</source>
   <translation>没有 {kind} {id}；它可能已被删除</translation>
  </message>
  <message>
   <source>there is no {path}: name a folder, a ZIP or a file with {wanted}</source>
   <translation>没有 {path}：请指定文件夹、ZIP 或带有 {wanted} 的文件</translation>
  </message>
  <message>
   <source>there is no {what} {name}; known are: {known}</source>
   <translation>没有名为 {name} 的 {what}；已知的有：{known}</translation>
  </message>
  <message>
   <source>there is nothing at {path} to learn from</source>
   <translation>{path} 中没有可学习的内容</translation>
  </message>
  <message>
   <source>there is nothing below {name} to merge it with</source>
   <translation>{name} 下方没有可以合并的图层</translation>
  </message>
  <message>
   <source>there is nothing on the layer {name}</source>
   <translation>图层 {name} 上什么也没有</translation>
  </message>
  <message>
   <source>there is nothing to begin with: choose another input, or a file</source>
   <translation>没有可以开始的内容：请选择其他输入或文件</translation>
  </message>
  <message>
   <source>these alternatives are not in the text as it stands now</source>
   <translation>这些备选内容不在现在的文本中</translation>
  </message>
  <message>
   <source>these parameters are too long for a plugin: {reason}</source>
   <translation>这些参数对插件来说太长：{reason}</translation>
  </message>
  <message>
   <source>these styles are of a text of another length</source>
   <translation>这些样式属于另一长度的文本</translation>
  </message>
  <message>
   <source>this alternative is pinned: unpin it to remove it</source>
   <translation>这个备选内容已固定：取消固定后才能移除</translation>
  </message>
  <message>
   <source>this alternative is the one in the text: choose another one first</source>
   <translation>这是文本中正在使用的备选内容：请先选用另一个</translation>
  </message>
  <message>
   <source>this film is being rendered already: wait for it, or stop it first</source>
   <translation>这部影片已在渲染：请等待，或先停止它</translation>
  </message>
  <message>
   <source>this film is no longer on the disk: make it again</source>
   <translation>这部影片已不在磁盘上：请重新制作</translation>
  </message>
  <message>
   <source>this is no plugin: {reason} {name}</source>
   <translation>这不是插件：{reason} {name}</translation>
  </message>
  <message>
   <source>this is not a recipe: {keys}</source>
   <translation>这不是配方：{keys}</translation>
  </message>
  <message>
   <source>this is not the {kind} {id}</source>
   <translation>这不是 {kind} {id}</translation>
  </message>
  <message>
   <source>this pattern cannot be read: {why}, at character {at}</source>
   <translation>这个模式无法读取：{why}，在第 {at} 个字符</translation>
  </message>
  <message>
   <source>this pattern takes too long on this text: make it simpler</source>
   <translation>这个模式用在此文本上太慢：请简化它</translation>
  </message>
  <message>
   <source>this plugin cannot evaluate a model</source>
   <translation>这个插件不能评估模型</translation>
  </message>
  <message>
   <source>this result changes nothing in the project</source>
   <translation>这个结果没有改变工程</translation>
  </message>
  <message>
   <source>this result changes nothing in the text</source>
   <translation>这个结果没有改变文本</translation>
  </message>
  <message>
   <source>this result is no longer in the library</source>
   <translation>这个结果已不在作品库中</translation>
  </message>
  <message>
   <source>this result is no longer on the disk: make it again</source>
   <translation>这个结果已不在磁盘上：请重新制作</translation>
  </message>
  <message>
   <source>too many alternatives lie inside one another here: prune some first</source>
   <translation>这里的备选内容嵌套太多：请先修剪一些</translation>
  </message>
  <message>
   <source>two clips cannot have the same id</source>
   <translation>两个片段不能有相同的标识</translation>
  </message>
  <message>
   <source>two clips cannot show at the same time</source>
   <translation>两个片段不能同时显示</translation>
  </message>
  <message>
   <source>two layers cannot have the same id</source>
   <translation>两个图层不能有相同的标识</translation>
  </message>
  <message>
   <source>two passages cannot have the same id</source>
   <translation>两个篇章不能有相同的标识</translation>
  </message>
  <message>
   <source>two tracks cannot have the same id</source>
   <translation>两个音轨不能有相同的标识</translation>
  </message>
  <message>
   <source>unsaved work is not safe from a crash ({reason} in {folder}): save it, free some space</source>
   <translation>未保存的内容无法防止崩溃丢失（{folder} 中 {reason}）：请保存并腾出空间</translation>
  </message>
  <message>
   <source>{action} gave no answer: try other settings</source>
   <translation>{action} 没有给出回应：请试试其他设置</translation>
  </message>
  <message>
   <source>{action} painted nothing: choose another model</source>
   <translation>{action} 什么也没画：请选择其他模型</translation>
  </message>
  <message>
   <source>{bpm} quarters a minute are too slow for a MIDI file: choose at least 4</source>
   <translation>每分钟 {bpm} 个四分音符对 MIDI 文件太慢：请至少选择 4</translation>
  </message>
  <message>
   <source>{entry} is no Plugin class</source>
   <translation>{entry} 不是 Plugin 类</translation>
  </message>
  <message>
   <source>{event} is not one MIDI event</source>
   <translation>{event} 不是单个 MIDI 事件</translation>
  </message>
  <message>
   <source>{file} is refused: it says that it is {name} {version}, not {wanted} {wanted_version}</source>
   <translation>{file} 被拒绝：它自称是 {name} {version}，而不是 {wanted} {wanted_version}</translation>
  </message>
  <message>
   <source>{folder} cannot be made: {reason}</source>
   <translation>{folder} 无法创建：{reason}</translation>
  </message>
  <message>
   <source>{folder} holds no {name}</source>
   <translation>{folder} 里没有 {name}</translation>
  </message>
  <message>
   <source>{folder} is already there: choose another name or remove it</source>
   <translation>{folder} 已存在：请换一个名称或移除它</translation>
  </message>
  <message>
   <source>{folder} is no folder: choose one that holds a model</source>
   <translation>{folder} 不是文件夹：请选择一个装有模型的文件夹</translation>
  </message>
  <message>
   <source>{folder} is no model: it has no {file}</source>
   <translation>{folder} 不是模型：缺少 {file}</translation>
  </message>
  <message>
   <source>{id} cannot be removed ({reason}): close what uses it</source>
   <translation>{id} 无法移除（{reason}）：请关闭正在使用它的程序</translation>
  </message>
  <message>
   <source>{id} is linked to a folder: its changes take effect at once</source>
   <translation>{id} 链接到一个文件夹：其更改立即生效</translation>
  </message>
  <message>
   <source>{id} is not an installed plugin; installed are: {known}</source>
   <translation>{id} 不是已安装的插件；已安装的有：{known}</translation>
  </message>
  <message>
   <source>{id} is refused: its files were swapped after they had been looked at</source>
   <translation>{id} 被拒绝：检查之后它的文件被调换</translation>
  </message>
  <message>
   <source>{id} was changed by another window or command: try again</source>
   <translation>{id} 被另一个窗口或命令更改：请再试一次</translation>
  </message>
  <message>
   <source>{id} was never allowed {name}</source>
   <translation>{id} 从未获得过 {name} 权限</translation>
  </message>
  <message>
   <source>{kind} is no kind of media</source>
   <translation>{kind} 不是媒体种类</translation>
  </message>
  <message>
   <source>{method} must be annotated -&gt; Results[Image] or another kind</source>
   <translation>{method} 必须标注 -&gt; Results[Image] 或其他种类</translation>
  </message>
  <message>
   <source>{method} needs an argument run: {run}</source>
   <translation>{method} 需要参数 run: {run}</translation>
  </message>
  <message>
   <source>{method}: annotate {names}</source>
   <translation>{method}：请为 {names} 添加类型标注</translation>
  </message>
  <message>
   <source>{method}: params must be annotated with a Params class</source>
   <translation>{method}：params 必须标注为 Params 类</translation>
  </message>
  <message>
   <source>{method}: {argument} is no list, which Many is for</source>
   <translation>{method}：{argument} 不是列表，而 Many 只用于列表</translation>
  </message>
  <message>
   <source>{method}: {argument} must be one of {kinds}, optional or a list of it</source>
   <translation>{method}：{argument} 必须是 {kinds} 之一，可选或为其列表</translation>
  </message>
  <message>
   <source>{method}: {reason}</source>
   <translation>{method}：{reason}</translation>
  </message>
  <message>
   <source>{name} = {value}: {reason}</source>
   <translation>{name} = {value}：{reason}</translation>
  </message>
  <message>
   <source>{name} cannot be a plugin's id: use up to 40 small letters, digits and - as in {example}</source>
   <translation>{name} 不能作为插件标识：请用最多 40 个小写字母、数字和 -，如 {example}</translation>
  </message>
  <message>
   <source>{name} cannot be built: its pyproject.toml is damaged</source>
   <translation>{name} 无法构建：它的 pyproject.toml 已损坏</translation>
  </message>
  <message>
   <source>{name} cannot be opened with the suffix {suffix}: use one of {allowed}</source>
   <translation>{name} 的扩展名 {suffix} 无法打开：请用 {allowed} 之一</translation>
  </message>
  <message>
   <source>{name} cannot be put into a layer</source>
   <translation>{name} 不能放进图层里</translation>
  </message>
  <message>
   <source>{name} cannot be put into itself</source>
   <translation>{name} 不能放进它自己里面</translation>
  </message>
  <message>
   <source>{name} cannot be put there</source>
   <translation>{name} 不能放到那里</translation>
  </message>
  <message>
   <source>{name} cannot be read or written: {reason}</source>
   <translation>{name} 无法读取或写入：{reason}</translation>
  </message>
  <message>
   <source>{name} cannot be read: {reason}</source>
   <translation>{name} 无法读取：{reason}</translation>
  </message>
  <message>
   <source>{name} cannot be removed: {reason}</source>
   <translation>{name} 无法移除：{reason}</translation>
  </message>
  <message>
   <source>{name} cannot be renamed: {reason}</source>
   <translation>{name} 无法重命名：{reason}</translation>
  </message>
  <message>
   <source>{name} cannot be used ({reason}): convert it first</source>
   <translation>{name} 无法使用（{reason}）：请先转换</translation>
  </message>
  <message>
   <source>{name} cannot be written with the suffix {suffix}: use one of {allowed}</source>
   <translation>{name} 的扩展名 {suffix} 无法写入：请用 {allowed} 之一</translation>
  </message>
  <message>
   <source>{name} cannot be written: {reason}</source>
   <translation>{name} 无法写入：{reason}</translation>
  </message>
  <message>
   <source>{name} cannot hold this {kind}: use one of {allowed}</source>
   <translation>{name} 不能存放这种 {kind}：请用 {allowed} 之一</translation>
  </message>
  <message>
   <source>{name} cannot name a model: use letters, digits, spaces, - and _</source>
   <translation>{name} 不能作为模型名称：请用字母、数字、空格、- 和 _</translation>
  </message>
  <message>
   <source>{name} cannot name a preset: use letters, digits, spaces, - and _</source>
   <translation>{name} 不能作为预设名称：请用字母、数字、空格、- 和 _</translation>
  </message>
  <message>
   <source>{name} comes with the studio and stays as it is</source>
   <translation>{name} 随工作室附带，保持不变</translation>
  </message>
  <message>
   <source>{name} could not be built: it made no wheel</source>
   <translation>{name} 无法构建：没有得到 wheel</translation>
  </message>
  <message>
   <source>{name} could not be built: {said}</source>
   <translation>{name} 无法构建：{said}</translation>
  </message>
  <message>
   <source>{name} does not tell the time: make the clip again</source>
   <translation>{name} 没有时间信息：请重新制作片段</translation>
  </message>
  <message>
   <source>{name} has learned nothing yet that could be kept: train longer</source>
   <translation>{name} 还没有学到可以保留的内容：请训练更久</translation>
  </message>
  <message>
   <source>{name} has lists or quotes within each other more than {most} deep: choose another file</source>
   <translation>{name} 的列表或引用嵌套超过 {most} 层：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} has more than {limit} events, the most that are read: split it into parts</source>
   <translation>{name} 有超过 {limit} 个事件，超出可读取的数量：请分成几部分</translation>
  </message>
  <message>
   <source>{name} has no ticks in a quarter note: it is damaged, choose another file</source>
   <translation>{name} 的四分音符没有 tick：文件已损坏，请选择其他文件</translation>
  </message>
  <message>
   <source>{name} has no wheel on the package index: install it from its repository (git+https://...)</source>
   <translation>{name} 在软件包索引中没有 wheel：请从它的仓库安装（git+https://...）</translation>
  </message>
  <message>
   <source>{name} has no wheel: it would have to be built first</source>
   <translation>{name} 没有 wheel：需要先构建</translation>
  </message>
  <message>
   <source>{name} has tags within tags more than {most} deep: it is damaged, choose another file</source>
   <translation>{name} 的标签嵌套超过 {most} 层：文件已损坏，请选择其他文件</translation>
  </message>
  <message>
   <source>{name} has {n} megapixels, more than the {limit} that are read: make it smaller first</source>
   <translation>{name} 有 {n} 百万像素，超过可读取的 {limit}：请先缩小</translation>
  </message>
  <message>
   <source>{name} has {n} million characters, more than the {most} million of Markdown: call it .txt</source>
   <translation>{name} 有 {n} 百万个字符，超过 Markdown 的 {most} 百万：请把它命名为 .txt</translation>
  </message>
  <message>
   <source>{name} has {size} MiB, more than the {limit} MiB a SoundFont may have: pick a smaller one</source>
   <translation>{name} 有 {size} MiB，超过 SoundFont 的上限 {limit} MiB：请选择更小的</translation>
  </message>
  <message>
   <source>{name} has {size} MiB, more than the {limit} MiB that are read: cut it into parts</source>
   <translation>{name} 有 {size} MiB，超过可读取的 {limit} MiB：请分成几部分</translation>
  </message>
  <message>
   <source>{name} has {w} × {h} pixels, and a canvas has at most {most} a side: make it smaller first</source>
   <translation>{name} 有 {w} × {h} 像素，而画布每边最多 {most}：请先缩小</translation>
  </message>
  <message>
   <source>{name} holds more than {most} million characters: cut it into parts</source>
   <translation>{name} 有超过 {most} 百万个字符：请分成几部分</translation>
  </message>
  <message>
   <source>{name} holds more than {most} million paragraphs: cut it into parts</source>
   <translation>{name} 有超过 {most} 百万个段落：请分成几部分</translation>
  </message>
  <message>
   <source>{name} holds no colours: choose another palette</source>
   <translation>{name} 没有颜色：请选择其他调色板</translation>
  </message>
  <message>
   <source>{name} holds no pictures</source>
   <translation>{name} 没有画面</translation>
  </message>
  <message>
   <source>{name} holds separate patterns (MIDI format 2): save it as format 1 first</source>
   <translation>{name} 含有独立的样式（MIDI 格式 2）：请先另存为格式 1</translation>
  </message>
  <message>
   <source>{name} holds the unsafe path {member}: it is not opened at all</source>
   <translation>{name} 含有不安全的路径 {member}：完全不予打开</translation>
  </message>
  <message>
   <source>{name} holds {n} colours, more than the {most} that are read: choose a smaller palette</source>
   <translation>{name} 有 {n} 种颜色，超过可读取的 {most} 种：请选择更小的调色板</translation>
  </message>
  <message>
   <source>{name} is cut off before its end: get a whole copy of it</source>
   <translation>{name} 不完整：请获取完整的副本</translation>
  </message>
  <message>
   <source>{name} is cut off or damaged: get a whole copy of it</source>
   <translation>{name} 不完整或已损坏：请获取完整的副本</translation>
  </message>
  <message>
   <source>{name} is cut off: make the clip again</source>
   <translation>{name} 不完整：请重新制作片段</translation>
  </message>
  <message>
   <source>{name} is damaged (project.json cannot be read): open an earlier version</source>
   <translation>{name} 已损坏（project.json 无法读取）：请打开较早的版本</translation>
  </message>
  <message>
   <source>{name} is damaged (project.json names no format): open an earlier version</source>
   <translation>{name} 已损坏（project.json 没有注明格式）：请打开较早的版本</translation>
  </message>
  <message>
   <source>{name} is damaged (project.json, format {made}): open an earlier version</source>
   <translation>{name} 已损坏（project.json，格式 {made}）：请打开较早的版本</translation>
  </message>
  <message>
   <source>{name} is damaged (project.json, {where}): open an earlier version</source>
   <translation>{name} 已损坏（project.json，{where}）：请打开较早的版本</translation>
  </message>
  <message>
   <source>{name} is damaged ({reason}): choose another file</source>
   <translation>{name} 已损坏（{reason}）：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is damaged ({reason}): open an earlier version</source>
   <translation>{name} 已损坏（{reason}）：请打开较早的版本</translation>
  </message>
  <message>
   <source>{name} is empty: choose another file</source>
   <translation>{name} 是空的：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is from a newer artstudio (format {made}; this one reads {known}): update artstudio</source>
   <translation>{name} 来自更新的 artstudio（格式 {made}；本版本读取 {known}）：请更新 artstudio</translation>
  </message>
  <message>
   <source>{name} is hidden: show it to merge it</source>
   <translation>{name} 已隐藏：显示后才能合并</translation>
  </message>
  <message>
   <source>{name} is locked: unlock it to merge it</source>
   <translation>{name} 已锁定：解锁后才能合并</translation>
  </message>
  <message>
   <source>{name} is longer than 50 minutes: cut it into parts</source>
   <translation>{name} 超过 50 分钟：请分成几部分</translation>
  </message>
  <message>
   <source>{name} is missing: make the clip again</source>
   <translation>缺少 {name}：请重新制作片段</translation>
  </message>
  <message>
   <source>{name} is no HTML page or is damaged: choose another file</source>
   <translation>{name} 不是 HTML 页面或已损坏：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is no PDF or is damaged: choose another file</source>
   <translation>{name} 不是 PDF 或已损坏：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is no SoundFont or is damaged: choose another one</source>
   <translation>{name} 不是 SoundFont 或已损坏：请另选一个</translation>
  </message>
  <message>
   <source>{name} is no Word document or is damaged: choose another file</source>
   <translation>{name} 不是 Word 文档或已损坏：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is no ZIP file or is damaged: pack it again</source>
   <translation>{name} 不是 ZIP 文件或已损坏：请重新打包</translation>
  </message>
  <message>
   <source>{name} is no file of text: use one of {allowed}</source>
   <translation>{name} 不是文本文件：请用 {allowed} 之一</translation>
  </message>
  <message>
   <source>{name} is no file of the kind {kind}: use one of {allowed}</source>
   <translation>{name} 不是 {kind} 种类的文件：请用 {allowed} 之一</translation>
  </message>
  <message>
   <source>{name} is no film or is damaged: choose another file</source>
   <translation>{name} 不是影片或已损坏：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is no group</source>
   <translation>{name} 不是图层组</translation>
  </message>
  <message>
   <source>{name} is no map or is damaged</source>
   <translation>{name} 不是地图或已损坏</translation>
  </message>
  <message>
   <source>{name} is no picture or is damaged: choose another file</source>
   <translation>{name} 不是图片或已损坏：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is no plain file</source>
   <translation>{name} 不是普通文件</translation>
  </message>
  <message>
   <source>{name} is no preset: choose another file</source>
   <translation>{name} 不是预设：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is no signature: get the plugin anew</source>
   <translation>{name} 不是签名：请重新获取插件</translation>
  </message>
  <message>
   <source>{name} is no sound or is damaged: choose another file</source>
   <translation>{name} 不是声音文件或已损坏：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is no wheel: it has no single .dist-info folder</source>
   <translation>{name} 不是 wheel：它没有唯一的 .dist-info 文件夹</translation>
  </message>
  <message>
   <source>{name} is no wheel: its METADATA cannot be read</source>
   <translation>{name} 不是 wheel：它的 METADATA 无法读取</translation>
  </message>
  <message>
   <source>{name} is not a GIMP palette: choose a .gpl file</source>
   <translation>{name} 不是 GIMP 调色板：请选择 .gpl 文件</translation>
  </message>
  <message>
   <source>{name} is not a MIDI file or is damaged ({reason}): choose another file</source>
   <translation>{name} 不是 MIDI 文件或已损坏（{reason}）：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} is not an artstudio or OpenRaster file: choose another</source>
   <translation>{name} 不是 artstudio 或 OpenRaster 文件：请另选一个</translation>
  </message>
  <message>
   <source>{name} is not as it was when last saved, so only what was made after that could be recovered</source>
   <translation>{name} 与上次保存时不同，因此只能恢复之后所做的内容</translation>
  </message>
  <message>
   <source>{name} is not text: save it as UTF-8 first</source>
   <translation>{name} 不是文本：请先另存为 UTF-8</translation>
  </message>
  <message>
   <source>{name} is open in another window: go on there, or close it first</source>
   <translation>{name} 已在另一个窗口中打开：请在那里继续，或先关闭它</translation>
  </message>
  <message>
   <source>{name} is over 64 KiB: shorten it</source>
   <translation>{name} 超过 64 KiB：请缩短</translation>
  </message>
  <message>
   <source>{name} is over {limit} MiB</source>
   <translation>{name} 超过 {limit} MiB</translation>
  </message>
  <message>
   <source>{name} is refused: it has a name that is no UTF-8</source>
   <translation>{name} 被拒绝：其中有名称不是 UTF-8</translation>
  </message>
  <message>
   <source>{name} is refused: it holds more than the package {package}</source>
   <translation>{name} 被拒绝：除了包 {package} 还有别的内容</translation>
  </message>
  <message>
   <source>{name} is refused: it holds over {gib} GiB</source>
   <translation>{name} 被拒绝：超过 {gib} GiB</translation>
  </message>
  <message>
   <source>{name} is refused: it holds over {n} files</source>
   <translation>{name} 被拒绝：文件超过 {n} 个</translation>
  </message>
  <message>
   <source>{name} is refused: it is over 2 GiB</source>
   <translation>{name} 被拒绝：超过 2 GiB</translation>
  </message>
  <message>
   <source>{name} is refused: its METADATA is too long</source>
   <translation>{name} 被拒绝：它的 METADATA 过长</translation>
  </message>
  <message>
   <source>{name} is refused: its backend-path leads elsewhere</source>
   <translation>{name} 被拒绝：它的 backend-path 指向别处</translation>
  </message>
  <message>
   <source>{name} is refused: its source is not one folder</source>
   <translation>{name} 被拒绝：它的源码不是单个文件夹</translation>
  </message>
  <message>
   <source>{name} is required from {url}: only packages of your package index are installed</source>
   <translation>{name} 需要来自 {url}：只安装你的软件包索引中的软件包</translation>
  </message>
  <message>
   <source>{name} is there already and holds something else than such pictures: choose another name</source>
   <translation>{name} 已存在，而且不是这类图片：请换一个名称</translation>
  </message>
  <message>
   <source>{name} is written without its recipe, which takes {n} kB, more than the {most} kB that go along</source>
   <translation>{name} 写出时不带配方：配方有 {n} kB，超过可随附的 {most} kB</translation>
  </message>
  <message>
   <source>{name} lasts {ticks} ticks, more than fit a score: it is damaged, choose another file</source>
   <translation>{name} 长达 {ticks} 个 tick，超出乐谱容量：文件已损坏，请选择其他文件</translation>
  </message>
  <message>
   <source>{name} must lie in 0-{top}, not {value}</source>
   <translation>{name} 必须在 0-{top} 之间，而不是 {value}</translation>
  </message>
  <message>
   <source>{name} names a file outside of itself ({member}) and is not opened: do not trust it</source>
   <translation>{name} 指向自身之外的文件（{member}），不予打开：不要信任它的来源</translation>
  </message>
  <message>
   <source>{name} needs {wanted}, this is {given}</source>
   <translation>{name} 需要 {wanted}，这是 {given}</translation>
  </message>
  <message>
   <source>{name} was not saved ({reason}): save to another folder</source>
   <translation>{name} 没有保存（{reason}）：请保存到其他文件夹</translation>
  </message>
  <message>
   <source>{name} was not saved because the disk is full: free some space, or save to another disk</source>
   <translation>{name} 没有保存，因为磁盘已满：请腾出空间，或保存到其他磁盘</translation>
  </message>
  <message>
   <source>{name} was not saved because {folder} is read-only: save to another folder</source>
   <translation>{name} 没有保存，因为 {folder} 是只读的：请保存到其他文件夹</translation>
  </message>
  <message>
   <source>{name} would be over 4 GiB large: use WebM or MP4</source>
   <translation>{name} 会超过 4 GiB：请用 WebM 或 MP4</translation>
  </message>
  <message>
   <source>{name} would have to be built from source too: allow that as well</source>
   <translation>{name} 也需要从源码构建：请一并允许</translation>
  </message>
  <message>
   <source>{name} would hold {n} million characters, more than a PDF can ({most}): write it in parts</source>
   <translation>{name} 会有 {n} 百万个字符，超过 PDF 的上限（{most}）：请分几部分写出</translation>
  </message>
  <message>
   <source>{name} would take {size} MiB when unpacked, more than is read: choose another file</source>
   <translation>{name} 解压后有 {size} MiB，超过可读取的大小：请选择其他文件</translation>
  </message>
  <message>
   <source>{name} would unpack to far more than a project needs and is not opened: do not trust its source</source>
   <translation>{name} 解压后远大于工程所需，不予打开：不要信任它的来源</translation>
  </message>
  <message>
   <source>{name} {version} is refused: building it made {other}</source>
   <translation>{name} {version} 被拒绝：构建得到的是 {other}</translation>
  </message>
  <message>
   <source>{name} {version} is refused: its {place} would lie over that of {other}</source>
   <translation>{name} {version} 被拒绝：它的 {place} 会覆盖 {other} 的</translation>
  </message>
  <message>
   <source>{name} {version} is refused: its {place} would take the place of a module of {owner}</source>
   <translation>{name} {version} 被拒绝：它的 {place} 会取代 {owner} 的模块</translation>
  </message>
  <message>
   <source>{name}: there are no notes in this project to write</source>
   <translation>{name}：这个工程里没有可写出的音符</translation>
  </message>
  <message>
   <source>{name}: there is no text in this project to write</source>
   <translation>{name}：这个工程里没有可写出的文本</translation>
  </message>
  <message>
   <source>{name}: {key}: {reason}</source>
   <translation>{name}：{key}：{reason}</translation>
  </message>
  <message>
   <source>{name}: {reason}</source>
   <translation>{name}：{reason}</translation>
  </message>
  <message>
   <source>{n} packages are required, more than {most}</source>
   <translation>需要 {n} 个软件包，超过 {most} 个</translation>
  </message>
  <message>
   <source>{n}/{d} is not a metre</source>
   <translation>{n}/{d} 不是拍号</translation>
  </message>
  <message>
   <source>{package} cannot be unpacked: {reason}</source>
   <translation>{package} 无法解压：{reason}</translation>
  </message>
  <message>
   <source>{package} is refused: it holds over {gib} GiB</source>
   <translation>{package} 被拒绝：超过 {gib} GiB</translation>
  </message>
  <message>
   <source>{package} is refused: it holds over {n} files</source>
   <translation>{package} 被拒绝：文件超过 {n} 个</translation>
  </message>
  <message>
   <source>{package} is refused: it unpacks to over {gib} GiB</source>
   <translation>{package} 被拒绝：解压后超过 {gib} GiB</translation>
  </message>
  <message>
   <source>{package} is refused: its table of contents is too long</source>
   <translation>{package} 被拒绝：目录过长</translation>
  </message>
  <message>
   <source>{package} is refused: members of it overlap</source>
   <translation>{package} 被拒绝：其中的成员互相重叠</translation>
  </message>
  <message>
   <source>{package} is refused: {name} in it has {fault}</source>
   <translation>{package} 被拒绝：其中的 {name} 有 {fault}</translation>
  </message>
  <message>
   <source>{package} is refused: {name} in it is a file and a folder</source>
   <translation>{package} 被拒绝：其中的 {name} 既是文件又是文件夹</translation>
  </message>
  <message>
   <source>{package} is refused: {name} in it is a link</source>
   <translation>{package} 被拒绝：其中的 {name} 是链接</translation>
  </message>
  <message>
   <source>{package} is refused: {name} in it is no plain file</source>
   <translation>{package} 被拒绝：其中的 {name} 不是普通文件</translation>
  </message>
  <message>
   <source>{package} is refused: {name} in it is not of the size it says</source>
   <translation>{package} 被拒绝：其中的 {name} 与声明的大小不符</translation>
  </message>
  <message>
   <source>{package} is refused: {name} in it {fault}</source>
   <translation>{package} 被拒绝：其中的 {name} {fault}</translation>
  </message>
  <message>
   <source>{package} is refused: {name} is in it twice</source>
   <translation>{package} 被拒绝：其中的 {name} 出现了两次</translation>
  </message>
  <message>
   <source>{package} is refused: {one} and {other} in it are one file on some systems</source>
   <translation>{package} 被拒绝：其中的 {one} 和 {other} 在某些系统上是同一个文件</translation>
  </message>
  <message>
   <source>{path} cannot be read ({reason}): mend the index</source>
   <translation>{path} 无法读取（{reason}）：请修复索引</translation>
  </message>
  <message>
   <source>{path} cannot be read: install the plugin again</source>
   <translation>{path} 无法读取：请重新安装插件</translation>
  </message>
  <message>
   <source>{path} cannot be read: repair the plugin</source>
   <translation>{path} 无法读取：请修复插件</translation>
  </message>
  <message>
   <source>{path} holds no Ed25519 key: make one by artstudio plugins keygen</source>
   <translation>{path} 不是 Ed25519 密钥：请用 artstudio plugins keygen 生成</translation>
  </message>
  <message>
   <source>{path} is no folder, .zip or .whl</source>
   <translation>{path} 不是文件夹、.zip 或 .whl</translation>
  </message>
  <message>
   <source>{path} is of another plugin: install {id} again</source>
   <translation>{path} 属于另一个插件：请重新安装 {id}</translation>
  </message>
  <message>
   <source>{path} is there already: choose another name</source>
   <translation>{path} 已存在：请换一个名称</translation>
  </message>
  <message>
   <source>{path} lies in the plugin: keep the key elsewhere</source>
   <translation>{path} 在插件内：请把密钥放在别处</translation>
  </message>
  <message>
   <source>{path} was swapped while it was read: try again</source>
   <translation>{path} 在读取时被调换：请再试一次</translation>
  </message>
  <message>
   <source>{path}, which the package index names, is missing: mend the index</source>
   <translation>软件包索引所写的 {path} 不存在：请修复索引</translation>
  </message>
  <message>
   <source>{place} is refused: repositories are fetched by https and ssh only</source>
   <translation>{place} 被拒绝：仓库只通过 https 和 ssh 获取</translation>
  </message>
  <message>
   <source>{plugin} cannot be started: {reason}</source>
   <translation>{plugin} 无法启动：{reason}</translation>
  </message>
  <message>
   <source>{plugin} named a model outside its folder; nothing was taken</source>
   <translation>{plugin} 指向了自己文件夹之外的模型；没有采用任何内容</translation>
  </message>
  <message>
   <source>{plugin} was stopped</source>
   <translation>{plugin} 已被停止</translation>
  </message>
  <message>
   <source>{plugin} {what}; nothing else was touched, try again</source>
   <translation>{plugin} {what}；其他内容未受影响，请再试一次</translation>
  </message>
  <message>
   <source>{reason}: try again later</source>
   <translation>{reason}：请稍后再试</translation>
  </message>
  <message>
   <source>{revision} is no branch, tag or commit</source>
   <translation>{revision} 不是分支、标签或提交</translation>
  </message>
  <message>
   <source>{source} holds other files than {id} {version} by now: update it instead</source>
   <translation>{source} 现在的文件与 {id} {version} 不同：请改为更新</translation>
  </message>
  <message>
   <source>{source} holds {other} by now, not {id}: install that by itself if you want it</source>
   <translation>{source} 现在是 {other}，不是 {id}：如果需要，请单独安装</translation>
  </message>
  <message>
   <source>{suffix} has no place for sound: use MP4 or WebM</source>
   <translation>{suffix} 不能包含声音：请用 MP4 或 WebM</translation>
  </message>
  <message>
   <source>{text} is no address of a git repository</source>
   <translation>{text} 不是 git 仓库的地址</translation>
  </message>
  <message>
   <source>{text} is no file, folder, git address or name of a package</source>
   <translation>{text} 不是文件、文件夹、git 地址或软件包名称</translation>
  </message>
  <message>
   <source>{text} is no git repository: download the file and install that</source>
   <translation>{text} 不是 git 仓库：请下载文件后安装</translation>
  </message>
  <message>
   <source>{text} is no requirement: write it like numpy&gt;=1.26</source>
   <translation>{text} 不是依赖要求：请写成 numpy&gt;=1.26</translation>
  </message>
  <message>
   <source>{title} cannot be started: {reason}</source>
   <translation>{title} 无法启动：{reason}</translation>
  </message>
  <message>
   <source>{title} cannot work: it has no package {package}, which its manifest names</source>
   <translation>{title} 无法工作：它的清单所写的包 {package} 不存在</translation>
  </message>
  <message>
   <source>{title} describes no usable actions: {reason}</source>
   <translation>{title} 没有描述可用的动作：{reason}</translation>
  </message>
  <message>
   <source>{title} did not describe itself within {seconds} seconds: ask its author</source>
   <translation>{title} 没有在 {seconds} 秒内描述自己：请询问作者</translation>
  </message>
  <message>
   <source>{title} is refused: its files are not those that its author signed; get it anew</source>
   <translation>{title} 被拒绝：它的文件不是作者签名的那些；请重新获取</translation>
  </message>
  <message>
   <source>{title} is refused: its package {package} has the name of one of Python's or the studio's</source>
   <translation>{title} 被拒绝：它的包 {package} 与 Python 或工作室的包同名</translation>
  </message>
  <message>
   <source>{title} is refused: {id} is a plugin of the studio itself</source>
   <translation>{title} 被拒绝：{id} 是工作室自带的插件</translation>
  </message>
  <message>
   <source>{title} needs plugin api {api}, this studio offers {offered}: update artstudio</source>
   <translation>{title} 需要插件接口 {api}，本工作室提供 {offered}：请更新 artstudio</translation>
  </message>
  <message>
   <source>{title} needs {names} built from source, which runs their code: allow that by itself</source>
   <translation>{title} 需要从源码构建 {names}，这会运行它们的代码：请单独允许</translation>
  </message>
  <message>
   <source>{title} was made for plugin api {api}, this studio offers {offered}: update the plugin</source>
   <translation>{title} 是为插件接口 {api} 制作的，本工作室提供 {offered}：请更新插件</translation>
  </message>
  <message>
   <source>{title} {version} is refused: it is signed by {key}, what is installed by {pinned}; if its author says that the key has changed, remove the plugin first</source>
   <translation>{title} {version} 被拒绝：它由 {key} 签名，而已安装的由 {pinned} 签名；如果作者说明密钥已更换，请先移除插件</translation>
  </message>
  <message>
   <source>{title} {version} is refused: it is unsigned, what is installed was signed by {pinned}; if its author says that this is right, remove the plugin first</source>
   <translation>{title} {version} 被拒绝：它没有签名，而已安装的由 {pinned} 签名；如果作者说明这没有问题，请先移除插件</translation>
  </message>
  <message>
   <source>{trouble}</source>
   <translation>{trouble}</translation>
  </message>
  <message>
   <source>{url} cannot be had: {reason}</source>
   <translation>无法获取 {url}：{reason}</translation>
  </message>
  <message>
   <source>{wheel}: its {place} says version {other}, its manifest {manifest}: ask its author</source>
   <translation>{wheel}：它的 {place} 写着版本 {other}，清单写着 {manifest}：请询问作者</translation>
  </message>
  <message>
   <source>{zip} holds the path {name}, which leads out of it: refused whole</source>
   <translation>{zip} 含有指向外部的路径 {name}：整个拒绝</translation>
  </message>
 </context>
 <context>
  <name>permissions</name>
  <message>
   <source>hear through your microphone</source>
   <translation>通过你的麦克风听</translation>
  </message>
  <message>
   <source>read your files</source>
   <translation>读取你的文件</translation>
  </message>
  <message>
   <source>read, change and delete your files</source>
   <translation>读取、更改和删除你的文件</translation>
  </message>
  <message>
   <source>see through your camera</source>
   <translation>通过你的摄像头看</translation>
  </message>
  <message>
   <source>use the internet and your local network</source>
   <translation>使用互联网和你的本地网络</translation>
  </message>
  <message>
   <source>use what is plugged into serial ports</source>
   <translation>使用接在串口上的设备</translation>
  </message>
  <message>
   <source>use your MIDI instruments</source>
   <translation>使用你的 MIDI 乐器</translation>
  </message>
 </context>
</TS>

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
   <source>Discard</source>
   <translation>丢弃</translation>
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
   <source>Closing stops them. A training can be resumed later.</source>
   <translation>关闭会停止它们。训练以后可以继续。</translation>
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
   <source>What is not saved is lost when you go on.</source>
   <translation>继续的话，未保存的内容将会丢失。</translation>
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
 </context>
 <context>
  <name>BranchCard</name>
  <message>
   <source>Pin: keep when pruning (P)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prune this branch (Delete)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>BranchCompare</name>
  <message>
   <source>Compare branches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take this one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take this one into the text ({n})</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>BranchStrip</name>
  <message>
   <source>A fork inside this one (Alt+Down)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Being written</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Branch {n} of {m}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Compare two: choose them with Ctrl held, or by C</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Generated · seed {seed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hide the branches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No branches at the cursor: write on, or try again there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prune all but the one in the text and those pinned</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The fork around this one (Alt+Up)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <source>What stood here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Writing…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Written</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Written by hand</source>
   <translation type="unfinished" />
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
   <source>Keep all as one step</source>
   <translation>全部采用，作为一步</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>结果</translation>
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
   <source>Paint along with a model (Ctrl+L)</source>
   <translation>让模型跟着画（Ctrl+L）</translation>
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
  <name>ColourPair</name>
  <message>
   <source>Foreground and background colour</source>
   <translation>前景色和背景色</translation>
  </message>
  <message>
   <source>The two colours: click one to change it (X swaps, D: black and white)</source>
   <translation>两种颜色：点击即可更改（X 交换，D 黑与白）</translation>
  </message>
 </context>
 <context>
  <name>ColourPane</name>
  <message>
   <source>Add the colour to the palette</source>
   <translation>把颜色添加到调色板</translation>
  </message>
  <message>
   <source>Black and white (D)</source>
   <translation>黑与白（D）</translation>
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
   <source>Swap the two colours (X)</source>
   <translation>交换两种颜色（X）</translation>
  </message>
 </context>
 <context>
  <name>ColourWheel</name>
  <message>
   <source>Colour wheel</source>
   <translation>色轮</translation>
  </message>
  <message>
   <source>Ring: hue. Square: saturation to the right, brightness upwards</source>
   <translation>圆环：色相。方块：向右饱和度增加，向上亮度增加</translation>
  </message>
 </context>
 <context>
  <name>Companion</name>
  <message>
   <source>&amp;Branches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Inner fork</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Outer fork</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Stop writing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Try again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Write on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Branch befor&amp;e</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Branch {n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ne&amp;xt branch</source>
   <translation type="unfinished" />
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
   <source>{some} of {words} words · {part} of {characters} characters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{words} words · {characters} characters</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CourseView</name>
  <message>
   <source>A model that was kept from it stays</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose what to learn from on the left, then start. Painting and playing go on meanwhile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Discard run</source>
   <translation type="unfinished" />
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
   <source>Resume</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>What was learned is kept, and one can go on later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>best on what was set aside: {loss} at step {step}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>kept as {name}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Courses</name>
  <message>
   <source>{name} is on the shelf: choose it in the Models panel.</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>The curves show here once it learns. Lower is better.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>best {loss}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>best {loss} at step {step}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>learned from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>set aside</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DataList</name>
  <message>
   <source>Add a folder or files to learn from: {formats}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a folder to learn from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose files to learn from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Data to learn from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drop a folder or files here
{formats}</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>In all: {parts}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <source>Take the selected ones off the list (Delete)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is nothing to learn from in there; what can be read: {formats}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>counting…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>nothing that can be read</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Explaining</name>
  <message>
   <source>Another word</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Explain</source>
   <translation type="unfinished" />
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
   <translation>复制</translation>
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
   <source>1 clip</source>
   <translation>1 个片段</translation>
  </message>
  <message>
   <source>Film</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
  </message>
  <message>
   <source>Watch the film on the canvas (V)</source>
   <translation>在画布上观看影片（V）</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>空</translation>
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
  <name>FindBar</name>
  <message>
   <source>Close (Esc)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Match case</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next (F3)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pattern: . any character, \w a letter, + one or more, ( ) a group, \1 what it caught</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous (Shift+F3)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Replace</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Replace all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Replace with</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Replace, and find the next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The text has changed meanwhile; nothing was replaced.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole words</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{count} found</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} of {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} replaced.</source>
   <translation type="unfinished" />
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
   <source>Generate (Ctrl+Return)</source>
   <translation>生成（Ctrl+Return）</translation>
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Forks</source>
   <translation type="unfinished" />
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
 </context>
 <context>
  <name>FormatBar</name>
  <message>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Kind of paragraph</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More</source>
   <translation>更多</translation>
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
  <name>HeatBar</name>
  <message>
   <source>End (Esc)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Explaining… {n} %</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How likely each word was. Point at one, or press Ctrl+Space, for what else.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the marked word looks at. Esc goes back.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>HeatPopup</name>
  <message>
   <source>What does it look at? (L)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>HeatView</name>
  <message>
   <source>&amp;What else could stand here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show how &amp;likely each word is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What does this word l&amp;ook at</source>
   <translation type="unfinished" />
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
   <translation>相加</translation>
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
   <translation>从列表移除（Delete）</translation>
  </message>
  <message>
   <source>This layer is gone.</source>
   <translation>这个图层已不在。</translation>
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
   <source>{title}: the layer {name} is gone, take it off the list.</source>
   <translation>{title}：图层 {name} 已不在，请从列表移除。</translation>
  </message>
  <message>
   <source>{title}: {least} are needed, add {n} more.</source>
   <translation>{title}：需要 {least} 个，请再添加 {n} 个。</translation>
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
   <source>Whole picture</source>
   <translation>整幅图像</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source>1 note chosen</source>
   <translation>选中 1 个音符</translation>
  </message>
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acoustic Bass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acoustic Bass Drum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acoustic Grand Piano</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acoustic Guitar (nylon)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acoustic Guitar (steel)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Acoustic Snare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Agogo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Alto Sax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Applause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bagpipe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Banjo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Baritone Sax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bass Drum 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bassoon</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bird Tweet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blown Bottle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brass Section</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breath Noise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bright Acoustic Piano</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cabasa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Celesta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cello</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chinese Cymbal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choir Aahs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chromatic Percussion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Church Organ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clarinet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Claves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clavinet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Closed Hi-hat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Contrabass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cowbell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crash Cymbal 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Crash Cymbal 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Distortion Guitar</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drawbar Organ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drum Kit</source>
   <translation>鼓组</translation>
  </message>
  <message>
   <source>Dulcimer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Bass (finger)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Bass (pick)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Grand Piano</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Guitar (clean)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Guitar (jazz)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Guitar (muted)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Piano 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Piano 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Electric Snare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>English Horn</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ensemble</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 1 (rain)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 2 (soundtrack)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 3 (crystal)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 4 (atmosphere)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 5 (brightness)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 6 (goblins)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 7 (echoes)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>FX 8 (sci-fi)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fiddle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Flute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>French Horn</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fretless Bass</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Glockenspiel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guitar</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guitar Fret Noise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Guitar Harmonics</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gunshot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hand Clap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Harmonica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Harpsichord</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Helicopter</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hi Bongo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hi Wood Block</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hi-Mid Tom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High Agogo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High Floor Tom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High Timbale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High Tom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Honky-tonk Piano</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kalimba</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Koto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 1 (square)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 2 (sawtooth)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 3 (calliope)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 4 (chiff)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 5 (charang)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 6 (voice)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 7 (fifths)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lead 8 (bass and lead)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Long Guiro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Long Whistle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low Agogo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low Bongo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low Conga</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low Floor Tom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low Timbale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low Tom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low Wood Block</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Low-Mid Tom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Maracas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Marimba</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Melodic Tom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Music Box</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mute Cuica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mute Hi Conga</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mute Triangle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Muted Trumpet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Oboe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ocarina</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open Cuica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open Hi Conga</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open Hi-hat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open Triangle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Orchestra Hit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Orchestral Harp</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Organ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Overdriven Guitar</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 1 (new age)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 2 (warm)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 3 (polysynth)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 4 (choir)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 5 (bowed)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 6 (metallic)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 7 (halo)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pad 8 (sweep)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pan Flute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pedal Hi-hat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Percussive</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Percussive Organ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Piano</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Piccolo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pipe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pizzicato Strings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recorder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reed Organ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reverse Cymbal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ride Bell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ride Cymbal 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ride Cymbal 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rock Organ</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seashore</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shakuhachi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shamisen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shanai</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Short Guiro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Short Whistle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Side Stick</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sitar</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slap Bass 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slap Bass 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Soprano Sax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sound Effects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Splash Cymbal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steel Drums</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>String Ensemble 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>String Ensemble 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Bass 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Bass 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Brass 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Brass 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Drum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Effects</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Lead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Pad</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Strings 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Strings 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Synth Voice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Taiko Drum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tambourine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tango Accordion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Telephone Ring</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tenor Sax</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Timpani</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tinkle Bell</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tremolo Strings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trombone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trumpet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tuba</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tubular Bells</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vibraphone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Vibraslap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Viola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Violin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Voice Oohs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whistle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Woodblock</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>World</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Xylophone</source>
   <translation type="unfinished" />
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
   <translation>复制(&amp;D)</translation>
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
   <source>Stop painting along (Ctrl+L)</source>
   <translation>停止跟画（Ctrl+L）</translation>
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
  <name>MainWindow</name>
  <message>
   <source>&amp;About artstudio</source>
   <translation>关于 artstudio(&amp;A)</translation>
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
   <translation>复制(&amp;D)</translation>
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
   <source>&amp;Licences</source>
   <translation>许可证(&amp;L)</translation>
  </message>
  <message>
   <source>&amp;New…</source>
   <translation>新建(&amp;N)…</translation>
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
   <source>Open &amp;recent</source>
   <translation>打开最近的工程(&amp;R)</translation>
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
  <name>MapEditor</name>
  <message>
   <source>Key</source>
   <translation>调</translation>
  </message>
  <message>
   <source>Key from Here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Major</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Metre</source>
   <translation>拍号</translation>
  </message>
  <message>
   <source>Metre from Here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remove {mark}</source>
   <translation type="unfinished" />
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
   <source>This plugin has no models yet. Train one on your own work.</source>
   <translation>这个插件还没有模型。用你自己的作品训练一个。</translation>
  </message>
  <message>
   <source>Train a model…</source>
   <translation>训练模型…</translation>
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
   <source>Cut Notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete Notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Duplicate Notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move Notes</source>
   <translation>移动音符</translation>
  </message>
  <message>
   <source>Paste Notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quantise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Transpose</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Copy details</source>
   <translation>复制详情</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>关闭通知</translation>
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
   <source>Add a track (Ctrl+T)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show the film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tracks</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>The part before</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Too long to show whole: characters {start} to {end} of {size}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PassageList</name>
  <message>
   <source>&amp;Delete passage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;New passage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Rename passage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete passage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete the passage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New passage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passages</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rename passage</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PianoRoll</name>
  <message>
   <source>Click with the pencil to write a note, or drop a MIDI file here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Piano roll</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Insert a picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Insert picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Insert the &amp;canvas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Insert the current &amp;layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.tif *.tiff *.bmp)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The canvas</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Player</name>
  <message>
   <source>Preparing the sound…</source>
   <translation type="unfinished" />
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
   <source>Free a model's memory after</source>
   <translation>释放模型内存的等待时间</translation>
  </message>
  <message>
   <source>Keep unsaved work, to offer it back after a crash</source>
   <translation>保留未保存的内容，以便崩溃后恢复</translation>
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
   <source>Preferences</source>
   <translation>首选项</translation>
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
   <source>{time} long · {n} frames · {w} × {h} pixels at {fps} a second</source>
   <translation>时长 {time} · {n} 帧 · {w} × {h} 像素，每秒 {fps} 帧</translation>
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
   <source>the plugin {plugin} has no action {action} here: update it to use its settings</source>
   <translation>这里的插件 {plugin} 没有动作 {action}：更新后才能使用它的设置</translation>
  </message>
  <message>
   <source>the plugin {plugin} that made this is not here: install it to use its settings</source>
   <translation>制作它的插件 {plugin} 不在这里：安装后才能使用它的设置</translation>
  </message>
  <message>
   <source>the settings that made this with {plugin} make no sense</source>
   <translation>用 {plugin} 制作它的设置没有意义</translation>
  </message>
 </context>
 <context>
  <name>Ruler</name>
  <message>
   <source>Click to play from here; right-click to change tempo, metre or key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Double-click to change; right-click for more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Drag to loop a stretch; double-click switches the loop on and off (L)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ruler</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title}: reading…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title}: waiting…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title}: writing… Esc stops and keeps it</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clear formatting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>Indent</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Italic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Link</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New passage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Passage {n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Strike out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Typing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Underline</source>
   <translation type="unfinished" />
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
  <name>Setup</name>
  <message>
   <source>Begin from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give the new model a name: letters, digits, spaces, - and _.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How long</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Learn from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None of the plugins can learn.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Otherwise the parameters below say when to stop</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Task</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the new model will be called</source>
   <translation type="unfinished" />
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
  <name>StatusBar</name>
  <message>
   <source>Memory of the window and of the models' processes</source>
   <translation>窗口和模型进程占用的内存</translation>
  </message>
  <message>
   <source>Where models run</source>
   <translation>模型运行的位置</translation>
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Bold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Centred</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Find…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Flush</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Italic</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Justified</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Opposite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Strike out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Underline</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Address; empty for none:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>C&amp;ode</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clear &amp;formatting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find ne&amp;xt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Find pre&amp;vious</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Foc&amp;us</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lin&amp;k…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Link</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Paste as plain te&amp;xt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R&amp;eplace…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show where text is fro&amp;m</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TextEditor</name>
  <message>
   <source>At least {n} characters, please.</source>
   <translation>请至少输入 {n} 个字符。</translation>
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Ghost Notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Loop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Metronome</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Play or Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Quantise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Stop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>&amp;Watch the Film on the Canvas</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bar Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bar Forward</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete &amp;Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Duplicate</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Eraser</source>
   <translation>橡皮擦</translation>
  </message>
  <message>
   <source>Half Tone Down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Half Tone Up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light the Notes of the &amp;Key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mut&amp;e Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Octave &amp;Down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Octave &amp;Up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Pencil</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Previous Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>S&amp;olo Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Select</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Select All</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show the &amp;Film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show the &amp;Whole Piece</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To the &amp;Beginning</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zoom &amp;In</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zoom Ou&amp;t</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ToolBar</name>
  <message>
   <source>1/{n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>1/{n} triplet</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Eraser: drag over notes (3, or the right button)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Key at the playhead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lengths</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light the notes of the key</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Major</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pencil: click to write, drag for the length (1)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pull the chosen notes to the grid, or all (Q)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quantise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Select: drag a box round notes (2)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show the notes of the other tracks (,)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show the whole piece (F)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snap grid</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snap grid; hold Alt to move freely</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Starts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zoom in (Ctrl+wheel)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zoom out (Ctrl+wheel)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} % of the way</source>
   <translation type="unfinished" />
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
  <name>TrackHeader</name>
  <message>
   <source>Choose the instrument</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mute (M)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pan {where}; double-click for the centre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Solo (N)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Track</source>
   <translation>音轨</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Volume {n} of 127</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>centre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>left {n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>right {n}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>TrackList</name>
  <message>
   <source>Add Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose Instrument</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Delete Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Duplicate</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Duplicate Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move Down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move Up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pan</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <source>Rename Track</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Solo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Track</source>
   <translation>音轨</translation>
  </message>
  <message>
   <source>Track {n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Volume</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trainings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>can be resumed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>finished</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>learning</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>waiting</source>
   <translation type="unfinished" />
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
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose SoundFont…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose the sounds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Follow the playhead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Loop (L)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Master volume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Metre</source>
   <translation>拍号</translation>
  </message>
  <message>
   <source>Metre at the playhead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Metronome (K)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Minutes and seconds</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pause (Space)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play (Space)</source>
   <translation>播放（空格）</translation>
  </message>
  <message>
   <source>Stop and go back (Enter)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tempo at the playhead, in quarter notes a minute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To the beginning (Home)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use the Built-in Sounds</source>
   <translation type="unfinished" />
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
   <source>Show the canvas upright</source>
   <translation>转正显示画布</translation>
  </message>
  <message>
   <source>The canvas is turned (4, 6) or mirrored (M) on screen: show it upright (5)</source>
   <translation>画布在屏幕上已旋转（4、6）或镜像（M）：转正显示（5）</translation>
  </message>
 </context>
 <context>
  <name>VelocityLane</name>
  <message>
   <source>Drag across to set how hard the notes are struck</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Velocity</source>
   <translation>力度</translation>
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
   <source>Fit the canvas into the pane (Ctrl+0)</source>
   <translation>让画布适合窗格（Ctrl+0）</translation>
  </message>
  <message>
   <source>Show at 100 % (Ctrl+1)</source>
   <translation>以 100 % 显示（Ctrl+1）</translation>
  </message>
 </context>
 <context>
  <name>Walker</name>
  <message>
   <source>Pin branch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prune branch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Prune branches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unpin branch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Walk to another branch</source>
   <translation type="unfinished" />
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
  <name>Writing</name>
  <message>
   <source>Body</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Code</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heading 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heading 2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heading 3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heading 4</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heading 5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Heading 6</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Line</source>
   <translation>直线</translation>
  </message>
  <message>
   <source>List</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbered list</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quote</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Verse</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>WritingPane</name>
  <message>
   <source>Find (Ctrl+F)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Focus: nothing but the text (Shift+F11)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paste</source>
   <translation>粘贴</translation>
  </message>
  <message>
   <source>Show where text is from: typed, generated, edited</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>Write here, or drop a text file on the window.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>_Excerpt</name>
  <message>
   <source>(nothing)</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>_Scale</name>
  <message>
   <source>Legend</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>most</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>not at all</source>
   <translation type="unfinished" />
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
   <source>Many({least}, {most}) lets nothing through</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PortAudio is not installed: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Qt found no sound device</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Qt's sound is not installed: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a MIDI file cannot hold a pause of {ticks} ticks, bring the notes closer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a MIDI file cannot hold the metre {n}/{d}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a MIDI file holds 65535 tracks, not {n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a MIDI file knows no key {key}: write it like Bb or F#m</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a clip cannot lie outside its film, or show nothing of its footage</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a film cannot be {w} × {h} pixels large</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a film cannot go on at {fps} frames a second when it began at {first}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a film cannot have frames of {shape} {dtype}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a film cannot run at {fps} frames a second</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a film file of {w} × {h} pixels cannot be written: sides are {least} to {most} pixels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a film needs frames, a size, and 1 to 240 frames a second</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a film without pictures cannot be kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a layer's opacity must lie in 0-1, not {opacity}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a map cannot have the shape {shape}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a map's cells must point into its legend of {n} entries</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a note must start at tick 0 or later and last at least one tick</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a note's pitch must lie in 0-127 and its channel in 0-15</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a note's velocity must lie in 1-127</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a picture can be 1 to {most} pixels a side, not {width} × {height}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a picture cannot have the shape {shape}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a picture needs 8-bit pixels, this one has {dtype}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a picture of {w} × {h} pixels cannot be written as {kind} ({reason}): use PNG</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a plugin sent a damaged {event}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a plugin sent a result without a value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a project cannot begin with {kind}: bring it into one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a quarter note must have 1-32767 ticks, not {n}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a rate of {rate} Hz cannot be played</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a score that crossed from a plugin lacks notes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a selection must be as large as the canvas, {w} × {h} pixels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a tempo of {us} microseconds a quarter cannot be played</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a tile needs 64 × 64 32-bit pixels, this one is {shape}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a token cannot reach from {start} to {end}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a token lies outside the text of {n} characters</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a training needs a time budget or a number of steps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a value that crossed from a plugin is damaged: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a value that crossed from a plugin is missing: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a {kind} is no media value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>an array that crossed from a plugin has the wrong size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>another plugin with the id {id} lies in {folder}: remove that first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>api = "{api}" is no range: write it like "&gt;=1.0,&lt;2"</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>at least {least} {name} are needed, not {given}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>at most {most} {name} can be used, not {given}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cannot open {path} ({reason}): choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cannot read {path} ({reason})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cannot read {path} ({reason}): choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cannot read {path} ({reason}): pick another SoundFont</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cannot write {path} ({reason})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cannot write {path} ({reason}): choose another folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>cannot write {path}: choose another folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>choose a layer to put into the group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>everything was recovered but these clips, whose pictures are gone: {clips}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>git is not installed: install it, or download the plugin as a ZIP</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>groups can lie {most} deep within each other, no more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it names over {n} dependencies: it is refused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it needs Python {wanted}, artstudio runs on {have}: install artstudio with another Python</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>leave the password out of the address: it would be written down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>music longer than {hours} hours cannot be rendered: cut it into parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no sound device was found: the playhead moves in silence</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no versions of the packages that it requires go together: {said}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>notes need the layout of artstudio.sdk.NOTE_DTYPE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>nothing can be built from source here: this system cannot confine it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>nothing was written: try another seed or other settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>plan it again: {problem}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>plugins are being changed by another window or command: wait until it is done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pyproject.toml cannot be read: a list of texts is something else</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pyproject.toml cannot be read: project is no table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pyproject.toml cannot be read: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pyproject.toml is over 1 MiB: shorten it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pyproject.toml leaves its dependencies to a build tool: its author must list them there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>requires-python = {wanted} cannot be read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>something went wrong inside artstudio: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>something went wrong: {reason}; the log has the details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>sound cannot have the shape {shape}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>sound of {channels} channels at {rate} Hz cannot be written as {kind}: use WAV</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the SoundFont {name} is missing: install artstudio again or pick an SF2 file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the dependency {name} is given by its address: only packages of an index are installed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the dependency {text} cannot be read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the files of {id} {version} are not those that were installed: install it again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the film cannot be prepared in {folder} ({reason}): free some space</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the film cannot be unpacked into {folder} ({reason}): free some space there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the film was cut short, its helper ended by itself: render it again, it goes on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the footage {name} is not what its name says</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the helper that renders sound cannot start: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the history has {n} steps, not {position}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the layer {name} does not stand in its group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the layer {name} must be as large as the canvas, {width} × {height} pixels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the loss stopped being a number at step {step}: train again with a lower learning rate; what was learned before is kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the machine's memory is full: close something or choose a smaller size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the mask must be as large as the picture, {w} × {h} pixels</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the memory of {device} is full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model cannot be written to {out}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model holds folders in folders without end: it is not kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model holds more than {most} files: it is not kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model holds {name}, which is a link or no plain file and may lead to other files of yours: it is not kept</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model {folder} does not fit its {config}: {tensor} has the shape {found}, expected {expected}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model {folder} has an unreadable {file}: copy it again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model {folder} is larger than {max} GiB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the model {name} cannot be kept: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the package index cannot be reached: check the connection and try again ({said})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the package index cannot be reached: {host} ({reason})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the package index gives no SHA-256 for {name} {version}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the package index gives no SHA-256 for {name} {version}, which is needed to check it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the package index has neither a wheel nor a source of {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the package index has no source of {name} in the version required</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the parameters of {action} are not plain JSON</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the passage has only {n} paragraphs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the passage has {n} characters, {start} to {end} is not among them</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the pictures of a film must all have the same size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the plugin failed and cannot say why</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the plugin yielded a {kind}, which is no event</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the plugin {id} cannot be used: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the project has no place for {kind} yet: export it to a file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the project was not saved because the pictures of the clip {clip} are gone: remove it from the film</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the sound could not be rendered, its helper ended twice: choose another SoundFont</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the sound device does not answer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the sound device does not open: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the sound device is gone: the playhead moves in silence</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the sound has been switched off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the text holds half a character at {at}: delete it there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the text that this was made for is not there any more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the training cannot be kept in {folder}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the training in {folder} cannot be resumed: its saved state is missing or of another model; start anew</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the unsaved work of {changed} cannot be recovered, its journal {journal} is damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>the weights in {folder} are damaged: copy the model again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there are no nodes of the kind {kind}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there are no paragraphs of the kind {kind}, level {level}, alignment {align}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is already a model called {name}: choose another name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no alternative {n} here</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no blending mode {mode}; known are {known}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no clip {id}; it may have been deleted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no earlier version of {id} to go back to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no file or folder {text}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no film in this project to render: keep a film as a clip first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no folder {folder}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no kind of plugin {kind}; known are: {known}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no layer to flatten</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no layer {id}; it may have been deleted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no parameter {name}; known are {known}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no picture in {where}: bring PNG, JPEG, WebP or TIFF files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no place {i} among {n} {kind}s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no plugin {id}; known are: {known}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no quality {quality}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no render to go on with in {folder}: start anew</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no room to render the sound ({reason}): free some memory or disk space</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no tile {at} in a picture of {w} × {h}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no training to go on with in {folder}: start a new one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no {kind} {id} to remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no {kind} {id}; it may have been deleted</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no {path}: name a folder, a ZIP or a file with {wanted}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is no {what} {name}; known are: {known}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is nothing at {path} to learn from</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is nothing below {name} to merge it with</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is nothing on the layer {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>there is nothing to begin with: choose another input, or a file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>these alternatives are not in the text as it stands now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>these parameters are too long for a plugin: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>these styles are of a text of another length</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this alternative is pinned: unpin it to remove it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this alternative is the one in the text: choose another one first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this film is being rendered already: wait for it, or stop it first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this is no plugin: {reason} {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this is not a recipe: {keys}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this is not the {kind} {id}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this pattern cannot be read: {why}, at character {at}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this pattern takes too long on this text: make it simpler</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this plugin cannot evaluate a model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this result changes nothing in the project</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>this result changes nothing in the text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>too many alternatives lie inside one another here: prune some first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>two clips cannot have the same id</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>two clips cannot show at the same time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>two layers cannot have the same id</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>two passages cannot have the same id</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>two tracks cannot have the same id</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>unsaved work is not safe from a crash ({reason} in {folder}): save it, free some space</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{action} gave no answer: try other settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{action} painted nothing: choose another model</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{bpm} quarters a minute are too slow for a MIDI file: choose at least 4</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{entry} is no Plugin class</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{event} is not one MIDI event</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{file} is refused: it says that it is {name} {version}, not {wanted} {wanted_version}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} cannot be made: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} holds no {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} is already there: choose another name or remove it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{folder} is no model: it has no {file}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{id} cannot be removed ({reason}): close what uses it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{id} is linked to a folder: its changes take effect at once</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{id} is not an installed plugin; installed are: {known}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{id} is refused: its files were swapped after they had been looked at</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{id} was changed by another window or command: try again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{id} was never allowed {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{kind} is no kind of media</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{method} must be annotated -&gt; Results[Image] or another kind</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{method} needs an argument run: {run}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{method}: annotate {names}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{method}: params must be annotated with a Params class</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{method}: {argument} is no list, which Many is for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{method}: {argument} must be one of {kinds}, optional or a list of it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{method}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{names} would have to be built from source too: allow that as well</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} = {value}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be a plugin's id: use up to 40 small letters, digits and - as in {example}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be built: its pyproject.toml is damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be opened with the suffix {suffix}: use one of {allowed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be put into a layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be put into itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be put there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be read or written: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be read: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be removed: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be renamed: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be used ({reason}): convert it first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be written with the suffix {suffix}: use one of {allowed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot be written: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot hold this {kind}: use one of {allowed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} cannot name a model: use letters, digits, spaces, - and _</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} comes with the studio and stays as it is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} could not be built: it made no wheel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} could not be built: {said}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} does not tell the time: make the clip again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has learned nothing yet that could be kept: train longer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has lists or quotes within each other more than {most} deep: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has more than {limit} events, the most that are read: split it into parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has no ticks in a quarter note: it is damaged, choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has no wheel on the package index: install it from its repository (git+https://...)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has no wheel: it would have to be built first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has tags within tags more than {most} deep: it is damaged, choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {n} megapixels, more than the {limit} that are read: make it smaller first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {n} million characters, more than the {most} million of Markdown: call it .txt</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {size} MiB, more than the {limit} MiB a SoundFont may have: pick a smaller one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {size} MiB, more than the {limit} MiB that are read: cut it into parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} has {w} × {h} pixels, and a canvas has at most {most} a side: make it smaller first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds more than {most} million characters: cut it into parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds more than {most} million paragraphs: cut it into parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds no colours: choose another palette</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds no pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds separate patterns (MIDI format 2): save it as format 1 first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds the unsafe path {member}: it is not opened at all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} holds {n} colours, more than the {most} that are read: choose a smaller palette</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is cut off before its end: get a whole copy of it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is cut off or damaged: get a whole copy of it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is cut off: make the clip again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is damaged (project.json cannot be read): open an earlier version</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is damaged (project.json names no format): open an earlier version</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is damaged (project.json, format {made}): open an earlier version</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is damaged (project.json, {where}): open an earlier version</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is damaged ({reason}): choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is damaged ({reason}): open an earlier version</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is empty: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is from a newer artstudio (format {made}; this one reads {known}): update artstudio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is hidden: show it to merge it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is locked: unlock it to merge it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is longer than 50 minutes: cut it into parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is missing: make the clip again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no HTML page or is damaged: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no SoundFont or is damaged: choose another one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no Word document or is damaged: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no ZIP file or is damaged: pack it again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no file of text: use one of {allowed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no file of the kind {kind}: use one of {allowed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no film or is damaged: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no group</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no picture or is damaged: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no plain file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no signature: get the plugin anew</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no sound or is damaged: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no wheel: it has no single .dist-info folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is no wheel: its METADATA cannot be read</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is not a GIMP palette: choose a .gpl file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is not a MIDI file or is damaged ({reason}): choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is not an artstudio or OpenRaster file: choose another</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is not as it was when last saved, so only what was made after that could be recovered</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is not text: save it as UTF-8 first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is open in another window: go on there, or close it first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is over 64 KiB: shorten it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is over {limit} MiB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: it has a name that is no UTF-8</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: it holds more than the package {package}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: it holds over {gib} GiB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: it holds over {n} files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: it is over 2 GiB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: its METADATA is too long</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: its backend-path leads elsewhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is refused: its source is not one folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is required from {url}: only packages of your package index are installed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} is there already and holds something else than such pictures: choose another name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} lasts {ticks} ticks, more than fit a score: it is damaged, choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} must lie in 0-{top}, not {value}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} names a file outside of itself ({member}) and is not opened: do not trust it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} needs {wanted}, this is {given}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} was not saved ({reason}): save to another folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} was not saved because the disk is full: free some space, or save to another disk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} was not saved because {folder} is read-only: save to another folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} would be over 4 GiB large: use WebM or MP4</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} would hold {n} million characters, more than a PDF can ({most}): write it in parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} would take {size} MiB when unpacked, more than is read: choose another file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} would unpack to far more than a project needs and is not opened: do not trust its source</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} {version} is refused: building it made {other}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} {version} is refused: its {place} would lie over that of {other}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name} {version} is refused: its {place} would take the place of a module of {owner}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: there are no notes in this project to write</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: there is no text in this project to write</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: {key}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{name}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n} packages are required, more than {most}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{n}/{d} is not a metre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} cannot be unpacked: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: it holds over {gib} GiB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: it holds over {n} files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: it unpacks to over {gib} GiB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: its table of contents is too long</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: members of it overlap</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {name} in it has {fault}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {name} in it is a file and a folder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {name} in it is a link</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {name} in it is no plain file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {name} in it is not of the size it says</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {name} in it {fault}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {name} is in it twice</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{package} is refused: {one} and {other} in it are one file on some systems</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read ({reason}): mend the index</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read: install the plugin again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read: repair the plugin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} holds no Ed25519 key: make one by artstudio plugins keygen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is no folder, .zip or .whl</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is of another plugin: install {id} again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is there already: choose another name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} lies in the plugin: keep the key elsewhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} was swapped while it was read: try again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path}, which the package index names, is missing: mend the index</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{place} is refused: repositories are fetched by https and ssh only</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{plugin} cannot be started: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{plugin} failed in its own code: {kind}: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{plugin} named a model outside its folder; nothing was taken</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{plugin} was stopped</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{plugin} was stopped: it tried what it has no permission for ({reason})</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{plugin} {what}; nothing else was touched, try again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{reason}: try again later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{revision} is no branch, tag or commit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{source} holds other files than {id} {version} by now: update it instead</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{source} holds {other} by now, not {id}: install that by itself if you want it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{suffix} has no place for sound: use MP4 or WebM</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} is no address of a git repository</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} is no file, folder, git address or name of a package</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} is no git repository: download the file and install that</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{text} is no requirement: write it like numpy&gt;=1.26</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} cannot be started: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} cannot work: it has no package {package}, which its manifest names</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} describes no usable actions: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} did not describe itself within {seconds} seconds: ask its author</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} is refused: its files are not those that its author signed; get it anew</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} is refused: its package {package} has the name of one of Python's or the studio's</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} is refused: {id} is a plugin of the studio itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} needs plugin api {api}, this studio offers {offered}: update artstudio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} needs {names} built from source, which runs their code: allow that by itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} was made for plugin api {api}, this studio offers {offered}: update the plugin</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} {version} is refused: it is signed by {key}, what is installed by {pinned}; if its author says that the key has changed, remove the plugin first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{title} {version} is refused: it is unsigned, what is installed was signed by {pinned}; if its author says that this is right, remove the plugin first</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{url} cannot be had: {reason}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{wheel}: its {place} says version {other}, its manifest {manifest}: ask its author</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{zip} holds the path {name}, which leads out of it: refused whole</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>

"""The words that cells of people are made of: the one place to add a surname or a title.

Each table says what it is for, and why what is missing is missing. All is in simplified characters;
traditional surnames stand beside their simplified ones.
"""

from __future__ import annotations

# --- names -----------------------------------------------------------------------------------

# Of one letter. Left out, though some people are called so: letters with which offices and posts
# begin (区县市省镇党国公农水海经信政教社民), for whom else every 区领导 and 国土所 were a person.
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜"
    "詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉"
    "饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇"
    "敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
    "逄鹿从仝宓郗麻闻支朴阚豆逯邝羊皮师初郦雍谯慕茹储凤尧闫肖代冒幸尚佘仵冶昝晁藏苍尉扈冬农占况帅敬晓智"
    "陳張劉趙黃吳孫馬羅鄭謝韓馮鄧許蕭蘇盧蔣賈閻葉鍾譚鄒陸龍萬錢湯賀龔龐蘭齊莊嚴魯韋畢聶顧範紀歐項華車閔"
) - frozenset("农台位都")
COMPOUND = frozenset(
    """欧阳 司马 上官 诸葛 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 东方 南宫 长孙 宇文 端木 独孤 轩辕 钟离
    淳于 单于 申屠 公冶 濮阳 澹台 赫连 呼延 闻人 万俟 太史 公羊 仲孙 鲜于 闾丘 司空 司寇 百里 歐陽 司馬 諸葛"""
    "".split()
)
# How names without a surname begin, in regions where many have none; a point in a name needs no table.
WITHOUT_SURNAME = tuple(
    """扎西 次仁 旦增 丹增 多吉 卓玛 尼玛 巴桑 格桑 索朗 索南 达瓦 洛桑 平措 才让 央金 德吉 米玛 普布 边巴 强巴
    阿旺 土登 贡布 仁青 巴特尔 巴图 布仁 格日勒 其其格 乌云 苏日 斯琴 额尔 阿依 阿不 阿卜 买买提 艾尔 艾合 木合
    热依 吐尔 努尔 古丽 库尔班 玉素 依布 伊布 热合 吾买 麦麦""".split()
)
MASKS = frozenset("某×xX*＊○〇")  # what stands for a given name that is not published
# A letter that stands alone behind a name and is no part of it: a number of a list, 副：, 转 12.
ALONE = frozenset("一二三四五六七八九十副正主转等和与及或代兼男女")
FAMILIAR = frozenset("老小")  # 老王, 小李
# Given names end with these as well as offices do, so that 李会 or 张爱社 may be a person.
GIVEN_TOO = frozenset("心会社科校村州园团台盟旗长")

# --- no names ----------------------------------------------------------------------------------

# What ends the name of an office: no name, whatever it begins with.
OFFICES = frozenset(
    "心局厅委办部处室科股所站院署会社队厂店校馆库场府组区县市镇乡村州盟旗园台团司社门"
)
# Posts, and what is said of whoever has a task.
TITLES = frozenset(
    """书记 支书 副书记 县长 连长 排长 区长 市长 省长 镇长 乡长 州长 旗长 盟长 村长 街长 部长 局长 处长 科长 股长
    所长 站长 队长 厂长 厅长 会长 行长 组长 班长 店长 馆长 台长 院长 校长 园长 社长 团长 室长 段长 关长 庭长
    机长 船长 工长 河长 湖长 林长 田长 路长 链长 片长 点长 巷长 楼长 湾长 屯长 格长 护士长 秘书长 委员长
    检察长 参谋长 指挥长 理事长 监事长 总监 经理 总经理 董事长 董事 总裁 厨师长 船老大 主任 主席 主管 主委
    常委 委员 成员 组员 队员 科员 主任科员 干事 专干 干部 工程师 总工程师 总工 会计师 经济师 设计师 会计 出纳
    专员 督察员 巡视员 调研员 督导员 助理 秘书 校医 教师 老师 导师 教授 讲师 律师 顾问 法律顾问 博士 院士 专家 辅导员 研究员 医生 医师 护士 药师
    技师 负责人 责任人 联系人 联络员 联系电话 电话 手机 座机 办电 邮箱 电子邮箱 微信 传真 领导 首长 同志 先生
    女士 同学 代表 政委 司令 指挥 总指挥 网格员 管理员 安全员 技术员 监管员 保管员 施工员 资料员 质检员 信息员
    统计员 协管员 文员 职员 员工 职工 人员 司机 法人 法定代表人 业主 房东 村医 警长 民警 教导员 指导员 主持人
    召集人 经办人 承办人 主办 协办 牵头人 包保人 分管人 填报人 审核人 值班 带班 A角 B角 C角 AB角 A岗 B岗 牵头
    负责 分管 主抓 配合 落实 协调 协助 主持 统筹 抓总 主责 包保 包抓 督办 总负责 具体负责 副总 负总责 具体抓 抓落实 上半年 下半年 一季度 二季度 三季度 四季度 之前 之后 现任
    时任 拟任 等 等人 等同志 等领导""".split()
)
# What stands before a post and belongs to it: 常务副县长, 县委副书记.
OF_A_TITLE = frozenset(
    """副 总 常务 常委 专职 兼职 挂职 第一 第二 执行 主要 分管 单位 部门 党组 党委 党工委 党总支 党支部 支部 总支
    县委 区委 市委 省委 州委 镇委 乡委 旗委 团委 政府 人大 政协 纪委 项目 工程 车间 班 副总 具体 牵头 一级
    二级 三级 四级 村 各 全体""".split()
)
LONGEST = max(map(len, TITLES))
# Words that begin with a surname and are none: 项目, 安全. Alone, or with one of NOUNS behind them.
WORDS = tuple(
    """项目 安全 安监 安保 安环 车间 车辆 车队 车站 单位 常委 常务 常规 党委 党组 党群 党政 党建 党支 党总 党员 党办
    党工 马上 应急 宣传 宗教 司法 司机 计划 计财 计生 施工 包保 包联 包抓 包片 包村 包组 包户 包案 包干 路段 路政
    管委 管理 管护 房管 房产 商务 商贸 文化 文旅 文教 文明 文体 文书 金融 金管 温泉 全体 全员 全部 全县 全区 全市 全科
    全校 全镇 全院 年级 班级 班组 班子 高校 高新 高中 华侨 白酒 石油 石化 时间 时任 和 车务 库房 景区 花卉 权属 连队
    连长 边防 左右 支部 支书 易地 关于 关键 解决 步骤 双方 后勤 居民 居委 曲艺 巩固 武装 干部 原料 原单位 牛羊 周末
    周会 周期 周报 路长 田长 明确 汤料 林业 林长 林场 林草 花木 沙石 米面 池塘 成员 成立 解放 保卫 保安 保洁 保密
    保障 保管 保健 师资 师生 初中 简报 齐抓 来访 来源 储备 智慧 智能 代表 代理 尚未 尚无 衣物 官方 官网 设计 明细
    从业 童装 符合 封闭 支持 支撑 帅先 扬尘 司机 向上 农业 钱款 盖章 古建 古树 万众 成品 成本 方案 方面 严格 金额
    盛会 项下 包装 单独 木材 毛坯 熊出 纪检 纪委 纪律 游客 旅游 谈判 强化 别人 伍员 江河 江南 江北 江西 路灯 任课 任教 支委 董事 董秘 费用 车队长 路段长 连队长 查验
    查处 商会 商品 商户 都市 段落 阳光 甘草 官兵 和谐 银行 应收 应付 明年 冬季 夏季 兰花 华东 华北 华南 华中 车管""".split()
)
NOUNS = frozenset("方人员会织办科部局处室组队所站类线口端岗部位者")
# What holds one of these is said of many, or of none.
NEVER = tuple(
    """各 有关 相关 所有 全体 待定 另定 未定 同上 同前 见附 详见 附件 暂无 空缺 以及 单位 部门 领导 工作 班子 乡镇 街道
    社区 机构 企业 公司 集团 中心 学校 医院 小组 专班 人员 干部 群众 党员 代表 的""".split()
)

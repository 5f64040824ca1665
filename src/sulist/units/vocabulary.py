"""The words that unit cells are made of: the one place to add a form.

Everything is in simplified characters and full-width punctuation; a cell is folded to that
before it is compared. docs/units.md says which table answers which question.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# --- how many: 各部门 is every one of them, 有关部门 some of them ----------------------------

QUANTIFIERS = _words("各有关 各相关 有关各 相关各 有关 相关 所有 全体 各 部分")
SOME = frozenset("关分")  # a quantifier with one of these letters means some
PART = "部分"  # only at the beginning, or behind a scope: 人武部分队
NOT_QUANTIFIERS = _words("各庄 全体系 全体制")  # 贾各庄镇 is a town, 市安全体系建设办公室 an office

# --- whose: what stands before 各部门 and cannot be a unit by itself ------------------------

LEVELS = "省市区县旗盟州镇乡村"
NUMERALS = frozenset("两二三四五六七八九十")
SCOPE_MARKS = frozenset("直属级驻在")
SCOPE_LETTERS = frozenset("中央国家省市区县旗州镇乡街部直属级派辖内外本垂管")
BARE_SCOPES = frozenset(_words("中央 国家 省 市 区 县 旗 州 镇 乡 村 省市 市县 省区市"))
BELONGING = _words("下属 所属 直属 辖区")
BY_CASE = _words(
    "属地 所在地 所在 事发地 沿线 沿江 沿边 涉及 涉事 相应 其他 其它 其余"
)  # some, by the case
RULING = _words("省委 市委 区委 县委 旗委 州委 党工委 党委")
GOVERNMENTS = _words("人民政府 政府")
RULERS = LEVELS + "党"  # with 委 what rules beside a government
GOVERNING = _words("政府 管委会 国家机关")

# --- nouns for many: no single unit is called so --------------------------------------------

HEADS = _words(
    """单位 部门 机构 企业 国企 央企 民企 团体 部委 委办局 局办 处室 科室 股室 高校 院校 附校
    院所 中小学 中小学校 民办学校 村级组织 基层组织 党组织 社会组织 群团组织 民主党派
    物业管理小区 住宅小区 “两委” 两委 业主 国家机关 公安机关 检察机关 审判机关 司法机关 行政机关 监察机关 审计机关
    税务机关 新闻媒体 协会商会"""
)
SECTIONS = frozenset(_words("处室 科室 股室"))  # many, but 教科室 is one
KINDS = frozenset(
    _words(
        """省 自治区 直辖市 省直管县 计划单列市 市 地市 设区市 设区的市 地级市 地级以上市 县级市 直管市
        辖市 省辖市 省直管市 直管县
        不设区的市 市辖区 州 自治州 地区 盟 特区 区 县 自治县 旗 自治旗 镇 乡 村 行政村 居 街
        街道 社区 城市社区 农村社区 场 农场 林场 民族乡 苏木 嘎查"""
    )
)
NOT_KINDS = ("市场",)  # no 市 and 场
OF_EACH = _words(  # 乡镇卫生院: each of several kinds of places has one
    "卫生院 卫生室 财政所 司法所 派出所 中心校 中小学 服务中心 服务站 专班 指挥部 领导小组 工作组"
)
LONG_KINDS = _words("自治区 直辖市 自治州 计划单列市 设区市 县级市 自治县")  # no place is called so
KIND_SEATS = _words(
    """党委政府 党委和人民政府 党委和政府 委和人民政府 委和政府 人民政府 政府 行政公署 行署 街道办事处
    办事处 街道办 居委会 村委会 居民委员会 村民委员会 党委 党工委"""
)
SHARING_NOUNS = frozenset(  # take 各 or 市政府各 from the collective before them
    _words(
        """单位 部门 机构 企业 团体 责任单位 牵头单位 配合单位 参与单位 成员单位 直属单位 直属部门
        直属机构 直管单位 二级单位 双管单位 垂管单位 事业单位 直属事业单位 企事业单位 社会事业单位 站所
        部室 分公司 子公司 公司 中心 教研室 党组织 专业公司 项目部 车间 班组 工作部门 派出机构
        金融机构 国有企业 人民团体 社会团体 民主党派 群团 群团组织 行业协会 协会 商会 工会 党委
        党总支 党支部 直属党支部 委办局 委 办 局 厅 部 处 处室 科室 股室 办公室 部处 班 系 科 所
        队 站 室 组 分局 支队 大队 中队 派出所 高校 高等学校 科研院所 学院 学校 中小学 中小学校
        幼儿园 医院 居委会 村委会 居民委员会 村民委员会 办事处 街道办 园区 功能区
        管委会 管理委员会 部门和单位 单位和部门 板块
        卫生院 卫生室 敬老院 养老院 酒店 饭店 宾馆 景区 旅行社 商场 超市 加油站 加气站 药店 门店 小区 工地 民宿 网点 商户"""
    )
)
CATEGORY = frozenset(  # after 等 these add nothing
    _words(
        """单位 部门 责任单位 责任部门 机构 企业 地 地方 方面 省份 部委 委办局 部门单位 部门和单位 单位和部门 单位和企业 成员单位"""
    )
)
JOINED_BY_AND = frozenset(_words("单位 部门 机构 企业 事业单位 地方 组织 团体"))

# --- endings of units ------------------------------------------------------------------------

ORGAN_LETTERS = frozenset(
    "局厅委办部处室科股所站院署会社队厂店校馆库场关府组区县市镇乡村州盟旗省协园台团司庭企"
)
ORGANS = _words(
    """中心 大学 中学 小学 银行 总行 分行 支行 商行 农发行 国开行 人行 工行 农行 中行
    建行 交行 监狱 街道 单位 部门 机构 企业 人大 中央
    基地 专班 服务点 港口 车间 工段 煤矿 高中 初中 职中 附中 附小
    中专 一中 二中 三中 四中 五中 六中 一小 二小 三小 四小 五小 总支 党派 “两委”
    业主 红十字 移动 联通 电信 铁塔 电网 国网 税务 海事 日报 晚报 物业 妇联 残联 文联
    侨联 台联 青联 学联 社科联 工商联 科学城 大学城 科技城 生态城 新城 组织 各地 地方 最高法 最高检 防指
    文化宫 少年宫 民兵连"""
)
NOT_ORGANS = frozenset(
    (
        "",
        *_words("城市 都市 城区 城镇 下乡 市场 全省 全市 全区 全县 全镇 全乡 全村 本市 本区 本县"),
        *_words("我省 我市 我区 我县 我镇 辖区"),
    )
)
NOT_ORGAN_ENDINGS = _words(  # they end in a letter for organs, and are none
    """社会 机会 常务会 办公会 推进会 调度会 座谈会 现场会 上市 农村 驻村 城乡 家庭 校园 干部
    全部 内部 常委 政委 场所 厕所 部署 布局 格局 现场 有关 相关 交办 承办 举办 体系
    联系 关系 人社"""
)
STILL_ORGANS = ("安全部", "留交办")  # 国家安全部, though it ends in 全部; nor does 市留交办 in 交办
MANY = _words("镇街 省份 媒体 地 级 方 方面 运营商 开发商 承包商 网格 系")  # of collectives only
PARTS_OF_A_UNIT = _words("分局 支局 分公司 支公司 分行 支行 分署 分院 分社 分店")
OPERATORS = _words("移动 联通 电信 铁塔 广电")
PLACES_WITH_AND = _words("和平 和县 和顺 和政 和田 和静 和硕 和布克 和龙 和林格尔 和兴 和合 和安")
AFTER_PLACES = "县区市镇乡村街路社地"  # 和平区, but not 区财政局和平台公司
WORDS_WITH_AND = _words("和谐 和睦 和解 和美")  # 市政府和谐办: this 和 does not separate either
PARTED_BY_AND = _words("解放 美术 美丽")  # 市文旅局和美术馆: this one does
LOOKED_AFTER = _words(  # what an office manages, which is none itself: 实验室与设备管理处
    """实验室 重点实验室 平台 基地 车队 社区 景区 园区
    校区"""
)
AREAS = _words(  # run by a 管委会; not administrative districts, which have a government
    """新区 开发区 经开区 经济区 园区 示范区 保税区 综保区 港区 度假区 景区 名胜区
    合作区 试验区 集聚区 片区 产业园 工业园 科技园 保护区 旅游区"""
)
NOT_PLACES = (*_words("自治区 乡镇 城区 街区 郊区 库区 灾区 城市"), *AREAS)
PLACES = _words("市 区 县 旗 镇 乡 村 街道")
TOWN_LETTERS = "关城店"  # 城关, 新城, 马店: two letters, and hardly a unit
NOT_TOWNS = _words("海 酒 商 书 药 饭")
PLACE_LETTERS = "县旗市村场园关团站台厂"  # 赣县, 红旗, 城关: two letters, and perhaps half a name
SHARED_ENDINGS = _words(  # 天河、海珠大队; the longer before the shorter
    """街道办事处 公安分局 工作站 派出所 居委会 村委会 办事处 街道办 自治州 自治县 开发区
    分公司 大队 中队 支队 总队 分局 街道 社区 公司 银行 支行 分行 学院 大学 中学 小学 医院
    园区 海关 企业 新区 校区 法院 分院 部门 省 市 区 县 镇 乡 村 局"""
)
BRANCHES = _words("分局 支局 分公司 支公司 分行 支行 大队 中队")  # 章贡分局 is some bureau's
CLOSE_ENDINGS = frozenset(_words("公司 分公司 银行 支行 分行 大学 学院"))  # only for like names

# --- what bureaus are about: a name wholly of these words lacks its level, if it has none ---

FUNCTIONS = frozenset(
    _words(
        """发展 改革 发改 经济 国民经济 信息化 信息 工业 工信 经信 经贸 经发 社发 科经 科技 科学
        技术 教育 体育 教体 教科 教科体 文化 旅游 文旅 文体 文广 文广新 文广旅 文广旅体 文旅体
        广电 广播 电视 新闻 出版 版权 电影 文物 民族 宗教 民宗 公安 国安 国家安全 民政 司法 财政
         人力资源 人社 社保 保障 自然资源 自规 自资 规划 规建 规资 建管 建交 绿容
        供电 供气 国土 资源 测绘 地理 地质 矿产 煤炭 生态 环境 环保 保护 安环 住房 城乡
        建设 住建 城建 城市 城镇 管理 城管 综管 综合 执法 行政 交通 运输 交运
        公路 港航 港口 铁路 轨道 航空 航道 民航 空管 低空 水利 水务 水文 水土 保持 河长
        河湖 湖长 林长 田长 路长 防汛 抗旱 三防 农业 农村 农牧 农机 农经 畜牧 兽医
        渔业 海洋 林业 草原 林草 园林 绿化 移民 扶贫 乡村 振兴 供销 粮食 粮储 物资 储备 商务
        商业 商贸 流通 招商 产业 投资 促进 会展 博览 物流 营商 优化 民营 中小 口岸 外事 侨务
        港澳 台湾 对外 合作 经合 区域 协作 对口 支援 苏区 老区 开发 卫生 健康 卫健 卫计 计划生育
        计生 医疗 医保 医药 药品 食品 药监 食药监 食药 食安 疾控 疾病 预防 控制 血防 爱卫 爱国 监督
        监管 市场 质监 质量 工商 物价 价格 知识 产权 标准 标准化 稽查 调查 核查 审计 统计 国资
        国有 资产 国库 支付 金融 证券 保险 税务 国税 地税 采购 交易 公共 信用 信访 应急
        安监 安全 生产 消防 救援 减灾 救灾 地震 防震 人防 人民 防空 民防 国防 动员 国动 军民
        融合 人口 退役 军人 事务 双拥 征兵 气象 通信 邮政 烟草 专卖 盐务 电力 能源 节能
        无线电 双碳 老龄 老干部 妇女 儿童 残疾人 志愿 就业 劳动 人事 人才 引进 机关
        接待 办公 档案 史志 地方志 党史 方志 保密 机要 密码 编制 机构 审改 审批 人大
        政协 政务 服务 便民 数据 大数据 数字 电子 网信 网格 政府 法制 法治 政法 综治 维稳 禁毒
        治安 交警 巡警 特警 刑侦 边防 打私 督查 督办 绩效 考核 目标 政策 研究 重点 重大 项目
        工程 代建 土地 征收 征迁 征拆 拆迁 房屋 房产 房管 房地产 公积金 更新 旧改 棚改 排水 供水
        供热 燃气 节水 环卫 市容 市政 公用 事业 风景 名胜 遗产 考试 招生 社会 治理 社会工作 社管
        文明 创建 统战 宣传 组织 党群 党政 党建 两新 纪检 监察 外 台 农 侨
        政数 公资 资规 发统 经商 商粮 商旅 经促 投促 招投标 财金 财税 外贸 港务 港航 航运 路政 运管 客运 公交 交建 城更 城执 综执
        农林 农水 林水 水保 水库 水产 海渔 果业 教卫 卫体 文教 文管 文保 广新 旅发 科工 妇幼 养老 殡葬 地名 区划 劳保 住保 房改
        质检 审管 网安 网络 防火 森防 防灾"""
    )
)
BUREAU_LETTERS = _words("局 委 办 厅 部")
BUREAU_ORGANS = _words(
    """厅 局 委 建委 办 处 委员会 办公室 总队 支队 大队 队 中心 指挥部 联社 领导小组 领导小组办公室
    部门"""
)
WHOLE_ORGANS = frozenset(  # the same for names that are not «about what» plus 局
    _words(
        """政府 人民政府 党委 党工委 管委会 人大 人大常委会 政协 纪委 监委 纪委监委 法院 检察院
        人民法院 人民检察院 人武部 武警支队 武警大队 武警中队 总工会 工会 团委 妇联 妇女联合会 残联
        残疾人联合会 文联 文学艺术界联合会 侨联 归国华侨联合会 台联 科协 科学技术协会 社科联 作协 书协
        社会科学界联合会 工商联 工商业联合会 红十字会 贸促会 供销社 供销联社 供销合作社 关工委 计生协
        记协 老科协 人民医院 医院 妇保院 妇幼保健院 经委 农委 科委 教委 体委 文委 中医院 档案馆
        融媒体中心 仲裁委 仲裁委员会 公安分局 生态环境分局 自然资源分局 市监局
        图书馆 文化馆 博物馆 殡仪馆 福利院 救助站 广播电视台 体校 血站 一中 二中 三中 四中 五中 六中"""
    )
)
GROUPS = _words("党组 党委 党支部")  # 县法院、检察院党组: each has one
FIELD_NOUNS = _words("部门 企业")  # 教育、公安等部门: 教育部门, 公安部门
SEATS = frozenset(_words("政府 人民政府 管委会 党委 党工委 人大 政协 纪委 纪委监委"))
PARTY_ORGANS = frozenset(  # their level is 市委, not 市
    _words(
        """办公室 办公厅 组织部 宣传部 统战部 政法委 网信办 编办 机构编制委员会办公室 社会工作部 社工部
        政研室 政策研究室 改革办 深改办 巡察办 巡视办 老干部局 机要局 直属机关工委 机关工委 教育工委
        非公党工委 两新工委 党校 讲师团 督查室 党史研究室 信访局 目标绩效办 金融办 农办 台办 外办
        审改办 财经办 国安办 保密办 军民融合办 文明办 依法治省办 依法治市办 依法治区办 依法治县办
        全面依法治市办"""
    )
)
DOUBTFUL_ORGANS = frozenset(  # 金融监管局 may be the national one: left as written
    _words(
        """金融监管局 金融监督管理局 民航局 铁路局 监管局 行政局 管理局 管理处 管理中心 管理委员会 服务中心
        研究中心 信息中心 事务局 保护局 保障局 办公室 办公厅 综合处"""
    )
)
CENTRAL_FIELDS = _words(  # 市交通局、铁路部门: no part of the city's government
    "铁路 民航 税务 国税 地税 邮政 电力 供电 供气 通信 气象 烟草 盐务 证券 保险 金融 国安 国家安全"
)
CENTRAL = _words("国家 中国 中央 国务院 全国 中共中央")
NOT_LEVELS = _words(  # 市场监管局 has no level, 区教委 has
    """市场 市政 市容 市民 市域 区域 区划 区块 省道 县域 县道 镇街 乡风 乡贤 村民"""
)
NO_LEVEL_WITHIN = _words("局 厅 署 委 公司 银行 学院 大学")

# --- who does what: the first word that occurs in a label or a verb phrase decides ----------

DUTY_OF = {
    **dict.fromkeys(_words("牵头 主办 主责 抓总 负总责"), "lead"),
    **dict.fromkeys(_words("配合 协办 协助 支持 协同 协作"), "support"),
    **dict.fromkeys(_words("参与 参加 会同 会办"), "join"),
    **dict.fromkeys(_words("指导 督导 督促 监督 督办 督查"), "guide"),
    **dict.fromkeys(
        _words(
            "责任 负责 承办 分办 独办 实施 落实 承担 执行 办理 推进 完成 分工 其责 其职 职责 建设单位"
        ),
        "responsible",
    ),
}
LEADING = tuple(word for word, duty in DUTY_OF.items() if duty == "lead")
LABEL_WORDS = (
    "牵头|主办|主责|配合|协办|协助|支持|协同|协作|参与|参加|会办|指导|督导|监督|督办|"
    "责任|负责|承办|实施|落实|执行|推进|建设"
)
LABEL_NOUNS = "单位|部门|科室|处室|股室|机构|主体|县区|区县|镇街|乡镇|街道|地区|方"
NAMING_NOUNS = _words("单位 部门 科室 处室")  # a label with one of these needs no colon
VERBS = (
    r"负总责|牵头|主办|主责|抓总|负责|承担|分工|各负其责|各司其职|配合|"
    r"(?<![政科记])(?!协办[公理])协办|协助|协同|(?<!社)(?<![村居管常]委)(?!会办[公理])会办|分办|独办|支持|"
    r"参与|参加|指导|督导|督促|监督|督办|督查|承办|抓好落实|抓落实|落实|组织实施|实施|推进|办理|完成|执行"
)
COMMON_VERBS = _words("牵头 负责 配合 落实 参与 协助")  # which most duties are told by
AMONG = "其中"  # A、B，其中A牵头
TOGETHER = _words("职责 分工 共同 分别")  # in a bracket: it speaks of all before it
LAST_VERBS = _words(
    "落实 实施 推进 支持 会办 分办 独办 监督 指导 督导 督促 督办 督查 办理 完成 执行 承办 承担"
)  # in names too
GUIDING_VERBS = _words("指导 督导 督促 监督")  # X指导Y落实: Y has a duty of its own
HELPING_VERBS = _words("配合 协助 参与")  # 协助X: X is named, not who helps
BY = "按照|按|根据|依据|依照|依|结合|在"  # 按职责分工, 按照各自职责
WHOSE = "各自|其|部门|有关|相关|法定"
SCOPES_OF_DUTY = "属地|行业|分级"  # 按照属地管理原则
DUTIES = "职责|职能|任务|工作|分工|权限|范围|原则"
MANNERS = (
    r"结合实际|按要求|分别|共同|(?<![口合])协调|具体|主要|积极|密切|全力|大力|合力|依法|认真|切实|统一|各自|一并|同时|主动|做好|"
    r"予以|给予|应|总|(?<![会众层党团际间业])组织"
)
OBJECTS = r"相关工作|有关工作|各项工作|工作|任务|事项|抓好"

# --- what is no unit --------------------------------------------------------------------------

NOBODY = frozenset(
    _words(
        """无 暂无 待定 各 有关 相关 和 及 与 同上 略 空 未定 待确定 － — - ——
        牵头单位 责任单位 配合单位 参与单位 协办单位 主办单位 牵头部门 责任部门 配合部门 责任科室"""
    )
)
PERSONS = _words("责任人 责任人员 负责人 联系人 联络员 经办人 承办人 牵头人 包保人 领导 同志")
TITLES = _words("区长 县长 市长 镇长 乡长 局长 主任 书记 部长 处长 科长 同志 领导 成员")
TASK_INSIDE = _words("做好 抓好 抓实 确保 制定 进一步 研究提出 开展 领导下 指导下")
TASK_VERBS = _words(
    """推进 加强 完善 制订 落实 按照 根据 提出 督促 组织 健全 建立 新建 创建 实施
    严格 强化 深化 提升 提高 优化 统筹 积极 全面 持续 负责 启动 培育 引导 支持
    做到 形成 认真 切实 梳理 汇总 审核 共同"""
)
NEVER_NAMES = _words(  # no unit's name begins so, whatever its end
    """组建 设立 成立 召开 建成 改造 申报 引进 走访 帮扶 争取 提请 报送 推动 打造 加快 力争
    此项 该项 上述 同时 一是 二是 三是 四是 五是 年底 年内 月底 每月 每年 上半年 下半年 完成 新增 扩建 改建 迁建 增设 对接 建设一 建设若干 上报 报请 报省
    报市 报县 报区"""
)
TASK_WITHIN = (  # 区经发局推动企业上市: behind a unit, what it is to do
    *NEVER_NAMES,
    *_words("推进 加强 完善 落实 健全 建立 优化 提升 实施"),
)
TASKS = (  # a text without the ending of a unit that opens so is a task
    *TASK_VERBS,
    *_words("研究 协调 监督 检查 按 并 要 对 将 在 把 以 长期 详见 见附件 另行"),
)
THINGS = _words(  # endings of units, but also of what units work on: 推动企业上市, 新建幼儿园
    """省 市 区 县 镇 乡 村 园 店 馆 库 场 厂 港 城 台 企 校 站 企业 公司 医院
    街道"""
)
DUTY_VERBS = _words("牵头 负责 代建")  # in the bracket of a name: another unit's duty
OPENING_WORDS = _words("由 请 商 联合 委托 协同")  # of a bracket: the unit behind does it too
IN_BRACKETS = frozenset(  # no units, and yet parts of a name: 市人民医院（本部）
    _words("分 总 筹 筹建 本市 本区 本县 挂牌 特 自治")
)
INCLUDING = _words("含 包括 包含 除 不含 不包括")
FOREIGN_MARKS = _words("或 至 丨")  # like any sign, they leave in doubt what two units are meant
NOT_ALONE = BARE_SCOPES.union(
    _words("地方 组织 委员会 管理委员会 常委会 保护区 自然保护区 旅游区 风景区 风景名胜区")
)  # no units without more words
NOTES = _words("责任人 联系人 负责人 电话 简称")  # a bracket with one of these is no name
REMARKS = _words(
    "排名不分先后 不分先后 以下排名不分先后 排序不分先后 按姓氏笔画排序 暂定 新增 续办"
)
THE_SAME_BELOW = "下同"  # of a bracket: what it says is so in the whole list
ORDER_NOTES = _words(
    """首位 第一位 排名第一 排第一 排在第一 排序第一 排在前 排名在前 第一个 列第一 居首 第一责任单位为
    第一责任单位是 第一责任单位牵头 第一单位为 第一单位牵头 第一家为 第一家单位 首个单位 首家单位"""
)


def by_duty() -> str:
    """The pattern of how a duty is met, and nothing else: 按职责分工, 按照属地管理原则."""
    scope = f"(?:(?:{SCOPES_OF_DUTY})(?:管理|化|负责)?)?"
    return f"(?:{BY})(?:{WHOSE})?的?{scope}(?:{DUTIES})+(?:内|要求)?"

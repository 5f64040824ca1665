"""The cells that prove the words of the units' vocabulary: without the word, the cell reads otherwise.

A row is the words that it proves, a cell that holds them, and where the cell stands: a paper, or
a page. ``COMPOSED`` ones were written for the purpose. ⏎ is a line break.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPOSED = "composed"


class Witness(NamedTuple):
    """A word of a table, a cell that needs it, and where the cell was met."""

    table: str
    word: str
    cell: str
    source: str


_ROWS = {
    "QUANTIFIERS": """
        各 | 各镇人民政府，各街道办事处，开发区管委会 | 澄政办发〔2010〕123号
        有关 | 各县（区）人民政府，市直有关部门 | 遂府函〔2019〕55号
        相关 | 各盟市农牧局，相关单位 | 内蒙古自治区农牧厅 2025-07-24
        各有关 | 各市、各有关高校 | 广东省招生委员会办公室 2020-02-06
        各相关 | 各街道，各相关单位 | 鞍立政发〔2023〕2号
        所有 | 全国所有法院 | laosheng.top 法网
        有关各 | 有关各县（市、区）、市直部门 | composed
        相关各 | 市水利局、相关各乡镇 | composed
        全体 | 县安委办、县直全体机关 | composed
    """,
    "LABEL_WORDS": """
        牵头 责任 | 牵头单位：省发展改革委；责任单位：省编办、省国土资源厅、省环保厅、省住建厅 | 鄂政发〔2018〕26号
        配合 | 牵头单位：市委组织部，配合单位：各项目牵头单位，各区、县级市 | 广州 633 分工 2012
        主办 | 主办单位：市委宣传部、市委网信办、市体育局、市互联网协会 | 无锡市全民健身活动页
        协办 | 协办单位：杨浦区教育局、邯郸路街道 | 杨浦区赛事页
        承办 | 承办单位：中国传媒大学 | 北京市民族团结活动页
        执行 | 执行单位：北京市民族团结进步促进中心；中国传媒大学艺术研究院 | 北京市民族团结活动页
        协助 | 协助单位：湖北省教育信息化发展中心 | 湖北高校思政教育网
        支持 | 支持单位：中国探险协会、中国徒步网 | 敦煌戈壁徒步赛页
        协同 | 协同单位：大数据中心、财政局、卫健局 | 文成县农业农村数字平台
        协作 | 协作单位：泉州市标准化研究所 | 泉州标准信息网
        指导 | 指导单位：宜春市工业和信息化局 | 宜春市企业服务平台
        监督 | 监督单位：沈阳市沈北新区人民法院 | 沈阳破产财产拍卖公告
        建设 | 建设单位：中铁十七局 | 工程展示页
        负责 | 负责单位：软件学院 | 吉林大学蓝桥杯赛页
        主责 | 主责部门：项目管理办公室 | 项目管理制度页
        参与 | 参与单位：市妇联、市科协 | composed
        参加 | 参加单位：区卫健局、区民政局 | composed
        会办 | 会办单位：市财政局、市审计局 | composed
        督导 | 督导单位：县委督查室 | composed
        督办 | 督办单位：县政府督查室 | composed
        实施 | 实施单位：县水利局、各乡镇 | composed
        落实 | 落实单位：各乡镇、街道 | composed
        推进 | 推进单位：市发改委 | composed
    """,
    "ORGAN_LETTERS": """
        局 | 区住建局、城管局、环水局、经促局、福田运输委 | 福田区南园街道 2018-05-07
        委 | 国家发展改革委、人民银行牵头，国务院相关部门及各地区按职责分工负责 | 国办发〔2020〕43号
        会 | 海关总署、证监会负责 | 国发〔2019〕3号
        署 | 商务部、海关总署负责 | 国发〔2019〕3号
        部 | 科技部、财政部负责 | 国办发〔2018〕117号
        社 | 商务部指导，供销合作总社参与 | 国办发〔2018〕128号
        协 | 教育部、体育总局、中国足协负责 | 中国政府网 content_6942753
        司 | 省级交通运输主管部门，长江航务管理局、珠江航务管理局、直属海事局，部公路局、水运局、运输服务司、安质司、科技司、海事局分工负责 | 中国政府网 content_5589010
        厅 | 国务院办公厅牵头，各地区、各部门负责 | 国办发〔2020〕43号
        院 | 省法院、检察院按职责分工负责 | 广东数字强省方案 2025
        办 | 县委办、县政府办、县委政法委 | 临高县公安局 2025-11-05
        府 | 各苏木乡镇人民政府，旗直各有关部门 | 鄂温克旗规范性文件清理 2022
        区 | 崇川经济开发区、相关街道 | 崇川区民生实事 2023
        镇 | 锦城街道、锦北街道、锦南街道、青山湖街道、昌化镇、天目山镇 | 临安区民生实事 2022
        县 市 | 安义县、乐平市、铜鼓县、修水县 | 全国试点县名单 江西省
        旗 | 鄂尔多斯市准格尔旗、杭锦旗 | 内蒙古信访 2023
        园 | 歌德创业园、奎文区工商联、北苑街办、东关街办共同承办 | 奎文区招聘会 2017
        处 | 铭功路、五里堡、福华街、建中街等办事处 | 二七区住房保障中心 2017-05-22
        室 | 各地级以上市招生办公室（考试中心），各本科插班生招生院校和考点 | 广东省招生委员会办公室 2020-02-06
        所 | 车辆管理所、违法处理中心、侦查大队、指挥中心 | 广州交警 2020
        队 | 法制大队、警务保障处、各大队 | 广州交警 2020
        校 | 各县区人民政府（管委会），市政府各部门、各直属机构，市属各企业，各大中专院校 | 菏政办字〔2023〕1号
        组 | 学工处、研工部、校团委及各学院（课部）学工组 | 中国地质大学 2016
        科 | 责任科室:组干科、机关党委 | 括注责任科室的任务清单
        企 | 金融央企、行政央企、文化央企 | laosheng.top 金融
        省 | 四川省、陕西省等 | 国务院政策文本汇编
        馆 | 朝阳区中国现代文学馆 | laosheng.top 博物馆
        乡 | 大湖江乡、石鼓镇 | composed
        厂 | 县自来水厂、县水利局 | composed
        关 | 赣州海关、市商务局 | composed
        台 | 市广播电视台、市文旅局 | composed
        团 | 科技部、新疆维吾尔自治区人民政府、新疆生产建设兵团 | 国函〔2018〕145号
        场 | 县国有林场、县林业局 | composed
        州 | 湘西州、怀化市 | composed
        库 | 县储备粮库、县发改局 | composed
        店 | 县新华书店、县教体局 | composed
        庭 | 区法院、大埠法庭 | composed
        村 | 潭东村、潭口村 | composed
        盟 | 锡林郭勒盟、赤峰市 | composed
        站 | 县水文站、县水利局 | composed
        股 | 业务股、财务股 | composed
    """,
}


def witnesses() -> Iterator[Witness]:
    """Every row, once for each word that it proves."""
    for table, rows in _ROWS.items():
        for row in rows.strip().splitlines():
            words, cell, source = (field.strip() for field in row.split(" | "))
            for word in words.split():
                yield Witness(table, word, cell.replace("⏎", "\n"), source)


TABLES = tuple(_ROWS)

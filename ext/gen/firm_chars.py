#!/usr/bin/env python3
"""Derives ext/data/firm_chars.tsv: how surprising a character or an everyday word is as the own part of a company's name.

    python3 ext/gen/firm_chars.py

Run by hand when the listed names change: it is no part of the build, and what it writes is checked in and reviewed. Counted are the
Chinese names of listed companies in aliases.tsv, less the place ahead of them (han_places.tsv) and the words for a trade behind
(roles tail, seat, trade of han_words.tsv). A word of common_words.tsv is listed when at least two companies have it, or one whose
whole own part it is; words that say what a company does or where it is from (DENY) are no names."""
import collections
import math
import os
import re

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data')
DENY = set('中国 国际 世界 全球 国家 国民 人民 民族 国有 国内 海外 亚洲 欧洲 美国 日本 香港 中央 地方 公司 集团 金融 经济 科学 技术 科技 工业 农业 商业 贸易 生产 制造 '
           '信息 网络 电子 通信 数据 计算机 软件 汽车 飞机 船舶 铁路 公路 高速 机场 港口 交通 运输 物流 石油 石化 化学 化工 化纤 医药 药业 医疗 健康 生物 食品 粮食 牛奶 白酒 '
           '啤酒 黄金 有色 金属 钢铁 稀土 煤炭 电力 能源 核电 水务 环境 环保 建筑 建材 建设 工程 水泥 玻璃 陶瓷 房地产 地产 物业 酒店 旅游 文化 教育 出版 传媒 电影 体育 '
           '电视 广播 广告 互联网 银行 证券 保险 基金 投资 资产 发展 实业 高新 高科 综合 专业 特种 大型 股份 控股 上市 机器 机械 机器人 设备 仪器 仪表 材料 轮胎 橡胶 '
           '塑料 纺织 服装 家具 家居 家电 电器 电机 电气 电缆 电池 照明 光电 半导体 芯片 智能 数码 数字 传感 控制 自动化 园林 生态 农村 城市 农机 种业 渔业 林业 乳业 酒业 '
           '糖业 盐业 纸业 包装 印刷 百货 超市 商城 商场 连锁 零售 批发 租赁 咨询 检测 设计 装饰 水产 饲料 化肥 农药 医院 养老 外运 外贸 进出口 武器 军工 航天 航空 航运 海运 '
           '燃气 天然气 水电 火电 风电 光伏 太阳能 锂业 铝业 铜业 股票 创业 市场 服务 管理 开发 资源 系统 线路 集成 微电子 动力 传动 精密 重工 通用 第一 第二 一个 东方财富 字母 微软 标准 股东 最高 老板 长期 长久 选择 全国 商务 商品 无聊 线上 在线 有线 审计 应用 超声 特许 选择 奇怪 微光 巨大'.split())
# Characters that no own part has where a sentence has them.
NEVER = set('所的了将被把在向对由与及或给其该此本各每都也就还又再很更最不没因原购拟称接据从于两几多个股')
# Characters that may stand in an own part, but are a word of the sentence where one begins.
NEVER_FIRST = set('讯诉系获为是有入出到至派令使让若如而但且则虽即已未将欲曾正仍才只仅便极非股份减增驻受前后内外上下等做卖买和收持')
# Words that companies like to be called by, whether or not a listed one has them.
ADD = set('曙光 光明 长城 长江 黄河 东方 凤凰 蓝天 旭日 朝阳 长征 泰山 三峡 金龙 熊猫 雄鹰 骏马 锦绣 和平 友谊 红旗 东风 希望 未来 远大 宏伟 卓越 精英 先锋 启明 晨光 星辰 明珠 珍珠 翡翠 '
          '玉兰 牡丹 梅花 莲花 荷花 白云 彩虹 天使 北极 南极 北斗 长虹 巨龙 巨人 猎豹 老虎 狮子 大象 斑马 天鹅 海豚 鲸鱼 蜜蜂 蝴蝶 海鸥 海燕 海螺 珠江 松花江 太平洋 大西洋 大众 阳光 太阳 月亮 星河 '
          '银河 天地 日月 四海 五洲 环球 寰球 联想 创新 进取 永久 永恒 辉煌 光辉 荣耀 胜利 成功 力量 活力 青春 青年 春天 春风 秋林 冬青 绿洲 绿色 绿地 绿野 森林 雨林 高山 昆仑 天山 长白山 '
          '黄山 华山 庐山 嵩山 天津 金陵 金山 银山 铜山 铁山 石林 青松 翠竹 梧桐 银杏 橄榄 玫瑰 百合 茉莉 菊花 樱花 葵花 向日葵 王府 皇冠 王子 骑士 武士 勇士 将军 元帅 船长 水手 猎人 农夫 '
          '如意 永乐 吉祥 平和 大同 同仁 神州 九州 华夏 中华 木马 飞马 天马 飞龙 飞虎 飞鹰 大鹏 鸿雁 仙鹤 喜鹊 麻雀 蜂鸟 布谷 杜鹃 信天翁 企鹅 海豹 海狮 青蛙 白鲸 独角兽 麒麟 貔貅 孔雀 '
          '蓝光 明星 金星 高峰 云海 祥云 朝霞 新城 远洋 白莲 朱雀 云杉 碧波 康复 博雅 碧海 蛟龙 海港 港湾 黑马 英雄 雷达 万能 华美 云霄 白鹤 白鹭 云彩 山川 温馨 田园 蓝宝石 王府井'.split())

def rows(name):
    for line in open(os.path.join(DATA, name), encoding='utf-8'):
        if line.startswith('#'): continue
        yield line.rstrip('\n').split('\t')

def simple():
    """Traditional characters and the simplified ones that the matcher folds them to."""
    fold = {}
    for f in rows('fold.tsv'):
        if len(f) >= 2 and re.fullmatch('[0-9A-F]{4,5}', f[0]) and re.fullmatch('[0-9A-F]{4,5}', f[1]):
            fold[chr(int(f[0], 16))] = chr(int(f[1], 16))
    return fold

def main():
    roles = {f[0]: set(f[1].split(',')) for f in rows('han_words.tsv')}
    tails = sorted((w for w, r in roles.items() if r & {'tail', 'seat', 'trade', 'org'}), key=len, reverse=True)
    places = {f[0] for f in rows('han_places.tsv')}
    words = {f[0] for f in rows('common_words.tsv')}
    orgs = {f[0] for f in rows('entities.tsv') if f[2] == 'org' and f[5]}
    fold = simple()
    own = set()
    for f in rows('aliases.tsv'):
        if f[1] not in orgs or not f[2].startswith('zh') or not re.fullmatch('[\u4e00-\u9fff]{2,8}', f[0]): continue
        name = ''.join(fold.get(c, c) for c in f[0])
        while True:
            t = next((t for t in tails if name.endswith(t) and len(name) - len(t) >= 2), None)
            if not t: break
            name = name[:-len(t)]
        p = next((name[:k] for k in (4, 3, 2) if name[:k] in places and len(name) - k >= 2), '')
        if name not in places and len(name[len(p):]) <= 4: own.add(name[len(p):])
    first, later, whole = collections.Counter(n[0] for n in own), collections.Counter(c for n in own for c in n[1:]), collections.Counter(n[:2] for n in own)
    cost = lambda k, total: min(140, round(-10 * math.log2((k + 0.1) / total)))
    out = {}
    for c in set(first) | set(later):
        if first[c] + later[c] >= 2 and c not in NEVER: out[c] = cost(first[c], sum(first.values())), cost(later[c], sum(later.values()))
    for c in NEVER: out[c] = 255, 255
    for c in NEVER_FIRST: out[c] = 255, out[c][1] if c in out else 140
    for w, k in whole.items():
        if w in words and w not in DENY and w not in places and (k >= 2 or w in own): out[w] = (150 - min(30, 10 * round(math.log2(k))),) * 2
    for w in ADD & words: out.setdefault(w, (150, 150))
    for n in own:
        if len(n) == 3 and n in words and n not in DENY: out[n] = (160, 160)
    with open(os.path.join(DATA, 'firm_chars.tsv'), 'w', encoding='utf-8') as f:
        f.write('# Characters and everyday words as the own part of a company\'s name (瑞安 in 瑞安集团), and how surprising each is, in tenths of a\n'
                '# bit: at its start, and later in it (255: never). Counted in aliases.tsv by ext/gen/firm_chars.py, which says what is left out.\n'
                'key:key\tfirst:int\tlater:int\n')
        for k in sorted(out, key=lambda k: (len(k), out[k], k)): f.write('%s\t%d\t%d\n' % ((k,) + out[k]))

main()

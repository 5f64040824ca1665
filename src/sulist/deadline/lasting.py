"""The words that need no pattern: those that alone say that something lasts, and those that finish it.

``vocabulary`` has ``ALWAYS`` and ``FINISHED`` beside other words, and reads whatever follows 长期, 常年,
常态 and 持续. The other lists only spell cells that are often there, which are read at once.
"""

from __future__ import annotations

LONG = tuple("坚持 推进 开展 任务 有效 实施 执行 保持".split())
ALL_YEAR = tuple("坚持 开展".split())
USUAL = tuple("化 长效".split())
ALWAYS = tuple(
    "长效 经常性 永久 不间断 坚持不懈 始终坚持 一直坚持 常抓不懈 久久为功 贯穿始终".split()
)
HOW = tuple("深入 深化 用力 稳步".split())
ON = tuple("推进 推动 实施 开展 坚持 深化 巩固 进行 加强 完善 落实 跟进 改进 提升".split())

# Right behind a date they are what is done by then; ``vocabulary.FINISHES`` has them too.
FINISHED = tuple("完成 完工 完毕 竣工 建成 投产 投用".split())

ALONE = frozenset(
    (
        *ALWAYS,
        *("长期" + what for what in ("", *LONG)),
        *("常年" + what for what in ("", *ALL_YEAR)),
        *("常态" + what for what in ("", *USUAL)),
        *("持续" + how + what for how in ("", *HOW) for what in ("", *ON)),
    )
)

"""A reader of price tables as one writes it with lxml: every table, every row, every cell, the cells that hold an amount.

stdin: {"pages": [html, ...], "rounds": n}; stdout: {"seconds": per round, "parse_seconds": per round, "prices": cells with an amount}.
"""

import json
import re
import statistics
import sys
import time

from lxml import html

AMOUNT = re.compile(r"(?:US\$|[$¥€£])\s*\d[\d,.]*|\d[\d,.]*\s*(?:元|USD|CNY)")


def read(page: str) -> int:
    prices = 0
    for table in html.fromstring(page).iter("table"):
        header = None
        for row in table.iter("tr"):
            cells = [cell.text_content().strip() for cell in row if cell.tag in ("td", "th")]
            if header is None:
                header = cells
                continue
            prices += sum(1 for cell in cells if AMOUNT.search(cell))
    return prices


def timed(work, pages) -> float:
    start = time.perf_counter()
    for page in pages:
        work(page)
    return time.perf_counter() - start


given = json.load(sys.stdin)
pages = given["pages"]
rounds = range(given["rounds"])
print(
    json.dumps(
        {
            "seconds": statistics.median(timed(read, pages) for _ in rounds),
            "parse_seconds": statistics.median(timed(html.fromstring, pages) for _ in rounds),
            "prices": sum(read(page) for page in pages),
        }
    )
)

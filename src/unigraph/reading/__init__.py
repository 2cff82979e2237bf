"""Sources to articles: files of any usual encoding are decoded, pages split, broken lines joined, dates found.

>>> [article.title for article in read_text("南溪市总工会召开座谈会\\n\\n3月5日，南溪市总工会召开座谈会。")]
['南溪市总工会召开座谈会']
"""

from unigraph.reading.page import read_text
from unigraph.reading.sources import Fault, Reading, read_sources

__all__ = ["Fault", "Reading", "read_sources", "read_text"]

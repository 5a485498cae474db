"""References restored (ссылки): of the words of a paper, texts that follow when clauses and annexes change.

What is read from paper is plain text: «согласно приложению № 2», «в соответствии с пунктом 2.1», «приказа
министерства от 30.07.2026 № 602». :func:`restore` puts a reference there where it prints exactly what stood
there, and gives keys to what is referred to. What is not certain stays text.
"""

from prikaz.reader.doubts import Doubt
from prikaz.reader.references.restoring import Restored, restore

__all__ = ["Doubt", "Restored", "restore"]

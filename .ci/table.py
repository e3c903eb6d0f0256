#!/usr/bin/env python3
"""Prints the figures of .ci/quality as one Markdown table, or writes it into the README."""
import json, os, sys

work = sys.argv[1]

# pack, task, figure, what the reader is told, target of the best peer or None
ROWS = [
    ("gum", "dates", "all.value.f1", "dates, GUM (value F1)", "HeidelTime 72.6"),
    ("meantime", "dates", "all.value.f1", "dates, MEANTIME (value F1)", "HeidelTime 84.8"),
    ("recognizers", "dates", "all.value.f1", "dates, Recognizers-Text (value F1)", ""),
    ("gum", "entities", "exact.micro.f1", "names, GUM (exact micro F1)", "CoreNLP 71.2"),
    ("meantime", "entities", "exact.micro.f1", "names, MEANTIME (exact micro F1)", "CoreNLP 72.9"),
    ("re3d", "entities", "exact.micro.f1", "names, re3d (exact micro F1)", "CoreNLP 67.6"),
    ("polnear", "statements", "quoted.speaker_accuracy", "quotations, PolNeAR: speaker accuracy", "90.5"),
    ("polnear", "statements", "quoted.attribution.f1", "quotations, PolNeAR: attribution F1", "51.2"),
    ("polnear", "statements", "quoted.content.exact.f1", "quotations, PolNeAR: content exact F1", "25.9"),
    ("polnear", "statements", "quoted.source.exact.f1", "quotations, PolNeAR: source exact F1", "52.7"),
    ("polnear", "statements", "all.attribution.f1", "all statements, PolNeAR: attribution F1", "25.2"),
    ("plover", "events", "type.f1", "events, PLOVER records: type F1", "keywords 44.1"),
    ("plover", "events", "joint.accuracy|joint.f1", "events, PLOVER records: type and countries right", "keywords 16.2"),
    ("timeline", "timeline", "micro.f1", "timelines, SemEval-2015 task 4 trial (micro F1)", "best published 7.9 (other corpora)"),
    ("body", "body", "shingle.f1", "article text, scrapinghub pages (F1)", "go_trafilatura 95.5 (whole set)"),
] + [("facts", "facts", key, "facts: " + text, peer) for key, text, peer in [
    ("mean", "mean of the nine figures below", "spaCy and textacy 9.8"),
    ("entities.micro.f1", "entities F1", "74.7"), ("roles.f1", "roles F1", ""), ("attribution.f1", "attribution F1", ""),
    ("statements.date", "dates of statements", ""), ("stance.f1", "stances F1", ""), ("policies.f1", "policies F1", ""),
    ("stages.f1", "stages F1", ""), ("events.date", "dates of events", ""), ("events.joint.f1", "events, type and participants, F1", "")]] + [
    ("identity", "identity", "micro.found", "identity across articles: found", ""),
    ("identity", "identity", "pairs.p", "identity across articles: pairs, precision", ""),
    ("identity", "identity", "pairs.f1", "identity across articles: pairs, F1", ""),
    ("identity", "identity", "policy.f1", "identity across articles: policies, B-cubed F1", "")]


def metrics(pack, task):
    try:
        result = json.load(open(os.path.join(work, pack + ".json")))
    except (OSError, ValueError):
        return {}
    found = result.get("results", result)
    found = found.get(task, found)
    return found.get("metrics", found)


lines = ["| what | dateline | peer |", "|---|---:|---|"]
for pack, task, keys, text, peer in ROWS:
    values = metrics(pack, task)
    value = next((values[k] for k in keys.split("|") if isinstance(values.get(k), (int, float))), None)
    lines.append("| %s | %s | %s |" % (text, "–" if value is None else "%.1f" % (100 * value), peer))
table = "\n".join(lines)
print(table)
if "--readme" in sys.argv:
    begin, end = "<!-- quality -->", "<!-- /quality -->"
    text = open("README.md", encoding="utf-8").read()
    head, rest = text.split(begin, 1)
    tail = rest.split(end, 1)[1]
    open("README.md", "w", encoding="utf-8").write(head + begin + "\n" + table + "\n" + end + tail)

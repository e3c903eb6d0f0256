#!/usr/bin/env python3
"""Loads the facts pack's articles into one graph, asks it who is meant where, and scores the answers."""
import json, os, subprocess, sys, time, urllib.request

work, packs = sys.argv[1:3]
wanted = [json.loads(line)["id"] for line in open(packs + "/dev/facts.gold.jsonl")]
articles = os.path.join(work, "identity.articles.jsonl")
with open(articles, "w") as out:
    for line in open(packs + "/dev/corpus/wikinews.articles.jsonl"):
        if json.loads(line)["id"] in wanted:
            out.write(line)
store = "sqlite:" + os.path.join(work, "identity.db")
binary = os.path.join(work, "dateline")
subprocess.run([binary, "load", "--store", store, articles], check=True)
server = subprocess.Popen([binary, "serve", "--store", store, "--addr", "127.0.0.1:18799"], stderr=subprocess.DEVNULL)
QUERY = "query($k: ID!) { article(key: $k) { mentions { start end text entity { id kind name } } } }"


def ask(key):
    body = json.dumps({"query": QUERY, "variables": {"k": key}}).encode()
    request = urllib.request.Request("http://127.0.0.1:18799/graphql", body, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request, timeout=30))


try:
    for _ in range(100):
        try:
            ask(wanted[0])
            break
        except OSError:
            time.sleep(0.1)
    with open(os.path.join(work, "identity.out.jsonl"), "w") as out:
        for key in wanted:
            mentions = ask(key)["data"]["article"]["mentions"]
            flat = [dict(start=m["start"], end=m["end"], text=m["text"], kind=m["entity"]["kind"].lower(), entity=m["entity"]["id"], name=m["entity"]["name"])
                    for m in mentions if m["entity"]]
            out.write(json.dumps({"article": key, "mentions": flat}) + "\n")
finally:
    server.terminate()
    server.wait()
with open(os.path.join(work, "identity.json"), "w") as out:
    subprocess.run([sys.executable, packs + "/identity.py", packs + "/dev/facts.gold.jsonl", packs + "/dev/identity.gold.jsonl",
                    os.path.join(work, "identity.out.jsonl"), "--json"], stdout=out)

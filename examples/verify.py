#!/usr/bin/env python3
"""Verifies a bundle (mervarde-bundle/1, docs/reference/bundle.md) with nothing but Python's own library.

    python3 examples/verify.py bundle.json

It shares no code with the program that made the bundle: it hashes the content, follows the journal's
chain, checks what was published, and computes every arithmetical step anew with exact fractions.
Exit code 0: everything holds. 1: something does not. 2: not a bundle that it knows.
"""
import hashlib
import json
import sys
from fractions import Fraction


def canonical(value):
    """RFC 8785 for what a bundle holds: texts, whole numbers, yes and no, lists and objects."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def without(thing, *keys):
    return {key: value for key, value in thing.items() if key not in keys}


def chain_faults(events, hidden):
    """Each event's hash is of its own content, and names the event before it."""
    known = {}
    for n, event in enumerate(events, 1):
        if "hash" not in event:
            yield f"event {n} has no hash"
            continue
        if event.get("number") not in hidden and sha256(without(event, "hash")) != event["hash"]:
            yield f"event {event.get('number', n)} is not what was hashed"
        before = [event[key] for key in ("previous", "joins") if key in event]
        if any(each not in known for each in before) or (not before and known):
            yield f"event {event.get('number', n)} does not follow what is before it"
        elif event.get("number") != 1 + max([known[each] for each in before], default=0):
            yield f"event {event.get('number', n)} has the wrong number"
        if not set(before) <= {e.get("hash") for e in events[: n - 1]}:
            yield f"an event before event {event.get('number', n)} is missing"
        known[event["hash"]] = event.get("number", 0)


def rounded(value, decimals, mode):
    unit = Fraction(1, 10**decimals)
    whole, rest = divmod(abs(value), unit)
    up = {"up": rest > 0, "down": False, "half-up": 2 * rest >= unit, "half-down": 2 * rest > unit,
          "half-even": 2 * rest > unit or (2 * rest == unit and whole % 2 == 1)}[mode]
    return (1 if value >= 0 else -1) * (whole + up) * unit


def median(values):
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def product(values):
    total = Fraction(1)
    for each in values:
        total *= each
    return total


RULES = {
    "sum": sum, "price-rows": sum, "product": product, "same": lambda v: v[0], "negated": lambda v: -v[0],
    "difference": lambda v: v[0] - v[1], "quotient": lambda v: v[0] / v[1], "remainder": lambda v: 1 - v[0],
    "weighted": lambda v: sum(w * s for w, s in zip(v[::2], v[1::2])) / 100, "mean": lambda v: sum(v) / len(v),
    "median": median, "smallest": min, "largest": max, "clipped": lambda v: max(Fraction(0), min(Fraction(1), v[0])),
}


def arithmetic_faults(steps, counted):
    values = {step["number"]: step.get("value") for step in steps}
    for step in steps:
        given = [values[n] for n in step["from"]]
        if step.get("value") is None or None in given:
            continue
        if step["rule"] == "yes-is-one":
            expected = Fraction(1 if given[0] == "yes" else 0)
        elif step["rule"] == "rounded":
            expected = rounded(Fraction(given[0]), step["decimals"], step["mode"])
        elif step["rule"] in RULES and (given or step["rule"] in ("sum", "price-rows")):
            expected = Fraction(RULES[step["rule"]]([Fraction(each) for each in given]))
        else:
            continue
        counted.append(step["number"])
        if expected != Fraction(step["value"]):
            yield f"step {step['number']} ({step['what']}): {step['value']}, computed {expected}"


def result_faults(bundle):
    """The results are those that the steps end in, and the ranks follow from them."""
    last = {step["bid"]: step["value"] for step in bundle["computation"] if step["what"] == "result" and "value" in step}
    ranked = [bid for bid in bundle["result"]["bids"] if bid["rank"] is not None and bid["result"] is not None]
    for bid in bundle["result"]["bids"]:
        if bid["result"] is not None and bid["id"] in last and abs(Fraction(last[bid["id"]]) - Fraction(bid["result"])) > Fraction(1, 10**12):
            yield f"bid {bid['id']}: the steps end in {last[bid['id']]}, the result is {bid['result']}"
    sign = 1 if bundle["result"]["direction"] == "lowest" else -1
    for bid in ranked:
        better = sum(sign * Fraction(other["result"]) < sign * Fraction(bid["result"]) for other in ranked)
        if bid["rank"] != better + 1 and not bundle["result"]["tieBreaks"]:
            yield f"bid {bid['id']} has rank {bid['rank']}, but {better} are better"


def unique(pairs):
    """Readers disagree on which of two equal keys holds, so here neither does."""
    value = dict(pairs)
    if len(value) < len(pairs):
        twice = next(key for n, (key, _) in enumerate(pairs) if key in dict(pairs[:n]))
        raise ValueError(f'the key "{twice}" stands twice in one object, so the bundle can be read in two ways; make it anew')
    return value


def main(path):
    try:
        with open(path, encoding="utf-8") as file:
            bundle = json.load(file, object_pairs_hook=unique)
    except ValueError as error:
        print(error)
        return 2
    if bundle.get("format") != "mervarde-bundle/1":
        print(f"not a bundle that this verifier knows: {bundle.get('format')}")
        return 2
    events, hashes, hidden = bundle["events"], bundle["hashes"], set(bundle.get("redacted", {}).get("events", []))
    document = {**bundle["document"], **({"events": events} if events else {})}
    faults, counted = [], []
    for name, value in (("document", document), ("result", bundle["result"]), ("computation", bundle["computation"])):
        if sha256(value) != hashes[name]:
            faults.append(f"the hash of the {name} is not that of its content")
    faults += chain_faults(events, hidden)
    if events and events[-1].get("hash") != hashes.get("head"):
        faults.append("the journal does not end in the head that the bundle names")
    parts = {}
    for piece in document.get("published", []):
        parts[piece["part"]] = parts.get(piece["part"], "") + piece["content"]
    if parts and sha256({part: json.loads(text, object_pairs_hook=unique) for part, text in parts.items()}) != hashes.get("published"):
        faults.append("what was published is not what its fingerprint is of")
    faults += arithmetic_faults(bundle["computation"], counted)
    faults += result_faults(bundle)
    print(f"{len(events)} events, {len(counted)} of {len(bundle['computation'])} steps computed anew, {len(faults)} faults")
    for fault in faults:
        print(f"  {fault}")
    if hidden or "redacted" in bundle:
        print("  redacted: what was removed could not be verified")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

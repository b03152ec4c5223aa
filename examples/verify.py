#!/usr/bin/env python3
"""Verifies an evaluation of bids from its bundle (mervarde-bundle/1, docs/reference/bundle.md).

    python3 examples/verify.py bundle.json [CODE]

It needs Python 3.8 and nothing else, and shares no code with the program that made the bundle.
It decides for itself, in this order:

 1. reads the bundle                       6. works out each bid's price
 2. hashes its parts                       7. applies the published method
 3. follows the journal's chain            8. rejects, ranks, breaks ties, awards
 4. compares the model with the published  9. computes every step of the bundle anew
 5. works out each bid's criteria         10. compares the result, and what the journal records

All numbers are exact fractions; only the roundings that the model declares are made. CODE is a code
of the journal that was registered elsewhere: in a report, a notice or the case diary.

Exit code 0: everything was checked, and it holds.   1: something differs.
          2: not a bundle that can be read.          3: nothing differs, but not everything was checked.
"""
import hashlib
import json
import re
import sys
from fractions import Fraction


# ---- What is found ---------------------------------------------------------------------------------

class Unreadable(Exception):
    """A part of the bundle is not what a bundle holds."""


class Report:
    """The differences that were found, and what could not be checked."""

    def __init__(self):
        self.differences, self.unchecked, self.computed, self.steps = [], [], 0, 0
        self.reading = "the bundle"  # what is being read, for the sentence about what cannot be

    def compare(self, what, stated, computed):
        if stated != computed or isinstance(stated, bool):
            self.differences.append(f"{what}: the bundle says {shown(stated)}, computed {shown(computed)}")

    def differ(self, sentence):
        self.differences.append(sentence)

    def leave(self, sentence):
        self.unchecked.append(sentence)

    def exit_code(self):
        return 1 if self.differences else 3 if self.unchecked else 0


def shown(value):
    """A value on one short line, without characters that a terminal would obey."""
    if value is None:
        return "nothing"
    text = decimal_text(value) if isinstance(value, Fraction) else value if isinstance(value, str) else canonical(value)
    line = "".join(each if each.isprintable() else "?" for each in text)
    return line if len(line) <= 80 else line[:80] + "…"


def decimal_text(value):
    """A number as a decimal, or as a fraction where no decimal of 12 places is the same."""
    fitting = [decimals for decimals in range(13) if (value * 10**decimals).denominator == 1]
    return fixed_decimals(value, fitting[0]) if fitting else f"{value.numerator}/{value.denominator}"


def fixed_decimals(value, decimals):
    digits = str(abs(int(value * 10**decimals))).rjust(decimals + 1, "0")
    point = len(digits) - decimals
    return ("-" if value < 0 else "") + digits[:point] + ("." + digits[point:] if decimals else "")


# ---- 1. The bundle is read -------------------------------------------------------------------------

def read_bundle(path):
    try:
        with open(path, encoding="utf-8-sig") as file:
            bundle = read_json(file.read())
    except OSError as error:
        raise Unreadable(f"the file {shown(path)} cannot be opened: {error.strerror}") from None
    except RecursionError:
        raise Unreadable("the file is no bundle: its objects stand too deep inside each other") from None
    except ValueError:
        raise Unreadable("the file is no bundle: it is not JSON in UTF-8; export the bundle anew") from None
    seen = bundle.get("format") if isinstance(bundle, dict) else None
    if seen != "mervarde-bundle/1":
        raise Unreadable(f"not a bundle that this verifier knows: the format is {shown(seen)}, not mervarde-bundle/1")
    return bundle


def read_json(text):
    """The bundle, or a text in it that is JSON itself.

    @raise ValueError where it is none, Unreadable where two programs can read it differently"""
    return json.loads(text, object_pairs_hook=unique, parse_float=refuse_float, parse_constant=refuse_float)


def unique(pairs):
    """Readers disagree on which of two equal keys holds, so an object with two is refused."""
    found = {}
    for key, value in pairs:
        if key in found:
            raise Unreadable(f'the key "{shown(key)}" stands twice in one object, '
                             "so the bundle can be read in two ways; make it anew")
        found[key] = value
    return found


def refuse_float(text):
    """Amounts are texts; a JSON number with decimals is a binary float in most readers."""
    raise Unreadable(f"the number {shown(text)} is not whole, so readers can differ on it; export the bundle anew")


def part(thing, key, kind):
    """One part of the bundle, of the kind it has to be."""
    value = thing.get(key)
    if not isinstance(value, kind):
        raise Unreadable(f"the bundle has no readable part {key}; export it anew")
    return value


DECIMAL = re.compile(r"(?!-0(?:\.0+)?\Z)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?")


def number(text):
    """A decimal "12.5" or a fraction "1/3" as an exact number; None where nothing stands."""
    if text is None:
        return None
    if not isinstance(text, str) or len(text) > 4000 or not NUMBER.fullmatch(text):
        raise Unreadable(f"{shown(text)} stands where a number has to stand")
    return Fraction(text)


def value_of(text):
    """A number where the text is one, otherwise the word itself; a list or nothing is no value."""
    if not isinstance(text, str):
        return None
    return number(text) if NUMBER.fullmatch(text) else text


# ---- 2. The parts are hashed -----------------------------------------------------------------------

def canonical(value):
    """RFC 8785 for what a bundle holds: texts, whole numbers, yes and no, lists and objects."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def without(thing, *keys):
    return {key: value for key, value in thing.items() if key not in keys}


def code_of(fingerprint):
    """The short code of a hash: its first 120 bits in Crockford's base 32, in groups of four."""
    bits = int(fingerprint[:30], 16)
    code = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> 5 * n & 31] for n in range(23, -1, -1))
    return "-".join(code[n:n + 4] for n in range(0, 24, 4))


# Events that tell of the evaluation and are no part of what it rests on.
AFTERWARDS = ("award", "decisions", "dispatches", "confidential", "requests", "checklist",
              "roles", "timePlan")
TOLD = {"evaluated", "finalised", "reopened", "awarded", "award-corrected", "cancelled",
        "dispatched", "comment", "signed-off", "joined", "anchored"}


def basis_of(document):
    """What a result rests on: the document without what has been recorded about the evaluation."""
    kept = without(document, *AFTERWARDS, "recorded", "anchors", "events")
    work = [without(event, "number", "previous", "joins", "hash")
            for event in document.get("events", []) if event["type"] not in TOLD]
    return sha256({**kept, "events": work} if work else kept)


def check_hashes(bundle, document, report):
    hashes = part(bundle, "hashes", dict)
    for name, value in (("document", document), ("result", bundle["result"]), ("computation", bundle["computation"])):
        if sha256(value) != hashes.get(name):
            report.differ(f"the hash of the {name} is not that of its content")
    if (sha256(bundle["contracts"]) if "contracts" in bundle else None) != hashes.get("contracts"):
        report.differ("the hash of the contracts is not that of their content")
    if not is_redacted(bundle) and basis_of(document) != hashes.get("basis"):
        report.differ("the hash of the basis is not that of what the result rests on")
    if bundle["result"].get("basis") != hashes.get("basis"):
        report.differ("the result names another basis than the bundle")
    # The evaluation may since have been written as a last line in the journal.
    documents = [document, *(each for kept in (True, False) for each in before_last_event(document, kept))]
    if not is_redacted(bundle) and bundle["result"].get("fingerprint") not in map(sha256, documents):
        report.differ("the result names another document than the bundle")


def before_last_event(document, keeps_record):
    """The document as it was before the last line of the journal, and before what that line recorded."""
    events, pieces = document.get("events", []), document.get("recorded", [])
    if events:
        kept = [each for each in pieces if keeps_record or each["record"] != events[-1].get("recorded")]
        yield {**without(document, "events", "recorded"), **({"events": events[:-1]} if len(events) > 1 else {}),
               **({"recorded": kept} if kept else {})}


def is_redacted(bundle):
    return "redacted" in bundle


# ---- 3. The journal's chain is followed ------------------------------------------------------------

def check_chain(events, hidden, report):
    """Each event's hash is of its own content, and names the event before it."""
    known, followed, times = {}, set(), {}
    for n, event in enumerate(events, 1):
        name, own = f"event {shown(event.get('number', n))}", event.get("hash")
        before = [event[key] for key in ("previous", "joins") if key in event]
        if own is None:
            report.differ(f"{name} has no hash")
            continue
        if event.get("number") not in hidden and sha256(without(event, "hash")) != own:
            report.differ(f"{name} is not what was hashed")
        if own in known:
            report.differ(f"{name} stands twice")
        if "previous" in event and event["previous"] in times and is_before(event["time"], times[event["previous"]]):
            report.differ(f"{name} is dated before the event that it follows")
        if any(each not in known for each in before) or (not before and known):
            report.differ(f"{name} does not follow what is before it")
        elif event.get("number") != 1 + max([known[each] for each in before], default=0):
            report.differ(f"{name} has the wrong number")
        times[own] = event["time"]
        known[own] = event["number"] if isinstance(event.get("number"), int) else 0
        followed.update(before)
    if len(set(known) - followed) > 1:
        report.differ("the journal has two ends that no event joins")


def is_before(first, second):
    """Whether a moment is certainly before another: on an earlier day, or by clocks that are written alike."""
    if first[:10] != second[:10]:
        return first[:10] < second[:10]
    (one, zone), (other, other_zone) = (re.match(r"T?([0-9:.]*)(.*)", each[10:]).groups() for each in (first, second))
    return "" not in (one, other) and zone == other_zone and one < other


def check_journal(bundle, code, report):
    events, head = bundle["events"], part(bundle, "hashes", dict).get("head")
    if not events:
        report.leave("the journal is empty, so nothing shows that anything is as it was recorded")
    elif all("hash" not in event for event in events):
        report.leave("the journal has no hashes, so nothing shows that it is whole")
    else:
        check_chain(events, set(bundle.get("redacted", {}).get("events", [])), report)
    hashed = [event["hash"] for event in events if "hash" in event]
    if head != (hashed[-1] if hashed else None):
        report.differ("the journal does not end in the head that the bundle names")
    if code is not None and not any(is_code_of(code, each) for each in hashed):
        report.differ(f"the code {shown(code)} is of no event in the journal: "
                      "events were taken away, or the journal was made anew")


def is_code_of(typed, fingerprint):
    bare = re.sub(r"[\s-]", "", typed.upper())
    if re.fullmatch("[0-9A-F]{16,64}", bare) and fingerprint.upper().startswith(bare):
        return True
    return bare.replace("O", "0").replace("I", "1").replace("L", "1") == code_of(fingerprint).replace("-", "")


# ---- 4. The model is the published one -------------------------------------------------------------

def trimmed(value):
    """ "12.50" and "12.5" are one amount: zeros after the last decimal are no part of what was published."""
    if isinstance(value, str):
        return re.sub(r"\.?0+\Z", "", value) if "." in value and DECIMAL.fullmatch(value) else value
    if isinstance(value, list):
        return [trimmed(each) for each in value]
    return {key: trimmed(each) for key, each in value.items()} if isinstance(value, dict) else value


def published_parts(document):
    """What bidders were told (LOU 4 kap. 1 §): the model, the criteria, the requirements, the price rows."""
    requirements = document["requirements"]
    return trimmed({
        "model": without(document["model"], "accepted"),
        "criteria": document["criteria"],
        "requirements": [each for each in requirements if each.get("negotiable") is not True],
        "negotiable": [each for each in requirements if each.get("negotiable") is True],
        "priceItems": document["priceItems"],
    })


def last_event(document, *types):
    return next((each for each in reversed(document.get("events", [])) if each["type"] in types), None)


def check_published(bundle, document, report):
    """The fingerprint is the one in the journal's event: the bundle's own word for it proves nothing."""
    event = last_event(document, "published")
    if bundle["hashes"].get("published") != (event or {}).get("fingerprint"):
        report.differ("the hash of what was published is not that of the journal's event")
    if event is None:
        report.leave("nothing was published, so nothing shows that the model is the one that bidders were told")
        return
    faults = [*publication_faults(document, event), *second_publications(document)]
    if faults and is_redacted(bundle):
        report.leave("what was published: texts in it may be among what was removed")
    else:
        report.differences += faults
    if not faults:
        told = {**{key: event.get(key) for key in ("time", "by", "fingerprint")},
                "state": "same", "code": code_of(event["fingerprint"]), "differences": []}
        for key, value in told.items():
            report.compare(f"the {key} of the publication", bundle["result"].get("published", {}).get(key), value)


def second_publications(document):
    """A model is published once; a later publication of something else would put itself in its place."""
    published = [each for each in document.get("events", []) if each["type"] == "published"]
    for each in published[1:]:
        if each.get("fingerprint") != published[0].get("fingerprint"):
            yield f"event {shown(each.get('number'))} publishes something else than the first publication"


def publication_faults(document, event):
    pieces, parts, told = {}, published_parts(document), event.get("new", "").split("; ")
    for each in document.get("published", []):
        pieces[each["part"]] = pieces.get(each["part"], "") + each["content"]
    if kept_fingerprint(pieces) != event.get("fingerprint"):
        yield "what was published is not what its fingerprint is of"
    changed = [name for name, value in parts.items() if f"{name}={sha256({'part': value})[:16]}" not in told]
    if changed or sha256(parts) != event.get("fingerprint"):
        yield f"the document is not what was published: {', '.join(changed) or 'its fingerprint'}"
    currency = document["procurement"]["currency"]
    if any(each.startswith("currency=") and each != f"currency={currency}" for each in told):
        yield f"the currency {currency} is not the one that was published"


def kept_fingerprint(pieces):
    try:
        return sha256({name: read_json(text) for name, text in pieces.items()})
    except ValueError:
        return None


# ---- The document, looked up by id -----------------------------------------------------------------

class Case:
    """One procurement's document, with what has been corrected, dropped and withheld in it."""

    def __init__(self, document, whole=None):
        self.document, self.model, self.method = document, document["model"], document["model"]["method"]
        self.bids, self.items = document["bids"], document["priceItems"]
        self.rounding = self.model["rounding"]
        self.criteria = {each["id"]: each for each in every(document["criteria"])}
        self.corrected = decided_corrections(document)
        self.withheld = changed_scores(document)
        # One contract's document is held to the record of the whole.
        self.changes = whole.changes if whole else unrecorded_changes(document)
        self.withheld_prices = whole.withheld_prices if whole else withheld_prices(document, self.changes)
        self.withheld_verdicts = withheld_verdicts(self.changes)
        self.in_force = without_changed_records(document, self.changes)
        self.dropped = dropped_requirements(self.in_force)
        self.contradictions = []  # orders of lots that were drawn among the same bids
        self.own = {}       # what this program has computed: (what, bid, id) -> value
        self.indexes = {}   # lists of the document by the ids in them
        self.units = {}     # unit prices by bid and row
        self.is_redacted = False
        self.is_ordered = True  # whether every step of the computation stands after those it comes from


def is_separate(case):
    """Whether each authority has a contract of its own; the document of one of them has only that one."""
    return case.model.get("contracts") == "separate" and len(case.model.get("authorities", [])) > 1


def contract_cases(case):
    """Each separate contract's own evaluation: the authority's rows, quantities and lots, and the whole model."""
    authorities = case.model["authorities"] if is_separate(case) else []
    return [(each["id"], Case(contract_document(case.document, each), case)) for each in authorities]


def contract_document(document, authority):
    """No amount is scaled. A total is of all contracts together, and says nothing of one of them."""
    bids = [{**without(bid, "price", "statedTotal"), "prices": bid.get("prices", {})} for bid in document["bids"]]
    lots = [each if each.get("authority", authority["id"]) == authority["id"] else {**each, "order": []}
            for each in document.get("lotteries", [])]
    return {**document, "model": {**document["model"], "authorities": [authority]}, "bids": bids,
            "priceItems": contract_items(document["priceItems"], authority["id"]),
            **({"lotteries": lots} if "lotteries" in document else {})}


def contract_items(items, authority):
    bought = [each for each in items if each.get("authority", authority) == authority]
    ids = {each["id"] for each in bought}
    made = []
    for item in bought:
        is_split = item.get("effect", "price") in ("price", "credit") and "per" not in item and "authority" not in item
        own = {key: text for key, text in item.get("quantities", {}).items() if key == authority}
        kept = {**item, "quantity": own.get(authority, item.get("quantity")), "quantities": own} if is_split else item
        made += [kept] if item.get("on", item["id"]) in ids else []
    return made


def every(criteria):
    for each in criteria:
        yield each
        yield from every(each.get("children", []))


def decided_corrections(document):
    """LOU 4 kap. 9 §: a corrected price holds once it is decided: by whom, when, why, under which rule."""
    return {clarified_place(each): each for each in document.get("clarifications", [])
            if clarified_place(each) and is_decided(each) and DECIMAL.fullmatch(each.get("new", ""))}


def is_decided(record):
    return all(record.get(key) for key in ("rule", "reason", "decidedBy", "decidedAt"))


def price_place(bid, item=None):
    return f"bids[{bid}].price" if item is None else f"bids[{bid}].prices[{item}]"


def dropped_requirements(document):
    """Only a negotiable requirement can be dropped, and only where the procedure has negotiation."""
    procurement = document["procurement"]
    negotiates = procurement["regime"] == "national" or procurement["procedure"] in (
        "negotiated", "negotiated-without-notice")
    negotiable = {each["id"] for each in document["requirements"] if each.get("negotiable") is True}
    last = {each["requirement"]: each for each in document.get("adjustments", [])}
    return {key for key, each in last.items() if negotiates and key in negotiable and each.get("dropped") is True}


def plain(text):
    """ "3.0" and "3" are one value."""
    return re.sub(r"([0-9])\.(?![0-9])", r"\1", re.sub(r"([0-9]+\.[0-9]*?)0+(?![0-9])", r"\1", text))


def score_text(value):
    return value if value is None or isinstance(value, str) else canonical(value)


def changed_scores(document):
    """A score that differs from what the journal recorded last is withheld: it counts for nothing."""
    recorded, had_value = {}, set()
    for event in document.get("events", []):
        if event["type"] == "score" and "bid" in event and "criterion" in event:
            key = (event["bid"], event["criterion"], event.get("evaluator"))
            recorded[key] = event.get("new")
            if "new" in event:
                had_value.add(key)
    now = {(bid, criterion, evaluator): value
           for bid, criterion, evaluator, value, _ in every_score(document)}
    return {key for key in had_value if not same_value(now.get(key), recorded[key])}


def every_score(document):
    """The agreed scores and each evaluator's own, with the reasons that stand with them."""
    for bid in document["bids"]:
        for criterion, score in bid["scores"].items():
            yield bid["id"], criterion, None, score_text(score.get("value")), score
            for each in score.get("assessments", []):
                yield bid["id"], criterion, each["evaluator"], each.get("value"), each


# ---- The record of what decides --------------------------------------------------------------------

# Lists whose rows have no id of their own, and what tells their rows apart.
ROW_NAMES = {"exclusions": ["bid"], "lowBids": ["bid"], "lotteries": ["order"],
             "adjustments": ["requirement", "round"], "offers": ["bid", "round", "item"]}


def parts_of(key):
    """bids[A].prices[P1] is [("bids", "A"), ("prices", "P1")]; an id may have dots in it."""
    return re.findall(r"([^.\[\]]+)(?:\[([^\]]*)\])?", key)


def values_of(content, key="", name=""):
    """The values in what an event recorded, each under its key: a place with names instead of positions."""
    if isinstance(content, list) and name == "answers":
        for group in content:  # Answers that are the same, with the ids of their requirements.
            for each in group["of"]:
                yield from values_of(without(group, "of"), f"{key}[{each}]")
    elif isinstance(content, list):
        if all(isinstance(each, dict) for each in content):
            yield from row_values(content, key, name)
        else:
            yield key, canonical(content)
    elif isinstance(content, dict):
        is_by_id = name in ("answers", "prices")
        for each, value in content.items():
            if each == "id" and key.endswith("]"):
                continue
            inner = f"{key}[{each}]" if is_by_id else f"{key}.{each}" if key else each
            yield from values_of(value, inner, "" if is_by_id else each)
    elif content is not None:
        yield key, content if isinstance(content, str) else canonical(content)


def row_values(rows, key, name):
    for numbered, row in named_rows(rows, name):
        # When an excluded supplier was told comes after the decision.
        row = without(row, "notifiedAt") if name == "exclusions" else row
        yield from values_of(row, f"{key}[{numbered}]")


def named_rows(rows, name):
    """Each row with what it is called: of several with one name, the later ones are numbered."""
    seen = {}
    for row in rows:
        row_name = name_of(row, name)
        seen[row_name] = seen.get(row_name, 0) + 1
        yield row_name if seen[row_name] == 1 else f"{row_name} {seen[row_name]}", row


def name_of(row, name):
    values = [row[each] for each in ROW_NAMES.get(name, ["id"]) if row.get(each) is not None]
    return " ".join(" ".join(each) if isinstance(each, list) else str(each) for each in values)


def part_of(key):
    """What a value is recorded together with: the register of bids, prices, verdicts, or other records."""
    (root, _), (inner, _) = (parts_of(key) + [("", ""), ("", "")])[:2]
    if root in ("procurement", "award"):
        return "register"
    if root != "bids":
        return "records"
    return "verdicts" if inner == "answers" else "prices" if inner in ("price", "prices", "statedTotal") else "register"


def deciding_answers(bid):
    """Answers and verdicts alone: the source, the note and the reader of a verdict explain it."""
    decides = ("answer", "verdict", "secondVerdict")
    return {key: {name: each[name] for name in decides if name in each} for key, each in bid["answers"].items()}


def deciding_content(document):
    """Everything that decides, as it stands now; a record counts once it is decided."""
    award = document.get("award", {})
    return {
        "procurement": document["procurement"],
        "award": {key: award.get(key) for key in ("deadline", "openedAt", "openedBy")},
        "bids": [{**without(bid, "scores"), "answers": deciding_answers(bid)} for bid in document["bids"]],
        "clarifications": [each for each in document.get("clarifications", []) if is_decided(each)],
        **{key: [each for each in document.get(key, []) if "decision" in each] for key in ("exclusions", "lowBids")},
        **{key: document.get(key) for key in ("lotteries", "adjustments", "rounds", "offers")},
        "evaluators": [each for each in document["evaluators"] if "conflictDeclared" in each],
    }


def recorded_texts(document):
    """What each event recorded, put together from its pieces, by the hash that the event carries."""
    texts = {}
    for each in sorted(document.get("recorded", []), key=lambda piece: piece["piece"]):
        texts[each["record"]] = texts.get(each["record"], "") + each["content"]
    return texts


def recorded_values(document):
    """What was recorded last of each value, and the parts in which nothing can be added unrecorded."""
    values, closed, texts = {}, set(), recorded_texts(document)
    for event in document.get("events", []):
        for part_name, each in content_of(texts.get(event.get("recorded"))).items():
            values.update(values_of(each))
            closed.update({part_name} - {"records"})
        if event["type"] == "changed" and "place" in event:
            values[event["place"]] = event.get("new")
        if event["type"] == "round-closed":  # A new round brings new prices and answers.
            closed -= {"prices", "verdicts"}
            values = {key: value for key, value in values.items() if part_of(key) not in ("prices", "verdicts")}
    return values, closed


def content_of(text):
    try:
        content = read_json(text or "{}")
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def unrecorded_changes(document):
    """The values that stand otherwise than they were recorded: none counts until its change is recorded."""
    if "recorded" not in document:
        return []
    (values, closed), now = recorded_values(document), dict(values_of(deciding_content(document)))
    changed = [key for key, text in values.items() if not same_value(text, now.get(key))]
    return changed + [key for key in now if part_of(key) in closed and key not in values]


def same_value(one, other):
    return one == other or (one is not None and other is not None and plain(one) == plain(other))


def withheld_prices(document, changes):
    """Prices that do not count: changed themselves, by a record about them, or of a bid whose line has changed."""
    found, (values, _) = set(), recorded_values(document)
    bids = {bid["id"]: bid for bid in document["bids"]}
    for key in changes:
        (root, of), part_name = parts_of(key)[0], part_of(key)
        if part_name == "prices":
            found.add(key)
        elif part_name == "register" and root == "bids" and of in bids:
            rows = bids[of].get("prices")
            found.update([price_place(of)] if rows is None else [price_place(of, row) for row in rows])
        elif root == "clarifications":
            then = {name: values.get(f"clarifications[{of}].{name}") for name in ("bid", "subject", "of")}
            now = [each for each in document.get("clarifications", []) if each["id"] == of]
            found.update(clarified_place(each) for each in [then, *now] if each["bid"] is not None)
    return found


def clarified_place(record):
    """The price that a clarification is about; None where it is about none."""
    if record.get("subject") == "price":
        return price_place(record["bid"])
    is_row = record.get("subject") == "price-item" and record.get("of") is not None
    return price_place(record["bid"], record["of"]) if is_row else None


def withheld_verdicts(changes):
    """Requirements whose verdict does not count; the source and the note of a verdict decide nothing."""
    found = set()
    for key in changes:
        parts = parts_of(key)
        if part_of(key) == "verdicts" and len(parts) > 2 and parts[2][0] in ("verdict", "secondVerdict", "answer"):
            found.add((parts[0][1], parts[1][1]))
    return found


def without_changed_records(document, changes):
    """Lots, decisions on exclusion and low bids, and adjustments that differ from their record are not decided."""
    decided, rows = deciding_content(document), {parts_of(key)[0] for key in recorded_values(document)[0]}

    def undone(name, *keys):
        names = {of for root, of in (parts_of(key)[0] for key in changes) if root == name}
        now = {row_name for row_name, _ in named_rows(decided[name] or [], name)}
        # What is in no record must not count in the place of a recorded row that is gone.
        names |= now - {of for root, of in rows if root == name} if names - now else set()
        changed = [row for row_name, row in named_rows(decided[name] or [], name) if row_name in names]
        return [without(row, *keys) if any(row is each for each in changed) else row for row in document.get(name, [])]
    return {**document, "lotteries": undone("lotteries", "order"), "exclusions": undone("exclusions", "decision"),
            "lowBids": undone("lowBids", "decision"), "adjustments": undone("adjustments", "dropped", "text")}


# ---- Places in the document ------------------------------------------------------------------------

LISTED_BY = {**dict.fromkeys(("bids", "criteria", "priceItems", "clarifications", "authorities", "contractPeriods",
                              "deliveryModels", "indexes"), "id"), "assessments": "evaluator"}


def at(case, place):
    """What stands at a place such as bids[A].scores[U1].value; None where nothing does."""
    value, name = case.document, ""
    for key, inside in re.findall(r"([^.\[\]]+)|\[([^\]]*)\]", place):
        if key:
            value, name = value.get(key) if isinstance(value, dict) else None, key
        elif name == "criteria":
            value = case.criteria.get(inside)
        elif isinstance(value, dict):
            value = value.get(inside)
        elif isinstance(value, list) and name in LISTED_BY:
            index = case.indexes.setdefault(id(value), {each[LISTED_BY[name]]: each for each in value})
            value = index.get(inside)
        elif isinstance(value, list) and re.fullmatch("[0-9]{1,6}", inside) and int(inside) < len(value):
            value = value[int(inside)]
        else:
            value = None
    return value


# ---- Arithmetic in which a missing part leaves the whole missing ------------------------------------

def total(values):
    values = list(values)
    return None if None in values else sum(values, Fraction(0))


def times(*factors):
    result = Fraction(1)
    for each in factors:
        if each is None:
            return None
        result *= each
    return result


def less(value, taken):
    return None if value is None or taken is None else value - taken


def divided(value, divisor):
    """A quotient by zero has no value, and none is guessed."""
    return None if value is None or not divisor else value / divisor


def mean(values):
    return divided(total(values), len(values))


def median(values):
    if None in values or not values:
        return None
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def extreme(choose, values):
    return None if None in values or not values else choose(values)


def rounded(value, rounding):
    """The declared rounding: halves and directions away from or towards zero; none where none is declared."""
    if value is None or not rounding:
        return value
    decimals, mode = rounding["decimals"], rounding["mode"]
    if decimals not in range(13):
        raise Unreadable(f"{shown(decimals)} decimals cannot be rounded to")
    unit = Fraction(1, 10**decimals)
    whole, rest = divmod(abs(value), unit)
    up = {"up": rest > 0, "down": False, "half-up": 2 * rest >= unit, "half-down": 2 * rest > unit,
          "half-even": 2 * rest > unit or (2 * rest == unit and whole % 2 == 1)}[mode]
    return (1 if value >= 0 else -1) * (whole + up) * unit


def is_kept(kind, value, limit):
    """Whether a published limit is kept: "met" or "not-met"; None while a figure is missing."""
    if value is None or limit is None:
        return None
    kept = {"at-least": value >= limit, "at-most": value <= limit, "above": value > limit}[kind]
    return "met" if kept else "not-met"


# ---- 5. Each bid's criteria ------------------------------------------------------------------------

def on_scale(scale, value):
    """The number that a given figure stands for; None where the published scale does not have it."""
    if scale["type"] == "yes-no":
        return {"yes": Fraction(1), "no": Fraction(0)}.get(value)
    if not isinstance(value, Fraction):
        return None
    if scale["type"] == "levels":
        return value if value in [number(each["value"]) for each in scale["levels"]] else None
    if scale["type"] == "points":
        zero, step = number(scale["zero"]), number(scale.get("step"))
        is_on = zero <= value <= number(scale["max"]) and (not step or ((value - zero) / step).denominator == 1)
        return value if is_on else None
    return value


def given_score(case, bid, criterion, text, evaluator=None):
    if (bid["id"], criterion["id"], evaluator) in case.withheld:
        return None
    return on_scale(criterion["scale"], value_of(text))


def leaf_scores(case, bid, criterion):
    """The score that counts, and the one that a minimum is held against: the worst consultant's."""
    score = bid["scores"].get(criterion["id"], {})
    value, panel = score.get("value"), criterion.get("panel")
    if criterion["scale"]["type"] == "sus":
        counts = usability(case, bid, criterion, value)
    elif criterion.get("perParticipant") or criterion.get("perConsultant"):
        listed = value if isinstance(value, list) else [None]
        figures = [given_score(case, bid, criterion, each) for each in listed]
        if not criterion.get("perParticipant"):
            worst = max if lower_is_better(criterion["scale"]) else min
            return mean(figures), extreme(worst, figures)
        counts = mean(figures)
    elif panel in ("mean", "median"):
        own = {each["evaluator"]: each.get("value") for each in reversed(score.get("assessments", []))}
        figures = [given_score(case, bid, criterion, own.get(each["id"]), each["id"])
                   for each in case.document["evaluators"]]
        counts = (mean if panel == "mean" else median)(figures)
    else:
        counts = given_score(case, bid, criterion, value)
    return counts, counts


def usability(case, bid, criterion, value):
    if (bid["id"], criterion["id"], None) in case.withheld or not isinstance(value, list) or not value:
        return None
    return sus_score([number(each) for row in value for each in row])


def sus_score(answers):
    """System Usability Scale: odd items count x − 1, even items 5 − x, times 2.5; the mean of the respondents."""
    if None in answers or not answers or len(answers) % 10:
        return None
    counted = sum(each - 1 if n % 2 == 0 else 5 - each for n, each in enumerate(answers))
    return counted * Fraction(5, 2) / (len(answers) // 10)


def lower_is_better(scale):
    return scale["type"] == "measure" and number(scale["best"]) < number(scale["worst"])


def leaf_share(scale, value):
    """1 is full. Only the share of a measured value is clipped to 0–1; a malus is below 0."""
    if scale["type"] in ("yes-no", "levels", "sus"):
        return divided(value, full_points(scale))
    low, high = (("worst", "best") if scale["type"] == "measure" else ("zero", "max"))
    worst, best = number(scale[low]), number(scale[high])
    share = divided(less(value, worst), best - worst)
    return share if share is None or scale["type"] == "points" else max(Fraction(0), min(Fraction(1), share))


def full_points(scale):
    """The most points that a scale gives; a measured value has none."""
    if scale["type"] == "levels":
        return max(number(each["value"]) for each in scale["levels"])
    return {"yes-no": Fraction(1), "sus": Fraction(100)}.get(scale["type"], number(scale.get("max")))


def fulfilment(case, bid, criterion):
    """How well a bid fulfils a criterion: its share, and its points where it has points."""
    key, children = (bid["id"], criterion["id"]), []
    if "scale" in criterion:
        value, weakest = leaf_scores(case, bid, criterion)
        made = {"share": leaf_share(criterion["scale"], value), "weakest": weakest}
        if criterion["scale"]["type"] != "measure":
            made.update(points=value, full=full_points(criterion["scale"]))
    else:
        children = [fulfilment(case, bid, child) for child in criterion.get("children", [])]
        made = group_fulfilment(criterion, children)
        if "points" in made:
            case.own[("points", *key)] = made["points"]
    case.own[("share", *key)] = made["share"]
    return {**made, "criterion": criterion, "children": children}


def group_fulfilment(criterion, children):
    """A group's share: its children's shares by weights in per cent, or their points added up."""
    if not children:
        return {"share": None}
    if criterion.get("aggregate") == "points":
        points, full = (total(each.get(key) for each in children) for key in ("points", "full"))
        return {"share": divided(points, full), "points": points, "full": full}
    return {"share": total(times(number(each["criterion"].get("weight")), each["share"], Fraction(1, 100))
                           for each in children)}


def criterion_limits(found):
    """The published minimums of a criterion and of everything in it: (code, id, kept or not)."""
    criterion, limits = found["criterion"], []
    scale, is_group = criterion.get("scale"), bool(found["children"])
    if scale and "minimum" in criterion:
        limit = on_scale(scale, criterion["minimum"]) if scale["type"] == "yes-no" else number(criterion["minimum"])
        kind = "at-most" if lower_is_better(scale) else "at-least"
        limits.append(("below-minimum", criterion["id"], is_kept(kind, found["weakest"], limit)))
    if is_group and criterion.get("aggregate") == "points" and "minimumPoints" in criterion:
        kept = is_kept("at-least", found["points"], number(criterion["minimumPoints"]))
        limits.append(("below-minimum-points", criterion["id"], kept))
    if (scale or is_group) and "minimumShare" in criterion:
        kept = is_kept("at-least", found["share"], number(criterion["minimumShare"]) / 100)
        limits.append(("below-minimum-share", criterion["id"], kept))
    return limits + [each for child in found["children"] for each in criterion_limits(child)]


# ---- 6. Each bid's price ---------------------------------------------------------------------------

def unit_price(case, bid, item):
    """What was offered for a row, or what was decided instead of it."""
    key = (bid["id"], item["id"])
    if key not in case.units:
        case.units[key] = price_at(case, price_place(*key), bid.get("prices", {}).get(item["id"]))
    return case.units[key]


def price_at(case, place, offered):
    """None where a price differs from its record; otherwise what was decided, or what was offered."""
    if place in case.withheld_prices:
        return None
    decided = case.corrected.get(place)
    return number(decided["new"] if decided else offered)


def is_priced(case, bid, item):
    """Whether a row has a price, though it may differ from its record and not count."""
    return unit_price(case, bid, item) is not None or price_place(bid["id"], item["id"]) in case.withheld_prices


PER_CENT = ("discount", "fee-on-top", "fee-inside")


def is_in_model(bid, item):
    """Whether bids of this delivery model have the row."""
    return "deliveryModels" not in item or bid.get("deliveryModel") in item["deliveryModels"]


def is_asked(bid, item):
    """Whether the bid is to price the row: a published amount stands in the place of any bid's."""
    return "amount" not in item and is_in_model(bid, item)


def years_of(case, item, whole=False):
    """The contract years in which the row is paid: in all of the contract, or those that count."""
    outside = [] if whole else [each for each in case.model.get("contractPeriods", []) if each.get("counted") is False]
    return [year for year in range(item["years"]["from"], item["years"]["to"] + 1)
            if not any(each["from"] <= year <= each["to"] for each in outside)]


def is_counted(case, item):
    return item.get("counted") is not False and ("years" not in item or bool(years_of(case, item)))


def tier_part(counts, quantity, over, up_to):
    """What of a quantity a tier counts; its upper limit is included."""
    if counts == "marginal":
        return max(Fraction(0), (quantity if up_to is None else min(quantity, up_to)) - over)
    is_in = quantity > over and (up_to is None or quantity <= up_to)
    return (quantity if counts == "band-unit" else Fraction(1)) if is_in else Fraction(0)


def quantity_of(case, item, authority=None):
    """The row's quantity or one authority's, or what of it lies in the row's tier; each authority has its own tier."""
    tier, authorities = item.get("tier"), case.model.get("authorities", [])
    if authority is None and len(authorities) == 1:
        authority = authorities[0]["id"]
    if authority is None and tier and ("quantities" in item or "per" in item):
        return total(quantity_of(case, item, each["id"]) for each in authorities)
    quantity = untiered_quantity(case, item, authority)
    if quantity is None or not tier:
        return quantity
    return tier_part(tier["counts"], quantity, number(tier.get("over", "0")), number(tier.get("upTo")))


def untiered_quantity(case, item, authority):
    """The published quantity or one authority's; a row per inhabitant is multiplied by their published number."""
    authorities = case.model.get("authorities", [])
    is_own = authority is not None and item.get("authority") != authority
    if "per" in item:
        buyer = authority if is_own else item.get("authority")
        numbers = [number(each.get("inhabitants")) for each in authorities if buyer in (None, each["id"])]
        return times(number(item["quantity"]), total(numbers) if numbers else None)
    if is_own and ("quantities" in item or len(authorities) > 1):
        return number(item.get("quantities", {}).get(authority))
    if item.get("quantity") is None:
        return total(number(item.get("quantities", {}).get(each["id"])) for each in authorities)
    return number(item["quantity"])


def year_price(index, unit, year):
    """A unit price in one contract year, by its index; a rounded price at a rate makes the next year's."""
    if unit is None or index is None:
        return unit
    if index["type"] == "rate":
        for _ in range(index["firstYear"], year + 1):
            unit = rounded(unit * (1 + number(index["rate"]) / 100), index.get("rounding"))
        return unit
    known = [each for each in index["values"] if each["year"] <= year]
    if not known:
        return unit
    ratio = number(max(known, key=lambda each: each["year"])["value"]) / number(index["base"])
    if abs(ratio - 1) * 100 < number(index.get("threshold", "0")):
        ratio = Fraction(1)
    return rounded(unit * (1 + number(index.get("share", "100")) / 100 * (ratio - 1)), index.get("rounding"))


def discount_of(case, year):
    """Present value of 1 krona paid in a contract year: by its published factor, or at its start or its end."""
    cycle = case.model["lifeCycle"]
    if "factors" in cycle:
        return next((number(each["factor"]) for each in cycle["factors"] if each["year"] == year), None)
    return (1 / (1 + number(cycle["rate"]) / 100)) ** (year if cycle["convention"] == "end" else max(0, year - 1))


def over_years(case, item, unit, whole):
    """The unit price in all the years that the row is paid; in a life-cycle cost a row needs years."""
    is_discounted = "lifeCycle" in case.model and not whole
    if "years" not in item:
        return None if is_discounted else unit
    index = next((each for each in case.model.get("indexes", []) if each["id"] == item.get("index")), None)
    return total(times(year_price(index, unit, year), discount_of(case, year) if is_discounted else Fraction(1))
                 for year in years_of(case, item, whole))


def row_amount(case, item, unit, authority=None, whole=False):
    """A row's figure × everything that it is multiplied by."""
    surcharge = item.get("surcharge", {"percent": "0", "factor": "1"})
    amount = times(over_years(case, item, unit, whole), quantity_of(case, item, authority),
                   number(item.get("periods", "1")),
                   number(item.get("share", {"percent": "100"})["percent"]) / 100,
                   1 + number(surcharge["percent"]) / 100 * (number(surcharge["factor"]) - 1))
    return times(-1, amount) if item.get("effect") == "credit" else amount


def per_cent_amount(item, figure, base):
    """Per cent of a sum: taken off, put on top, or put in so that the fee is per cent of the whole."""
    if item["effect"] == "discount":
        return times(-1, figure, base, Fraction(1, 100))
    if item["effect"] == "fee-on-top":
        return times(figure, base, Fraction(1, 100))
    return divided(times(figure, base), less(100, figure))


def has_row(case, bid, item, authority, whole):
    """Whether the row is in the evaluated price, in one authority's part of it, or in the whole contract."""
    if not is_in_model(bid, item) or (item.get("required") is False and not is_priced(case, bid, item)):
        return False
    is_per_cent = item.get("effect") in PER_CENT
    if whole:
        return is_per_cent or "amount" not in item
    return is_counted(case, item) and (is_per_cent or authority is None or item.get("authority") in (None, authority))


def row_totals(case, bid, authority=None, whole=False):
    """What each row comes to: rows in kronor, then per cent of single rows, then per cent of the sum so far."""
    items, found = [each for each in case.items if has_row(case, bid, each, authority, whole)], {}
    def figure(item):
        return number(item["amount"]) if "amount" in item else unit_price(case, bid, item)
    for item in items:
        if item.get("effect") not in PER_CENT:
            found[item["id"]] = row_amount(case, item, figure(item), authority, whole)
    for item in [each for each in items if each.get("effect") in PER_CENT and "on" in each]:
        found[item["id"]] = per_cent_amount(item, figure(item), found.get(item["on"], Fraction(0)))
    for item in [each for each in items if each.get("effect") in PER_CENT and "on" not in each]:
        found[item["id"]] = per_cent_amount(item, figure(item), total(found.values()))
    return found


def offered_price(case, bid):
    """The total, or the sum of the rows; only a row that may be left blank is left out."""
    if "prices" not in bid:
        return price_at(case, price_place(bid["id"]), bid.get("price"))
    rows = row_totals(case, bid)
    for key, amount in rows.items():
        case.own[("row-total", bid["id"], key)] = amount
    if "deliveryModels" in case.model and "deliveryModel" not in bid:
        return None
    published = published_rows(case)
    asked = [amount for key, amount in rows.items() if key not in published]
    return total(asked) if asked else None


def published_rows(case):
    """The counted rows in kronor whose figures the authority has published; a bidder is not paid them."""
    return {each["id"] for each in case.items
            if "amount" in each and each.get("effect") not in PER_CENT and is_counted(case, each)}


def published_costs(case, bid):
    """What published rows add to a bid; None where the price form has none. A total gets nothing added."""
    published = published_rows(case)
    if not published:
        return None
    rows = row_totals(case, bid) if "prices" in bid else {}
    return total(amount for key, amount in rows.items() if key in published)


def part_of_price(case, bid, **of):
    """One authority's own part of the price, or the value of the whole contract; a total has no rows to tell."""
    return total(row_totals(case, bid, **of).values()) if "prices" in bid else None


def has_contract_value(case):
    """Whether what the bid is paid over the whole contract is another sum than the evaluated one."""
    is_outside = any(each.get("counted") is False for each in [*case.items, *case.model.get("contractPeriods", [])])
    return is_outside or "lifeCycle" in case.model or any("amount" in item for item in case.items)


def price_limits(case, bid, offered):
    """The published ceilings, and whether 0 kr may be offered, held against the price as offered."""
    limits = []
    if "priceCeiling" in case.model and not is_separate(case):
        limits.append(("price-above-ceiling", None, is_kept("at-most", offered, number(case.model["priceCeiling"]))))
    if case.model.get("zeroPrice") == "forbidden" and not is_separate(case):
        limits.append(("price-zero-forbidden", None, is_kept("above", offered, Fraction(0))))
    for item in case.items:
        unit = unit_price(case, bid, item)
        if not is_asked(bid, item) or not is_priced(case, bid, item):
            continue
        if "ceiling" in item:
            limits.append(("unit-price-above-ceiling", item["id"], is_kept("at-most", unit, number(item["ceiling"]))))
        if "floor" in item:
            limits.append(("unit-price-below-floor", item["id"], is_kept("at-least", unit, number(item["floor"]))))
    return limits


def uneven_rows(case, bids):
    """Rows that may be left blank, which some of the bids price and others leave blank."""
    in_rows = [bid for bid in bids if "prices" in bid]
    def is_uneven(item):
        blank = {not is_priced(case, bid, item) for bid in in_rows}
        return item.get("required") is False and is_counted(case, item) and len(blank) == 2
    return [item for item in case.items if is_uneven(item)]


def blank_row_limits(case, bid, uneven):
    """Where the model says so, a blank row that others price rejects the bid."""
    if case.model.get("blankOptional") != "rejected" or "prices" not in bid:
        return []
    return [("optional-row-blank", item["id"], "met" if is_priced(case, bid, item) else "not-met")
            for item in uneven]


def compared_price(case, bid, price, standing_bids, uneven):
    """The price with blank rows seen to as the model says: at the highest price, or left out for all."""
    rule, added = case.model.get("blankOptional"), []
    for item in uneven if "prices" in bid and rule in ("highest", "left-out") else []:
        unit = unit_price(case, bid, item)
        if rule == "left-out":
            added.append(Fraction(0) if unit is None else times(-1, row_amount(case, item, unit)))
        elif not is_priced(case, bid, item):
            priced = [unit_price(case, each, item) for each in standing_bids]
            highest = max((each for each in priced if each is not None), default=Fraction(0))
            added.append(row_amount(case, item, highest))
    return total([price, *added])


# ---- 7. The published method -----------------------------------------------------------------------

class Entry:
    """One bid on its way to a result."""

    def __init__(self, case, bid):
        self.bid, self.id = bid, bid["id"]
        self.roots = [fulfilment(case, bid, root) for root in case.document["criteria"]]
        self.offered, self.published = offered_price(case, bid), published_costs(case, bid)
        self.whole = self.offered if not published_rows(case) else total([self.offered, self.published])
        self.limits, self.reasons, self.open, self.missing = [], [], [], []
        self.price = self.adjustments = self.result = self.rank = None
        self.amounts = {}   # what each root criterion adds to the result
        self.shares = {each["criterion"]["id"]: each["share"] for each in every_fulfilment(self.roots)}


def every_fulfilment(found):
    for each in found:
        yield each
        yield from every_fulfilment(each["children"])


def apply_method(case, entries):
    """Each bid's result before its rounding. A rejected bid is compared with no other."""
    compared = [each for each in entries if not each.reasons]
    compose = {"lowest-price": by_lowest_price, "monetary": by_amounts, "percentage": by_per_cent,
               "quotient": by_quotient, "points": by_points, "fixed-price": by_fixed_price,
               "priority-order": by_priority}.get(case.method["type"])
    if compose is None:
        raise Unreadable(f"the method {shown(case.method['type'])} is none that this verifier knows")
    for entry in entries:
        unrounded = compose(case, entry, compared)
        entry.result = rounded(unrounded, case.rounding.get("result"))
        case.own[("result-unrounded", entry.id, None)] = unrounded
        case.own[("result", entry.id, None)] = entry.result
        case.own[("price", entry.id, None)] = entry.price
        is_corrected = any(each["bid"] == entry.id for each in case.corrected.values())
        case.own[("corrected-price" if is_corrected else "offered-price", entry.id, None)] = entry.offered
        case.own[("published-costs", entry.id, None)] = entry.published
        case.own[("price-with-published-costs", entry.id, None)] = entry.whole
        case.own[("adjustments", entry.id, None)] = entry.adjustments
        for key, amount in entry.amounts.items():
            case.own[("adjustment", entry.id, key)] = amount


def add_amounts(entry, deduction, addition):
    """For each root criterion its addition less its deduction; a criterion that has neither adds nothing."""
    for root in entry.roots:
        signed = [sign * amount if amount is not None else None
                  for sign, amount in ((-1, deduction(root)), (1, addition(root))) if amount is not NONE]
        if signed:
            entry.amounts[root["criterion"]["id"]] = total(signed)
    entry.adjustments = total(entry.amounts.values())


NONE = object()  # The criterion has no such amount; None is an amount that cannot be computed yet.


def by_lowest_price(_case, entry, _compared):
    """The result is the price."""
    entry.adjustments = Fraction(0)
    return entry.price


def by_amounts(case, entry, _compared):
    """Price + constant − Σ deductions + Σ additions, in kronor."""
    add_amounts(entry, deduction_in_kronor, addition_in_kronor)
    return total([entry.price, number(case.method.get("constant", "0")), entry.adjustments])


def deduction_in_kronor(root):
    """Deduction × share, kronor per point × points, or the deduction of the band; at most the cap."""
    criterion, points = root["criterion"], root.get("points")
    if "deduction" in criterion:
        amount = times(number(criterion["deduction"]), root["share"])
    elif "perPoint" in criterion:
        amount = times(number(criterion["perPoint"]), points)
    elif "bands" in criterion:
        amount = band_deduction([points, *(number(band[key]) for band in criterion["bands"]
                                           for key in ("from", "to", "deduction"))])
    else:
        return NONE
    return extreme(min, [amount, number(criterion["cap"])]) if "cap" in criterion else amount


def band_deduction(values):
    """The deduction of the one band that holds the points, both ends included."""
    points, found = values[0], []
    for low, high, deduction in zip(values[1::3], values[2::3], values[3::3]):
        if points is not None and low <= points <= high:
            found.append(deduction)
    return found[0] if len(found) == 1 else None


def addition_in_kronor(root):
    """Addition × the share that is not fulfilled."""
    criterion = root["criterion"]
    return times(number(criterion["addition"]), less(1, root["share"])) if "addition" in criterion else NONE


def by_per_cent(_case, entry, _compared):
    """Price × (1 − Σ deduction/100 × share + Σ addition/100 × (1 − share))."""
    def of_price(key, fulfilled):
        def amount(root):
            per_cent = number(root["criterion"].get(key))
            share = root["share"] if fulfilled else less(1, root["share"])
            return NONE if per_cent is None else times(per_cent / 100, share, entry.price)
        return amount
    add_amounts(entry, of_price("deductionPercent", True), of_price("additionPercent", False))
    return total([entry.price, entry.adjustments])


def weighted_roots(entry, grade_of):
    """Σ weight/100 × grade over the root criteria."""
    for root in entry.roots:
        weight = number(root["criterion"].get("weight"))
        entry.amounts[root["criterion"]["id"]] = times(weight, grade_of(root), Fraction(1, 100))
    entry.adjustments = total(entry.amounts.values())


def by_quotient(case, entry, _compared):
    """Price ÷ quality or quality ÷ price, times the multiplier; quality = Σ weight/100 × share."""
    weighted_roots(entry, lambda root: root["share"])
    per_quality = case.method["form"] == "price-per-quality"
    pair = (entry.price, entry.adjustments) if per_quality else (entry.adjustments, entry.price)
    return times(divided(*pair), number(case.method.get("multiplier", "1")))


def by_fixed_price(case, entry, _compared):
    """Σ weight/100 × grade; grade = 100 × share. The price is the same for all and is not evaluated."""
    weighted_roots(entry, lambda root: rounded(times(100, root["share"]), case.rounding.get("grades")))
    return entry.adjustments


def by_points(case, entry, compared):
    """Σ weight/100 × grade over price and criteria; grade = maximum × share."""
    maximum, price = number(case.method.get("maximum", "100")), case.method["price"]
    def grade(share):
        return rounded(times(maximum, share), case.rounding.get("grades"))
    def reached(root):
        if case.method["quality"] != "rescaled":
            return root["share"]
        others = [each.shares[root["criterion"]["id"]] for each in compared]
        return divided(root["share"], max((each for each in others if each is not None), default=None))
    weighted_roots(entry, lambda root: grade(reached(root)))
    prices = [each.price for each in compared if each.price is not None]
    share = price_share(price["scale"], entry.price, prices)
    case.own[("price-share", entry.id, None)] = share
    from_price = times(number(price["weight"]), grade(share), Fraction(1, 100))
    return total([from_price, entry.adjustments])


def price_share(scale, price, prices):
    """The price scales of the points method; no share is clipped. `prices` are the compared ones."""
    kind, figure = scale["type"], lambda key: number(scale.get(key))
    if kind == "absolute-linear":
        return divided(less(figure("worst"), price), figure("worst") - figure("best"))
    if kind == "absolute-ratio":
        return divided(figure("reference"), price)
    if kind == "bands":
        return price_band([price, *(number(band[key]) for band in scale["bands"] for key in ("upTo", "share"))])
    if not prices:
        return None
    lowest, highest, middle = min(prices), max(prices), sum(prices) / len(prices)
    if kind == "relative-lowest":
        return divided(lowest, price)
    if kind == "relative-mean":
        return less(Fraction(1, 2), times(figure("perPercent"), divided(less(price, middle), middle)))
    if kind == "relative-slope":
        slope = figure("zeroAt") if "wider" not in scale else wider_slope(
            [highest, lowest, figure("zeroAt"), figure("wider")])
        return less(1, divided(less(price, lowest), lowest * slope / 100))
    span = {"relative-linear": lowest, "relative-range": highest - lowest}[kind]
    return less(1, divided(less(price, lowest), span))


def wider_slope(values):
    """The wider slope holds for every bid once a compared price is above the reach of the published one."""
    highest, lowest, published, wider = values
    return wider if highest > lowest * (100 + published) / 100 else published


def price_band(values):
    """The share of the first band that reaches the price."""
    return next((share for limit, share in zip(values[1::2], values[2::2])
                 if values[0] is not None and values[0] <= limit), None)


def by_priority(case, entry, compared):
    """LOU 16 kap. 6 §: a bid's place when bids are compared key by key, and the first difference decides."""
    entry.adjustments = Fraction(0)
    def keys(each):
        if each not in compared:
            return [None]
        # Small is first: the lowest price, and the highest share with its sign turned.
        return [each.price if key == "price" else times(-1, each.shares[key]) for key in case.method["order"]]
    own = keys(entry)
    if None in own:
        return None
    return Fraction(1 + sum(None not in keys(other) and keys(other) < own for other in compared))


# ---- 8. Rejected, ranked, awarded ------------------------------------------------------------------

def evaluate(case, report):
    """The whole evaluation from the document alone."""
    entries = []
    for n, bid in enumerate(case.bids, 1):
        report.reading = f"bid number {n} of the document"
        entries.append(Entry(case, bid))
    report.reading = "the model of the document"
    uneven = uneven_rows(case, case.bids)
    for entry in entries:
        entry.limits = [*price_limits(case, entry.bid, entry.offered), *blank_row_limits(case, entry.bid, uneven),
                        *decided_limits(case, entry.bid), *departures(entry.bid),
                        *(each for root in entry.roots for each in criterion_limits(root))]
        judge_requirements(case, entry)
    standing_bids = [entry.bid for entry in entries if not entry.reasons]
    case.uneven = uneven_rows(case, standing_bids)
    for entry in entries:
        price = compared_price(case, entry.bid, entry.whole, standing_bids, case.uneven)
        entry.price = rounded(price, case.rounding.get("price"))
    apply_method(case, entries)
    for entry in entries:
        entry.standing = standing_of(entry)
    case.ties, case.tie_breaks, case.order = rank(case, entries)
    for entry in entries:
        case.own[("standing", entry.id, None)] = entry.standing
        case.own[("rank", entry.id, None)] = entry.rank
        case.own[("open", entry.id, None)] = Fraction(len(entry.open))
    return entries


def decided_limits(case, bid):
    """LOU 16 kap. 7 §, 13 kap.: the last decision rejects a bid as abnormally low, or excludes its supplier."""
    limits = []
    for name, word, code in (("lowBids", "rejected", "abnormally-low"),
                             ("exclusions", "excluded", "supplier-excluded")):
        records = [each for each in case.in_force[name] if each["bid"] == bid["id"]]
        if records and records[-1].get("decision") == word:
            limits.append((code, None, "not-met"))
    return limits


def departures(bid):
    """A bid that was withdrawn, rejected for another reason, or whose bidder has its most lots."""
    return [(code, None, "not-met") for key, code in
            (("withdrawnAt", "bid-withdrawn"), ("rejectedAt", "bid-rejected"),
             ("lotLimitAt", "bid-at-lot-limit")) if key in bid]


def judge_requirements(case, entry):
    """LOU 4 kap. 10–11 §§: one requirement not met, or one limit not kept, rejects. No verdict is open."""
    failed = []
    for requirement in case.document["requirements"]:
        answer = entry.bid["answers"].get(requirement["id"], {})
        verdict = "withheld" if (entry.id, requirement["id"]) in case.withheld_verdicts else answer.get("verdict")
        if verdict == "met" or requirement["id"] in case.dropped:
            continue
        not_met = "exclusion-ground" if requirement["kind"] == "exclusion" else "requirement-not-met"
        code = {"not-met": not_met, "clarification": "requirement-clarification",
                "withheld": "verdict-unrecorded"}.get(verdict, "requirement-unchecked")
        texts = {key: answer[key] for key in ("reference", "note") if answer.get(key)}
        reason = {"code": code, "id": requirement["id"], **texts}
        (failed if verdict == "not-met" else entry.open).append(reason)
    case.own[("not-met", entry.id, None)] = Fraction(len(failed))
    broken = [{"code": code, **({"id": key} if key else {})} for code, key, kept in entry.limits if kept == "not-met"]
    entry.reasons = failed + broken


def standing_of(entry):
    if entry.reasons:
        return "rejected"
    is_undecided = entry.open or entry.result is None or any(kept is None for _, _, kept in entry.limits)
    return "undecided" if is_undecided else "standing"


def direction_of(case):
    """Whether the lowest or the highest result wins, and whether it is an amount."""
    kind = case.method["type"]
    is_highest = kind in ("points", "fixed-price") or (
        kind == "quotient" and case.method["form"] == "quality-per-price")
    return "highest" if is_highest else "lowest"


def in_currency(case):
    return case.method["type"] in ("lowest-price", "monetary", "percentage")


def rank(case, entries):
    """Equal results share a rank: 1, 1, 3. The published tie rules in turn split what is equal, and nothing else."""
    if is_separate(case):  # The common sum awards nothing.
        return [], [], []
    breaks, ranked = [], [each for each in entries if not each.reasons and each.result is not None]
    groups = []
    for tied in split(ranked, lambda each: each.result, direction_of(case)):
        groups += break_tie(case, tied, case.model["ties"], breaks)
    place = 1
    for group in groups:
        for entry in group:
            entry.rank = Fraction(place)
        place += len(group)
    ids = [[each.id for each in group] for group in groups]
    return [group for group in ids if len(group) > 1], breaks, ids


def break_tie(case, tied, rules, breaks):
    if len(tied) < 2 or not rules:
        return [tied]
    groups = apply_tie_rule(case, tied, rules[0])
    if len(groups) > 1:
        breaks.append({"rule": rules[0], "bids": [each.id for each in tied],
                       "order": [[each.id for each in group] for group in groups]})
    return [each for group in groups for each in break_tie(case, group, rules[1:], breaks)]


def apply_tie_rule(case, tied, rule):
    """Lots count only where they were drawn among all the tied bids, and no two such drawings differ."""
    if rule == "highest-deduction":
        return split(tied, lambda each: each.adjustments if in_currency(case) else None, "lowest")
    if rule == "lowest-price":
        return split(tied, lambda each: each.price, "lowest")
    if rule == "lottery":
        drawn = drawn_orders(case, [each.id for each in tied])
        case.contradictions += [drawn] if len(drawn) > 1 else []
        return split(tied, lambda each: drawn[0].index(each.id), "lowest") if len(drawn) == 1 else [tied]
    return split(tied, lambda each: each.shares.get(re.sub("^criterion:", "", rule)), "highest")


def drawn_orders(case, ids):
    """The different orders in which lots were drawn among these bids."""
    orders = [[each for each in lottery.get("order", []) if each in ids] for lottery in case.in_force["lotteries"]]
    return [order for n, order in enumerate(orders) if len(order) == len(ids) and order not in orders[:n]]


def split(entries, key, direction):
    """Groups of equal values, best first; where a value is missing nothing is split."""
    values = [key(each) for each in entries]
    if None in values or not entries:
        return [entries] if entries else []
    ordered = sorted(set(values), reverse=direction == "highest")
    return [[each for each in entries if key(each) == value] for value in ordered]


def winners(case, entries):
    standing = {each.id for each in entries if each.standing == "standing"}
    return [each for group in case.order for each in group if each in standing][:case.model["winners"]]


# ---- 9. Every step of the computation ---------------------------------------------------------------

def all_known(compute):
    """A rule whose value is missing as soon as a part is."""
    return lambda values: None if None in values else compute(values)


def among_known(compute):
    """A rule over the bids that are compared; the others have no value."""
    def over(values):
        known = [each for each in values if each is not None]
        return compute(known) if known else None
    return over


def years_between(first, last, *outside):
    """From the first year to the last, less the years of periods that do not count."""
    periods = zip(outside[::2], outside[1::2])
    return last - first + 1 - sum(max(0, min(last, end) - max(first, start) + 1) for start, end in periods)


# Rules that need only the values of the steps they come from.
RULES = {
    "sum": total, "price-rows": lambda v: total(v) if v else None,
    "product": lambda v: times(*v), "chained": lambda v: times(*v),
    "difference": lambda v: less(*v), "quotient": lambda v: divided(*v),
    "same": lambda v: v[0], "negated": lambda v: less(0, v[0]), "remainder": lambda v: less(1, v[0]),
    "weighted": lambda v: total(times(a, b, Fraction(1, 100)) for a, b in zip(v[::2], v[1::2])),
    "growth": all_known(lambda v: 1 + v[0] / 100), "partly": all_known(lambda v: 1 + v[0] / 100 * (v[1] - 1)),
    "threshold": all_known(lambda v: v[0] if abs(v[0] - 1) * 100 >= v[1] else Fraction(1)),
    "years": all_known(lambda v: years_between(*v)),
    "mean": mean, "median": median,
    "smallest": lambda v: extreme(min, v), "largest": lambda v: extreme(max, v),
    "clipped": all_known(lambda v: max(Fraction(0), min(Fraction(1), v[0]))),
    "yes-is-one": lambda v: {"yes": Fraction(1), "no": Fraction(0)}.get(v[0]),
    "at-least": lambda v: is_kept("at-least", *v), "at-most": lambda v: is_kept("at-most", *v),
    "above": lambda v: is_kept("above", *v),
    "sus": sus_score, "band": band_deduction, "price-band": price_band, "wider-slope": all_known(wider_slope),
    "lowest-compared": among_known(min), "highest-compared": among_known(max),
    "mean-compared": among_known(mean),
    # A value, unless its bid is rejected: by requirements that are not met, or by a limit.
    "compared": lambda v: None if v[1] or "not-met" in v[2:] else v[0],
    "corrected": lambda v: v[1], "withheld": lambda v: None,
    "decided": lambda v: "met" if v[0] in ("not-abnormal", "explained") else "not-met",
    "count": lambda v: Fraction(sum(each is not None for each in v)),
    "priced": lambda v: "not-met" if v[0] is None else "met",
    "blank-row": lambda v: Fraction(v[0] is None),
    "filled-row": lambda v: times(*v[1:]) if v[0] is None and v[1] is not None else Fraction(0),
    "left-out-row": lambda v: less(0, times(v[0], *v[2:])) if isinstance(v[0], Fraction) and v[1] else Fraction(0),
    "standing": lambda v: ("rejected" if v[0] or "not-met" in v[2:] else
                           "undecided" if v[1] or None in v else "standing"),
}

# Values that are fixed by what they are; any other is a part that the model lacks.
FIXED = {"per-cent": Fraction(100), "zero-kronor": Fraction(0), "one": Fraction(1), "half": Fraction(1, 2),
         "unchanged": Fraction(1), "maximum": Fraction(100), "blank-row": Fraction(0)}

UNKNOWN = object()   # This verifier does not know the rule.
WITHHELD = object()  # A price that is there, but differs from its record: its row is not blank.
ABOUT_ROWS = ("count", "priced", "blank-row", "filled-row", "left-out-row")


def expected_value(case, step, values):
    """The value that a step must have, by its rule; UNKNOWN for a rule that is not known here."""
    rule, what = step["rule"], step["what"]
    if rule == "input":
        return input_value(case, step)
    if rule == "fixed":
        scale = case.criteria.get(step.get("id"), {}).get("scale", {}).get("type")
        return {"yes-no": Fraction(1), "sus": Fraction(100)}.get(scale) if what == "full-points" else FIXED.get(what)
    if rule == "within-tier":
        quantity, over, *up_to = values
        is_known = None not in values and step.get("counts") == tier_of(case, step).get("counts")
        return tier_part(step["counts"], quantity, over, *(up_to or [None])) if is_known else None
    if rule == "rounded":
        return rounded(values[0], declared_rounding(case, step))
    if rule == "on-scale":
        return on_scale(case.criteria[step["id"]]["scale"], values[0])
    if rule in ("verdicts", "place", "rank"):
        return case.own[(what, step["bid"], step.get("id"))]
    return RULES[rule](values) if rule in RULES else UNKNOWN


def input_value(case, step):
    """An input stands in the document, at its place; of a drawing of lots it is the bid's place in it."""
    value = at(case, step["place"])
    if step["what"] == "drawn-place":
        return Fraction(value.index(step["bid"]) + 1)
    if re.search(r"\.(years\.|contractPeriods\[[^\]]*\]\.)(from|to)$", step["place"]) and isinstance(value, int):
        return Fraction(value)
    return value_of(value)


def tier_of(case, step):
    return next((each.get("tier", {}) for each in case.items if each["id"] == step.get("id")), {})


def declared_rounding(case, step):
    if step["what"] == "year-price":
        named = next((each.get("index") for each in case.items if each["id"] == step.get("id")), None)
        return next((each.get("rounding") for each in case.model.get("indexes", []) if each["id"] == named), None)
    return case.rounding.get({"price-grade": "grades", "grade": "grades"}.get(step["what"], step["what"]))


def is_withheld(case, place):
    """Whether the price or the score at a place differs from the journal."""
    if place in case.withheld_prices:
        return True
    found = re.match(r"bids\[([^\]]*)\]\.scores\[([^\]]*)\](?:\.assessments\[([^\]]*)\])?\.value", place)
    return found is not None and found.groups() in case.withheld


# What an input is called, by where it stands in the document: those of the price form, and all of them.
PRICE_INPUTS = {
    "bids[].deliveryModel": ["delivery-model"],
    "priceItems[].years.from": ["first-year"], "priceItems[].years.to": ["last-year"],
    "priceItems[].tier.over": ["tier-over"], "priceItems[].tier.upTo": ["tier-up-to"],
    "priceItems[].share.percent": ["row-share"], "priceItems[].surcharge.percent": ["surcharge-per-cent"],
    "priceItems[].surcharge.factor": ["surcharge-factor"], "priceItems[].amount": ["published-amount"],
    "priceItems[].quantities[]": ["quantity-of-authority"], "priceItems[].floor": ["unit-price-floor"],
    "model.authorities[].inhabitants": ["inhabitants"],
    "model.contractPeriods[].from": ["period-from"], "model.contractPeriods[].to": ["period-to"],
    "model.lifeCycle.rate": ["discount-rate"],
    "model.lifeCycle.factors[].factor": ["discount-factor"], "model.indexes[].rate": ["index-rate"],
    "model.indexes[].base": ["index-base"], "model.indexes[].share": ["index-share"],
    "model.indexes[].threshold": ["index-threshold"], "model.indexes[].values[].value": ["index-value"],
}
INPUTS = {
    **PRICE_INPUTS,
    "bids[].price": ["offered-price", "corrected-price", "as-offered"],
    "bids[].prices[]": ["unit-price", "as-offered"],
    "bids[].answers[].verdict": ["verdict"], "bids[].scores[].assessments[].value": ["given-assessment"],
    "bids[].scores[].value": ["given-score", "score"],
    "bids[].scores[].value[]": ["given-consultant-score", "given-participant-score"],
    "bids[].scores[].value[][]": ["answer-1-to-5"],
    "bids[].withdrawnAt": ["withdrawal"], "bids[].rejectedAt": ["rejection"],
    "bids[].lotLimitAt": ["lot-limit"],
    "clarifications[].new": ["clarified"], "lowBids[].decision": ["low-bid-decision"],
    "exclusions[].decision": ["exclusion-decision"],
    "lotteries[].order": ["drawn-place"],
    "criteria[].weight": ["weight"], "criteria[].deduction": ["deduction-full"],
    "criteria[].addition": ["addition-full"], "criteria[].perPoint": ["per-point"], "criteria[].cap": ["cap"],
    "criteria[].deductionPercent": ["deduction-per-cent"], "criteria[].additionPercent": ["addition-per-cent"],
    "criteria[].bands[].from": ["band-from"], "criteria[].bands[].to": ["band-to"],
    "criteria[].bands[].deduction": ["band-deduction"], "criteria[].minimum": ["minimum"],
    "criteria[].minimumShare": ["minimum-per-cent"], "criteria[].minimumPoints": ["minimum-points"],
    "criteria[].scale.levels[].value": ["level"], "criteria[].scale.max": ["scale-maximum", "full-points"],
    "criteria[].scale.zero": ["scale-zero"], "criteria[].scale.step": ["scale-step"],
    "criteria[].scale.worst": ["scale-worst"], "criteria[].scale.best": ["scale-best"],
    "priceItems[].quantity": ["quantity"], "priceItems[].periods": ["periods"],
    "priceItems[].ceiling": ["unit-price-ceiling"], "model.priceCeiling": ["price-ceiling"],
    "model.method.constant": ["constant"], "model.method.multiplier": ["multiplier"],
    "model.method.maximum": ["maximum"], "model.method.price.weight": ["price-weight"],
    "model.method.price.scale.zeroAt": ["price-zero-at"], "model.method.price.scale.wider": ["price-zero-at-wider"],
    "model.method.price.scale.perPercent": ["per-per-cent"], "model.method.price.scale.best": ["price-best"],
    "model.method.price.scale.worst": ["price-worst"], "model.method.price.scale.reference": ["price-reference"],
    "model.method.price.scale.bands[].upTo": ["price-band-to"],
    "model.method.price.scale.bands[].share": ["price-band-share"],
}

OVER_BIDS = ("lowest-compared", "highest-compared", "mean-compared", "count")


def label_fault(step, steps):
    """An input is called what it is, of the bid and the id of its place; other steps mix no two bids."""
    place, of = step.get("place", ""), (step.get("bid"), step.get("id"))
    if step["rule"] != "input":
        bids = {steps[n].get("bid") for n in step["from"]} - {None, step.get("bid")}
        # A criterion's full points are the same for all; of a child without points they are missing.
        is_common = step["rule"] in OVER_BIDS or step["what"] == "full-points"
        return "comes from steps of another bid" if bids and not is_common else None
    ids, root = re.findall(r"\[([^\]]*)\]", place), place.split("[")[0]
    if root == "bids":
        is_named = of == (ids[0], ids[1] if len(ids) > 1 else None)
    elif root in ("criteria", "priceItems") or re.match(r"model\.(authorities|contractPeriods|indexes)\[", place):
        is_named = of == (None, ids[0])
    else:
        is_named = ids != [] or of == (None, None)
    is_called = step["what"] in INPUTS.get(re.sub(r"\[[^\]]*\]", "[]", place), [])
    return None if is_named and is_called else "is not what stands at its place"


def source_fault(case, step, steps):
    """A correction is one that was decided, a withheld score one that differs from the journal, and a rounding
    one that the model declares."""
    places = [steps[n].get("place", "") for n in step["from"]]
    if step["rule"] == "corrected":
        decided = case.corrected.get(places[0])
        if decided is None or places[1] != f"clarifications[{decided['id']}].new":
            return "is no correction that was decided"
    if step["rule"] == "withheld" and not is_withheld(case, places[0]):
        return "is withheld, but it is the recorded one"
    stated = {key: step.get(key) for key in ("decimals", "mode")}
    if step["rule"] == "rounded" and stated != declared_rounding(case, step):
        return "is not rounded as the model declares"
    return label_fault(step, steps)


def check_steps(case, computation, hidden, report):
    """Every step: an input against the document, any other against the steps before it, and the named
    figures also against this program's own evaluation."""
    steps, values, unknown, removed = {}, {}, {}, set()
    report.steps, case.is_partial = report.steps + len(computation), bool(hidden)
    for n, step in enumerate(computation, 1):
        report.reading = f"step number {n} of the computation"
        if step["number"] != n or any(each not in steps for each in step["from"]):
            report.differ(f"step {shown(step['number'])} is not numbered {n}, "
                          "or comes from steps that do not stand before it")
            case.is_ordered = False
            return
        steps[n], values[n] = step, value_of(step.get("value"))
        is_of_all = hidden and step["rule"] in ("place", "rank")
        if is_of_all or step.get("bid") in hidden or any(each in removed for each in step["from"]):
            removed.add(n)
            continue
        check_step(case, step, (steps, values, unknown), report)
    for rule, count in unknown.items():
        report.leave(f"{count} steps by the rule {shown(rule)}, which this verifier does not know")
    if removed:
        report.leave(f"{len(removed)} steps that rest on what was removed from the bundle")
    if not hidden:
        check_ends(case, computation, report)


def check_step(case, step, known, report):
    steps, values, unknown = known
    name = f"step {step['number']} ({shown(step['what'])}{' of ' + shown(step['bid']) if 'bid' in step else ''})"
    name += f" at {shown(step['place'])}" if "place" in step else ""
    try:
        is_about_rows = step["rule"] in ABOUT_ROWS
        parts = [WITHHELD if is_about_rows and steps[n]["rule"] == "withheld" else values[n] for n in step["from"]]
        expected = expected_value(case, step, parts)
        fault = source_fault(case, step, steps)
    except (TypeError, ValueError, LookupError, AttributeError, ZeroDivisionError):
        report.differ(f"{name} cannot be computed from the steps that it names")
        return
    if expected is UNKNOWN:
        unknown[step["rule"]] = unknown.get(step["rule"], 0) + 1
        return
    report.computed += 1
    stated = values[step["number"]]
    report.compare(name, stated, expected)
    if fault:
        report.differ(f"{name} {fault}")
    key = (step["what"], step.get("bid"), step.get("id"))
    # What differs from its record is an input as it stands, and the withheld step after it has no value.
    is_given = case.is_partial or (step["rule"] == "input" and is_withheld(case, step["place"]))
    own = expected if is_given else case.own.get(key, expected)
    if own != expected:
        report.differ(f"{name}: its steps come to {shown(expected)}, the document to {shown(own)}")


def check_ends(case, computation, report):
    """Each bid's standing, result and rank has to be among the steps."""
    made = {(step["what"], step.get("bid")) for step in computation}
    for bid in case.bids:
        for what in ("standing", "result", "rank", "result-unrounded", "not-met", "open"):
            if (what, bid["id"]) not in made:
                report.differ(f"the computation has no {what} of bid {shown(bid['id'])}")


# ---- 10. The result, and what the journal records ----------------------------------------------------

def printed(value):
    """Prices and shares are printed with at most 12 decimals; every decision was taken on exact values."""
    return rounded(value, {"decimals": 12, "mode": "half-up"} if value is not None else None)


def check_contracts(case, bundle, report):
    """Each authority's own evaluation: its steps, its bids and its award. @return what the journal records of each"""
    stated, computed, found = bundle["result"].get("contracts", []), bundle.get("contracts", []), []
    parts = contract_cases(case)
    ids = [key for key, _ in parts]
    report.compare("the contracts of the result", [each["authority"] for each in stated], ids)
    report.compare("the contracts that are computed", [each["authority"] for each in computed], ids)
    for (key, own), result, steps in zip(parts, stated, computed):
        entries = evaluate(own, report)
        check_steps(own, steps["computation"], set(), report)
        report.reading = f"the contract of {key}"
        findings = [each for each in bundle["result"]["findings"] if each.get("authority", key) == key]
        check_outcome(own, entries, {**result, "findings": findings}, steps["computation"], report)
        found.append((key, own, entries, result))
    return found


def check_outcome(case, entries, result, computation, report):
    """The bids, the ties and the award of the whole or of one contract."""
    report.compare("the bids of the result", [each["id"] for each in result["bids"]], [each.id for each in entries])
    missing = missing_figures(computation) if case.is_ordered else {}
    for stated, entry in zip(result["bids"], entries):
        entry.missing = missing.get(entry.id, [])
        check_bid(case, stated, entry, case.is_redacted, report)
    report.compare("the ties", result["ties"], case.ties)
    report.compare("the ties that were broken", result["tieBreaks"], case.tie_breaks)
    if not case.is_redacted:
        check_award(case, entries, result, report)


def check_result(case, entries, bundle, report):
    result = bundle["result"]
    report.compare("the format of the result", result.get("format"), "mervarde-result/1")
    report.compare("the direction of the result", result.get("direction"), direction_of(case))
    unit = case.document["procurement"]["currency"] if in_currency(case) else ""
    report.compare("the unit of the result", result.get("unit"), unit)
    report.compare("the label of the result", result.get("label"), case.model["label"])
    check_outcome(case, entries, result, bundle["computation"], report)


def check_bid(case, stated, entry, redacted, report):
    name = f"bid {shown(entry.id)}: "
    report.compare(name + "bidder", stated["bidder"], entry.bid["bidder"])
    report.compare(name + "standing", stated["standing"], entry.standing)
    report.compare(name + "price", number(stated["price"]), printed(entry.price))
    exact = entry.result if case.rounding.get("result") else printed(entry.result)
    report.compare(name + "result", number(stated["result"]), exact)
    check_price_parts(case, name, stated, entry, report)
    report.compare(name + "rank", stated["rank"], None if entry.rank is None else int(entry.rank))
    shares = [{"id": each["criterion"]["id"], "share": printed(each["share"]), "points": printed(each.get("points")),
               "amount": printed(entry.amounts.get(each["criterion"]["id"]))} for each in every_fulfilment(entry.roots)]
    for each, own in zip(stated["criteria"], shares):
        seen = {"id": each["id"], **{key: number(each.get(key)) for key in ("share", "points", "amount")}}
        for key, value in own.items():
            report.compare(f"{name}{key} of criterion {shown(own['id'])}", seen[key], value)
    report.compare(name + "number of criteria", len(stated["criteria"]), len(shares))
    if not redacted:
        check_reasons(name, stated["reasons"], entry, report)


def check_price_parts(case, name, stated, entry, report):
    """Each authority's own part of the price, and the value of the whole contract where that is another."""
    ids = [each["id"] for each in case.model.get("authorities", [])]
    seen = stated.get("authorities", [])
    report.compare(name + "authorities", [each["id"] for each in seen], ids)
    for each in seen:
        own = printed(part_of_price(case, entry.bid, authority=each["id"]))
        report.compare(f"{name}price of {shown(each['id'])}", number(each["price"]), own)
        check_authority_value(case, name, each, entry, report)
    has_costs = bool(published_rows(case))
    report.compare(name + "whether there are published costs", str("publishedCosts" in stated), str(has_costs))
    if has_costs:
        report.compare(name + "offered price", number(stated.get("offeredPrice")), printed(entry.offered))
        report.compare(name + "published costs", number(stated.get("publishedCosts")), printed(entry.published))
    has_value = has_contract_value(case)
    report.compare(name + "whether there is a contract value", str("contractValue" in stated), str(has_value))
    if has_value:
        own = printed(part_of_price(case, entry.bid, whole=True))
        report.compare(name + "contract value", number(stated.get("contractValue")), own)


def check_authority_value(case, name, stated, entry, report):
    """What the contract of an awarded bid is worth to one authority, with and without uncounted options."""
    authority = next((each for each in case.model.get("authorities", []) if each["id"] == stated["id"]), None)
    if "contractValue" not in stated or authority is None:
        return
    document = contract_document(case.document, authority)
    paid = [item for item in document["priceItems"] if "amount" not in item or item.get("effect") in PER_CENT]
    own = Case({**document, "model": without(document["model"], "lifeCycle"), "priceItems": paid}, case)
    for key, whole in (("countedValue", False), ("contractValue", True)):
        value = printed(part_of_price(own, entry.bid, whole=whole))
        report.compare(f"{name}{key} of {shown(stated['id'])}", number(stated[key]), value)


def check_reasons(name, stated, entry, report):
    """Why a bid is rejected; or else which requirements are open, and which figures are missing."""
    expected = entry.reasons if entry.standing == "rejected" else entry.open + entry.missing
    report.compare(name + "reasons", stated, expected)


def missing_figures(computation):
    """For each bid that is not rejected: what is missing in its result or in a limit, and in nothing before it."""
    steps, gaps, found = {step["number"]: step for step in computation}, {}, {}
    for step in computation:
        parts = list(dict.fromkeys(each for n in step["from"] for each in gaps[n]))
        is_end = step["rule"] == "withheld" or not parts
        gaps[step["number"]] = [] if "value" in step else [step["number"]] if is_end else parts
        if step["what"] == "standing":
            # The result comes first, then the limits.
            numbers = dict.fromkeys([*gaps[step["from"][-1]], *parts])
            missing = [steps[n] for n in numbers if steps[n]["rule"] != "compared"]
            reasons = [gap_reason(each, steps) for each in missing if each.get("bid") in (None, step["bid"])]
            found[step["bid"]] = [each for n, each in enumerate(reasons) if each not in reasons[:n]]
    return found


def gap_reason(step, steps):
    """The code of what is missing: a figure, a figure on its scale, a band, a divisor that is not zero."""
    what, rule = step["what"], step["rule"]
    of = {"id": step["id"]} if "id" in step else {}
    place = step.get("place") or (steps[step["from"][0]].get("place", "") if step["from"] else "")
    evaluator = re.search(r"\.assessments\[([^\]]*)\]", place) if what == "given-assessment" else None
    by = {"evaluator": evaluator.group(1)} if evaluator else {}
    if rule == "withheld" and what in ("offered-price", "corrected-price", "unit-price"):
        return {"code": "price-unrecorded", **of}
    if rule == "quotient":
        return {"code": ZERO_DIVISORS.get(steps[step["from"][1]]["what"], "scale-without-span"), **of}
    if what == "delivery-model":
        return {"code": "delivery-model-missing"}
    if rule == "price-band" or rule == "price-rows" or what == "offered-price":
        return {"code": "price-outside-bands" if rule == "price-band" else "price-missing"}
    codes = {"withheld": "score-unrecorded", "on-scale": "score-outside-scale", "yes-is-one": "score-outside-scale",
             "band": "points-outside-bands", "input": MISSING_INPUTS.get(what)}
    return {"code": codes.get(rule) or "model-incomplete", **of, **(by if rule in ("input", "withheld") else {})}


ZERO_DIVISORS = {"price": "price-zero", "quality": "quality-zero", "lowest-price": "lowest-price-zero",
                 "mean-price": "mean-price-zero", "price-span": "prices-equal",
                 "price-slope-span": "lowest-price-zero", "best-share": "best-share-zero",
                 "price-anchor-span": "price-scale-without-span"}

MISSING_INPUTS = {"unit-price": "unit-price-missing", "given-assessment": "assessment-missing",
                  **dict.fromkeys(("given-score", "given-consultant-score", "given-participant-score", "score"),
                                  "score-missing")}


def check_award(case, entries, result, report):
    """The award is the first of the bids that stand, and only of a result that nothing holds open."""
    open_ones, blocking = findings_of(case, result, report)
    status = "blocked" if blocking else "provisional" if open_ones else "final"
    report.compare("the status, by the findings of the result", result["status"], status)
    for sentence in obstacles(case, entries) if result["status"] == "final" else []:
        report.differ(f"the status is final, but {sentence}")
    award = winners(case, entries) if result["status"] == "final" else []
    report.compare("the award", result["award"], award)


def findings_of(case, result, report):
    """Which findings hold the result open, and which forbid an award. A blocking one can be accepted only
    in the model, with a reason, and never where it is about a bid."""
    accepted = {each["code"] for each in case.model.get("accepted", [])}
    for each in result["findings"]:
        is_of_model = re.match(r"(model|criteria)\b", each["where"]) is not None
        if "accepted" in each and not (each["code"] in accepted and is_of_model):
            report.differ(f"the finding {shown(each['code'])} at {shown(each['where'])} is accepted, "
                          "but not in the model")
    return ([each for each in result["findings"] if each["severity"] == "open"],
            [each for each in result["findings"] if each["severity"] == "blocking" and "accepted" not in each])


def obstacles(case, entries):
    """What in the figures alone keeps a result from being final."""
    for key in case.changes[:1]:
        yield f"{shown(key)} differs from its record, of {len(case.changes)} values that do"
    for entry in entries:
        if entry.standing == "undecided":
            yield f"bid {shown(entry.id)} is undecided"
    for orders in case.contradictions:
        yield f"lots were drawn among the same bids with different outcomes: {shown(orders)}"
    for tied in case.ties:
        if min(int(each.rank) for each in entries if each.id in tied) <= case.model["winners"]:
            yield f"{shown(tied)} are tied for the award"
    if case.uneven and "blankOptional" not in case.model:
        yield "bids that leave optional price rows blank are compared, and the model does not say how"
    yield from form_faults(case)
    for bid in case.bids if is_separate(case) else []:
        if "price" in bid:
            yield f"bid {shown(bid['id'])} is one total, from which no contract's price can be told"
    if case.method["type"] in ("points", "quotient", "fixed-price"):
        weights = [number(root.get("weight")) for root in case.document["criteria"]]
        weights += [number(case.method["price"]["weight"])] if case.method["type"] == "points" else []
        if total(weights) not in (None, 100):
            yield f"the weights come to {shown(total(weights))}, not 100"


def form_faults(case):
    """What keeps a price form from being computed as it is published, and prices where it asks for none."""
    for key, part in (("share", "percent"), ("tier", "counts")):
        groups = {}
        for item in case.items:
            if key in item:
                groups.setdefault(item[key]["group"], []).append(item)
        for group, items in groups.items():
            shares = [number(each[key][part]) for each in items] if key == "share" else [Fraction(100)]
            if total(shares) != 100:
                yield f"the shares of {shown(group)} come to {shown(total(shares))}, not 100"
            if key == "tier" and not are_joined(items):
                yield f"the tiers of {shown(group)} have a gap or an overlap"
    for item in case.items:
        has_both = "quantities" in item and item.get("quantity") is not None
        if has_both and total(map(number, item["quantities"].values())) != number(item["quantity"]):
            yield f"the authorities' quantities of {shown(item['id'])} do not come to its quantity"
        if "floor" in item and number(item["floor"]) > 0:
            yield f"the row {shown(item['id'])} has a lowest price above 0"
        for bid in case.bids:
            if item["id"] in bid.get("prices", {}) and not is_asked(bid, item):
                yield f"bid {shown(bid['id'])} has a price of {shown(item['id'])}, which it is not to price"
    periods = case.model.get("contractPeriods", [])
    for n, each in enumerate(periods):
        if any(each["from"] <= other["to"] and other["from"] <= each["to"] for other in periods[:n]):
            yield f"the contract period {shown(each['id'])} has years of another"


def are_joined(items):
    """Whether each tier begins where the one before ends, from zero on."""
    tiers = [(number(each["tier"].get("over", "0")), number(each["tier"].get("upTo"))) for each in items]
    tiers.sort(key=lambda each: each[0])
    ends = [Fraction(0)] + [up_to for _, up_to in tiers[:-1]]
    return [over for over, _ in tiers] == ends


def recorded_bids(case, entries):
    return [{"id": each.id, "standing": each.standing, "result": result_text(case, each),
             "rank": None if each.rank is None else int(each.rank)} for each in entries]


def outcome_of(case, entries, result, contracts):
    """What the journal records of an outcome: the standing, result and rank of each bid, and the award; of separate
    contracts also of each."""
    parts = [{"authority": key, "bids": recorded_bids(own, found), "award": stated["award"]}
             for key, own, found, stated in contracts]
    return sha256({"label": case.model["label"], "status": result["status"], "bids": recorded_bids(case, entries),
                   "award": result["award"], **({"contracts": parts} if parts else {})})


def words_of(case, entries, contracts):
    """The same in words, as an event tells it."""
    def line(own, found):
        return "; ".join(outcome_words(own, each) for each in found)
    return " | ".join(f"{key}: {line(own, found)}" for key, own, found, _ in contracts) or line(case, entries)


def outcome_words(case, entry):
    rank = "" if entry.rank is None else f" ({int(entry.rank)})"
    return f"{entry.id} {result_text(case, entry) or entry.standing}{rank}"


def result_text(case, entry):
    """A result with the decimals that it is rounded to; without a rounding with at most 12."""
    if entry.result is None:
        return None
    declared = case.rounding.get("result")
    return decimal_text(printed(entry.result)) if not declared else fixed_decimals(entry.result, declared["decimals"])


def check_records(case, entries, contracts, bundle, report):
    """What the journal's own events were made on: the basis and the outcome, then what each milestone fixed."""
    document, events = case.document, case.document.get("events", [])
    basis, outcome = basis_of(document), outcome_of(case, entries, bundle["result"], contracts)
    recorded = [event for event in events if "result" in event]
    words = words_of(case, entries, contracts)
    for event in recorded:
        if event.get("fingerprint") == basis and (event["result"], event.get("new")) != (outcome, words):
            report.differ(f"event {shown(event.get('number'))} ({event['type']}) "
                          "records another outcome of the same basis")
    final = last_event(document, "finalised", "reopened")
    if final and final["type"] == "finalised" and final.get("fingerprint") != basis:
        report.differ(f"the evaluation was finalised on another basis (event {shown(final.get('number'))})")
    check_last_evaluation(events, recorded, basis, report)
    check_milestones(case, report)


def check_last_evaluation(events, recorded, basis, report):
    if not recorded:
        report.leave("no event records an evaluation, so a change that no event tells of cannot be seen")
    elif recorded[-1].get("fingerprint") != basis:
        since = events[events.index(recorded[-1]) + 1:]
        name = f"event {shown(recorded[-1].get('number'))} ({recorded[-1]['type']})"
        if any(event["type"] not in TOLD for event in since):
            report.leave(f"the document was changed after {name}, and no later evaluation is recorded")
        else:
            report.differ(f"the document was changed after {name}, and no event tells of the change")


def check_milestones(case, report):
    """Scores and verdicts as they were fixed, prices as they were opened, the decision as it was registered."""
    document, events = case.document, case.document.get("events", [])
    fixed, opened = last_event(document, "quality-fixed"), last_event(document, "prices-opened")
    if fixed and fixed.get("fingerprint") != sha256(quality_of(document)):
        if any(event["type"] in ("score", "changed") for event in events[events.index(fixed) + 1:]):
            report.leave("scores and verdicts as they were fixed: changes have been recorded since")
        else:
            report.differ("scores and verdicts are not those that were fixed, and no event tells of the change")
    if opened and opened.get("fingerprint") != sha256({"bids": [prices_of(bid) for bid in document["bids"]]}):
        if document.get("offers") or any(event["type"] == "changed" for event in events[events.index(opened) + 1:]):
            report.leave("prices as they were opened: another round or recorded changes have come since")
        else:
            report.differ("the prices are not those that were opened")
    check_kept(document, report)
    check_as_recorded(case, report)
    for event in events:
        if event["type"] == "round-closed":
            offers = [each for each in document.get("offers", []) if each["round"] == event.get("new")]
            if event.get("fingerprint") != sha256({"offers": offers}):
                report.differ(f"the offers of round {shown(event.get('new'))} are not those that it was closed with")
        if event["type"] == "invited":
            report.leave(f"event {shown(event.get('number'))} (invited) rests on a selection, which is in another file")
    decided = [event for event in events if event["type"] in ("awarded", "award-corrected", "cancelled")]
    if decided and decided[-1].get("fingerprint") != sha256(decisions_until(document, decided[-1].get("place"))):
        report.differ("the decisions are not those that were registered")


def check_as_recorded(case, report):
    """A value that differs from its record does not count, whatever the result says of it."""
    scores = [f"bids[{bid}].scores[{criterion}]" for bid, criterion, _ in sorted(case.withheld, key=str)]
    for key in [*case.changes, *scores][:20]:
        report.differ(f"what stands at {shown(key)} differs from its record, and no event tells of the change")


def check_kept(document, report):
    """What an event recorded of the values that decide is kept as it was."""
    texts = recorded_texts(document)
    for event in document.get("events", []):
        kept = texts.get(event.get("recorded"))
        if "recorded" in event and hashlib.sha256((kept or "").encode("utf-8")).hexdigest() != event["recorded"]:
            report.differ(f"what event {shown(event.get('number'))} ({event['type']}) recorded is not kept as it was")


def quality_of(document):
    """Every score with its reasons and every verdict, one line each, in order of their UTF-16 units."""
    def lines(rows):
        texts = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
        return sorted(texts, key=lambda each: each.encode("utf-16-be"))
    return {
        "figures": lines([bid, criterion, evaluator, None if value is None else plain(value),
                          reasons.get("rationale"), reasons.get("reference")]
                         for bid, criterion, evaluator, value, reasons in every_score(document)),
        "verdicts": lines([bid["id"], requirement, sorted([key, value] for key, value in answer.items())]
                          for bid in document["bids"] for requirement, answer in bid["answers"].items()),
    }


def prices_of(bid):
    return {key: bid[key] for key in ("id", "price", "prices", "statedTotal") if key in bid}


def decisions_until(document, place):
    """What a registration binds: the reasons, and every decision up to its own. An event without a place
    registers the one decision that stands among the facts of the award."""
    reasons = without(document.get("award", {}), "sentAt", "sending", "standstill", "standstillUntil",
                      "contractAt", "court", "contact")
    if place is None:
        return reasons
    until = []
    for decision in document.get("decisions", []):
        until.append(without(decision, "standstill", "standstillUntil", "reviewAppliedAt", "reviewEndedAt",
                             "contractAt"))
        if f"decisions[{decision['id']}]" == place:
            break
    else:
        until = []
    return {"reasons": reasons, "decisions": until}


# ---- All of it, in order -----------------------------------------------------------------------------

def verify(bundle, code=None):
    """@raise Unreadable with one sentence where the bundle is not what a bundle holds"""
    report = Report()
    try:
        check_all(bundle, code, report)
    except (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError):
        raise Unreadable(f"{report.reading} cannot be read, since it is not what a bundle holds there; "
                         "export the bundle anew") from None
    return report


def check_all(bundle, code, report):
    events = part(bundle, "events", list)
    for key, kind in (("document", dict), ("result", dict), ("computation", list)):
        part(bundle, key, kind)
    document = {**bundle["document"], **({"events": events} if events else {})}
    report.reading = "the journal"
    check_journal(bundle, code, report)
    report.reading = "the document"
    check_hashes(bundle, document, report)
    check_published(bundle, document, report)
    case, hidden = Case(document), secret_prices(bundle)
    case.is_redacted = is_redacted(bundle)
    entries = evaluate(case, report)
    check_steps(case, bundle["computation"], hidden, report)
    report.reading = "the result"
    if is_redacted(bundle):
        report.leave("what was removed from the bundle, the basis that it is a part of, and the award")
    if hidden:
        report.leave(f"results, ranks and award: what the prices of {shown(sorted(hidden))} rest on was removed")
    else:
        check_result(case, entries, bundle, report)
    if not is_redacted(bundle):
        contracts = check_contracts(case, bundle, report)
        report.reading = "the journal, beside the result,"
        check_records(case, entries, contracts, bundle, report)


def secret_prices(bundle):
    """The bids whose results cannot be worked out from a redacted bundle."""
    records = bundle.get("redacted", {}).get("of", [])
    return {each["bid"] for each in records if each.get("subject") in ("price", "price-item", "clarification")}


def print_report(bundle, report):
    events = bundle["events"]
    print(f"{len(events)} events, {report.computed} of {report.steps} steps computed anew, "
          f"{len(report.differences)} differences")
    for sentence in report.differences:
        print(f"  differs: {sentence}")
    for sentence in report.unchecked:
        print(f"  not checked: {sentence}")
    print("  outside a bundle: the workbook's sheets, the program's own checks, and findings that no figure shows; "
          f"{len(bundle['result'].get('findings', []))} findings are listed in the result")
    unbound = [key for key in AFTERWARDS if key in bundle["document"]]
    if unbound:
        print(f"  bound by no event but a registered decision: {', '.join(unbound)}")
    head = next((event["hash"] for event in reversed(events) if "hash" in event), None)
    if head is not None:
        print("  outside a bundle: that no event was taken off the end, and that the journal was not made anew; "
              f"compare {code_of(head)} with a registered code")
    print({0: "Everything in the bundle was checked, and it holds.",
           1: "The bundle does not hold.",
           3: "Nothing differs, but not everything was checked."}[report.exit_code()])


def main(arguments):
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if len(arguments) not in (1, 2):
        print("usage: python3 verify.py bundle.json [CODE]")
        return 2
    try:
        bundle = read_bundle(arguments[0])
        report = verify(bundle, *arguments[1:])
    except Unreadable as problem:
        print(problem)
        return 2
    print_report(bundle, report)
    return report.exit_code()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

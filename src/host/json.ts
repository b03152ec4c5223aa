/**
 * Text that should be JSON, read so that every program reads the same: a key that stands twice in
 * one object is refused (one reader takes the first, another the last; RFC 8259, 4), and so is a
 * number that no double holds. It knows nothing of what the JSON is about.
 */
import { Failure } from "./failure";

/** Deeper than any document, and shallow enough for every parser's stack. */
const deepest = 100;

/**
 * @param file its name, for the sentence
 * @throws Failure with line and column when the text is no JSON, and with key and place when a key
 *   stands twice
 */
export function parseJson(text: string, file: string): unknown {
  new JsonCheck(text, file).document();
  return JSON.parse(text);
}

/** An object or a list that is open, and where in it the text is. */
type Open = { readonly keys: Set<string> | undefined; place: string; count: number };

class JsonCheck {
  private at = 0;
  private readonly open: Open[] = [];

  constructor(
    private readonly text: string,
    private readonly file: string,
  ) {}

  document(): void {
    let expectsValue = true;
    for (;;) {
      this.skipSpace();
      if (expectsValue) expectsValue = this.value();
      else if (this.open.length === 0) break;
      else expectsValue = this.next();
    }
    if (this.at < this.text.length) throw this.invalid();
  }

  /** @returns whether another value has to follow, inside what was opened */
  private value(): boolean {
    const sign = this.text[this.at];
    if (sign === "{" || sign === "[") return this.enter(sign);
    if (sign === '"') this.string();
    else this.literal();
    return false;
  }

  private enter(sign: "{" | "["): boolean {
    if (this.open.length >= deepest) throw this.failure("json-too-deep");
    this.at += 1;
    this.skipSpace();
    const isObject = sign === "{";
    if (this.text[this.at] === (isObject ? "}" : "]")) {
      this.at += 1;
      return false;
    }
    this.open.push({ keys: isObject ? new Set() : undefined, place: "", count: 0 });
    this.member();
    return true;
  }

  /** After a value: a comma and another one, or the end of what it stands in. */
  private next(): boolean {
    const { keys } = this.innermost();
    const sign = this.text[this.at];
    if (sign === ",") {
      this.at += 1;
      this.skipSpace();
      this.member();
      return true;
    }
    if (sign !== (keys ? "}" : "]")) throw this.invalid();
    this.at += 1;
    this.open.pop();
    return false;
  }

  /** The key before an object's value, or the number of a list's. */
  private member(): void {
    const inside = this.innermost();
    if (!inside.keys) {
      inside.place = `[${inside.count}]`;
      inside.count += 1;
      return;
    }
    if (this.text[this.at] !== '"') throw this.invalid();
    const key = this.string();
    inside.place = `.${key}`;
    if (inside.keys.has(key)) throw this.failure("json-key-twice", { key, place: this.place() });
    inside.keys.add(key);
    this.skipSpace();
    if (this.text[this.at] !== ":") throw this.invalid();
    this.at += 1;
  }

  private innermost(): Open {
    const inside = this.open.at(-1);
    if (!inside) throw this.invalid();
    return inside;
  }

  private place(): string {
    return this.open
      .map(({ place }) => place)
      .join("")
      .replace(/^\./, "");
  }

  private skipSpace(): void {
    while (this.at < this.text.length && " \t\n\r".includes(this.text[this.at] ?? "")) this.at += 1;
  }

  private string(): string {
    const start = this.at;
    this.at += 1;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code) || code < 0x20) throw this.invalid();
      this.at += 1;
      if (code === 0x22) break;
      if (code === 0x5c) this.escape();
    }
    const raw = this.text.slice(start + 1, this.at - 1);
    return raw.includes("\\") ? (JSON.parse(`"${raw}"`) as string) : raw;
  }

  private escape(): void {
    const match = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(this.at, this.at + 5));
    if (!match) throw this.invalid();
    this.at += match[0].length;
  }

  private literal(): void {
    const pattern = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) throw this.invalid();
    const [word] = match;
    if (/\d$/.test(word) && !Number.isFinite(Number(word)))
      throw this.failure("json-number-too-large", { seen: word.slice(0, 40), place: this.place() });
    this.at += word.length;
  }

  private invalid(): Failure {
    return this.failure("json-invalid");
  }

  private failure(code: string, details: { readonly [name: string]: string } = {}): Failure {
    const before = this.text.slice(0, this.at).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    return new Failure(code, { file: this.file, line: before.length, column, ...details });
  }
}

/**
 * From the flat rows of sheets to the nested shape of a document: keys with dots and brackets,
 * criteria under their parents, levels and bands inside their criterion. It reads no cells and
 * judges no values; rows that do not fit together are returned to the caller.
 */

/** An object of the document while it is being put together. */
export type Plain = { [key: string]: unknown };

/** Adds to the list at a key, making it if need be. */
export function append(object: Plain, key: string, value: unknown): void {
  object[key] = [...((object[key] as unknown[] | undefined) ?? []), value];
}

/** Puts a value at `a.b[0].c`, making the objects and lists on the way. */
export function place(object: Plain, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  let inner: Plain = object;
  for (const [n, key] of keys.entries()) {
    if (n === keys.length - 1) inner[key] = value;
    else inner = (inner[key] ??= /^\d+$/.test(keys[n + 1] ?? "") ? [] : {}) as Plain;
  }
}

/** Lists without the holes that blank rows between filled ones leave. */
export function compacted(value: Plain): Plain {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (Array.isArray(each)) return [key, each.filter((entry) => entry !== undefined)];
      return [key, typeof each === "object" && each !== null ? compacted(each as Plain) : each];
    }),
  );
}

/**
 * The criteria forest from its rows; a row under a parent that does not exist is reported, and
 * kept as a root.
 */
export function forest(
  rows: readonly Plain[],
  levels: ReadonlyMap<string, Plain[]>,
  bands: ReadonlyMap<string, Plain[]>,
  orphan: (id: string, parent: string) => void,
): Plain[] {
  const ids = new Set(rows.map(({ id }) => id));
  const roots: Plain[] = [];
  const nodes = new Map<unknown, Plain>();
  for (const row of rows) nodes.set(row["id"], criterionOf(row, levels, bands));
  for (const { id, parent } of rows) {
    const node = nodes.get(id);
    if (!node) continue;
    if (typeof parent !== "string") roots.push(node);
    else if (!ids.has(parent) || isBelow(parent, String(id), rows)) {
      orphan(String(id), parent);
      roots.push(node);
    } else append(nodes.get(parent) ?? {}, "children", node);
  }
  return roots;
}

/**
 * Whether `id` stands at or below `ancestor`, so that making it the parent would close a circle.
 */
function isBelow(id: string, ancestor: string, rows: readonly Plain[]): boolean {
  const parents = new Map(rows.map((row) => [String(row["id"]), row["parent"]]));
  const seen = new Set<string>();
  for (
    let each: unknown = id;
    typeof each === "string" && !seen.has(each);
    each = parents.get(each)
  ) {
    if (each === ancestor) return true;
    seen.add(each);
  }
  return false;
}

function criterionOf(
  row: Plain,
  levels: ReadonlyMap<string, Plain[]>,
  bands: ReadonlyMap<string, Plain[]>,
): Plain {
  const { parent: _parent, ...rest } = row;
  const scale: Plain = {};
  const criterion: Plain = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key.startsWith("scale.")) scale[key.slice("scale.".length)] = value;
    else criterion[key] = value;
  }
  const id = String(row["id"]);
  if (scale["type"] === "levels") scale["levels"] = levels.get(id) ?? [];
  if (Object.keys(scale).length > 0) criterion["scale"] = scale;
  const own = bands.get(id);
  if (own) criterion["bands"] = own;
  return criterion;
}

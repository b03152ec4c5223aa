/**
 * The server side of office.js's request protocol: executes a batch of actions on object paths, as
 * Excel does behind the real library. It knows nothing of Excel; the types it serves are defined in
 * the object files. A member that nobody has defined answers NotImplemented, so that no test passes
 * by accident.
 */

/** An error that Excel would answer with; its code is what the add-in may rely on. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly location?: string,
  ) {
    super(message);
  }
}

export const refusal = {
  notFound: (at?: string) =>
    new HostError("ItemNotFound", "The requested resource doesn't exist.", at),
  invalidArgument: (at?: string) =>
    new HostError(
      "InvalidArgument",
      "The argument is invalid or missing or has an incorrect format.",
      at,
    ),
  invalidReference: (at?: string) =>
    new HostError("InvalidReference", "This reference is not valid for the current operation.", at),
  invalidOperation: (at?: string) =>
    new HostError(
      "InvalidOperation",
      "This operation is not permitted for the current object.",
      at,
    ),
  exists: (at?: string) =>
    new HostError(
      "ItemAlreadyExists",
      "A resource with the same name or identifier already exists.",
      at,
    ),
  accessDenied: (at?: string) =>
    new HostError("AccessDenied", "You cannot perform the requested operation.", at),
  notImplemented: (at: string) =>
    new HostError("NotImplemented", `simulated Excel does not implement ${at}`, at),
  general: (at: string) => new HostError("GeneralException", `simulated Excel failed: ${at}`, at),
};

/** A property that is stored or computed; without `set` it is read-only. */
export type Scalar = {
  readonly get: (data: never) => unknown;
  readonly set?: (data: never, value: never) => void;
};

/**
 * How one class of Excel's object model behaves on the wire. Names are the wire's, in PascalCase.
 */
export type HostType = {
  readonly scalars?: { readonly [name: string]: Scalar };
  /** An object that hangs on this one; `null` is a null object. */
  readonly navigations?: { readonly [name: string]: (data: never) => HostObject | null };
  readonly methods?: { readonly [name: string]: (data: never, args: never) => unknown };
  readonly indexer?: (data: never, key: unknown) => HostObject | null;
  readonly items?: (data: never) => readonly HostObject[];
  /** What identifies an object to the library. */
  readonly idOf?: (data: never) => unknown;
};

/** An object on the host's side; `data` is whatever its type works on. */
export class HostObject {
  reference: string | undefined;

  constructor(
    readonly type: NamedType,
    readonly data: unknown,
  ) {}
}

type NamedType = Omit<HostType, "scalars" | "navigations" | "methods"> & {
  readonly name: string;
  readonly scalars: ReadonlyMap<string, readonly [wire: string, scalar: Scalar]>;
  readonly navigations: ReadonlyMap<
    string,
    readonly [wire: string, to: (data: never) => HostObject | null]
  >;
  readonly methods: ReadonlyMap<
    string,
    readonly [wire: string, method: (data: never, args: never) => unknown]
  >;
};

/** The library asks "values" in one place and "Values" in another. */
function byLowerCase<Value>(
  members: { readonly [name: string]: Value } = {},
): ReadonlyMap<string, readonly [string, Value]> {
  return new Map(
    Object.entries(members).map(([name, member]) => [name.toLowerCase(), [name, member] as const]),
  );
}

/**
 * The classes that a host serves, by name, so that they can lead to each other without importing
 * each other.
 */
export class Registry {
  private readonly types = new Map<string, NamedType>();

  define(name: string, { scalars, navigations, methods, ...rest }: HostType): void {
    this.types.set(name, {
      ...rest,
      name,
      scalars: byLowerCase(scalars),
      navigations: byLowerCase(navigations),
      methods: byLowerCase(methods),
    });
  }

  has(name: string): boolean {
    return this.types.has(name);
  }

  make(name: string, data: unknown): HostObject {
    const type = this.types.get(name);
    if (!type) throw refusal.notImplemented(name);
    return new HostObject(type, data);
  }
}

const path = {
  global: 1,
  created: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nothing: 7,
};
const act = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, update: 9 };

type ArgumentInfo = {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
};
type ObjectPath = {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
};
export type Action = {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: { readonly [name: string]: unknown };
};
type QueryInfo = {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
};
export type Batch = {
  readonly ObjectPaths: { readonly [id: string]: ObjectPath };
  readonly Actions: readonly Action[];
};
export type Answer = {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly HttpStatusCode: number;
    readonly Location: string;
    readonly ActionIndex: number;
  };
};

/**
 * Asked before every property that is set and every method that is called.
 * @param member as on the wire, "WorksheetProtection.Protect"
 * @param data what the member's object works on
 * @returns the code that Excel refuses it with, and all of the batch after it
 */
export type Refuse = (member: string, data: unknown) => string | undefined;

type Resolve = (id: number) => HostObject | null;

/** Executes batches against one root object and remembers the references that the library keeps. */
export class Engine {
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    private readonly root: HostObject,
    private readonly create: (name: string) => HostObject | null,
    private readonly refuses: Refuse = () => undefined,
  ) {}

  /**
   * Actions run in order and stop at the first error, which says which action it was; nothing is
   * rolled back.
   */
  process({ ObjectPaths, Actions }: Batch): Answer {
    const resolved = new Map<number, HostObject | null>();
    const resolve: Resolve = (id) => {
      const known = resolved.get(id);
      if (known !== undefined) return known;
      const object = this.resolve(ObjectPaths[id], resolve);
      resolved.set(id, object);
      return object;
    };
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    for (const [index, action] of Actions.entries()) {
      try {
        if (action.ActionType === act.trace) traces.push(action.Id);
        const value = action.ActionType === act.trace ? null : this.execute(action, resolve);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        const refused =
          error instanceof HostError
            ? error
            : refusal.general(
                error instanceof Error ? (error.stack ?? error.message) : String(error),
              );
        const location =
          refused.location ?? `${ObjectPaths[action.ObjectPathId]?.Name ?? ""}.${action.Name}`;
        return {
          Results: results,
          TraceIds: traces,
          Error: {
            Code: refused.code,
            Message: refused.message,
            HttpStatusCode: 400,
            Location: location,
            ActionIndex: index,
          },
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  private resolve(way: ObjectPath | undefined, resolve: Resolve): HostObject | null {
    if (!way) throw refusal.general("an object path is missing");
    const { ObjectPathType: kind, Name: name } = way;
    if (kind === path.global) return this.root;
    if (kind === path.nothing) return null;
    if (kind === path.reference) return this.referenced(name);
    if (kind === path.created) return this.create(name) ?? raise(refusal.notImplemented(name));
    const parent = resolve(way.ParentObjectPathId);
    // Whatever is asked of a null object is a null object again.
    if (parent === null) return null;
    const data = parent.data as never;
    if (kind === path.property) return member(parent.type, "navigations", name)(data);
    const args = argumentsOf(way.ArgumentInfo, resolve);
    this.allow(parent, name);
    const found =
      kind === path.indexer
        ? parent.type.indexer?.(data, args[0])
        : (member(parent.type, "methods", name)(data, args as never) as HostObject | null);
    if (!found && !/OrNull/.test(name))
      throw refusal.notFound(`${parent.type.name}.${name || "getItem"}`);
    return found ?? null;
  }

  private referenced(name: string): HostObject {
    return (
      this.references.get(name) ??
      raise(
        new HostError(
          "InvalidObjectPath",
          `The object path '${name}' isn't working for what you're trying to do.`,
        ),
      )
    );
  }

  private execute(action: Action, resolve: Resolve): unknown {
    const object = resolve(action.ObjectPathId);
    const { ActionType: kind, Name: name } = action;
    if (kind === act.instantiate) return object && identity(object);
    if (kind === act.query || kind === act.queryAsJson)
      return object && query(object, action.QueryInfo ?? {});
    const args = argumentsOf(action.ArgumentInfo, resolve);
    if (kind === act.method && name === "_KeepReference") return this.keep(object);
    if (kind === act.method && name === "_RemoveReference") return this.forget(String(args[0]));
    if (!object) throw refusal.notFound();
    this.allow(object, name);
    if (kind === act.set) return set(object, name, args[0]);
    if (kind === act.update)
      return void Object.entries(action.ObjectState ?? {}).forEach(([key, value]) =>
        set(object, key, value),
      );
    if (kind === act.method)
      return member(object.type, "methods", name)(object.data as never, args as never) ?? null;
    throw refusal.notImplemented(`action type ${kind}`);
  }

  private allow({ type, data }: HostObject, name: string): void {
    const refused = this.refuses(`${type.name}.${name}`, data);
    if (refused !== undefined) throw new HostError(refused, "localised by Excel");
  }

  private forget(reference: string): null {
    this.references.delete(reference);
    return null;
  }

  private keep(object: HostObject | null): null {
    if (object) {
      object.reference ??= `reference-${this.nextReference++}`;
      this.references.set(object.reference, object);
    }
    return null;
  }
}

function raise(error: Error): never {
  throw error;
}

function member<Kind extends "navigations" | "methods">(
  type: NamedType,
  kind: Kind,
  name: string,
): NonNullable<ReturnType<NamedType[Kind]["get"]>>[1] {
  const found = type[kind].get(name.toLowerCase());
  if (!found) throw refusal.notImplemented(`${type.name}.${name}`);
  return found[1];
}

/** Arguments with the objects they refer to in place of their paths. */
function argumentsOf(info: ArgumentInfo | undefined, resolve: Resolve): unknown[] {
  const put = (value: unknown, reference: unknown): unknown => {
    if (Array.isArray(reference) && Array.isArray(value))
      return value.map((each, n) => put(each, reference[n]));
    return typeof reference === "number" && reference !== 0 ? resolve(reference) : value;
  };
  return (info?.Arguments ?? []).map((value, n) => put(value, info?.ReferencedObjectPathIds?.[n]));
}

function identity({ type, data, reference }: HostObject): { [name: string]: unknown } {
  const id = type.idOf?.(data as never);
  return {
    ...(id === undefined ? {} : { Id: id }),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

function set({ type, data }: HostObject, name: string, value: unknown): undefined {
  const [wire, scalar] =
    type.scalars.get(name.toLowerCase()) ?? raise(refusal.notImplemented(`${type.name}.${name}`));
  if (!scalar.set) throw refusal.invalidOperation(`${type.name}.${wire}`);
  scalar.set(data as never, value as never);
}

/** The selected properties of an object, or of each item of a collection. */
function query(
  object: HostObject,
  { Select: select = [], Expand: expand = [], Skip: skip = 0, Top: top }: QueryInfo,
): unknown {
  const asked = [...(select.length > 0 ? select : ["*"]), ...expand.map((name) => `${name}/*`)];
  const { type, data } = object;
  if (!type.items) return selected(object, asked);
  const own = asked.filter((name) => type.scalars.has(name.toLowerCase()));
  const inner = asked.filter((name) => !own.includes(name));
  const items = type.items(data as never).slice(skip, top === undefined ? undefined : skip + top);
  return {
    ...identity(object),
    ...selected(object, own),
    ...(inner.length > 0 || own.length === 0
      ? { _Items: items.map((item) => selected(item, inner)) }
      : {}),
  };
}

function selected(object: HostObject, asked: readonly string[]): { [name: string]: unknown } {
  const { type, data } = object;
  const out = identity(object);
  const deeper = new Map<string, string[]>();
  for (const name of asked) {
    const [head = "", ...rest] = name.split(/[/.]/);
    const scalar = type.scalars.get(head.toLowerCase());
    const navigation = type.navigations.get(head.toLowerCase());
    if (name === "*")
      for (const [wire, { get }] of type.scalars.values()) out[wire] = get(data as never);
    else if (scalar && rest.length === 0) out[scalar[0]] = scalar[1].get(data as never);
    else if (navigation)
      deeper.set(navigation[0], [...(deeper.get(navigation[0]) ?? []), rest.join("/") || "*"]);
    else if (head.toLowerCase() !== "_referenceid")
      throw refusal.notImplemented(`load ${type.name}.${name}`);
  }
  for (const [wire, names] of deeper) {
    const inner = member(type, "navigations", wire)(data as never);
    out[wire] = inner && query(inner, { Select: names });
  }
  return out;
}

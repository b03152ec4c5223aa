/**
 * The wire contract of Excel's classes, read by reflection from the installed office.js: property
 * names, which of them can be set, what they lead to. Cosmetic classes (charts, page layout) are
 * served from it as store-and-return, so that only what has a meaning is written by hand.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { HostObject, HostType, Registry } from "./protocol";
import { refusal } from "./protocol";

/** The folder of the real library's files. */
export const officeJs = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

type ClassContract = {
  readonly isCollection: boolean;
  readonly scalars: readonly { readonly wire: string; readonly isSettable: boolean }[];
  readonly navigations: readonly { readonly wire: string; readonly type: string }[];
  readonly methods: readonly { readonly wire: string; readonly returns?: string }[];
  /** The wire names of the methods by which an event is switched on and off. */
  readonly registrations: readonly {
    readonly wire: string;
    readonly isOn: boolean;
    readonly event: string;
  }[];
};

type Prototype = { readonly [name: string]: unknown };

let known: ReadonlyMap<string, ClassContract> | undefined;

/** Every class of the library, by name. */
export function contract(): ReadonlyMap<string, ClassContract> {
  known ??= new Map(
    classes().map((prototype) => [String(own(prototype, "_className")), classContract(prototype)]),
  );
  return known;
}

function classes(): Prototype[] {
  const file = "excel-win32-16.01.debug.js";
  const page: { [name: string]: unknown } = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console: { log: () => undefined },
    navigator: { userAgent: "node" },
    _richApiNativeBridge: { sendMessageToHost: () => undefined },
  };
  page["window"] = page;
  runInContext(readFileSync(join(officeJs, file), "utf8"), createContext(page), { filename: file });
  return Object.values(page["Excel"] as { readonly [name: string]: unknown })
    .flatMap((each) => (typeof each === "function" ? [each.prototype as Prototype] : []))
    .filter((prototype) => own(prototype, "_className") !== undefined);
}

/** A property of the class's own, computed without an instance. */
function own(prototype: Prototype, name: string): unknown {
  return Object.hasOwn(prototype, name) ? Reflect.get(prototype, name, {}) : undefined;
}

function sourceOf(descriptor: PropertyDescriptor): string {
  return String(Reflect.get(descriptor, "get"));
}

function classContract(prototype: Prototype): ClassContract {
  const wires = (own(prototype, "_scalarPropertyOriginalNames") ?? []) as string[];
  const settable = (own(prototype, "_scalarPropertyUpdateable") ?? []) as boolean[];
  const members = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  const functions = members.flatMap(([name, { value }]) =>
    typeof value === "function" && name !== "constructor" ? [{ name, source: String(value) }] : [],
  );
  return {
    isCollection: Boolean(own(prototype, "_isCollection")),
    scalars: wires.map((wire, n) => ({ wire, isSettable: settable[n] === true })),
    navigations: members.flatMap(([, member]) => {
      const [, type, wire] =
        /_createPropertyObject\(\s*Excel\.(\w+),\s*this,\s*"(\w+)"/.exec(sourceOf(member)) ?? [];
      return type && wire ? [{ wire, type }] : [];
    }),
    methods: functions.flatMap(({ source }) => {
      const [, returns, made] =
        /_createMethodObject\(\s*Excel\.(\w+),\s*this,\s*"(\w+)"/.exec(source) ?? [];
      const [, called] = /_invokeMethod\(this,\s*"(\w+)"/.exec(source) ?? [];
      return made
        ? [{ wire: made, ...(returns ? { returns } : {}) }]
        : called
          ? [{ wire: called }]
          : [];
    }),
    registrations: functions.flatMap(({ name, source }) => {
      const [, wire] = /_invokeMethod\(this,\s*"(\w+)"/.exec(source) ?? [];
      const [, off, event] = /^_(Un)?[Rr]egister(?:Event)?(\w+?)(?:Event)?$/.exec(name) ?? [];
      return wire && event ? [{ wire, isOn: off === undefined, event }] : [];
    }),
  };
}

/** A kept object: its own properties, and the objects that hang on it. */
type Kept = { readonly [name: string]: unknown; readonly inner?: Map<string, HostObject> };

/**
 * Serves a class as store-and-return.
 * @param more members with a meaning of their own, which win over the stored ones
 */
export function keep(registry: Registry, name: string, more: HostType = {}): void {
  const shape = contract().get(name);
  if (!shape || registry.has(name)) return;
  const navigate = (wire: string, type: string) => (data: Kept) => {
    keep(registry, type);
    const inner = data.inner ?? new Map<string, HostObject>();
    Object.assign(data, { inner });
    const object =
      inner.get(wire) ??
      registry.make(type, contract().get(type)?.isCollection ? { items: [] } : {});
    inner.set(wire, object);
    return object;
  };
  registry.define(name, {
    ...more,
    scalars: {
      ...Object.fromEntries(
        shape.scalars.map(({ wire, isSettable }) => [
          wire,
          {
            get: (data: Kept) => data[wire] ?? null,
            ...(isSettable
              ? {
                  set: (data: { [key: string]: unknown }, value: unknown) =>
                    void (data[wire] = value),
                }
              : {}),
          },
        ]),
      ),
      ...more.scalars,
    },
    navigations: {
      ...Object.fromEntries(
        shape.navigations.map(({ wire, type }) => [wire, navigate(wire, type)]),
      ),
      ...more.navigations,
    },
    methods: {
      ...Object.fromEntries(
        shape.methods
          .filter(({ wire }) => !wire.startsWith("_"))
          .map(({ wire, returns }) => [
            wire,
            (data: { calls?: unknown[] }, args: readonly unknown[]) => {
              (data.calls ??= []).push([wire, ...args]);
              if (!returns) return null;
              keep(registry, returns);
              return registry.has(returns)
                ? registry.make(returns, {})
                : refusal.notImplemented(returns);
            },
          ]),
      ),
      ...more.methods,
    },
  });
}

/** Methods that switch a class's events on and off; `count` gets which event, and whether it is on. */
export function eventMethods(
  name: string,
  count: (data: never, event: string, isOn: boolean) => void,
): HostType["methods"] {
  return Object.fromEntries(
    (contract().get(name)?.registrations ?? []).map(({ wire, isOn, event }) => [
      wire,
      (data: never) => count(data, event, isOn),
    ]),
  );
}

/**
 * Remote calls over a message port, between the pane and its worker: each end calls a handler of
 * the other by name and gets a promise. Arguments and answers are plain data. It knows none of
 * the calls.
 */
import { Failure } from "../host/failure";

/** One end of a message port: a worker, or a port of a channel. */
export type Port = {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
};

// The types of the calls are in rpc-contract.ts.
type Handlers = { readonly [name: string]: (...args: never[]) => unknown };

type ErrorMessage =
  | { readonly code: string; readonly details: Failure["details"]; readonly text?: string }
  | { readonly bug: string };
type Message =
  | { readonly call: string; readonly id: number; readonly args: readonly unknown[] }
  | { readonly answer: number; readonly value?: unknown; readonly error?: ErrorMessage };

/** A failure that the other end has already put into the reader's language. */
export class RpcFailure extends Failure {
  constructor(
    code: string,
    details: Failure["details"],
    readonly text: string,
  ) {
    super(code, details);
  }
}

export class Rpc {
  private readonly waiting = new Map<
    number,
    { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }
  >();
  private lastId = 0;

  /**
   * @param handlers the calls that this end answers, by name
   * @param tell the sentence of a failure; without it, failures are sent as codes
   */
  constructor(
    private readonly port: Port,
    private readonly handlers: Handlers,
    private readonly tell?: (failure: Failure) => string,
  ) {
    port.onmessage = ({ data }: MessageEvent) => void this.receive(data as Message);
  }

  call<Answer>(name: string, ...args: readonly unknown[]): Promise<Answer> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.port.postMessage({ call: name, id, args } satisfies Message);
    });
  }

  private async receive(message: Message): Promise<void> {
    if ("call" in message) return this.answer(message.call, message.id, message.args);
    const { resolve, reject } = this.waiting.get(message.answer) ?? {};
    this.waiting.delete(message.answer);
    if (message.error) reject?.(errorOf(message.error));
    else resolve?.(message.value as never);
  }

  private async answer(name: string, id: number, args: readonly unknown[]): Promise<void> {
    const handler = this.handlers[name];
    try {
      if (!handler) throw new Error(`nobody answers to ${name}`);
      const value = await handler(...(args as never[]));
      this.port.postMessage({ answer: id, value } satisfies Message);
    } catch (error) {
      this.port.postMessage({ answer: id, error: this.messageOf(error) } satisfies Message);
    }
  }

  private messageOf(error: unknown): ErrorMessage {
    if (!(error instanceof Failure))
      return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    const { code, details } = error;
    return { code, details, ...(this.tell ? { text: this.tell(error) } : {}) };
  }
}

function errorOf(message: ErrorMessage): Error {
  if ("bug" in message) return new Error(message.bug);
  return message.text === undefined
    ? new Failure(message.code, message.details)
    : new RpcFailure(message.code, message.details, message.text);
}

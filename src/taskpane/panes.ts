/**
 * Detects another pane of the add-in on the same workbook, in the same browser or Excel. A double
 * click opens two on some platforms (OfficeDev/office-js 1278), and if both wrote, each would
 * build on a journal without the other's rows. Panes send each other messages on a channel that
 * stays inside the browser. It cannot detect a colleague's pane on another computer; Excel
 * reports that colleague's changes.
 */

type Message = {
  /**
   * `hello` asks for earlier panes, `here` is the answer of one, `gone` says that a pane was
   * closed.
   */
  readonly kind: "hello" | "here" | "gone";
  readonly opened: number;
  readonly id: string;
};

export class Panes {
  private readonly channel: BroadcastChannel | undefined;
  private readonly opened = Date.now();
  private readonly id = crypto.randomUUID();
  /** Whether an earlier pane is open; only the earliest may write. */
  isSecond = false;

  /**
   * @param workbook its address; unsaved workbooks have none and cannot be distinguished
   * @param changed called when this pane has become the second, or the only one again
   */
  constructor(
    workbook: string,
    private readonly changed: () => void,
  ) {
    if (workbook === "" || typeof BroadcastChannel === "undefined") return;
    this.channel = new BroadcastChannel(`mervarde.pane ${workbook}`);
    this.channel.onmessage = ({ data }: MessageEvent) => this.hear(data as Message);
    this.say("hello");
  }

  /** Tells other panes that this one is closed or reloaded. */
  close(): void {
    this.say("gone");
    this.channel?.close();
  }

  private say(kind: Message["kind"]): void {
    this.channel?.postMessage({ kind, opened: this.opened, id: this.id } satisfies Message);
  }

  private hear({ kind, opened, id }: Message): void {
    const isEarlier = opened < this.opened || (opened === this.opened && id < this.id);
    if (kind === "hello" && !isEarlier) this.say("here");
    // Of two panes that open at the same moment, each may receive only the other's `hello`.
    if (kind !== "gone" && isEarlier) this.become(true);
    if (kind === "gone" && this.isSecond) {
      this.become(false);
      // A third pane may still be earlier than this one.
      this.say("hello");
    }
  }

  private become(isSecond: boolean): void {
    if (this.isSecond === isSecond) return;
    this.isSecond = isSecond;
    this.changed();
  }
}

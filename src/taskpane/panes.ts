/**
 * Whether another pane of ours is open on the same workbook, in the same browser or Excel: a double
 * click opens two on some platforms (OfficeDev/office-js 1278), and two that write would each build
 * on a journal without the other's rows. Panes hear each other on a channel inside the browser;
 * nothing leaves it. A colleague's pane on another computer is not heard: Excel tells of those
 * changes itself.
 */

type Message = {
  /** `hello` asks who is there, `here` is an earlier pane's answer, `gone` that one is closed. */
  readonly kind: "hello" | "here" | "gone";
  readonly opened: number;
  readonly id: string;
};

export class Panes {
  private readonly channel: BroadcastChannel | undefined;
  private readonly opened = Date.now();
  private readonly id = crypto.randomUUID();
  /** Whether an earlier pane is open, which alone writes. */
  isSecond = false;

  /**
   * @param workbook its address; an unsaved workbook has none, and two of those cannot be told apart
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

  /** The pane is closed or loaded again. */
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
    // Two that open at the same moment may hear only the other's question.
    if (kind !== "gone" && isEarlier) this.become(true);
    if (kind === "gone" && this.isSecond) {
      this.become(false);
      // A third may still be earlier.
      this.say("hello");
    }
  }

  private become(isSecond: boolean): void {
    if (this.isSecond === isSecond) return;
    this.isSecond = isSecond;
    this.changed();
  }
}

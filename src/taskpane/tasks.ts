/**
 * What is under way in the pane and what came of it, by name: a field that is being entered, a
 * button that has been pressed, an answer that has been asked for. Views are drawn from it, so that
 * a failure is told wherever its field or button stands by then. It knows no element of the page.
 */

/** What a task has to tell: that it failed, that it ended well but for something, or less. */
export type TaskMessage = {
  readonly kind: "failure" | "warning" | "note";
  readonly text: string;
};

export type Task = {
  readonly name: string;
  /** What the user knows it by: the words on the button or the field. */
  readonly label: string;
  isUnderWay: boolean;
  isCancelled: boolean;
  message?: TaskMessage;
};

export class Tasks {
  /** The last of each name. */
  private readonly latest = new Map<string, Task>();
  /** In the order they began: Excel is asked one thing at a time, the oldest first. */
  private readonly underWay = new Set<Task>();

  of(name: string): Task | undefined {
    return this.latest.get(name);
  }

  begin(name: string, label: string): Task {
    const task: Task = { name, label, isUnderWay: true, isCancelled: false };
    this.latest.set(name, task);
    this.underWay.add(task);
    return task;
  }

  end(task: Task, message?: TaskMessage): void {
    task.isUnderWay = false;
    this.underWay.delete(task);
    // What was begun again has its own answer to wait for.
    if (this.latest.get(task.name) !== task) return;
    if (message) task.message = message;
    else if (!task.message) this.latest.delete(task.name);
  }

  /** What is being done now; a warning about it may be put into words after it has ended. */
  get current(): Task | undefined {
    const [oldest] = this.underWay;
    return oldest;
  }

  /** Tells something of a task that ends well all the same. */
  warn(task: Task, text: string): void {
    const { message } = task;
    const isLatest = (this.latest.get(task.name) ?? task) === task;
    if (!isLatest || message?.kind === "failure") return;
    task.message = { kind: "warning", text };
    this.latest.set(task.name, task);
  }

  /** Notes something about a task that ended well some time ago. */
  note(name: string, label: string, text: string): void {
    if (this.of(name)?.isUnderWay) return;
    const message: TaskMessage = { kind: "note", text };
    this.latest.set(name, { name, label, isUnderWay: false, isCancelled: false, message });
  }

  isUnderWay(name: string): boolean {
    return this.latest.get(name)?.isUnderWay ?? false;
  }

  get isWorking(): boolean {
    return this.underWay.size > 0;
  }

  /** Whether anything other than a task of this name is under way. */
  isWorkingBeside(name: string): boolean {
    return [...this.underWay].some((task) => task.name !== name);
  }

  /** Stops all that is under way; what is begun after it goes on. */
  cancel(): void {
    for (const task of this.underWay) task.isCancelled = true;
  }

  /** Whether what is being done now is to be stopped. */
  get isCancelled(): boolean {
    return this.current?.isCancelled ?? false;
  }

  /** The latest tasks that have a message. */
  get messages(): readonly (Task & { readonly message: TaskMessage })[] {
    return [...this.latest.values()].filter(
      (task): task is Task & { readonly message: TaskMessage } => task.message !== undefined,
    );
  }

  forget(isForgotten: (task: Task) => boolean): void {
    for (const [name, task] of this.latest) if (isForgotten(task)) this.latest.delete(name);
  }
}

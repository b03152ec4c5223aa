/**
 * The tasks of the pane by name, under way or ended with a message: a field being entered, a
 * pressed button, a requested answer. Views are drawn from it, so a failure is shown wherever its
 * field or button is by then. It knows no element of the page.
 */

/** The message of a task: it failed, it succeeded with a warning, or a note. */
export type TaskMessage = {
  readonly kind: "failure" | "warning" | "note";
  readonly text: string;
};

export type Task = {
  readonly name: string;
  /** The text of the button or field, by which the user knows the task. */
  readonly label: string;
  isUnderWay: boolean;
  isCancelled: boolean;
  message?: TaskMessage;
};

export class Tasks {
  /** The latest task of each name. */
  private readonly latest = new Map<string, Task>();
  /** In the order they began: Excel does one at a time, the oldest first. */
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
    // A later task of the same name has replaced this one.
    if (this.latest.get(task.name) !== task) return;
    if (message) task.message = message;
    else if (!task.message) this.latest.delete(task.name);
  }

  /** The task that is running now. A warning about it may arrive after it has ended. */
  get current(): Task | undefined {
    const [oldest] = this.underWay;
    return oldest;
  }

  /** Gives a task that succeeds a warning. */
  warn(task: Task, text: string): void {
    const { message } = task;
    const isLatest = (this.latest.get(task.name) ?? task) === task;
    if (!isLatest || message?.kind === "failure") return;
    task.message = { kind: "warning", text };
    this.latest.set(task.name, task);
  }

  /** Gives a task that succeeded earlier a note. */
  note(name: string, label: string, text: string): void {
    if (this.of(name)?.isUnderWay) return;
    const message: TaskMessage = { kind: "note", text };
    this.latest.set(name, { name, label, isUnderWay: false, isCancelled: false, message });
  }

  /** Gives a field a reason why what stands in it is not sent. */
  refuse(name: string, label: string, text: string): void {
    const message: TaskMessage = { kind: "failure", text };
    this.latest.set(name, { name, label, isUnderWay: false, isCancelled: false, message });
  }

  isUnderWay(name: string): boolean {
    return this.latest.get(name)?.isUnderWay ?? false;
  }

  get isWorking(): boolean {
    return this.underWay.size > 0;
  }

  /** Whether a task of another name is under way. */
  isWorkingBeside(name: string): boolean {
    return [...this.underWay].some((task) => task.name !== name);
  }

  /** Cancels every task that is under way; later ones are not affected. */
  cancel(): void {
    for (const task of this.underWay) task.isCancelled = true;
  }

  /** Whether the running task has been cancelled. */
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

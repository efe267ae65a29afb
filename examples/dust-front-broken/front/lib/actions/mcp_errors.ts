/** An error whose message is shown to the model, so it must say what to do. */
export class MCPError extends Error {
  /** Whether the error should page the team: false for mistakes of the caller. */
  readonly tracked: boolean;

  constructor(
    message: string,
    { tracked = true, cause }: { tracked?: boolean; cause?: Error } = {},
  ) {
    super(message, { cause });
    this.tracked = tracked;
  }
}

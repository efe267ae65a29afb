/** Who is asking: a user in a workspace. */
export class Authenticator {
  constructor(
    readonly workspaceId: string,
    readonly userEmail: string,
  ) {}
}

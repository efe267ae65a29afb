const SCOPES = ["bikes", "repairs", "parts"];

export const gearboxProvider = {
  provider: "gearbox",

  authorizationUrl({ state }: { state: string }): string {
    const url = new URL("https://login.gearbox.example/authorize");
    url.searchParams.set(
      "client_id",
      process.env.OAUTH_GEARBOX_CLIENT_ID ?? "",
    );
    url.searchParams.set("scope", SCOPES.join(" "));
    url.searchParams.set("state", state);
    return url.href;
  },
};

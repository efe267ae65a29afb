import type { OAuthProviderSetup, OAuthUseCase } from "@app/types/oauth";

/** A shared mailbox may be read by everyone, but only people send mail. */
const SCOPES: Record<OAuthUseCase, string[]> = {
  personal_actions: ["mail.read", "mail.send", "calendar.read_write"],
  platform_actions: ["mail.read", "calendar.read_write"],
};

export const pigeonProvider: OAuthProviderSetup = {
  provider: "pigeon",

  isConfigured() {
    return process.env.OAUTH_PIGEON_CLIENT_ID !== undefined;
  },

  authorizationUrl({ useCase, state }) {
    const url = new URL("https://accounts.pigeon.example/authorize");
    url.searchParams.set("response_type", "code");
    url.searchParams.set("client_id", process.env.OAUTH_PIGEON_CLIENT_ID ?? "");
    url.searchParams.set("scope", SCOPES[useCase].join(" "));
    url.searchParams.set("state", state);
    return url.href;
  },
};

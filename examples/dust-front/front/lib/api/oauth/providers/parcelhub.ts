import type { OAuthProviderSetup } from "@app/types/oauth";

const SCOPES = ["shipments:read", "shipments:write"];

export const parcelhubProvider: OAuthProviderSetup = {
  provider: "parcelhub",

  isConfigured() {
    return process.env.OAUTH_PARCELHUB_CLIENT_ID !== undefined;
  },

  authorizationUrl({ state }) {
    const url = new URL("https://login.parcelhub.example/oauth/authorize");
    url.searchParams.set("response_type", "code");
    url.searchParams.set(
      "client_id",
      process.env.OAUTH_PARCELHUB_CLIENT_ID ?? "",
    );
    url.searchParams.set("scope", SCOPES.join(" "));
    url.searchParams.set("state", state);
    return url.href;
  },
};

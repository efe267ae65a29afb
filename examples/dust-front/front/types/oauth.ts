export const OAUTH_PROVIDERS = ["parcelhub", "pigeon"] as const;
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number];

export const OAUTH_USE_CASES = [
  "personal_actions",
  "platform_actions",
] as const;
export type OAuthUseCase = (typeof OAUTH_USE_CASES)[number];

/** What the host needs to know to send a user through a provider's consent screen. */
export interface OAuthProviderSetup {
  provider: OAuthProvider;
  isConfigured(): boolean;
  authorizationUrl(params: { useCase: OAuthUseCase; state: string }): string;
}

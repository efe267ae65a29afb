use anyhow::Result;
use async_trait::async_trait;

use crate::oauth::connection::{Connection, Provider, TokenGrant};
use crate::oauth::http::post_form;

const TOKEN_URL: &str = "https://accounts.pigeon.example/token";

/// Exchanges and refreshes tokens of Pigeon, for mail and calendar alike.
pub struct PigeonProvider {
    client_id: String,
    client_secret: String,
}

#[async_trait]
impl Provider for PigeonProvider {
    fn id(&self) -> &'static str {
        "pigeon"
    }

    async fn finalize(&self, code: &str, redirect_uri: &str) -> Result<TokenGrant> {
        post_form(
            TOKEN_URL,
            &[
                ("grant_type", "authorization_code"),
                ("code", code),
                ("redirect_uri", redirect_uri),
                ("client_id", &self.client_id),
                ("client_secret", &self.client_secret),
            ],
        )
        .await
    }

    async fn refresh(&self, connection: &Connection) -> Result<TokenGrant> {
        post_form(
            TOKEN_URL,
            &[
                ("grant_type", "refresh_token"),
                ("refresh_token", connection.refresh_token()?),
                ("client_id", &self.client_id),
                ("client_secret", &self.client_secret),
            ],
        )
        .await
    }
}

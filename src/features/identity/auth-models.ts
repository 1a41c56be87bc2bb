/** The models of better-auth that nobody but it reads and writes, by the names of our schema. */
export const authModels = {
  account: {
    modelName: 'credential',
    // Tokens of a provider open things elsewhere.
    encryptOAuthTokens: true,
    fields: {
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'verification',
    // Whoever reads the table learns no link that opens an account; `insertOneTimeLink` writes them the same way.
    storeIdentifier: 'hashed',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const;

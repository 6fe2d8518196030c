/**
 * Everything Hilo may answer no with: the code, and the HTTP status it has on the API. The words for each, in three
 * languages, are in `words.ts`; a test holds the two lists together.
 */
export const REFUSALS = {
  'window-closed': 409,
  'no-address': 409,
  'line-disconnected': 409,
  'line-paused': 409,
  'template-missing': 404,
  'template-not-approved': 409,
  'template-unsupported': 409,
  'template-exists': 409,
  'template-changed-meanwhile': 409,
  'template-draft-only': 409,
  'template-name-fixed': 409,
  'template-category-fixed': 409,
  'template-submitting': 409,
  'template-nothing-to-submit': 409,
  'template-faulty': 422,
  'template-state': 409,
  'template-name-blocked': 409,
  'template-too-many': 409,
  'template-creation-limit': 429,
  'template-edit-limit': 429,
  'platform-refused': 409,
  'template-field-missing': 422,
  'template-field-unknown': 422,
  'template-field-invalid': 422,
  'content-not-sendable': 422,
  'text-empty': 422,
  'text-too-long': 422,
  'caption-too-long': 422,
  'too-many-buttons': 422,
  'button-invalid': 422,
  'list-invalid': 422,
  'contacts-invalid': 422,
  'location-invalid': 422,
  'reaction-target-unknown': 422,
  'reply-target-unknown': 422,
  'media-missing': 422,
  'media-not-ready': 409,
  'media-type-not-allowed': 415,
  'media-too-large': 413,
  'media-expired': 410,
  'media-unreachable': 502,
  'conversation-missing': 404,
  'contact-missing': 404,
  'message-missing': 404,
  'line-missing': 404,
  'agent-missing': 404,
  'recipient-invalid': 422,
  'not-retryable': 409,
  'not-queued': 409,
  'idempotency-key-reused': 422,
  'thread-moved-on': 409,
  'signed-out': 401,
  'not-allowed': 403,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  'input-invalid': 422,
  malformed: 400,
  'method-not-allowed': 405,
  'type-not-supported': 415,
  'signature-invalid': 401,
  'not-ours': 403,
  'not-found': 404,
  'too-large': 413,
  internal: 500,
  'budget-exhausted': 409,
  'rate-line-invalid': 422,
  unavailable: 503,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof REFUSALS

/** A no, as data: the code, the place it is about, what was found and what was expected, where there is such a thing. */
export type Refusal = {
  readonly code: RefusalCode
  readonly field?: string
  readonly found?: string
  readonly expected?: string
}

export const refusal = (code: RefusalCode, about: Omit<Refusal, 'code'> = {}): Refusal => ({ code, ...about })

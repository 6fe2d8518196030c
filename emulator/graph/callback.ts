import { textOf } from '../json.ts'
import { verifyCallback } from '../webhook/handshake.ts'
import type { CallbackOverride } from '../world/model.ts'
import { badParameter, badRequestFor } from './errors.ts'

/** "Callback verification failed" (Graph API, App subscriptions, subcode 2200). */
const VERIFICATION_FAILED = 2200

/** A callback hears of nothing before it has answered the handshake. */
export async function mustAnswer(url: string, verifyToken: string): Promise<void> {
  const verified = await verifyCallback(url, verifyToken)
  if (!verified.ok) throw badRequestFor(VERIFICATION_FAILED, 'Callback verification failed', verified.reason)
}

/** A callback of an account's or a number's own, checked like the app's; null: back to the app's. */
export async function overrideOf(uri: unknown, token: unknown): Promise<CallbackOverride | null> {
  const url = textOf(uri)
  if (!url) return null
  if (url.length > 200 || !/^https?:/.test(url) || !URL.canParse(url))
    throw badParameter('Param override_callback_uri must be a URL of at most 200 characters.')
  const verifyToken = textOf(token) ?? ''
  await mustAnswer(url, verifyToken)
  return { url, verifyToken }
}

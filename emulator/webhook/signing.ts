import { createHmac } from 'node:crypto'

/**
 * The body as Meta writes it: everything beyond ASCII as `\uXXXX` in lower-case hexadecimal, slashes as `\/`. Meta signs
 * this text; a receiver that signs its own re-serialisation gets another signature (Meta, Graph API Webhooks, "Getting
 * started", Event notifications).
 */
export function serialize(payload: unknown): string {
  return JSON.stringify(payload).replace(/[\u0080-\uffff/]/g, (unit) =>
    unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The value of `X-Hub-Signature-256` for a body. */
export const signature = (body: string | Buffer, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

/** The value of the older `X-Hub-Signature`, which Meta still sends beside the other. */
export const legacySignature = (body: string | Buffer, secret: string): string =>
  `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`

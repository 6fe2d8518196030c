import type { Channel } from '#channels/channel.ts'
import { check } from './check.ts'
import { interpret } from './interpret.ts'
import { ABILITIES } from './limits.ts'
import { receive } from './receive.ts'
import { render, renderSeen } from './render.ts'

/** WhatsApp by Meta's Cloud API. */
export const whatsapp: Channel = {
  id: 'whatsapp',
  abilities: ABILITIES,
  receive,
  render,
  interpret,
  renderSeen,
  check,
}

/** For the door: who may speak to us, and of what. */
export { type Envelope, type EnvelopeKeys, keysOf, MAX_BODY_BYTES, openEnvelope } from './envelope.ts'
export { answerHandshake, type Handshake } from './handshake.ts'
export { signerOf } from './signature.ts'

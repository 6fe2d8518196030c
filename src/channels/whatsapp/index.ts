import type { Channel } from '#channels/channel.ts'
import { check } from '#core/message/check/check.ts'
import { ABILITIES } from '#core/message/check/limits.ts'
import { interpret } from './interpret.ts'
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

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

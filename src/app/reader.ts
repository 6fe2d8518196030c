import type { Channel, Received } from '#channels/channel.ts'
import type { Inbound } from '#core/loop/command.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { Delivery, SetAside } from '#store/ledger.ts'
import type { Item } from './batch.ts'
import type { Ports } from './ports.ts'

/** Everything a delivery holds, in its order: commands for the core, and what nobody could understand. */
export function readDelivery(
  { channels, lines, log }: Pick<Ports, 'channels' | 'lines' | 'log'>,
  delivery: Delivery,
): { readonly items: readonly Item[]; readonly setAside: readonly SetAside[] } {
  const { deliveryId } = delivery
  const owner = lines.ownerOf(delivery.appId)
  const aside = (reason: string, raw: unknown): SetAside => ({ accountId: owner, delivery, reason, raw })
  const channel = channels.get(delivery.channel as ChannelId)
  if (!channel) return { items: [], setAside: [aside(`no channel ${delivery.channel}`, null)] }
  const received = receivedBy(channel, delivery, log)
  if (received.kind === 'not-ours') return { items: [], setAside: [aside(received.reason, null)] }
  const items: Item[] = []
  const setAside: SetAside[] = received.setAside.map(({ reason, raw }) => aside(reason, raw))
  for (const inbound of received.inbound) {
    const line = lines.byKey(inbound.lineKey)
    if (!line || lines.appOf(line.accountId, line.lineId) !== delivery.appId) {
      // What speaks of another company's line is shown to neither.
      const isOwn = line === null || line.accountId === owner
      setAside.push({ ...aside('foreign line', inbound), accountId: isOwn ? owner : null })
      continue
    }
    const { lineKey: _, ...body }: Inbound = inbound
    items.push({ command: { ...body, line, accountId: line.accountId }, origin: delivery })
  }
  if (setAside.length > 0)
    log.warn({ delivery: deliveryId, parts: setAside.length }, 'Parts of a delivery were set aside')
  return { items, setAside }
}

/** A channel that throws is our mistake; the delivery is set aside, and those after it are read all the same. */
function receivedBy(channel: Channel, { deliveryId, body }: Delivery, log: Ports['log']): Received {
  try {
    return channel.receive(body)
  } catch (mistake) {
    log.error({ err: mistake, delivery: deliveryId }, 'A delivery could not be read')
    return { kind: 'not-ours', reason: `channel: ${String(mistake)}` }
  }
}

import { Agent, request } from 'undici'
import { openHouse } from '../house.ts'

const CONNECTIONS = 64
const LASTS_MS = 4_000

/**
 * Messages per second that Meta's double takes from a client that does nothing but post: kept connections, the same
 * bodies, no rate, nobody to tell.
 */
export async function postFloor(): Promise<number> {
  const house = await openHouse()
  const agent = new Agent({ connections: CONNECTIONS })
  try {
    const { settings } = house
    await house.startEmulator()
    const faults = { rates: false, strangers: 'reachable', drop: 1 }
    await request(`${settings.emulatorUrl}/control/v1/faults`, { method: 'PUT', body: JSON.stringify(faults) })
    const url = `${settings.graphUrl}/v26.0/${settings.phoneNumbers[0]?.id}/messages`
    const headers = { authorization: `Bearer ${settings.accessToken}`, 'content-type': 'application/json' }
    const startMs = performance.now()
    let [sent, taken] = [0, 0]
    const post = async () => {
      while (performance.now() - startMs < LASTS_MS) {
        const body = bodyOf(sent++)
        const answer = await request(url, { method: 'POST', headers, body, dispatcher: agent })
        await answer.body.dump()
        if (answer.statusCode === 200) taken += 1
      }
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, post))
    return (taken * 1000) / (performance.now() - startMs)
  } finally {
    await agent.close()
    await house.close()
  }
}

const text = (value: string) => ({ type: 'text', text: value })
const bodyOf = (customer: number): string =>
  JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: `+52155${1_000_000 + customer}1`,
    biz_opaque_callback_data: `0192d000-0000-7000-8000-${String(customer).padStart(12, '0')}`,
    type: 'template',
    template: {
      name: 'recordatorio_pago',
      language: { code: 'es_MX' },
      components: [
        { type: 'body', parameters: [text(`Cliente ${customer}`), text('$2,350'), text('28 de noviembre')] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [text(`c${customer}`)] },
      ],
    },
  })

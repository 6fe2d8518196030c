import { setTimeout as pause } from 'node:timers/promises'
import { VIEWS } from '#core/conversation/view.ts'
import { seed } from '../desk/seed.ts'
import { freePort } from '#tools/free-port.ts'
import { openHouse } from '../house.ts'
import { openGenerator, run, type Stage } from '../screen/stage.ts'
import { settledMemory } from './heap.ts'
import { residentBytes } from './product.ts'

const MEGABYTE = 1024 * 1024
const DESKS = 50
const TRAFFIC = { count: 3_000, rate: 200, moves: 5 }
const CUSTOMERS = 20_000
const READS = 300
const REST_MS = 10_000

/** What the server holds on a database with so many messages, after an hour's work in a quarter of a minute. */
export async function memoryAfter(messages: number, say: (line: string) => void) {
  const house = await openHouse()
  try {
    say(`${messages} messages are made …`)
    const seeded = await seed(house.postgres.url, house.settings, messages)
    const inspectorPort = await freePort()
    const { pid } = await house.startServer([`--inspect-port=${inspectorPort}`])
    const told = {
      wabaId: house.settings.wabaId,
      phoneNumberId: house.settings.phoneNumbers[0]?.id ?? '',
      appSecret: house.settings.appSecret,
      customers: CUSTOMERS,
      startSeconds: Math.floor(Date.now() / 1000),
    }
    const stage: Stage = { house, told, serverPid: pid, tokens: seeded.tokens, conversations: [], next: 0 }
    const generator = await openGenerator(stage, DESKS, house.port)
    const traffic = await run(stage, generator, TRAFFIC)
    if (traffic.wrong.length > 0) throw new Error(`Not correct: ${traffic.wrong.join('; ')}.`)
    await readLists(house.settings.url, house.settings.apiKey)
    const busy = residentBytes(pid)
    await pause(REST_MS)
    const rested = residentBytes(pid)
    generator.disconnect()
    const settled = await settledMemory(pid, inspectorPort)
    return {
      storedMessages: seeded.messages + TRAFFIC.count,
      afterTrafficMb: busy / MEGABYTE,
      afterRestMb: rested / MEGABYTE,
      afterSettledMb: settled.rss / MEGABYTE,
    }
  } finally {
    await house.close()
  }
}

async function readLists(url: string, apiKey: string): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}` }
  for (let read = 0; read < READS; read++) {
    const view = VIEWS[read % VIEWS.length] ?? 'all'
    const answer = await fetch(`${url}/api/v1/conversations?view=${view}&limit=50`, { headers })
    await answer.arrayBuffer()
  }
}
